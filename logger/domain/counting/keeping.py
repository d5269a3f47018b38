"""What is kept of a commitment between questions, and what a changed activity changes of it."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from logger.domain.activities import Activity
from logger.domain.counting.counting import Counts, attended, conditions, first_unmet, judge
from logger.domain.counting.daily import Attended, counts_places, pages_of
from logger.domain.counting.day_book import Day, DayBook, added_up
from logger.domain.counting.former_places import at_place_now
from logger.domain.counting.occasions import Occasion
from logger.domain.periods import ONE_DAY, Days, Per, Season, calendar_periods, week_of
from logger.domain.places import Places
from logger.domain.pledges import Commitment, Rule
from logger.domain.targets import Count, Reported, Unit, per_of

WEEKS_BACK = 8
"""How many weeks are told one by one beside a figure, the one of the day asked for included."""


@dataclass(frozen=True, slots=True)
class Change:
    """An activity that changed: what stood before, None for a new one, and what stands now."""

    before: Activity | None
    after: Activity


Attending = Callable[[Iterable[Activity | None]], list[Attended]]


@dataclass(frozen=True, slots=True)
class Kept:
    """A commitment's day book to the end of time, and the places that it is to cover.

    `number` is the version of the pledge that it was counted by.
    """

    number: int
    book: DayBook
    covered: frozenset[str] = frozenset()


def is_kept(commitment: Commitment) -> bool:
    """Whether its days stand by themselves.

    What counts in addition to another promise hangs on the order of all that the other counts, as of each
    date anew, and is computed from the activities whenever it is asked for. Monthly numbers have no days.
    """
    return commitment.in_addition_to is None and not isinstance(commitment.target, Reported)


def hangs_on_places(commitment: Commitment) -> bool:
    """Whether what is known of places decides what counts here, or how it is counted."""
    return counts_places(commitment) or _names_places(commitment.counts)


def pages_changed(commitment: Commitment, changes: Iterable[Change], places: Places) -> dict[date, Day]:
    """What the changes add to the days of a promise of occasions, and with a minus what they take away."""
    verdict = judge(commitment, places)

    def occasions(activities: Iterable[Activity | None]) -> Iterator[Occasion]:
        for each in _at_places_now(activities, places):
            judged = verdict(each)
            if isinstance(judged, Counts):
                yield Occasion(each, judged.rule_date)

    every = list(changes)
    gone = pages_of(commitment, occasions(each.before for each in every), sign=-1)
    new = pages_of(commitment, occasions(each.after for each in every))
    both = {day: [page[day] for page in (gone, new) if day in page] for day in gone.keys() | new.keys()}
    return {day: page for day, pages in both.items() if (page := added_up(pages)) is not None}


def presence(commitment: Commitment, places: Places) -> Attending:
    """A function that finds which activities count as presence in the validity, each with its time."""
    required = conditions(commitment.counts)

    def attending(activities: Iterable[Activity | None]) -> list[Attended]:
        counting = (
            each
            for each in _at_places_now(activities, places)
            if not each.voided and first_unmet(required, each, places) is None
        )
        with_time = ((each, attended(commitment.counts, each, commitment.valid)) for each in counting)
        return [(each, intervals) for each, intervals in with_time if intervals]

    return attending


def gist(commitment: Commitment, book: DayBook) -> DayBook:
    """The book in few lines: as of its last day or later it gives the same for periods and the last weeks.

    The days of each period that the target is judged by are put together on the last of them, and so are
    those of each of the last weeks. A promise that counts days keeps all of them.
    """
    if isinstance(commitment.target, Count) and commitment.target.unit is Unit.DAY:
        return book
    cuts = _cuts(per_of(commitment.target), commitment.valid, commitment.counts.seasons)
    return _put_together(book, sorted({*cuts, *_mondays(book)}))


def _mondays(book: DayBook) -> list[int]:
    if book.last_day is None:
        return []
    this_week = week_of(book.last_day).first.toordinal()
    return [this_week - 7 * back for back in range(WEEKS_BACK)]


def _put_together(book: DayBook, cuts: list[int]) -> DayBook:
    bounds = [0, *(bisect_left(book.days, cut) for cut in cuts), len(book.days)]
    parts = [slice(low, high) for low, high in pairwise(bounds) if low < high]
    lasts = [book.days[part.stop - 1] for part in parts]
    visits: dict[tuple[int, str], int] = {}
    for day, place, times in book.visits:
        key = lasts[bisect_left(lasts, day)], place
        visits[key] = visits.get(key, 0) + times
    return DayBook(
        tuple(lasts),
        tuple(sum(book.occasions[part]) for part in parts),
        tuple(sum(book.amounts[part]) for part in parts),
        tuple(max(book.began[part]) for part in parts),
        tuple((day, place, times) for (day, place), times in sorted(visits.items())),
    )


@lru_cache(maxsize=256)
def _cuts(per: Per | None, valid: Days, seasons: tuple[Season, ...]) -> list[int]:
    """Where a period of the target begins or has ended, inside the validity."""
    if per is None:
        return []
    periods = list(calendar_periods(per, valid, seasons))
    days = {each.first for each in periods} | {each.last + ONE_DAY for each in periods}
    return sorted(day.toordinal() for day in days)


def _at_places_now(activities: Iterable[Activity | None], places: Places) -> Iterator[Activity]:
    return (at_place_now(each, places) for each in activities if each is not None)


def _names_places(rule: Rule) -> bool:
    inner = [*rule.any_of, *([] if rule.excluded is None else [rule.excluded])]
    return bool(rule.places or rule.place_kinds or rule.flagged) or any(map(_names_places, inner))
