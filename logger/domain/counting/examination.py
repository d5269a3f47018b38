"""One activity held against every condition of a commitment, and the first of them that it does not meet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from logger.domain.activities import Activity, Outcome
from logger.domain.counting.counting import Counts, Reason, attended, conditions, judge
from logger.domain.counting.ledger import Ledger
from logger.domain.counting.occasions import used_up
from logger.domain.counting.windows import inside, rule_date
from logger.domain.periods import Days
from logger.domain.places import Places
from logger.domain.pledges import Commitment, Pledge
from logger.domain.targets import Hours, Reported


@dataclass(frozen=True, slots=True)
class Step:
    """One condition, named by the reason that it gives where it does not hold."""

    reason: Reason
    holds: bool


@dataclass(frozen=True, slots=True)
class Examination:
    """Every condition in the order in which they are asked.

    `taken_by` is the commitment whose goal the activity fills, where this one is in addition to it; `to_come`
    says that it is counted on a day after the date. Both leave it uncounted though every condition holds.
    """

    steps: tuple[Step, ...]
    taken_by: str | None = None
    to_come: bool = False

    @property
    def failed(self) -> Reason | None:
        """The first condition that does not hold."""
        return next((step.reason for step in self.steps if not step.holds), None)

    @property
    def counts(self) -> bool:
        """Whether the activity counts for the commitment as of the date."""
        return self.failed is None and self.taken_by is None and not self.to_come


def examine(
    pledge: Pledge, commitment: Commitment, activity: Activity, ledger: Ledger, as_of: date
) -> Examination:
    """The activity against the commitment as of the end of the local day.

    The first step that does not hold is the reason that `counting.verdict` gives.
    """
    steps = tuple(_steps(commitment, activity, ledger.places))
    if not all(step.holds for step in steps):
        return Examination(steps)
    taken = activity.id in used_up(pledge, commitment, ledger, as_of)
    return Examination(
        steps,
        taken_by=commitment.in_addition_to if taken else None,
        to_come=not _has_come(commitment, activity, ledger.places, as_of),
    )


def counted_also(
    pledge: Pledge, commitment_id: str, entries: Iterable[Activity], ledger: Ledger, as_of: date
) -> dict[str, tuple[Commitment, ...]]:
    """For each entry the pledge's other commitments that it counts for too, in the pledge's order, by id."""
    listed = list(entries)
    found: dict[str, tuple[Commitment, ...]] = {each.id: () for each in listed}
    for other in pledge.commitments:
        if other.id == commitment_id:
            continue
        verdict, taken = judge(other, ledger.places), used_up(pledge, other, ledger, as_of)
        for each in listed:
            fits = isinstance(verdict(each), Counts) and each.id not in taken
            if fits and _has_come(other, each, ledger.places, as_of):
                found[each.id] = (*found[each.id], other)
    return found


def _has_come(commitment: Commitment, activity: Activity, places: Places, as_of: date) -> bool:
    """Whether what fits is counted by the date already."""
    if isinstance(commitment.target, Hours):
        first, last = commitment.valid.first, min(as_of, commitment.valid.last)
        return first <= last and bool(attended(commitment.counts, activity, Days(first, last)))
    verdict = judge(commitment, places)(activity)
    return isinstance(verdict, Counts) and verdict.rule_date <= as_of


def _steps(commitment: Commitment, activity: Activity, places: Places) -> Iterator[Step]:
    if isinstance(commitment.target, Reported):
        yield Step(Reason.NUMBER_REPORTED, holds=False)
        return
    if activity.voided:
        yield Step(Reason.VOIDED, holds=False)
    if activity.outcome is Outcome.INTERRUPTED and not isinstance(commitment.target, Hours):
        yield Step(Reason.INTERRUPTED, holds=False)
    for reason, holds in conditions(commitment.counts):
        yield Step(reason, holds(activity, places))
    yield from _time(commitment, activity)


def _time(commitment: Commitment, activity: Activity) -> Iterator[Step]:
    rule = commitment.counts
    if not isinstance(commitment.target, Hours):
        day = rule_date(rule, activity)
        if rule.has_time_keys:
            yield Step(Reason.OUTSIDE_WINDOWS, day is not None)
        yield Step(Reason.OUTSIDE_VALIDITY, (day or activity.local_date) in commitment.valid)
        return
    yield Step(Reason.NO_END, activity.ended_at is not None)
    if activity.ended_at is None:
        return
    within = any(inside(rule, (activity.started_at, activity.ended_at)))
    if rule.has_time_keys:
        yield Step(Reason.OUTSIDE_WINDOWS, within)
    if within or not rule.has_time_keys:
        yield Step(Reason.OUTSIDE_VALIDITY, bool(attended(rule, activity, commitment.valid)))
