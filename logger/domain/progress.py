"""What every commitment of a pledge has come to as of a date."""

from collections.abc import Sequence
from datetime import date
from typing import assert_never

from logger.domain.answers import MilestoneProgress, OngoingProgress, Progress, ReportedProgress
from logger.domain.judging import each_period, in_total, on_average, total
from logger.domain.ledger import Ledger
from logger.domain.occasions import Occasion, occasions
from logger.domain.pace import SMALL_GOAL, Pace, Status, pace, status_of_milestone, status_of_reported
from logger.domain.pledges import Commitment, Pledge
from logger.domain.tallies import Tally, covered_places, places_reached, tally
from logger.domain.targets import (
    Count,
    Coverage,
    EachPeriod,
    Hours,
    Increase,
    InTotal,
    Milestone,
    OnAverage,
    Ongoing,
    Reported,
    Sum,
)

__all__ = ["Ledger", "Progress", "Status", "commitment_progress", "of_number", "progress"]


def progress(pledge: Pledge, ledger: Ledger, as_of: date) -> dict[str, Progress]:
    """What every commitment has come to at the end of the local day `as_of`, by commitment id.

    The answer is what the ledger knows, whenever it came to know it.
    """
    return {each.id: commitment_progress(pledge, each, ledger, as_of) for each in pledge.commitments}


def commitment_progress(pledge: Pledge, commitment: Commitment, ledger: Ledger, as_of: date) -> Progress:
    """What one commitment of the pledge has come to at the end of the local day `as_of`."""
    here = pace(commitment, as_of)
    match commitment.target:
        case Ongoing():
            return _ongoing(occasions(pledge, commitment, ledger, as_of), here)
        case Coverage() as coverage:
            return _coverage(pledge, commitment, coverage, ledger, here)
        case Count() | Sum() | Hours() | Increase() | Milestone() | Reported() as number:
            return of_number(commitment, number, tally(pledge, commitment, ledger, as_of), here)
        case _:
            assert_never(commitment.target)


def of_number(
    commitment: Commitment,
    number: Count | Sum | Hours | Increase | Milestone | Reported,
    value: Tally,
    here: Pace,
) -> Progress:
    """What a tally comes to, held to the commitment's target, wherever the tally is from."""
    match number:
        case Count() | Sum() | Hours() as target:
            return _judged(commitment, target, value, here)
        case Increase(baseline=baseline):
            goal = None if baseline is None else baseline + 1
            return total(commitment, value(commitment.valid), goal, here, small=(goal or 0) <= SMALL_GOAL)
        case Milestone():
            done = value(commitment.valid)
            return MilestoneProgress(status_of_milestone(done, here), done)
        case Reported(at_least=at_least):
            entered = value(commitment.valid)
            return ReportedProgress(status_of_reported(entered, at_least, here), entered, at_least)
        case _:
            assert_never(number)


def _coverage(
    pledge: Pledge, commitment: Commitment, target: Coverage, ledger: Ledger, here: Pace
) -> Progress:
    places = covered_places(commitment, ledger)
    if isinstance(target.judged, EachPeriod):
        value = tally(pledge, commitment, ledger, here.as_of)
        return each_period(commitment, len(places), target.judged.per, value, here)
    reached = places_reached(occasions(pledge, commitment, ledger, here.as_of), target.at_least, places)
    small = len(places) <= SMALL_GOAL
    return total(commitment, len(reached), len(places), here, small=small, remaining=places - reached)


def _ongoing(found: Sequence[Occasion], here: Pace) -> Progress:
    last = max((each.rule_date for each in found), default=None)
    return OngoingProgress(Status.NO_NUMBER if here.started else Status.NOT_STARTED, len(found), last)


def _judged(commitment: Commitment, target: Count | Sum | Hours, value: Tally, here: Pace) -> Progress:
    match target.judged:
        case InTotal():
            return in_total(commitment, target.goal, value, here)
        case OnAverage(per=per):
            return on_average(commitment, target.goal, per, value, here)
        case EachPeriod(per=per):
            return each_period(commitment, target.goal, per, value, here)
        case _:
            assert_never(target.judged)
