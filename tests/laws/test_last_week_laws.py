"""The week in which something was last done at a place tells no day of it, in however many publications."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from logger.domain.periods import ONE_DAY, Days, Per, calendar_periods, week_of
from logger.domain.progress.last_weeks import weeks_within
from logger.domain.progress.place_facts import SMALLEST
from tests.laws.test_publication_laws import (
    ENTRIES,
    POINTED_OUT,
    PUBLISHED,
    SENSITIVE,
    Entry,
    Publication,
    fewer,
    publications,
)
from tests.unit.web.examples import SCHOOLS, a_pledge

EACH_WEEK = a_pledge(
    f"counts: {{types: [foot_patrol], places: [{', '.join(SCHOOLS[:2])}]}}, "
    "target: {kind: count, at_least: 1, per: iso_week}"
)
MOVED_BY = st.integers(1, 30)
# Several near each other, most of them at few places: else hardly any place has a number, and none a week.
ROUNDS = st.builds(
    lambda first, places, apart: [
        replace(first, day=min(first.day + at * apart, 364), place=place) for at, place in enumerate(places)
    ],
    ENTRIES,
    st.lists(st.sampled_from([*SCHOOLS[:2], *SCHOOLS[:2], *POINTED_OUT, "flanaden"]), min_size=2, max_size=9),
    st.sampled_from([0, 1, 2]),
)
WORK = st.lists(ROUNDS, min_size=2, max_size=15).map(
    lambda rounds: [each for some in rounds for each in some]
)


def told_together(day: date) -> Days:
    (month,) = calendar_periods(Per.MONTH, Days(day, day))
    return next(each for each in weeks_within(month) if day in each)


def moved(by: int, within: Callable[[date], Days]) -> Callable[[Entry], date]:
    """Each of them on another day of those that are told together with its own."""

    def day_of(entry: Entry) -> date:
        span = within(entry.date)
        return span.first + ((entry.date - span.first).days + by * (entry.day + 1)) % len(span) * ONE_DAY

    return day_of


@fewer
@given(WORK, PUBLISHED, MOVED_BY)
def test_what_was_done_on_another_day_of_the_week_is_told_alike(
    entries: list[Entry], besides: list[tuple[int, int]], by: int
):
    made = publications(entries, besides)
    assert publications(entries, besides, day_of=moved(by, told_together)) == made
    no_week_stands_beside_what_is_small(made)


@fewer
@given(WORK, PUBLISHED, MOVED_BY)
def test_so_it_is_where_each_week_is_promised_and_a_month_ends_in_one(
    entries: list[Entry], besides: list[tuple[int, int]], by: int
):
    made = publications(entries, besides, EACH_WEEK)
    assert publications(entries, besides, EACH_WEEK, moved(by, week_of)) == made
    assert not any(place["last_week"] for _, (each,) in made for place in each["facts"]["by_place"])


def no_week_stands_beside_what_is_small(made: list[Publication]) -> None:
    for each in (one for _, commitments in made for one in commitments):
        weeks = [place for place in each["facts"]["by_place"] if place["last_week"]]
        assert not (weeks and each["id"] in SENSITIVE)
        assert all(place["named"] and place["occasions"] >= SMALLEST for place in weeks)
