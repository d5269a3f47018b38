"""What was done towards a commitment on some days, whatever its periods and its goal."""

from dataclasses import replace
from datetime import date

from logger.domain.counting.accounts import Account
from logger.domain.counting.contributions import Contribution, Why, contributions
from logger.domain.counting.ledger import Ledger
from logger.domain.counting.tallies import marked, tally
from logger.domain.periods import Days
from logger.domain.pledges import Commitment, Pledge
from logger.domain.targets import Hours, Milestone, Reported, Sum


def done_within(account: Account, days: Days) -> int:
    """Seconds for hours, the counter for sums, the number for what is reported, else occasions.

    Days of work are not distinct days or places here: it says what was done, not what it was worth.
    """
    match account.commitment.target:
        case Hours() | Sum() | Reported():
            return tally(account)(days)
        case Milestone():
            return sum(day in days for day in marked(account)) + account.book.occasions_in(days)
        case _:
            return account.book.occasions_in(days)


def given_within(
    pledge: Pledge, commitment: Commitment, ledger: Ledger, days: Days, as_of: date
) -> list[Contribution]:
    """The activities behind it, with amounts that add up to it but for marks and monthly numbers."""
    given = contributions(pledge, commitment.id, ledger, as_of, days)
    if isinstance(commitment.target, Hours | Sum):
        return given
    return [replace(each, amount=1, why=Why.COUNTED) for each in given]
