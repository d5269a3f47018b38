"""When a planned item is due: each time once, in the year in which it ends, within the item's days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logger.domain.periods import Days, Season
from logger.domain.planning.recurrence import (
    EachTerm,
    InSeason,
    Monthly,
    Once,
    Recurrence,
    Weekly,
    faults_of,
    occurrences,
    read,
    written,
)
from logger.domain.planning.school_terms import USUAL, SchoolTerms
from logger.domain.planning.school_terms import faults_of as faults_of_terms

YEAR = Days(date(2026, 1, 1), date(2026, 12, 31))
SUMMER, WINTER = Season((6, 1), (8, 31)), Season((12, 1), (2, 28))

EVERY_KIND: list[Recurrence] = [
    Once(),
    *map(Weekly, range(7)),
    Monthly(1),
    Monthly(31),
    EachTerm(),
    InSeason(SUMMER, 4),
    InSeason(WINTER, 2),
]
recurrences = st.sampled_from(EVERY_KIND)
days = st.tuples(
    st.dates(date(2020, 1, 1), date(2029, 12, 31)), st.dates(date(2020, 1, 1), date(2029, 12, 31))
).map(lambda two: Days(min(two), max(two)))


def keys(recurs: Recurrence, within: Days = YEAR, year: int = 2026) -> list[str]:
    return [each.key for each in occurrences(recurs, within, year, USUAL)]


def test_a_week_day_comes_in_every_week_of_the_year():
    thursdays = occurrences(Weekly(3), YEAR, 2026, USUAL)
    assert len(thursdays) == 53
    assert {each.days.first.weekday() for each in thursdays} == {3}
    assert thursdays[0].key == "2026-01-01"


def test_so_many_times_a_month_have_the_whole_month():
    found = occurrences(Monthly(2), Days(date(2026, 1, 10), date(2026, 2, 28)), 2026, USUAL)
    assert [each.key for each in found] == ["2026-01.1", "2026-01.2", "2026-02.1", "2026-02.2"]
    assert found[0].days == Days(date(2026, 1, 10), date(2026, 1, 31))


def test_once_a_term_is_twice_a_year_and_once_where_the_item_ends_before_autumn():
    assert keys(EachTerm()) == ["2026-spring", "2026-autumn"]
    assert keys(EachTerm(), Days(date(2026, 1, 1), date(2026, 7, 1))) == ["2026-spring"]


def test_a_season_over_the_new_year_belongs_to_the_year_in_which_it_ends():
    winters = Days(date(2025, 11, 1), date(2027, 3, 1))
    assert keys(InSeason(WINTER, 1), winters) == ["2025-season.1"]
    assert keys(InSeason(WINTER, 1), winters, 2027) == ["2026-season.1"]


def test_once_within_days_that_cross_the_new_year_is_due_in_the_second():
    across = Days(date(2026, 12, 1), date(2027, 1, 31))
    assert (keys(Once(), across), keys(Once(), across, 2027)) == ([], ["once"])


@given(recurrences, days)
def test_no_time_comes_twice_and_none_lies_outside_the_items_days(recurs: Recurrence, within: Days):
    every = [
        each
        for year in range(within.first.year, within.last.year + 1)
        for each in occurrences(recurs, within, year, USUAL)
    ]
    names = [each.key for each in every]
    assert len(names) == len(set(names))
    assert all(within.covers(each.days) for each in every)


@given(recurrences, days, days)
def test_a_time_keeps_its_name_when_the_items_days_are_moved(recurs: Recurrence, one: Days, other: Days):
    def named(within: Days) -> dict[str, date]:
        found = (each for year in range(2020, 2030) for each in occurrences(recurs, within, year, USUAL))
        return {each.key: each.days.first for each in found}

    before, after = named(one), named(other)
    if recurs != Once():
        assert all(abs((before[key] - after[key]).days) < 200 for key in before.keys() & after.keys())


@pytest.mark.parametrize("recurs", EVERY_KIND)
def test_what_is_kept_is_what_is_read(recurs: Recurrence):
    assert read(written(recurs)) == recurs
    assert len(written(recurs)) <= 40
    assert faults_of(recurs) == ""


@pytest.mark.parametrize(
    ("recurs", "wrong"),
    [
        (Weekly(7), "weekday"),
        (Monthly(0), "times"),
        (Monthly(32), "times"),
        (InSeason(SUMMER, 0), "times"),
        (InSeason(Season((2, 29), (4, 1)), 1), "season"),
        (InSeason(Season((4, 31), (5, 1)), 1), "season"),
        (InSeason(Season((13, 1), (5, 1)), 1), "season"),
    ],
)
def test_what_cannot_recur_so_is_told_by_its_field(recurs: Recurrence, wrong: str):
    assert faults_of(recurs) == wrong


def test_what_was_not_kept_is_not_read():
    with pytest.raises(ValueError, match="fortnight"):
        read("fortnight:2")


def test_a_time_of_a_school_term_keeps_its_name_when_the_municipality_moves_the_term():
    own = SchoolTerms(Season((1, 11), (6, 11)), Season((8, 18), (12, 21)))
    usual, moved = (occurrences(EachTerm(), YEAR, 2026, terms) for terms in (USUAL, own))
    assert [each.key for each in usual] == [each.key for each in moved] == ["2026-spring", "2026-autumn"]
    assert moved[1].days == Days(date(2026, 8, 18), date(2026, 12, 21))


@pytest.mark.parametrize(
    ("spring", "autumn", "faults"),
    [
        (((1, 11), (6, 11)), ((8, 18), (12, 21)), {}),
        (((1, 11), (6, 31)), ((8, 18), (2, 29)), {"spring_closes": "no_day", "autumn_closes": "no_day"}),
        (((6, 11), (1, 11)), ((8, 18), (12, 21)), {"spring_closes": "too_early"}),
        (((1, 11), (8, 20)), ((8, 18), (12, 21)), {"autumn_opens": "too_early"}),
        (((1, 11), (6, 11)), ((8, 18), (1, 15)), {"autumn_closes": "too_early"}),
    ],
)
def test_the_days_of_the_terms_follow_on_each_other_within_a_year(
    spring: tuple[tuple[int, int], tuple[int, int]],
    autumn: tuple[tuple[int, int], tuple[int, int]],
    faults: dict[str, str],
):
    assert faults_of_terms(SchoolTerms(Season(*spring), Season(*autumn))) == faults
