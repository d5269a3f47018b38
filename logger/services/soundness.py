"""Whether a whole database still is what was entered: every ledger, its projection, and the audit."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from logger.services.ledger_checks import damage, strays
from logger.store import audit, counters


def faults(session: Session) -> Iterator[str]:
    """What does not hold together, in Swedish, the first row of each chain named; nothing where all does."""
    broken_event = audit.first_broken(session)
    if broken_event is not None:
        yield f"granskningsloggens kedja håller inte från nr {broken_event}"
    for municipality in counters.every(session):
        yield from _faults_of(session, municipality)


def _faults_of(session: Session, municipality: str) -> Iterator[str]:
    found = damage(session, municipality)
    if found.first_broken_link is not None:
        yield f"kommun {municipality}: kedjan håller inte från nr {found.first_broken_link}"
    if found.spoilt_bodies:
        yield f"kommun {municipality}: innehållet i nr {found.spoilt_bodies[0]} är ändrat"
    if found:
        return  # what a broken ledger makes of its activities tells nothing
    for activity_id in strays(session, municipality)[:1]:
        yield f"kommun {municipality}: aktivitet {activity_id} är inte vad dess poster säger"
