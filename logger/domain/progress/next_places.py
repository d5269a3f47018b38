"""Gå hit härnäst: which places a promise still waits for, the most urgent and longest unvisited first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from logger.domain.counting.accounts import Account, Accounts
from logger.domain.counting.tallies import places_reached
from logger.domain.periods import Days, calendar_periods
from logger.domain.places import Place, Places
from logger.domain.pledges import Commitment
from logger.domain.progress.answers import Progress
from logger.domain.progress.pace import Status
from logger.domain.progress.progress import standing
from logger.domain.targets import Coverage, EachPeriod, Hours, Ongoing, Reported

_OVER = frozenset({Status.MET, Status.NOT_MET, Status.PARTLY_MET, Status.NOT_STARTED, Status.NOT_SCORED})
_URGENT = {Status.BEHIND: 0, Status.WATCH: 1}
_NOT_URGENT = 2


class Need(StrEnum):
    """Why somebody should go there: every place is promised, or citizens have pointed this one out."""

    COVERAGE = "coverage"
    FLAGGED = "flagged"


@dataclass(frozen=True, slots=True)
class Reason:
    """A commitment that a visit there would count towards, and how that one stands."""

    commitment: Commitment
    need: Need
    status: Status


@dataclass(frozen=True, slots=True)
class NextPlace:
    """A place to go to; `visited` is when somebody last was there, None for never as far as is known."""

    place: Place
    reasons: tuple[Reason, ...]
    visited: datetime | None


def next_places(
    accounts: Iterable[Accounts], visited: Mapping[str, datetime], today: date
) -> tuple[NextPlace, ...]:
    """The places that pledges wait for as of the day: what is behind first, then the longest unvisited."""
    wanted: dict[str, tuple[Place, list[Reason]]] = {}
    for account in (each for of_pledge in accounts for each in of_pledge.values()):
        for place, reason in _wanting(account, today):
            wanted.setdefault(place.id, (place, []))[1].append(reason)
    found = (NextPlace(place, tuple(reasons), visited.get(place.id)) for place, reasons in wanted.values())
    return tuple(sorted(found, key=_urgency))


def _wanting(account: Account, today: date) -> Iterable[tuple[Place, Reason]]:
    commitment = account.commitment
    if today not in commitment.valid or isinstance(commitment.target, Hours | Reported | Ongoing):
        return
    progress = standing(account)
    if progress.status in _OVER:
        return
    if isinstance(commitment.target, Coverage):
        need = Need.COVERAGE
        ids: Iterable[str] = _remaining(account, today, commitment.target)
    elif commitment.counts.flagged:
        need, ids = Need.FLAGGED, _flagged(commitment, account.places, today)
    else:
        return
    for place_id in ids:
        yield account.places.get(place_id, Place(place_id, place_id)), _reason(commitment, need, progress)


def _remaining(account: Account, today: date, target: Coverage) -> frozenset[str]:
    """The places that the period of today, or all of the validity, still lacks."""
    days = _period(account.commitment, target, today)
    if days is None:
        return frozenset()
    return account.covered - places_reached(account.book.visits_in(days), target.at_least, account.covered)


def _period(commitment: Commitment, target: Coverage, today: date) -> Days | None:
    if not isinstance(target.judged, EachPeriod):
        return commitment.valid
    periods = calendar_periods(target.judged.per, commitment.valid, commitment.counts.seasons)
    return next((each for each in periods if today in each), None)


def _flagged(commitment: Commitment, places: Places, today: date) -> Iterable[str]:
    """The places where a visit today would count: pointed out, and of the rule's other conditions."""
    rule = commitment.counts
    for place in places.values():
        fits = (not rule.places or place.is_among(rule.places)) and (
            not rule.place_kinds or not place.kinds.isdisjoint(rule.place_kinds)
        )
        if fits and place.flagged_on(today):
            yield place.id


def _reason(commitment: Commitment, need: Need, progress: Progress) -> Reason:
    return Reason(commitment, need, progress.status)


def _urgency(each: NextPlace) -> tuple[int, bool, float, str]:
    worst = min(_URGENT.get(reason.status, _NOT_URGENT) for reason in each.reasons)
    seen = each.visited.timestamp() if each.visited else 0.0
    return worst, each.visited is not None, seen, each.place.name
