"""The ledger of a pledge: what was entered that its figures are made from."""

from datetime import timedelta

from sqlalchemy.orm import Session

from logger.domain.ledger import Ledger
from logger.domain.periods import Days, instant_of
from logger.domain.pledges import Pledge
from logger.services.pledges import StoredPledge
from logger.store import activities, places, pledges


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
        marks=pledges.marks(session, municipality, stored.key),
        reports=pledges.reports(session, municipality, stored.key),
    )


def reach_of(pledge: Pledge) -> Days:
    """From the first day that any commitment holds to the last."""
    return pledge.reach
