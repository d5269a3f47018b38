"""Windows: which date an activity belongs to, and which part of it counts."""

from datetime import date, time

import pytest

from logger.domain.activities import Activity
from logger.domain.counting.windows import inside, rule_date
from logger.domain.periods import Season
from logger.domain.pledges import Clock, Rule
from tests.worlds.ledgers import activity, instant

SATURDAY = 5
EVENING = Clock(time(18), time(3))


def dated(rule: Rule, start: str) -> str | None:
    day = rule_date(rule, activity(start))
    return None if day is None else str(day)


def test_without_time_keys_the_rule_date_is_the_local_start_date() -> None:
    assert dated(Rule(), "2021-06-13 00:30") == "2021-06-13"


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2021-06-12 18:00", "2021-06-12"),
        ("2021-06-13 01:30", "2021-06-12"),
        ("2021-06-13 02:59", "2021-06-12"),
        ("2021-06-13 03:00", None),
        ("2021-06-12 17:59", None),
        ("2021-06-12 01:30", None),
    ],
)
def test_sunday_half_past_one_is_saturday_night(start: str, expected: str | None) -> None:
    assert dated(Rule(weekdays=(SATURDAY,), clock=EVENING), start) == expected


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2021-06-12 05:59", None),
        ("2021-06-12 06:00", "2021-06-12"),
        ("2021-06-13 05:59", "2021-06-12"),
        ("2021-06-13 06:00", None),
    ],
)
def test_weekdays_without_a_clock_are_operational_days(start: str, expected: str | None) -> None:
    assert dated(Rule(weekdays=(SATURDAY,)), start) == expected


def test_seasons_alone_go_by_the_calendar_day() -> None:
    summer = Rule(seasons=(Season((6, 1), (8, 31)),))
    assert dated(summer, "2021-06-01 00:00") == "2021-06-01"
    assert dated(summer, "2021-09-01 00:30") is None


def test_the_last_night_of_a_season_is_of_the_season() -> None:
    summer = Rule(seasons=(Season((6, 1), (8, 31)),), clock=EVENING)
    assert dated(summer, "2021-09-01 02:00") == "2021-08-31"
    assert dated(summer, "2021-06-01 02:00") is None


def test_a_clock_that_closes_when_it_opens_is_a_whole_day() -> None:
    assert dated(Rule(clock=Clock(time(6), time(6))), "2021-06-13 05:30") == "2021-06-12"


def test_a_window_that_closes_in_the_doubled_hour_closes_at_its_first_passing() -> None:
    rule = Rule(clock=Clock(time(22), time(2, 30)))
    at_first = Activity("first", "foot_patrol", instant("2021-10-31 02:10"))
    again = Activity("again", "foot_patrol", instant("2021-10-31 02:10", fold=1))
    assert rule_date(rule, at_first) == date(2021, 10, 30)
    assert rule_date(rule, again) is None


def test_inside_a_window_is_time_not_activities() -> None:
    long_evening = instant("2021-07-01 17:00"), instant("2021-07-02 04:00")
    assert list(inside(Rule(clock=EVENING), long_evening)) == [
        (instant("2021-07-01 18:00"), instant("2021-07-02 03:00"))
    ]


def test_a_long_activity_lies_in_the_windows_of_several_nights() -> None:
    weekend = instant("2021-07-01 20:00"), instant("2021-07-03 02:00")
    assert len(list(inside(Rule(clock=EVENING), weekend))) == 2
    assert list(inside(Rule(), weekend)) == [weekend]
