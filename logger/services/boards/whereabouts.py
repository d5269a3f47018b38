"""Where somebody works: the municipalities they reach, and the one they are in now."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from logger.domain.people.people import Municipality, Principal, Role
from logger.domain.refusing.refusals import NotFound
from logger.services.transactions import writing
from logger.store.people import people


@dataclass(frozen=True)
class Whereabouts:
    """The municipalities a principal reaches, by name, and the current one; `role` is the one held there."""

    municipalities: tuple[Municipality, ...]
    current: str | None
    role: Role | None


def whereabouts(session: Session, principal: Principal) -> Whereabouts:
    """Where the principal may work and works now: the last used, else the first by name."""
    reached = tuple(each for each in people.municipalities(session) if each.code in principal.municipalities)
    last = people.current_municipality(session, principal.user_id)
    current = last if last in principal.municipalities else next(iter(principal.municipalities), None)
    held = principal.roles_in(current) if current else principal.roles
    return Whereabouts(reached, current, next((role for role in Role if role in held), None))


def move_to(session: Session, principal: Principal, code: str) -> None:
    """Make a municipality the current one; raises NotFound for one that the principal does not reach."""
    if principal.kind != "user" or code not in principal.municipalities:
        raise NotFound
    with writing(session):
        people.set_current_municipality(session, principal.user_id, code)
