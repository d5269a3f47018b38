"""What counts for a commitment as of a date: its occasions, and its time of presence."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from logger.domain.activities import Activity
from logger.domain.counting.counting import Counts, attended, conditions, first_unmet, judge
from logger.domain.counting.ledger import Ledger
from logger.domain.counting.windows import Interval
from logger.domain.periods import Days
from logger.domain.pledges import Commitment, Pledge
from logger.domain.targets import Count, InTotal, Unit


@dataclass(frozen=True, slots=True)
class Occasion:
    """A counted activity and the date that the rule counts it on."""

    activity: Activity
    rule_date: date


def occasions(pledge: Pledge, commitment: Commitment, ledger: Ledger, as_of: date) -> list[Occasion]:
    """The commitment's occasions as of the date, in order of start time and id."""
    used = used_up(pledge, commitment, ledger, as_of)
    return [each for each in _counted(commitment, ledger, as_of) if each.activity.id not in used]


def attendance(
    pledge: Pledge, commitment: Commitment, ledger: Ledger, as_of: date
) -> Iterator[tuple[Activity, list[Interval]]]:
    """The activities with their time that counts as presence as of the date, by start time and id."""
    if as_of < commitment.valid.first:
        return
    days = Days(commitment.valid.first, min(as_of, commitment.valid.last))
    used, required = used_up(pledge, commitment, ledger, as_of), conditions(commitment.counts)
    for activity in ledger.in_order:
        if activity.voided or activity.id in used or first_unmet(required, activity, ledger.places):
            continue
        if intervals := attended(commitment.counts, activity, days):
            yield activity, intervals


def used_up(pledge: Pledge, commitment: Commitment, ledger: Ledger, as_of: date) -> frozenset[str]:
    """Ids of the activities that fill the goal of the commitment that this one is in addition to.

    They are used up whether or not they match here.
    """
    if commitment.in_addition_to is None:
        return frozenset()
    other = pledge.commitment(commitment.in_addition_to)
    match other.target:
        case Count(goal=goal, judged=InTotal(), unit=Unit.OCCASION):
            first = _counted(other, ledger, as_of)[: int(goal.on(as_of))]
            return frozenset(occasion.activity.id for occasion in first)
        case _:
            raise ValueError(f"{commitment.id}: {other.id} is no count in total")


def _counted(commitment: Commitment, ledger: Ledger, as_of: date) -> list[Occasion]:
    judged = map(judge(commitment, ledger.places), ledger.in_order)
    return [
        Occasion(activity, answer.rule_date)
        for activity, answer in zip(ledger.in_order, judged, strict=True)
        if isinstance(answer, Counts) and answer.rule_date <= as_of
    ]
