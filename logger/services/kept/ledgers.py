"""The ledger of a pledge: what was entered that its figures are made from."""

from datetime import date, timedelta

from sqlalchemy.orm import Session

from logger.domain.counting.accounts import Accounts, opened
from logger.domain.counting.daily import day_book
from logger.domain.counting.day_book import DayBook
from logger.domain.counting.ledger import Ledger
from logger.domain.periods import Days, instant_of
from logger.domain.pledges import Commitment, Pledge
from logger.domain.targets import Reported
from logger.services.kept.pledges_in_force import StoredPledge
from logger.store import places
from logger.store.activities import activities
from logger.store.kept import kept_state, progress
from logger.store.pledges import hand_entered


def ledger_for(session: Session, municipality: str, stored: StoredPledge) -> Ledger:
    """Places, marks and numbers of the pledge, and every activity that touches its validity.

    SQL selects what might count; the domain decides what counts.
    """
    span = reach_of(stored.pledge)
    # A rule date can be the day before the start (Sunday 01:30 belongs to Saturday night).
    first = instant_of(span.first - timedelta(days=1))
    last = instant_of(span.last + timedelta(days=2))
    return Ledger(
        places=places.places_of(session, municipality),
        activities=activities.activities_between(session, municipality, first, last),
        marks=hand_entered.marks(session, municipality, stored.key),
        reports=hand_entered.reports(session, municipality, stored.key),
    )


def accounts_for(session: Session, stored: StoredPledge, as_of: date, *, days: bool = False) -> Accounts:
    """The account of every commitment of the pledge as of the date, from what is kept of it.

    It answers for the periods of the target and the last weeks; for any `days` where that is asked for. Days
    stand by themselves, so that any date may be given. What is not kept (a promise in addition to another, a
    database that is new to keeping) is computed from the activities.
    """
    code, pledge = stored.municipality, stored.pledge
    books = _books(session, stored, as_of, days=days)
    lacking = [each for each in pledge.commitments if each.id not in books and not _is_reported(each)]
    ledger = ledger_for(session, code, stored) if lacking else _without_activities(session, stored)
    found = books | {each.id: day_book(pledge, each, ledger, as_of) for each in lacking}
    return {
        each.id: opened(each, found.get(each.id, DayBook()), ledger, as_of) for each in pledge.commitments
    }


def _books(session: Session, stored: StoredPledge, as_of: date, *, days: bool) -> dict[str, DayBook]:
    """Gists, or where they do not answer the books with all their leaves."""
    if not days:
        kept = progress.of_pledge(session, stored.municipality, stored.key, stored.number)
        gists = {name: found.gist for name in kept.told if (found := kept.of(name))}
        if all((gist.last_day or as_of) <= as_of for gist in gists.values()):
            return gists
    of_pledge = stored.municipality, stored.key
    every = {each.id: (*of_pledge, each.id) for each in stored.pledge.commitments}
    standing = kept_state.standing(session, [of_pledge], [], every.values())
    return {
        name: standing.books.get(key, DayBook())
        for name, key in every.items()
        if standing.of(key, stored.number)
    }


def _is_reported(commitment: Commitment) -> bool:
    return isinstance(commitment.target, Reported)


def _without_activities(session: Session, stored: StoredPledge) -> Ledger:
    return Ledger(
        places=places.places_of(session, stored.municipality),
        marks=hand_entered.marks(session, stored.municipality, stored.key),
        reports=hand_entered.reports(session, stored.municipality, stored.key),
    )


def reach_of(pledge: Pledge) -> Days:
    """From the first day that any commitment holds to the last."""
    return pledge.reach
