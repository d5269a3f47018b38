"""How often a planned item comes back, and when it is due: once, by weekday, month, term or season."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import assert_never

from logger.domain.periods import Days, Per, Season, calendar_periods
from logger.domain.planning.school_terms import SchoolTerms, is_every_year, season_in, written_season

MOST_TIMES = 31


@dataclass(frozen=True, slots=True)
class Once:
    """One time within the item's days."""


@dataclass(frozen=True, slots=True)
class Weekly:
    """Every week on a weekday, 0 (Monday) to 6."""

    weekday: int


@dataclass(frozen=True, slots=True)
class Monthly:
    """So many times a month, whichever days."""

    times: int


@dataclass(frozen=True, slots=True)
class EachTerm:
    """Once in every school term."""


@dataclass(frozen=True, slots=True)
class InSeason:
    """So many times in a part of every year."""

    season: Season
    times: int


Recurrence = Once | Weekly | Monthly | EachTerm | InSeason


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that an item is due: its key within the item, the same for ever, and the days to do it on."""

    key: str
    days: Days


def occurrences(recurs: Recurrence, within: Days, year: int, terms: SchoolTerms) -> tuple[Occurrence, ...]:
    """Every time that is due in the calendar year, in order; each belongs to the year in which it ends."""
    found = (_cut(each, within) for each in _all(recurs, within, year, terms))
    due = [each for each in found if each is not None and each.days.last.year == year]
    return tuple(sorted(due, key=lambda each: (each.days, each.key)))


def faults_of(recurs: Recurrence) -> str:
    """Why it cannot recur so: "weekday", "times" or "season"; empty where it can."""
    match recurs:
        case Once() | EachTerm():
            return ""
        case Weekly(weekday):
            return "" if 0 <= weekday <= 6 else "weekday"
        case Monthly(times):
            return "" if 1 <= times <= MOST_TIMES else "times"
        case InSeason(season, times):
            if not 1 <= times <= MOST_TIMES:
                return "times"
            return "" if all(map(is_every_year, (season.opens, season.closes))) else "season"
        case _:
            assert_never(recurs)


def written(recurs: Recurrence) -> str:
    """As it is kept: "once", "week:2", "month:3", "term", "season:06-01..08-31:4"."""
    match recurs:
        case Once():
            return "once"
        case Weekly(weekday):
            return f"week:{weekday}"
        case Monthly(times):
            return f"month:{times}"
        case EachTerm():
            return "term"
        case InSeason(season, times):
            return f"season:{written_season(season)}:{times}"
        case _:
            assert_never(recurs)


def read(text: str) -> Recurrence:
    """What was kept. Raises ValueError for anything else."""
    kind, _, rest = text.partition(":")
    match kind:
        case "once":
            return Once()
        case "week":
            return Weekly(int(rest))
        case "month":
            return Monthly(int(rest))
        case "term":
            return EachTerm()
        case "season":
            days, _, times = rest.partition(":")
            return InSeason(season_in(days), int(times))
        case _:
            raise ValueError(f"not a recurrence: {text!r}")


def _all(recurs: Recurrence, within: Days, year: int, terms: SchoolTerms) -> Iterator[Occurrence]:
    whole = Days(date(year, 1, 1), date(year, 12, 31))
    match recurs:
        case Once():
            yield Occurrence("once", within)
        case Weekly(weekday):
            first = whole.first + timedelta(days=(weekday - whole.first.weekday()) % 7)
            days = (first + timedelta(weeks=week) for week in range(53))
            yield from (Occurrence(day.isoformat(), Days(day, day)) for day in days)
        case Monthly(times):
            for month in calendar_periods(Per.MONTH, whole):
                yield from _times(f"{month.first:%Y-%m}", month, times)
        case EachTerm():
            for name, term in terms.by_name.items():
                yield Occurrence(f"{year}-{name}", term.opening_in(year))
        case InSeason(season, times):
            for opening in (season.opening_in(year - 1), season.opening_in(year)):
                yield from _times(f"{opening.first.year}-season", opening, times)
        case _:
            assert_never(recurs)


def _times(name: str, days: Days, times: int) -> Iterable[Occurrence]:
    return (Occurrence(f"{name}.{number}", days) for number in range(1, times + 1))


def _cut(each: Occurrence, within: Days) -> Occurrence | None:
    """The time within the days that the item holds; None where it lies outside them."""
    if not each.days.touches(within):
        return None
    first, last = max(each.days.first, within.first), min(each.days.last, within.last)
    return Occurrence(each.key, Days(first, last))
