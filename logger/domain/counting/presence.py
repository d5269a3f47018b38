"""Presence: time during which somebody was there, overlapping intervals counted once."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, timedelta
from fractions import Fraction

from logger.domain.counting.windows import Interval
from logger.domain.periods import ONE_DAY, instant_of, local_date


def union(intervals: Iterable[Interval]) -> list[Interval]:
    """The same time without overlaps, in order; touching intervals become one. Instants must be in UTC."""
    merged: list[Interval] = []
    for start, end in sorted(intervals):
        _insist_on_utc((start, end))
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        elif start < end:
            merged.append((start, end))
    return merged


def add(merged: list[Interval], interval: Interval) -> timedelta:
    """Take one more interval into a union, in place; answers how much time was new.

    Adding intervals one at a time, in any order, leaves what `union` makes of all of them.
    """
    _insist_on_utc(interval)
    start, end = interval
    if start >= end:
        return timedelta()
    low = bisect_left(merged, start, key=lambda known: known[1])
    high = bisect_right(merged, end, key=lambda known: known[0])
    absorbed = merged[low:high]
    if absorbed:
        start, end = min(start, absorbed[0][0]), max(end, absorbed[-1][1])
    merged[low:high] = [(start, end)]
    return (end - start) - total(absorbed)


def total(intervals: Iterable[Interval]) -> timedelta:
    """The lengths of the intervals added up, in real time."""
    return sum((end - start for start, end in intervals), timedelta())


def by_day(interval: Interval) -> Iterator[tuple[date, Interval]]:
    """The interval cut at every local midnight, each part with its local date."""
    start, end = interval
    day = local_date(start)
    while start < end:
        midnight = instant_of(day + ONE_DAY)
        yield day, (start, min(midnight, end))
        start, day = midnight, day + ONE_DAY


def clip(interval: Interval, bounds: Interval) -> Interval | None:
    """What of the interval lies inside the bounds; None when nothing does."""
    start, end = max(interval[0], bounds[0]), min(interval[1], bounds[1])
    return (start, end) if start < end else None


def whole_seconds(length: timedelta) -> int:
    """A length rounded to whole seconds."""
    return round(Fraction(length // timedelta(microseconds=1), 1_000_000))


def _insist_on_utc(instants: Sequence[object]) -> None:
    for instant in instants:
        if getattr(instant, "tzinfo", None) is not UTC:
            raise ValueError("spans of time are measured in UTC only")
