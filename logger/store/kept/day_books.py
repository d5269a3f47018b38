"""How a day book is written down: columns of small whole numbers."""

from collections.abc import Sequence
from itertools import accumulate, chain, compress, count
from math import gcd
from operator import sub
from typing import Any

from logger.domain.counting.day_book import DayBook

SHAPE = 3
"""Moves with the way of writing, and with the rules of counting: what has another one is computed anew."""

_ONE = ord("1")
_AS_TRUTH = bytes.maketrans(b"01", b"\x00\x01")


def written(book: DayBook) -> dict[str, Any]:
    """The book as JSON: days by the gaps between them, amounts by their common measure, places by name once.

    A column that only repeats another is left out; a visit is three numbers in a row.
    """
    found: dict[str, Any] = {"days": _gaps(book.days), "occasions": book.occasions}
    if book.amounts != book.occasions:
        measure = gcd(*book.amounts) or 1
        found |= {"measure": measure, "amounts": [each // measure for each in book.amounts]}
    if book.began != book.days:
        found["since"] = list(map(sub, book.days, book.began))
    if book.visits:
        days, named, times = zip(*book.visits, strict=True)
        places = sorted(set(named))
        numbered = {place: at for at, place in enumerate(places)}
        listed = zip(_gaps(days), map(numbered.__getitem__, named), times, strict=True)
        found |= {"places": places, "visits": list(chain.from_iterable(listed))}
    if book.worked is not None:
        found["worked"] = _bits(book.worked)
    return found


def read(kept: dict[str, Any]) -> DayBook:
    """The book that was written."""
    days, occasions = tuple(accumulate(kept["days"])), tuple(kept["occasions"])
    amounts, began = occasions, days
    at_places: tuple[tuple[int, str, int], ...] = ()
    if "amounts" in kept:
        amounts = tuple(map(kept["measure"].__mul__, kept["amounts"]))
    if "since" in kept:
        began = tuple(map(sub, days, kept["since"]))
    if visits := kept.get("visits"):
        named = map(kept["places"].__getitem__, visits[1::3])
        at_places = tuple(zip(accumulate(visits[::3]), named, visits[2::3], strict=True))
    worked = _from_bits(*kept["worked"]) if "worked" in kept else None
    return DayBook(days, occasions, amounts, began, at_places, worked)


def _bits(days: Sequence[int]) -> tuple[int, str]:
    """The first day and a bit for each day from it on: as long however much was done on them."""
    first, last = (days[0], days[-1]) if days else (0, 0)
    marks = bytearray(b"0") * (last - first + 1)
    for day in days:
        marks[last - day] = _ONE
    return first, f"{int(marks, 2):x}"


def _from_bits(first: int, bits: str) -> tuple[int, ...]:
    marks = f"{int(bits, 16):b}"[::-1].encode()
    return tuple(compress(count(first), marks.translate(_AS_TRUTH)))


def _gaps(days: Sequence[int]) -> list[int]:
    return [*days[:1], *map(sub, days[1:], days)]
