"""A day book: what a commitment came to on each local day, which every figure of it is put together from."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from operator import attrgetter

from logger.domain.periods import Days

_COLUMNS = tuple(map(attrgetter, ("days", "occasions", "amounts", "began", "visits")))


@dataclass(frozen=True, slots=True)
class Day:
    """What one local day gave.

    `occasions` are those that the rule dates to it; for hours, the activities with time on it. `amount` is in
    the figure's own unit: microseconds of presence, a counter, else the occasions themselves. `began` is the
    newest date on which one of them began, `places` how many of the occasions were at each place, where the
    promise asks for that.
    """

    occasions: int
    amount: int
    began: date
    places: Mapping[str, int]


@dataclass(frozen=True)
class DayBook:
    """Days with something on them, in order, column by column; a day on its own line for each place.

    Columns, because a book of two years is read for every earlier date. Where a line stands for several days,
    as in a gist, `worked` are the days themselves, for promises that ask for them.
    """

    days: tuple[int, ...] = ()
    occasions: tuple[int, ...] = ()
    amounts: tuple[int, ...] = ()
    began: tuple[int, ...] = ()
    visits: tuple[tuple[int, str, int], ...] = ()
    worked: tuple[int, ...] | None = None

    @classmethod
    def of(cls, days: Mapping[date, Day]) -> "DayBook":
        """The book of these days; one without occasions is not written down."""
        return cls().turned(days)

    def turned(self, pages: Mapping[date, Day | None]) -> "DayBook":
        """The book with these days as given now, and all others as they were."""
        days, occasions, amounts, began, visits = (list(column(self)) for column in _COLUMNS)
        for day, page in pages.items():
            number = day.toordinal()
            at = bisect_left(days, number)
            stood = slice(at, at + 1 if days[at : at + 1] == [number] else at)
            if page is None or not page.occasions:
                del days[stood], occasions[stood], amounts[stood], began[stood]
            else:
                days[stood] = (number,)
                occasions[stood], amounts[stood] = (page.occasions,), (page.amount,)
                began[stood] = (page.began.toordinal(),)
            seen = slice(bisect_left(visits, (number,)), bisect_left(visits, (number + 1,)))
            visits[seen] = _visits(number, page)
        return DayBook(tuple(days), tuple(occasions), tuple(amounts), tuple(began), tuple(visits))

    def on(self, day: date) -> Day | None:
        """What the day gave; None where nothing was done that counts."""
        at = bisect_left(self.days, day.toordinal())
        if at == len(self.days) or self.days[at] != day.toordinal():
            return None
        began = date.fromordinal(self.began[at])
        places = dict(self.visits_in(Days(day, day))) if self.visits else {}
        return Day(self.occasions[at], self.amounts[at], began, places)

    def until(self, day: date) -> "DayBook":
        """The book as it was at the end of the day."""
        return self if (self.last_day or day) <= day else self.between(Days(date.min, day))

    def between(self, days: Days) -> "DayBook":
        """The pages of these days alone."""
        part = self._part(days)
        visits = self.visits[self._visits_part(days)]
        return DayBook(self.days[part], self.occasions[part], self.amounts[part], self.began[part], visits)

    def mended(self, first: int, beyond: int, mend: "Callable[[DayBook], DayBook]") -> "DayBook":
        """The book with what lies from the one day to before the other as it is made of that."""
        lines = slice(bisect_left(self.days, first), bisect_left(self.days, beyond))
        seen = slice(bisect_left(self.visits, (first,)), bisect_left(self.visits, (beyond,)))
        whole = [column(self) for column in _COLUMNS]
        parts = (lines, lines, lines, lines, seen)
        mending = mend(DayBook(*(column[part] for column, part in zip(whole, parts, strict=True))))
        return DayBook(
            *(
                column[: part.start] + new(mending) + column[part.stop :]
                for column, part, new in zip(whole, parts, _COLUMNS, strict=True)
            )
        )

    def occasions_in(self, days: Days) -> int:
        """How many occasions the days had."""
        return sum(self.occasions[self._part(days)])

    def amount_in(self, days: Days) -> int:
        """What the days came to, in the figure's own unit."""
        return sum(self.amounts[self._part(days)])

    def days_in(self, days: Days) -> int:
        """How many of the days had an occasion."""
        worked = self.days_worked
        return bisect_right(worked, days.last.toordinal()) - bisect_left(worked, days.first.toordinal())

    def visits_in(self, days: Days) -> Counter[str]:
        """How many of the days' occasions were at each place."""
        found: Counter[str] = Counter()
        for _, place, times in self.visits[self._visits_part(days)]:
            found[place] += times
        return found

    @property
    def dates(self) -> list[date]:
        """The days that had an occasion, in order."""
        return list(map(date.fromordinal, self.days_worked))

    @property
    def days_worked(self) -> tuple[int, ...]:
        """The same as they are written down."""
        return self.days if self.worked is None else self.worked

    @cached_property
    def last_began(self) -> date | None:
        """The newest date on which something in the book began."""
        return date.fromordinal(max(self.began)) if self.began else None

    @property
    def last_day(self) -> date | None:
        """The last day of the book."""
        return date.fromordinal(self.days[-1]) if self.days else None

    def _part(self, days: Days) -> slice:
        low = bisect_left(self.days, days.first.toordinal())
        return slice(low, bisect_right(self.days, days.last.toordinal()))

    def _visits_part(self, days: Days) -> slice:
        low = bisect_left(self.visits, (days.first.toordinal(),))
        return slice(low, bisect_left(self.visits, (days.last.toordinal() + 1,)))


def added_up(pages: Iterable[Day]) -> Day | None:
    """Several pages of one day as one; what one of them takes away is given with a minus."""
    every = list(pages)
    if len(every) < 2:
        return every[0] if every else None
    places: Counter[str] = Counter()
    for page in every:
        places.update(page.places)
    began = max(page.began for page in every)
    return Day(sum(each.occasions for each in every), sum(each.amount for each in every), began, places)


def joined(parts: Iterable[DayBook]) -> DayBook:
    """Parts of a book, given in order, as one."""
    every = [each for each in parts if each.days]
    if len(every) == 1:
        return every[0]
    days, occasions, amounts, began, visits = (
        tuple(chain.from_iterable(map(column, every))) for column in _COLUMNS
    )
    return DayBook(days, occasions, amounts, began, visits)


def growth(before: Day | None, after: Day) -> Day:
    """What has to be added to the day for it to be as it is after."""
    if before is None:
        return after
    places = {place: times - before.places.get(place, 0) for place, times in after.places.items()}
    return Day(after.occasions - before.occasions, after.amount - before.amount, after.began, places)


def _visits(number: int, page: Day | None) -> list[tuple[int, str, int]]:
    """A day's visits; none where nothing is left that counts."""
    if page is None or not page.occasions:
        return []
    return [(number, place, times) for place, times in sorted(page.places.items()) if times]
