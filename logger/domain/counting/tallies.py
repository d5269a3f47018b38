"""What a commitment's target comes to between two dates."""

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import assert_never

from logger.domain.counting.accounts import Account
from logger.domain.counting.day_book import DayBook
from logger.domain.counting.ledger import Report
from logger.domain.periods import Days
from logger.domain.targets import (
    Count,
    Coverage,
    Hours,
    Increase,
    Milestone,
    Ongoing,
    Reported,
    Sum,
    Unit,
)

Tally = Callable[[Days], int]

MICROSECONDS = 1_000_000


def tally(account: Account) -> Tally:
    """A function from days to the target's value on them, as of the account's date: occasions, seconds …"""
    book = account.book
    match account.commitment.target:
        case Hours():
            return lambda days: whole_seconds_in(book, days)
        case Sum():
            return book.amount_in
        case Reported():
            return lambda days: sum(each.value for each in reported(account) if each.month in days)
        case Milestone():
            return lambda days: int(bool(book.days_in(days)) or any(day in days for day in marked(account)))
        case Count(unit=Unit.DAY):
            return book.days_in
        case Count(unit=Unit.PLACE):
            return lambda days: len(book.visits_in(days))
        case Coverage(at_least=at_least):
            return lambda days: len(places_reached(book.visits_in(days), at_least, account.covered))
        case Count() | Increase() | Ongoing():
            return book.occasions_in
        case _:
            assert_never(account.commitment.target)


def whole_seconds_in(book: DayBook, days: Days) -> int:
    """Presence on the days, rounded to whole seconds once it has been added up."""
    return round(Fraction(book.amount_in(days), MICROSECONDS))


def marked(account: Account) -> list[date]:
    """The days that a milestone was marked as reached, in the validity and up to the account's date."""
    valid = account.commitment.valid
    return [each.date for each in account.marks if each.date in valid and each.date <= account.as_of]


def reported(account: Account) -> list[Report]:
    """The monthly numbers of the validity, up to the account's date."""
    valid = account.commitment.valid
    return [each for each in account.reports if each.month in valid and each.month <= account.as_of]


def places_reached(visits: Mapping[str, int], at_least: int, among: frozenset[str]) -> frozenset[str]:
    """Which of the places have at least so many occasions."""
    return frozenset(place for place in among if visits.get(place, 0) >= at_least)
