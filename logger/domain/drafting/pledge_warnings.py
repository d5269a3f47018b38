"""What a pledge file may say but a coordinator should know: targets that can never be scored."""

from collections.abc import Iterator
from dataclasses import dataclass

from logger.domain.counting.covering import covered_places
from logger.domain.places import Places
from logger.domain.pledges import Commitment, Pledge
from logger.domain.progress.judging import can_be_scored
from logger.domain.progress.pace import eligible_days
from logger.domain.targets import (
    Count,
    Coverage,
    EachPeriod,
    Hours,
    Increase,
    Milestone,
    Ongoing,
    Reported,
    Sum,
    Target,
    per_of,
)

NO_BASELINE = "ökningen har inget utgångsvärde (baseline) och kan därför aldrig bedömas"
NO_ELIGIBLE_DAY = "ingen dag i giltigheten räknas, så målet kan aldrig bedömas"
NO_WHOLE_PERIOD = "ingen hel period ryms i giltigheten, så målet kan aldrig bedömas"
NO_PLACES = "räkneregeln pekar inte ut några platser att täcka, så målet kan aldrig bedömas"
NO_REASON = "en paus eller ett ändrat mål saknar skäl (reason); skälet visas för medborgarna"


@dataclass(frozen=True, slots=True)
class PledgeWarning:
    """Something to know about one commitment, in plain Swedish."""

    commitment: str
    message: str

    def __str__(self) -> str:
        return f"{self.commitment}: {self.message}"


def warnings(pledge: Pledge, places: Places | None = None) -> list[PledgeWarning]:
    """What to know about the pledge before it is signed, in its own order.

    `places` are the municipality's places by id; where they are not known, a coverage that names any kind of
    place is given the benefit of the doubt.
    """
    return [
        PledgeWarning(commitment.id, message)
        for commitment in pledge.commitments
        for message in warnings_of(commitment, places)
    ]


def warnings_of(commitment: Commitment, places: Places | None = None) -> list[str]:
    """The same of one commitment."""
    return [*_never_scored(commitment, places), *_without_reason(commitment)]


def _never_scored(commitment: Commitment, places: Places | None) -> Iterator[str]:
    target = commitment.target
    if isinstance(target, Milestone | Ongoing | Reported):
        return
    if isinstance(target, Increase) and target.baseline is None:
        yield NO_BASELINE
    elif isinstance(target, Coverage) and not _has_places(commitment, places):
        yield NO_PLACES
    elif (per := per_of(target)) and not can_be_scored(commitment, per):
        yield NO_WHOLE_PERIOD
    elif not _each_period(target) and not eligible_days(commitment):
        yield NO_ELIGIBLE_DAY


def _each_period(target: Target) -> bool:
    """A period that pauses touch all over is scored all the same, once it is met."""
    match target:
        case Count(judged=judged) | Sum(judged=judged) | Hours(judged=judged) | Coverage(judged=judged):
            return isinstance(judged, EachPeriod)
        case _:
            return False


def _has_places(commitment: Commitment, places: Places | None) -> bool:
    rule = commitment.counts
    if places is None:
        return bool(rule.places or rule.place_kinds or rule.flagged)
    return bool(covered_places(commitment, places))


def _without_reason(commitment: Commitment) -> Iterator[str]:
    revisions = commitment.target.goal.revisions if isinstance(commitment.target, Count | Sum | Hours) else ()
    reasons = [pause.reason for pause in commitment.pauses] + [revision.reason for revision in revisions]
    if not all(reasons):
        yield NO_REASON
