"""How a day book is written down: columns of small whole numbers."""

from collections.abc import Sequence
from itertools import accumulate, chain
from math import gcd
from operator import itemgetter, sub
from typing import Any

from logger.domain.counting.day_book import DayBook

SHAPE = 3
"""Moves with the way of writing, and with the rules of counting: what has another one is computed anew."""


def written(book: DayBook) -> dict[str, Any]:
    """The book as JSON: days by the gaps between them, amounts by their common measure, places by name once.

    A column that only repeats another is left out; a visit is three numbers in a row.
    """
    places = sorted(set(map(itemgetter(1), book.visits)))
    numbered = {place: at for at, place in enumerate(places)}
    found: dict[str, Any] = {"days": _gaps(book.days), "occasions": book.occasions}
    if book.amounts != book.occasions:
        measure = gcd(*book.amounts) or 1
        found |= {"measure": measure, "amounts": [each // measure for each in book.amounts]}
    if book.began != book.days:
        found["since"] = list(map(sub, book.days, book.began))
    if places:
        days, named, times = zip(*book.visits, strict=True)
        listed = zip(_gaps(days), map(numbered.__getitem__, named), times, strict=True)
        found |= {"places": places, "visits": list(chain.from_iterable(listed))}
    if book.worked is not None:
        found["worked"] = _bits(book.worked)
    return found


def read(kept: dict[str, Any]) -> DayBook:
    """The book that was written."""
    days, occasions = tuple(accumulate(kept["days"])), tuple(kept["occasions"])
    measure, places, visits = kept.get("measure", 1), kept.get("places", ()), kept.get("visits", ())
    amounts = tuple(each * measure for each in kept["amounts"]) if "amounts" in kept else occasions
    began = days
    if "since" in kept:
        began = tuple(map(sub, days, kept["since"]))
    named = map(places.__getitem__, visits[1::3])
    at_places = tuple(zip(accumulate(visits[::3]), named, visits[2::3], strict=True))
    worked = _from_bits(*kept["worked"]) if "worked" in kept else None
    return DayBook(days, occasions, amounts, began, at_places, worked)


def _bits(days: Sequence[int]) -> tuple[int, str]:
    """The first day and a bit for each day from it on: as long however much was done on them."""
    first = days[0] if days else 0
    return first, f"{sum(1 << (day - first) for day in days):x}"


def _from_bits(first: int, bits: str) -> tuple[int, ...]:
    return tuple(first + at for at, bit in enumerate(f"{int(bits, 16):b}"[::-1]) if bit == "1")


def _gaps(days: Sequence[int]) -> list[int]:
    return [*days[:1], *map(sub, days[1:], days)]
