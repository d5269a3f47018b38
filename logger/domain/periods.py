"""Days and periods as they are reckoned in Sweden: local dates, ISO weeks, tertials, terms, pledge years."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import assert_never
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")
ONE_DAY = timedelta(days=1)


class Per(StrEnum):
    """The lengths of period that a target may be held to, each on its own."""

    DAY = "day"
    ISO_WEEK = "iso_week"
    MONTH = "month"
    QUARTER = "quarter"
    TERTIAL = "tertial"
    HALF_YEAR = "half_year"
    YEAR = "year"
    PLEDGE_YEAR = "pledge_year"
    SEASON = "season"


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """A run of local dates, both ends included. Raises ValueError when it would end before it begins."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"{self.last} comes before {self.first}")

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __iter__(self) -> Iterator[date]:
        return map(date.fromordinal, range(self.first.toordinal(), self.last.toordinal() + 1))

    def __len__(self) -> int:
        return (self.last - self.first).days + 1

    def touches(self, other: "Days") -> bool:
        """Whether any day belongs to both."""
        return self.first <= other.last and other.first <= self.last

    def covers(self, other: "Days") -> bool:
        """Whether every day of the other is one of these."""
        return self.first <= other.first and other.last <= self.last


@dataclass(frozen=True, slots=True)
class Season:
    """Part of every year, as (month, day) to (month, day), ends included; it may wrap the new year."""

    opens: tuple[int, int]
    closes: tuple[int, int]

    def __contains__(self, day: date) -> bool:
        here = (day.month, day.day)
        if self.opens <= self.closes:
            return self.opens <= here <= self.closes
        return here >= self.opens or here <= self.closes

    def opening_in(self, year: int) -> Days:
        """The days of the season that opens in this year."""
        closing_year = year if self.opens <= self.closes else year + 1
        return Days(date(year, *self.opens), date(closing_year, *self.closes))


def local_date(instant: datetime) -> date:
    """The date in Sweden at an aware instant."""
    return instant.astimezone(STOCKHOLM).date()


@lru_cache(maxsize=65536)
def instant_of(day: date, clock: time = time.min) -> datetime:
    """The instant (UTC) of a local clock time; local midnight by default.

    An ambiguous time is its first occurrence. One that the March change skips is read with the offset
    before the change, as RFC 5545 does.
    """
    return datetime.combine(day, clock.replace(fold=0), STOCKHOLM).astimezone(UTC)


def is_leap_day(day: date) -> bool:
    """Whether it is a 29 February, which most years lack."""
    return (day.month, day.day) == (2, 29)


def in_season(day: date, seasons: Iterable[Season]) -> bool:
    """Whether the day lies in one of the seasons; without seasons every day does."""
    given = tuple(seasons)
    return not given or any(day in season for season in given)


def calendar_periods(per: Per, within: Days, seasons: Sequence[Season] = ()) -> Iterator[Days]:
    """Every period of this length that touches the days, in order, in its calendar bounds.

    `per` pledge years run from the first of the days; `per` seasons are the given seasons' own.
    """
    match per:
        case Per.DAY:
            return (Days(day, day) for day in within)
        case Per.ISO_WEEK:
            return _weeks(within)
        case Per.MONTH:
            return _blocks_of_months(1, within)
        case Per.QUARTER:
            return _blocks_of_months(3, within)
        case Per.TERTIAL:
            return _blocks_of_months(4, within)
        case Per.HALF_YEAR:
            return _blocks_of_months(6, within)
        case Per.YEAR:
            return _blocks_of_months(12, within)
        case Per.PLEDGE_YEAR:
            return _pledge_years(within)
        case Per.SEASON:
            return _season_periods(within, seasons)
        case _:
            assert_never(per)


def week_of(day: date) -> Days:
    """The ISO week that the day lies in, Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Days(monday, monday + timedelta(days=6))


def _weeks(within: Days) -> Iterator[Days]:
    week = week_of(within.first)
    while week.first <= within.last:
        yield week
        week = Days(week.first + timedelta(days=7), week.last + timedelta(days=7))


def _blocks_of_months(length: int, within: Days) -> Iterator[Days]:
    """Months in blocks that divide the calendar year: `length` 3 gives quarters."""
    block = (within.first.year * 12 + within.first.month - 1) // length
    while (first := _first_of_month(block * length)) <= within.last:
        block += 1
        yield Days(first, _first_of_month(block * length) - ONE_DAY)


def _first_of_month(months: int) -> date:
    return date(months // 12, months % 12 + 1, 1)


def _pledge_years(within: Days) -> Iterator[Days]:
    first = within.first
    while first <= within.last:
        following = first.replace(year=first.year + 1)
        yield Days(first, following - ONE_DAY)
        first = following


def _season_periods(within: Days, seasons: Sequence[Season]) -> Iterator[Days]:
    years = range(within.first.year - 1, within.last.year + 1)
    found = {season.opening_in(year) for year in years for season in seasons}
    return (days for days in sorted(found) if days.touches(within))
