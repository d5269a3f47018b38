"""Gists of day books: what grew entry by entry is what the whole book comes to."""

import random
from datetime import date, timedelta
from functools import reduce

import pytest

from logger.domain.counting.daily import counts_places
from logger.domain.counting.day_book import Day, DayBook, added_up
from logger.domain.counting.gists import gist, grown
from logger.domain.counting.keeping import leaf_of
from logger.domain.pledges import Commitment
from logger.domain.words.vocabulary import BUILT_IN
from logger.services.files.pledge_files import read_pledge_text

FIRST = date(2025, 1, 1)
PLEDGE = read_pledge_text(
    """
format: 1
municipality: "1814"
title: Medborgarlöfte 2025–2026
valid: {from: 2025-01-01, to: 2026-12-31}
focus_areas:
  - name: Allt
    commitments:
      - {id: count, wording: Antal., counts: {}, target: {kind: count, at_least: 4}}
      - {id: monthly, wording: Per månad., counts: {}, target: {kind: count, at_least: 4, per: month}}
      - {id: days, wording: Dagar., counts: {}, target: {kind: count, unit: day, at_least: 30}}
      - {id: places, wording: Där., counts: {}, target: {kind: count, unit: place, at_least: 3, per: month}}
      - {id: hours, wording: Timmar., counts: {}, target: {kind: hours, at_least: 2, per: iso_week}}
      - {id: ongoing, wording: Löpande., counts: {}, target: {kind: ongoing}}
""",
    BUILT_IN,
)


def some_days(chance: random.Random, most: int, *, at_places: bool) -> list[tuple[date, Day]]:
    """Entries of two years, most of them in the last weeks of some year: in any order."""
    last = FIRST + timedelta(days=chance.randrange(20, 730))
    found = []
    for _ in range(chance.randrange(most // 2, most)):
        day = max(FIRST, last - timedelta(days=int(chance.expovariate(1 / 60))))
        began = day - timedelta(days=chance.randrange(2))
        places = {chance.choice("abc"): 1} if at_places else {}
        found.append((day, Day(1, chance.randrange(1, 9), began, places)))
    return found


def with_entry(book: DayBook, day: date, entry: Day) -> DayBook:
    return book.turned({day: added_up(filter(None, (book.on(day), entry)))})


@pytest.mark.parametrize("commitment", list(PLEDGE.commitments), ids=lambda each: each.id)
def test_a_gist_that_grew_is_the_gist_of_the_whole_book(commitment: Commitment):
    for seed in range(40):
        kept = book = DayBook()
        for day, entry in some_days(random.Random(seed), 60, at_places=counts_places(commitment)):
            kept, book = grown(commitment, kept, DayBook.of({day: entry})), with_entry(book, day, entry)
            assert kept == gist(commitment, book), f"seed {seed}, {day}"


def test_a_gist_does_not_grow_with_what_is_done():
    """Its lines are bounded by the periods and the last weeks, whether a few or very many entries came."""
    by_id = {each.id: each for each in PLEDGE.commitments}
    chance = random.Random(7)
    book = reduce(
        lambda book, each: with_entry(book, *each), some_days(chance, 900, at_places=True), DayBook()
    )
    lines = {name: len(gist(each, book).days) for name, each in by_id.items()}
    assert lines["count"] <= 9
    assert lines["monthly"] <= 24 + 9
    assert lines["days"] <= 9
    assert lines["places"] <= 24 + 9
    assert lines["hours"] <= 106
    assert lines["ongoing"] <= 9
    assert gist(by_id["ongoing"], book).dates == book.dates


@pytest.mark.parametrize("name", ["count", "hours"])
def test_a_day_lies_on_one_leaf(name: str):
    commitment = next(each for each in PLEDGE.commitments if each.id == name)
    for number in range(800):
        day = FIRST + timedelta(days=number)
        leaf = leaf_of(commitment, day)
        assert day in leaf
        assert leaf_of(commitment, leaf.first) == leaf_of(commitment, leaf.last) == leaf
