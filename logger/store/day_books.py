"""How a day book is written down: columns of small whole numbers."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import gcd
from typing import Any

from logger.domain.counting.day_book import DayBook

SHAPE = 2
"""Moves with the way of writing, and with the rules of counting: what has another one is computed anew."""


def written(book: DayBook) -> dict[str, Any]:
    """The book as JSON: days by the gaps between them, amounts by their common measure, places by name once.

    A column that only repeats another is left out.
    """
    places = sorted({place for _, place, _ in book.visits})
    numbered = {place: at for at, place in enumerate(places)}
    found: dict[str, Any] = {"days": _gaps(book.days), "occasions": book.occasions}
    if book.amounts != book.occasions:
        measure = gcd(*book.amounts) or 1
        found |= {"measure": measure, "amounts": [each // measure for each in book.amounts]}
    if book.began != book.days:
        found["since"] = [day - began for day, began in zip(book.days, book.began, strict=True)]
    if places:
        days = _gaps([day for day, _, _ in book.visits])
        visits = zip(days, book.visits, strict=True)
        found |= {"places": places, "visits": [(gap, numbered[place], n) for gap, (_, place, n) in visits]}
    return found


def read(kept: dict[str, Any]) -> DayBook:
    """The book that was written."""
    days, occasions = tuple(accumulate(kept["days"])), tuple(kept["occasions"])
    measure, places, visits = kept.get("measure", 1), kept.get("places", ()), kept.get("visits", ())
    amounts = tuple(each * measure for each in kept["amounts"]) if "amounts" in kept else occasions
    began = days
    if "since" in kept:
        began = tuple(day - since for day, since in zip(days, kept["since"], strict=True))
    at_days = accumulate(gap for gap, _, _ in visits)
    at_places = tuple((day, places[at], n) for day, (_, at, n) in zip(at_days, visits, strict=True))
    return DayBook(days, occasions, amounts, began, at_places)


def _gaps(days: Sequence[int]) -> list[int]:
    return [*days[:1], *(later - earlier for earlier, later in pairwise(days))]
