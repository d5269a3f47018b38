"""Activities that come close: of the type and by the performer that a rule names, failing elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from logger.domain.activities import Activity
from logger.domain.counting.counting import DoesNot, Reason, unmet, verdict
from logger.domain.counting.ledger import Ledger
from logger.domain.periods import Days
from logger.domain.pledges import Commitment

NEAR_ALWAYS = frozenset({
    Reason.NOT_FLAGGED, Reason.TOO_SHORT, Reason.TOO_FEW_PEOPLE, Reason.NOT_TARGETED, Reason.NO_END,
    Reason.OUTSIDE_WINDOWS, Reason.INTERRUPTED,
})  # fmt: skip
NEAR_AMONG_TYPES = NEAR_ALWAYS | {Reason.OTHER_PLACE, Reason.OTHER_PLACE_KIND, Reason.NOT_JOINT}


@dataclass(frozen=True, slots=True)
class NearMiss:
    """An activity of the right kind that does not count, and why not."""

    activity: Activity
    reason: Reason


def near_misses(commitment: Commitment, ledger: Ledger, as_of: date, days: Days | None) -> Iterator[NearMiss]:
    """Activities of the type and by the performer that the rule names, that fail on something else."""
    within = days or commitment.valid
    near = NEAR_AMONG_TYPES if commitment.counts.types else NEAR_ALWAYS
    for activity in ledger.activities:
        if activity.local_date > as_of or activity.local_date not in within:
            continue
        judged = verdict(commitment, activity, ledger.places)
        if isinstance(judged, DoesNot) and judged.reason in near and _else_fits(commitment, activity, ledger):
            yield NearMiss(activity, judged.reason)


def _else_fits(commitment: Commitment, activity: Activity, ledger: Ledger) -> bool:
    """An interrupted activity is told so before its rule is asked: it is near only if the rule holds."""
    reason = unmet(commitment.counts, activity, ledger.places)
    return reason is None or reason in NEAR_AMONG_TYPES
