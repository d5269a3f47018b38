"""The version of a pledge that something was frozen from."""

from dataclasses import replace

from sqlalchemy.orm import Session

from logger.domain.refusing.refusals import NotFound
from logger.services.pledges.pledges import StoredPledge, pledge_in
from logger.store.pledges import pledge_history


def version_of(session: Session, stored: StoredPledge, number: int) -> StoredPledge:
    """The pledge as one of its versions had it. Raises NotFound."""
    if number == stored.number:
        return stored
    versions = pledge_history.versions_of(session, stored.municipality, stored.key)
    found = next((each for each in versions if each.number == number), None)
    if found is None:
        raise NotFound
    return replace(stored, number=number, pledge=pledge_in(session, found.text, found.sha256))
