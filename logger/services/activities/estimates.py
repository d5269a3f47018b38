"""What books kept before say of a pledge's commitments: asked for beside every figure, never part of one."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy.orm import Session

from logger.domain.counting.estimates import Estimated, estimated
from logger.services.kept.ledgers import reach_of
from logger.services.pledges.pledges import StoredPledge
from logger.store import places
from logger.store.activities import estimates

Beside = Mapping[str, Estimated]


def estimates_of(
    session: Session, stored: StoredPledge, as_of: date, known_by: datetime | None = None
) -> Beside:
    """By commitment, what the books say up to a day; those that they say nothing of are left out.

    Beside what was frozen or published stand the books alone that were taken in by then, and not out since.
    """
    days = reach_of(stored.pledge)
    lines = estimates.estimates_between(session, stored.municipality, days.first, days.last, known_by)
    if not lines:
        return {}
    listed = places.places_of(session, stored.municipality)
    found = {each.id: estimated(each, lines, listed, as_of) for each in stored.pledge.commitments}
    return {name: each for name, each in found.items() if each is not None}
