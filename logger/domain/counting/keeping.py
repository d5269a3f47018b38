"""What is kept of a commitment between questions, and what a changed activity changes of it."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from logger.domain.activities import Activity
from logger.domain.counting.counting import Counts, attended, conditions, first_unmet, judge
from logger.domain.counting.daily import Attended, counts_places, page_of
from logger.domain.counting.day_book import Day, DayBook, added_up
from logger.domain.counting.former_places import at_place_now
from logger.domain.counting.occasions import Occasion
from logger.domain.periods import Days, week_of
from logger.domain.places import Places
from logger.domain.pledges import Commitment, Rule
from logger.domain.targets import Hours, Reported


@dataclass(frozen=True, slots=True)
class Change:
    """An activity that changed: what stood before, None for a new one, and what stands now."""

    before: Activity | None
    after: Activity


Attending = Callable[[Iterable[Activity | None]], list[Attended]]


@dataclass(frozen=True, slots=True)
class Kept:
    """The gist of a commitment's day book to the end of time, and the places that it is to cover."""

    gist: DayBook
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
    given: defaultdict[date, list[Day]] = defaultdict(list)
    for change in changes:
        for activity, sign in ((change.before, -1), (change.after, 1)):
            if activity is None:
                continue
            there = at_place_now(activity, places)
            judged = verdict(there)
            if isinstance(judged, Counts):
                occasion = Occasion(there, judged.rule_date)
                given[judged.rule_date].append(page_of(commitment, occasion, sign))
    return {day: page for day, pages in given.items() if (page := added_up(pages)) is not None}


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


def leaf_of(commitment: Commitment, day: date) -> Days:
    """The days whose pages are kept together: an ISO week of a promise of hours, else a month.

    So that an entry writes few lines, however long the book has become.
    """
    if isinstance(commitment.target, Hours):
        return week_of(day)
    return Days(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


def _at_places_now(activities: Iterable[Activity | None], places: Places) -> Iterator[Activity]:
    return (at_place_now(each, places) for each in activities if each is not None)


def _names_places(rule: Rule) -> bool:
    inner = [*rule.any_of, *([] if rule.excluded is None else [rule.excluded])]
    return bool(rule.places or rule.place_kinds or rule.flagged) or any(map(_names_places, inner))
