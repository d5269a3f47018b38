"""The gist of a day book: few lines that answer as of its last day or later, however much was done."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from logger.domain.counting.day_book import DayBook
from logger.domain.periods import ONE_DAY, Days, Per, Season, calendar_periods, week_of
from logger.domain.pledges import Commitment
from logger.domain.targets import Count, Ongoing, Unit, per_of

Line = tuple[int, int, int, int]
WEEKS_BACK = 8
"""How many weeks are told one by one beside a figure, the one of the day asked for included."""


def gist(commitment: Commitment, book: DayBook) -> DayBook:
    """The book in few lines: as of its last day or later it gives the same for periods and the last weeks.

    The days of each period that the target is judged by are put together on the last of them, and so are
    those of each of the last weeks. A promise that asks for the days themselves keeps them beside.
    """
    return grown(commitment, DayBook(), book)


def grown(commitment: Commitment, kept: DayBook, new: DayBook) -> DayBook:
    """The gist of the book once this was added to its days; of what takes away there is no such short way.

    Every cut that the larger book asks for, the gist has already, or nothing of it lies beyond.
    """
    if not (kept.days or new.days):
        return DayBook(worked=() if _asks_for_days(commitment) else None)
    last = max(filter(None, (kept.last_day, new.last_day)))
    cuts = _cuts(per_of(commitment.target), commitment.valid, commitment.counts.seasons, last)
    book = _put_in(cuts, kept, new) if _is_cut_so(kept, last) else _put_together(cuts, kept, new)
    if not _asks_for_days(commitment):
        return book
    worked = tuple(sorted({*kept.days_worked, *new.days_worked}))
    return DayBook(book.days, book.occasions, book.amounts, book.began, book.visits, worked)


def _is_cut_so(kept: DayBook, last: date) -> bool:
    """Whether a gist has been cut as one with this last day is: the cuts move on with the week alone."""
    return kept.last_day is not None and last <= week_of(kept.last_day).last


def _put_in(cuts: list[int], kept: DayBook, new: DayBook) -> DayBook:
    """The lines of a gist that is cut so already, with those put together anew that something is added to."""
    if not new.days:
        return kept
    low, high = bisect_right(cuts, new.days[0]), bisect_right(cuts, new.days[-1])
    first = cuts[low - 1] if low else 0
    beyond = cuts[high] if high < len(cuts) else date.max.toordinal() + 1
    return kept.mended(first, beyond, lambda touched: _put_together(cuts, touched, new))


def _put_together(cuts: list[int], kept: DayBook, new: DayBook) -> DayBook:
    """A line for all days between two cuts."""
    parts: dict[int, Line] = {}
    for line in (*_lines(kept), *_lines(new)):
        at = bisect_right(cuts, line[0])
        parts[at] = _added(parts[at], line) if at in parts else line
    visits: defaultdict[tuple[int, str], int] = defaultdict(int)
    for day, place, times in (*kept.visits, *new.visits):
        visits[parts[bisect_right(cuts, day)][0], place] += times
    days, occasions, amounts, began = zip(*(parts[at] for at in sorted(parts)), strict=True)
    seen = tuple((day, place, times) for (day, place), times in sorted(visits.items()))
    return DayBook(days, occasions, amounts, began, seen)


def _added(line: Line, more: Line) -> Line:
    (day, occasions, amount, began), (other, n, much, newer) = line, more
    return max(day, other), occasions + n, amount + much, max(began, newer)


def _asks_for_days(commitment: Commitment) -> bool:
    match commitment.target:
        case Count(unit=Unit.DAY) | Ongoing():
            return True
        case _:
            return False


def _lines(book: DayBook) -> Iterator[Line]:
    return zip(book.days, book.occasions, book.amounts, book.began, strict=True)


@lru_cache(maxsize=1024)
def _cuts(per: Per | None, valid: Days, seasons: tuple[Season, ...], last: date) -> list[int]:
    """Where a line of the gist begins: where a period of the target does or has ended, and each last week."""
    periods = [] if per is None else list(calendar_periods(per, valid, seasons))
    days = {each.first for each in periods} | {each.last + ONE_DAY for each in periods}
    weeks = {week_of(last).first - timedelta(weeks=back) for back in range(WEEKS_BACK)}
    return sorted(day.toordinal() for day in days | weeks)
