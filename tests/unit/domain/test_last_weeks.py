"""Which days a place's last week stands for: no part of a week, and a month where a part could be told."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from logger.domain.periods import ONE_DAY, Days
from logger.domain.places import Flag, Place
from logger.domain.progress.last_weeks import LastWeeks, in_iso, month_told, weeks_within
from tests.unit.web.examples import a_pledge

AUGUST = date(2021, 8, 18)
YEAR_END = date(2021, 12, 31)
AT = Place("norra", "Norra vägen")
CHECKED = "counts: {types: [traffic_check]}"
CHECKS = "counts: {types: [traffic_check], flagged: true}, target: {kind: ongoing}"


def week(day: date, *commitments: str, place: Place = AT, as_of: date = YEAR_END) -> str | None:
    pledge = a_pledge(*commitments)
    told = LastWeeks.of(pledge, next(pledge.commitments), as_of).told(place, day)
    return in_iso(told) if told else None


def test_a_week_that_two_months_share_stands_with_the_one_beside_it_in_its_own_month():
    may = [*weeks_within(Days(date(2021, 5, 1), date(2021, 5, 31)))]
    assert [(each.first.day, each.last.day) for each in may] == [(1, 9), (10, 16), (17, 23), (24, 31)]
    assert week(date(2021, 5, 31), CHECKS) == "2021-W21/2021-W22"
    assert week(date(2021, 6, 1), CHECKS) == "2021-W22/2021-W23"
    assert week(AUGUST, CHECKS) == "2021-W33"
    assert week(date(2021, 1, 2), CHECKS) == "2020-W53/2021-W01"


@pytest.mark.parametrize("year", range(2020, 2033))
def test_every_month_is_told_whole_in_runs_of_a_week_or_more(year: int):
    for month in range(1, 13):
        following = date(year + month // 12, month % 12 + 1, 1)
        whole = Days(date(year, month, 1), following - ONE_DAY)
        weeks = [*weeks_within(whole)]
        assert (weeks[0].first, weeks[-1].last) == (whole.first, whole.last)
        assert all(after.first - before.last == ONE_DAY for before, after in pairwise(weeks))
        assert min(map(len, weeks)) >= 7


@pytest.mark.parametrize(
    "other",
    [
        "counts: {types: [traffic_check]}, target: {kind: count, at_least: 1, per: iso_week}",
        "counts: {}, target: {kind: hours, at_least: 2, per: iso_week}",
        "counts: {types: [traffic_check], weekdays: [fri, sat]}, target: {kind: ongoing}",
        f"{CHECKED}, target: {{kind: ongoing}}, valid: {{from: 2021-08-20, to: 2021-12-31}}",
    ],
)
def test_a_promise_over_the_same_work_that_tells_other_days_leaves_the_month(other: str):
    assert week(AUGUST, CHECKS, other) is None
    elsewhere = other.replace("types: [traffic_check]", "types: [survey]").replace("{}", "{types: [survey]}")
    assert week(AUGUST, CHECKS, elsewhere) == "2021-W33"


def test_a_month_in_which_citizens_pointed_the_place_out_is_told_as_a_month():
    asked = replace(AT, flagged=(Flag(date(2021, 5, 20), date(2021, 9, 10)),))
    days = [date(2021, 5, 21), date(2021, 6, 16), date(2021, 9, 9), date(2021, 10, 13)]
    assert [week(each, CHECKS, place=asked) for each in days] == [None, "2021-W24", None, "2021-W41"]


def test_so_is_the_month_that_is_not_over():
    assert week(AUGUST, CHECKS, as_of=date(2021, 8, 27)) is None
    assert week(AUGUST, CHECKS, as_of=date(2021, 8, 31)) == "2021-W33"


def test_a_promise_for_each_week_has_the_month_of_the_week_s_thursday_alone():
    weekly = "counts: {types: [traffic_check]}, target: {kind: count, at_least: 1, per: iso_week}"
    assert week(AUGUST, weekly) is None
    assert month_told(date(2021, 5, 31), weekly=True) == date(2021, 6, 1)
    assert month_told(date(2021, 5, 31), weekly=False) == date(2021, 5, 1)
