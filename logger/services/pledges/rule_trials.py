"""Trying a rule on what has been done already: what would count, what would not, and why not."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from sqlalchemy.orm import Session

from logger.domain.activities import Activity
from logger.domain.counting.contributions import contributions
from logger.domain.counting.counting import Counts, DoesNot, Reason, judge
from logger.domain.counting.ledger import Ledger
from logger.domain.drafting.draft_reading import ReadCommitment
from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, require
from logger.domain.periods import Days, instant_of
from logger.domain.pledges import Commitment, FocusArea, Pledge
from logger.domain.targets import kind_of
from logger.store import places
from logger.store.activities import activities

PAGE = 25
LONGEST = 2 * 366


@dataclass(frozen=True, slots=True)
class Tried:
    """One activity: why it does not count, or (without reason) what it gave in the figure's own unit."""

    activity: Activity
    reason: Reason | None
    gave: int


@dataclass(frozen=True, slots=True)
class Trial:
    """A page of a trial. `amount` is what the figure would have come to over the days."""

    days: Days
    kind: str
    amount: int
    counted: int
    reasons: tuple[tuple[Reason, int], ...]
    lines: tuple[Tried, ...]
    page: int
    more: bool


def try_rule(
    session: Session, principal: Principal, code: str, read: ReadCommitment, days: Days, page: int
) -> Trial:
    """Try the commitment on the municipality's activities of these days, those that count first.

    Raises NotFound, and ValueError for one that cannot be counted.
    """
    require(principal, Action.READ, Resource.ACTIVITY, code)
    if read.commitment is None or read.pledge is None:
        raise ValueError("what cannot be read cannot be tried")
    pledge = _over(read.pledge, days)
    commitment = pledge.commitment(read.commitment.id)
    ledger = _ledger(session, code, days)
    gave: Counter[str] = Counter()
    for each in contributions(pledge, commitment.id, ledger, days.last):
        gave[each.activity.id] += each.amount
    lines = _judged(commitment, ledger, gave)
    shown = lines[page * PAGE : (page + 1) * PAGE]
    return Trial(
        days,
        kind_of(commitment.target),
        sum(gave.values()),
        sum(each.reason is None for each in lines),
        tuple(Counter(each.reason for each in lines if each.reason).most_common()),
        tuple(shown),
        page,
        len(lines) > (page + 1) * PAGE,
    )


def _over(pledge: Pledge, days: Days) -> Pledge:
    """The pledge as if it had held over these days, and no others."""

    def held(commitment: Commitment) -> Commitment:
        return replace(commitment, valid=days)

    areas = tuple(FocusArea(area.name, tuple(map(held, area.commitments))) for area in pledge.focus_areas)
    return replace(pledge, valid=days, focus_areas=areas)


def _ledger(session: Session, code: str, days: Days) -> Ledger:
    first, last = instant_of(days.first), instant_of(days.last + timedelta(days=1))
    return Ledger(
        places=places.places_of(session, code),
        activities=activities.activities_between(session, code, first, last),
    )


def _judged(commitment: Commitment, ledger: Ledger, gave: Counter[str]) -> Sequence[Tried]:
    """Those that count, then those that the rule could have meant, then other types; the newest first."""
    verdict = judge(commitment, ledger.places)
    counted: list[Tried] = []
    others: list[Tried] = []
    for activity in reversed(ledger.in_order):
        match verdict(activity):
            case Counts():
                counted.append(Tried(activity, None, gave[activity.id]))
            case DoesNot(reason=reason):
                others.append(Tried(activity, reason, 0))
    others.sort(key=lambda each: each.reason is Reason.OTHER_TYPE)
    return [*counted, *others]
