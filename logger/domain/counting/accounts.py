"""An account: all that is known of one commitment as of a date, whether computed now or kept before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from logger.domain.counting.covering import covered_places
from logger.domain.counting.daily import day_book
from logger.domain.counting.day_book import DayBook
from logger.domain.counting.ledger import Ledger, Mark, Report
from logger.domain.places import Places
from logger.domain.pledges import Commitment, Pledge


@dataclass(frozen=True, slots=True)
class Account:
    """A commitment with its day book up to the date, the places of the municipality, marks and numbers.

    `covered` are the ids of the places that a coverage is about.
    """

    commitment: Commitment
    as_of: date
    book: DayBook
    places: Places
    covered: frozenset[str] = frozenset()
    marks: Sequence[Mark] = ()
    reports: Sequence[Report] = ()


Accounts = Mapping[str, Account]
"""The accounts of a pledge's commitments, by their ids."""


def account_of(pledge: Pledge, commitment: Commitment, ledger: Ledger, as_of: date) -> Account:
    """The commitment's account, computed from the ledger."""
    return opened(commitment, day_book(pledge, commitment, ledger, as_of), ledger, as_of)


def accounts_of(pledge: Pledge, ledger: Ledger, as_of: date) -> Accounts:
    """The same of every commitment of the pledge."""
    return {each.id: account_of(pledge, each, ledger, as_of) for each in pledge.commitments}


def opened(commitment: Commitment, book: DayBook, ledger: Ledger, as_of: date) -> Account:
    """The account over a day book that is there already, as of the date; of the ledger all but activities."""
    return Account(
        commitment,
        as_of,
        book.until(as_of),
        ledger.places,
        covered_places(commitment, ledger.places),
        tuple(each for each in ledger.marks if each.commitment == commitment.id),
        tuple(each for each in ledger.reports if each.commitment == commitment.id),
    )
