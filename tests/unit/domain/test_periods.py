"""Days, periods and clock times as Sweden reckons them."""

from datetime import UTC, date, datetime, time

import pytest

from logger.domain.periods import Days, Per, Season, calendar_periods, instant_of, local_date
from tests.worlds.ledgers import days


def firsts(per: Per, within: Days, *seasons: Season) -> list[str]:
    return [str(period.first) for period in calendar_periods(per, within, seasons)]


def test_the_last_days_of_a_year_may_lie_in_week_53_or_in_week_1() -> None:
    assert firsts(Per.ISO_WEEK, days("2020-12-30", "2021-01-04")) == ["2020-12-28", "2021-01-04"]
    assert date(2021, 1, 3).isocalendar().week == 53
    assert firsts(Per.ISO_WEEK, days("2024-12-30", "2025-01-05")) == ["2024-12-30"]


@pytest.mark.parametrize(
    ("per", "expected"),
    [
        (Per.MONTH, ["2021-03-01", "2021-04-01", "2021-05-01"]),
        (Per.QUARTER, ["2021-01-01", "2021-04-01"]),
        (Per.TERTIAL, ["2021-01-01", "2021-05-01"]),
        (Per.HALF_YEAR, ["2021-01-01"]),
        (Per.YEAR, ["2021-01-01"]),
        (Per.PLEDGE_YEAR, ["2021-03-15"]),
    ],
)
def test_periods_have_their_calendar_bounds(per: Per, expected: list[str]) -> None:
    assert firsts(per, days("2021-03-15", "2021-05-02")) == expected


def test_pledge_years_run_from_the_first_day() -> None:
    years = list(calendar_periods(Per.PLEDGE_YEAR, days("2020-03-01", "2022-02-28")))
    assert years == [days("2020-03-01", "2021-02-28"), days("2021-03-01", "2022-02-28")]


def test_february_ends_a_month_on_its_own_last_day() -> None:
    assert list(calendar_periods(Per.MONTH, days("2024-02-10", "2024-02-12"))) == [
        days("2024-02-01", "2024-02-29")
    ]


def test_a_season_over_new_year_is_one_period_begun_the_year_before() -> None:
    winter = Season((11, 1), (3, 31))
    assert list(calendar_periods(Per.SEASON, days("2021-01-01", "2021-12-31"), [winter])) == [
        days("2020-11-01", "2021-03-31"),
        days("2021-11-01", "2022-03-31"),
    ]


def test_a_season_over_new_year_holds_both_its_ends() -> None:
    winter = Season((11, 1), (3, 31))
    assert date(2021, 11, 1) in winter
    assert date(2022, 3, 31) in winter
    assert date(2021, 10, 31) not in winter
    assert date(2022, 4, 1) not in winter


def test_terms_come_in_order_whatever_their_order_in_the_rule() -> None:
    terms = Season((8, 16), (12, 20)), Season((1, 10), (6, 12))
    assert firsts(Per.SEASON, days("2021-01-01", "2021-12-31"), *terms) == ["2021-01-10", "2021-08-16"]


def test_an_ambiguous_clock_time_is_its_first_occurrence() -> None:
    assert instant_of(date(2021, 10, 31), time(2, 30)) == datetime(2021, 10, 31, 0, 30, tzinfo=UTC)
    assert instant_of(date(2021, 10, 31), time(2, 30, fold=1)) == datetime(2021, 10, 31, 0, 30, tzinfo=UTC)


def test_a_skipped_clock_time_is_read_with_the_offset_before_the_change() -> None:
    assert instant_of(date(2021, 3, 28), time(2, 30)) == datetime(2021, 3, 28, 1, 30, tzinfo=UTC)


def test_the_local_date_turns_at_swedish_midnight() -> None:
    assert local_date(datetime(2021, 6, 13, 21, 59, tzinfo=UTC)) == date(2021, 6, 13)
    assert local_date(datetime(2021, 6, 13, 22, 0, tzinfo=UTC)) == date(2021, 6, 14)


def test_days_do_not_end_before_they_begin() -> None:
    with pytest.raises(ValueError, match="comes before"):
        days("2021-02-01", "2021-01-31")
