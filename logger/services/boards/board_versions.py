"""Whether a board may have changed since somebody was given it: found out without counting anything."""

from datetime import datetime
from hashlib import sha256

from sqlalchemy.orm import Session

from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, require
from logger.domain.periods import local_date
from logger.domain.refusing.refusals import NotFound
from logger.services.boards.boards import followed_by
from logger.services.boards.desk_work import waiting_for
from logger.store import audit
from logger.store.syncing import counters


def version_of(
    session: Session, principal: Principal | None, code: str, asked: str, now: datetime, release: str
) -> str:
    """Hex digits that change whenever what the principal is shown of the municipality's figures may have.

    Every entry moves its municipality's counter, every other change leaves a row in the audit; a day and a
    release change the figures and the words, and what waits at the desk stands beside them. `asked` is the
    address with everything in it. Raises SignInNeeded or NotFound.
    """
    principal = require(principal, Action.READ, Resource.FIGURES, code)
    return _version(session, principal, (release, asked, waiting_for(session, principal, code, now)), now)


def version_of_all(
    session: Session, principal: Principal | None, asked: str, now: datetime, release: str
) -> str:
    """The same of everything that the principal follows. Raises SignInNeeded and NotFound."""
    followed = [each.municipality.code for each in followed_by(session, principal)]
    if principal is None or not followed:
        raise NotFound
    return version_of(session, principal, followed[0], asked, now, release)


def _version(session: Session, principal: Principal, shown: object, now: datetime) -> str:
    standing = counters.every(session, principal.municipalities)
    seen = (
        shown,
        local_date(now).isoformat(),
        principal,
        sorted((each, at.epoch, at.server_seq, at.rules) for each, at in standing.items()),
        audit.last_about_any(session, principal.municipalities),
    )
    return sha256(repr(seen).encode()).hexdigest()[:32]
