"""What is done in a year, day by day, as the activities that phones send."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time, timedelta
from uuid import NAMESPACE_DNS, uuid5

from logger.domain.activities import Activity
from logger.domain.periods import instant_of

POLICE, MUNICIPALITY = frozenset({"police"}), frozenset({"municipality"})
BOTH = POLICE | MUNICIPALITY


def done(
    kind: str,
    days: Iterable[date],
    by: frozenset[str],
    *places: str,
    focus: tuple[str, ...] = (),
    minutes: int = 60,
    targeted: bool = False,
) -> Iterator[Activity]:
    """The same thing done at three o'clock on each of the days, at each of the places in turn."""
    for number, day in enumerate(days):
        place, began = places[number % len(places)] if places else None, instant_of(day, time(15))
        name = f"{kind} {day} {place} {sorted(by)} {focus}"
        yield Activity(
            id=str(uuid5(NAMESPACE_DNS, f"{name}.year.faltlogg.example")),
            type=kind,
            started_at=began,
            ended_at=began + timedelta(minutes=minutes),
            organisations=by,
            place=place,
            focus=frozenset(focus),
            targeted=targeted,
            others=len(by),
        )


def on(year: int, *days: tuple[int, int]) -> list[date]:
    """Days of a year by month and day."""
    return [date(year, month, day) for month, day in days]


def each_month(year: int, *days: int, months: Sequence[int] = range(1, 13)) -> list[date]:
    """These days of each of the months."""
    return [date(year, month, day) for month in months for day in days]


def weekly(first: date, last: date, every: int = 1, but: Iterable[int] = ()) -> list[date]:
    """Every week, or every other, from the first day on; not in those ISO weeks."""
    days = (first + timedelta(weeks=number) for number in range(0, (last - first).days // 7 + 1, every))
    return [day for day in days if day.isocalendar().week not in but]
