"""What counts for a commitment, day by day: from occasions, or from time that somebody was there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from logger.domain.activities import Activity
from logger.domain.counting.day_book import Day, DayBook, added_up
from logger.domain.counting.ledger import Ledger
from logger.domain.counting.occasions import Occasion, attendance, occasions
from logger.domain.counting.presence import add, by_day, total
from logger.domain.counting.windows import Interval
from logger.domain.pledges import Commitment, Pledge
from logger.domain.targets import Count, Coverage, Hours, HoursAs, Reported, Sum, Unit

Attended = tuple[Activity, list[Interval]]


@dataclass(slots=True)
class DayOfPresence:
    """One local day of a promise of hours: the time that somebody was there, overlaps counted once.

    Person-hours are no union of all: `people` holds each named one's time, `unnamed` that of the others.
    """

    merged: list[Interval] = field(default_factory=list)
    people: dict[str, list[Interval]] = field(default_factory=dict)
    unnamed: timedelta = timedelta()
    activities: set[str] = field(default_factory=set)
    began: date = date.min

    def take(self, activity: Activity, part: Interval, hours_as: HoursAs) -> None:
        """Take in a part of an activity that lies on the day."""
        if hours_as is HoursAs.PRESENCE:
            add(self.merged, part)
        else:
            for person in set(activity.participants):
                add(self.people.setdefault(person, []), part)
            self.unnamed += (part[1] - part[0]) * activity.unnamed
        self.activities.add(activity.id)
        self.began = max(self.began, activity.local_date)

    @property
    def page(self) -> Day:
        """The day as it stands in a day book."""
        length = total(self.merged) + sum(map(total, self.people.values()), timedelta()) + self.unnamed
        return Day(len(self.activities), microseconds(length), self.began, {})


def day_book(pledge: Pledge, commitment: Commitment, ledger: Ledger, as_of: date) -> DayBook:
    """The commitment's day book as of the date, made from all activities of the ledger."""
    match commitment.target:
        case Reported():
            return DayBook()
        case Hours(hours_as=hours_as):
            present = days_of_presence(attendance(pledge, commitment, ledger, as_of), hours_as)
            return DayBook.of({day: each.page for day, each in present.items()})
        case _:
            return DayBook.of(pages_of(commitment, occasions(pledge, commitment, ledger, as_of)))


def pages_of(commitment: Commitment, found: Iterable[Occasion]) -> dict[date, Day]:
    """What the occasions give to their days."""
    given: defaultdict[date, list[Day]] = defaultdict(list)
    for each in found:
        given[each.rule_date].append(page_of(commitment, each))
    return {day: page for day, pages in given.items() if (page := added_up(pages)) is not None}


def page_of(commitment: Commitment, occasion: Occasion, sign: int = 1) -> Day:
    """What one occasion gives to its day; with the sign -1, what it takes away from it."""
    activity, target = occasion.activity, commitment.target
    amount = activity.counters.get(target.counter, 0) if isinstance(target, Sum) else 1
    places = {activity.place: sign} if counts_places(commitment) and activity.place is not None else {}
    return Day(sign, sign * amount, occasion.rule_date, places)


def days_of_presence(attended: Iterable[Attended], hours_as: HoursAs) -> dict[date, DayOfPresence]:
    """The time of these activities on each local day."""
    days: defaultdict[date, DayOfPresence] = defaultdict(DayOfPresence)
    for activity, day, part in cut_by_day(attended):
        days[day].take(activity, part, hours_as)
    return dict(days)


def cut_by_day(attended: Iterable[Attended]) -> Iterator[tuple[Activity, date, Interval]]:
    """The activities' time, cut at every local midnight."""
    for activity, intervals in attended:
        for interval in intervals:
            for day, part in by_day(interval):
                yield activity, day, part


def counts_places(commitment: Commitment) -> bool:
    """Whether it matters where its occasions were, beside whether they count."""
    match commitment.target:
        case Coverage() | Count(unit=Unit.PLACE):
            return True
        case _:
            return False


def microseconds(length: timedelta) -> int:
    """A length in the unit that hours are kept in: nothing is rounded before it is shown."""
    return length // timedelta(microseconds=1)
