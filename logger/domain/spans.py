"""What was done towards a commitment on some days, whatever its periods and its goal."""

from dataclasses import replace
from datetime import date

from logger.domain.contributions import Contribution, Why, contributions
from logger.domain.ledger import Ledger
from logger.domain.occasions import occasions
from logger.domain.periods import Days
from logger.domain.pledges import Commitment, Pledge
from logger.domain.tallies import tally
from logger.domain.targets import Hours, Milestone, Reported, Sum


def done_within(pledge: Pledge, commitment: Commitment, ledger: Ledger, days: Days, as_of: date) -> int:
    """Seconds for hours, the counter for sums, the number for what is reported, else occasions.

    Days of work are not distinct days or places here: it says what was done, not what it was worth.
    """
    match commitment.target:
        case Hours() | Sum() | Reported():
            return tally(pledge, commitment, ledger, as_of)(days)
        case Milestone():
            marked = (each.date for each in ledger.marks if each.commitment == commitment.id)
            known = sum(day in days and day in commitment.valid and day <= as_of for day in marked)
            return known + _occasions(pledge, commitment, ledger, days, as_of)
        case _:
            return _occasions(pledge, commitment, ledger, days, as_of)


def given_within(
    pledge: Pledge, commitment: Commitment, ledger: Ledger, days: Days, as_of: date
) -> list[Contribution]:
    """The activities behind it, with amounts that add up to it but for marks and monthly numbers."""
    given = contributions(pledge, commitment.id, ledger, as_of, days)
    if isinstance(commitment.target, Hours | Sum):
        return given
    return [replace(each, amount=1, why=Why.COUNTED) for each in given]


def _occasions(pledge: Pledge, commitment: Commitment, ledger: Ledger, days: Days, as_of: date) -> int:
    return sum(each.rule_date in days for each in occasions(pledge, commitment, ledger, as_of))
