"""What waits for somebody at the desk of a municipality, in numbers, for every page's list of pages."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, allowed
from logger.services.syncing.phone_lists import count_quiet
from logger.store.syncing import held


@dataclass(frozen=True, slots=True)
class DeskWork:
    """Held entries to decide on, and phones to ask for; None where it is not this person's to know."""

    held: int | None
    quiet_phones: int | None


def waiting_for(session: Session, principal: Principal, municipality: str, now: datetime) -> DeskWork:
    """What waits for the principal in a municipality."""
    decides = allowed(principal, Action.READ, Resource.HELD, municipality)
    sees_phones = allowed(principal, Action.READ, Resource.DEVICES, municipality)
    return DeskWork(
        held=held.count_in(session, municipality) if decides else None,
        quiet_phones=count_quiet(session, principal, municipality, now) if sees_phones else None,
    )
