"""What every commitment of a pledge has come to as of a date."""

from datetime import date
from typing import assert_never

from logger.domain.counting.accounts import Account, account_of
from logger.domain.counting.ledger import Ledger
from logger.domain.counting.tallies import Tally, places_reached, tally
from logger.domain.pledges import Commitment, Pledge
from logger.domain.progress.answers import MilestoneProgress, OngoingProgress, Progress, ReportedProgress
from logger.domain.progress.judging import each_period, in_total, on_average, total
from logger.domain.progress.pace import (
    SMALL_GOAL,
    Pace,
    Status,
    pace,
    status_of_milestone,
    status_of_reported,
)
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

__all__ = ["Ledger", "Progress", "Status", "commitment_progress", "of_number", "progress", "standing"]


def progress(pledge: Pledge, ledger: Ledger, as_of: date) -> dict[str, Progress]:
    """What every commitment has come to at the end of the local day `as_of`, by commitment id.

    The answer is what the ledger knows, whenever it came to know it.
    """
    return {each.id: commitment_progress(pledge, each, ledger, as_of) for each in pledge.commitments}


def commitment_progress(pledge: Pledge, commitment: Commitment, ledger: Ledger, as_of: date) -> Progress:
    """What one commitment of the pledge has come to at the end of the local day `as_of`."""
    return standing(account_of(pledge, commitment, ledger, as_of))


def standing(account: Account) -> Progress:
    """What a commitment has come to by its account: the one way to a figure, kept or computed."""
    commitment, here = account.commitment, pace(account.commitment, account.as_of)
    match commitment.target:
        case Ongoing():
            return _ongoing(account, here)
        case Coverage() as coverage:
            return _coverage(account, coverage, here)
        case Count() | Sum() | Hours() | Increase() | Milestone() | Reported() as number:
            return of_number(commitment, number, tally(account), here)
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


def _coverage(account: Account, target: Coverage, here: Pace) -> Progress:
    commitment, places = account.commitment, account.covered
    if isinstance(target.judged, EachPeriod):
        return each_period(commitment, len(places), target.judged.per, tally(account), here)
    reached = places_reached(account.book.visits_in(commitment.valid), target.at_least, places)
    small = len(places) <= SMALL_GOAL
    return total(commitment, len(reached), len(places), here, small=small, remaining=places - reached)


def _ongoing(account: Account, here: Pace) -> Progress:
    found = account.book.occasions_in(account.commitment.valid)
    status = Status.NO_NUMBER if here.started else Status.NOT_STARTED
    return OngoingProgress(status, found, account.book.last_began)


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
