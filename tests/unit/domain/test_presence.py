"""Presence as a union of intervals, measured in UTC."""

from datetime import UTC, datetime, timedelta

import pytest

from logger.domain.counting.presence import add, by_day, total, union, whole_seconds
from logger.domain.counting.windows import Interval
from logger.domain.periods import STOCKHOLM
from tests.worlds.ledgers import instant


def between(start: str, end: str) -> Interval:
    return instant(f"2021-06-16 {start}"), instant(f"2021-06-16 {end}")


def test_overlapping_and_touching_intervals_become_one() -> None:
    apart = between("20:00", "21:00")
    intervals = [apart, between("18:30", "19:00"), between("18:00", "18:30"), between("18:10", "18:20")]
    assert union(intervals) == [between("18:00", "19:00"), apart]


def test_an_interval_inside_another_adds_nothing() -> None:
    known = [between("18:00", "20:00")]
    assert add(known, between("18:30", "19:00")) == timedelta()
    assert known == [between("18:00", "20:00")]


def test_an_interval_that_bridges_two_adds_the_gap() -> None:
    known = [between("18:00", "19:00"), between("20:00", "21:00")]
    assert add(known, between("18:30", "20:30")) == timedelta(hours=1)
    assert known == [between("18:00", "21:00")]


def test_nothing_is_no_presence() -> None:
    known: list[Interval] = []
    assert add(known, between("18:00", "18:00")) == timedelta()
    assert known == union([between("18:00", "18:00")]) == []


def test_a_night_in_march_is_an_hour_shorter_and_one_in_october_longer() -> None:
    march = instant("2021-03-28 01:30"), instant("2021-03-28 03:30")
    october = instant("2021-10-31 01:30"), instant("2021-10-31 03:30")
    assert total([march]) == timedelta(hours=1)
    assert total([october]) == timedelta(hours=3)


def test_spans_insist_on_utc() -> None:
    swedish = datetime(2021, 3, 28, 1, 30, tzinfo=STOCKHOLM), datetime(2021, 3, 28, 3, 30, tzinfo=STOCKHOLM)
    with pytest.raises(ValueError, match="UTC only"):
        union([swedish])
    with pytest.raises(ValueError, match="UTC only"):
        add([], swedish)


def test_a_night_is_cut_at_local_midnight() -> None:
    night = instant("2021-06-13 23:00"), instant("2021-06-14 01:30")
    assert [(str(day), total([part])) for day, part in by_day(night)] == [
        ("2021-06-13", timedelta(hours=1)),
        ("2021-06-14", timedelta(hours=1.5)),
    ]


@pytest.mark.parametrize(("microseconds", "seconds"), [(1_499_999, 1), (1_500_001, 2), (59_999_999, 60)])
def test_seconds_are_rounded_to_whole_ones(microseconds: int, seconds: int) -> None:
    start = datetime(2021, 6, 16, tzinfo=UTC)
    assert whole_seconds(start + timedelta(microseconds=microseconds) - start) == seconds
