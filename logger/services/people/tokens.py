"""Machines' tokens: a role within one municipality, for programs that read through the same doors."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from logger.domain.people.people import Grant, Principal, Role
from logger.domain.refusing.refusals import NotFound, UnknownChoice
from logger.services.transactions import writing
from logger.store import audit
from logger.store.people import people
from logger.store.people import tokens as store

# Says what it is wherever it turns up, so that scanners for leaked secrets know it.
_PREFIX = "faltlogg_"


@dataclass(frozen=True)
class NewToken:
    """A token just made; `secret` is shown once and stored nowhere."""

    id: str
    secret: str
    expires_at: datetime


@dataclass(frozen=True)
class TokenOrder:
    """What a token is to be: a role in one municipality, for so long, and what it is used for."""

    municipality: str
    role: Role
    name: str
    lasts: timedelta


def create(session: Session, order: TokenOrder, now: datetime) -> NewToken:
    """Make a token; raises UnknownChoice where there is no municipality by that code."""
    municipality, expires_at = order.municipality, now + order.lasts
    new = NewToken(str(uuid4()), _PREFIX + secrets.token_urlsafe(32), expires_at)
    with writing(session):
        if people.municipality(session, municipality) is None:
            raise UnknownChoice(f"Kommunen {municipality} finns inte i den här databasen.")
        stored = store.StoredToken(new.id, order.name, municipality, order.role, expires_at)
        store.add(session, stored, _hashed(new.secret), now)
        told = {"name": order.name, "role": order.role, "expires_at": expires_at.isoformat()}
        audit.append(
            session, audit.Event("operator", "token_create", f"token:{new.id}", municipality, told), now
        )
    return new


def revoke(session: Session, token_id: str, now: datetime) -> None:
    """Revoke a token for good; raises NotFound where there is none to revoke."""
    with writing(session):
        if not _is_uuid(token_id) or not store.revoke(session, token_id, now):
            raise NotFound("Det finns ingen sådan nyckel, eller så är den redan återkallad.")
        audit.append(session, audit.Event("operator", "token_revoke", f"token:{token_id}"), now)


def principal_of(session: Session, secret: str, now: datetime) -> Principal | None:
    """What the machine with this secret may act as; None when it is unknown, revoked or outlived."""
    found = store.token(session, _hashed(secret))
    if found is None or (found.expires_at is not None and now >= found.expires_at):
        return None
    grant = Grant(found.role, municipality=found.municipality)
    return Principal(found.id, found.name, "", (grant,), (found.municipality,), kind="token")


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def _hashed(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
