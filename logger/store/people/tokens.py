"""Machines' tokens, by the SHA-256 of what the machine holds."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from logger.domain.people.people import Role
from logger.store.tables import TokenRow


@dataclass(frozen=True, slots=True)
class StoredToken:
    """A token that has been neither revoked nor outlived."""

    id: str
    name: str
    municipality: str
    role: Role
    expires_at: datetime | None


def token(session: Session, token_hash: str) -> StoredToken | None:
    """The token with this hash, unless it was revoked."""
    row = session.execute(
        select(TokenRow.id, TokenRow.name, TokenRow.municipality, TokenRow.role, TokenRow.expires_at).where(
            TokenRow.hash == token_hash, TokenRow.revoked_at.is_(None)
        )
    ).one_or_none()
    if row is None:
        return None
    return StoredToken(row.id, row.name, row.municipality, Role(row.role), row.expires_at)


def add(session: Session, new: StoredToken, token_hash: str, now: datetime) -> None:
    """Keep a token just made."""
    session.add(
        TokenRow(
            id=new.id,
            hash=token_hash,
            name=new.name,
            municipality=new.municipality,
            role=new.role,
            created_at=now,
            expires_at=new.expires_at,
        )
    )
    session.flush()


def revoke(session: Session, token_id: str, now: datetime) -> bool:
    """Revoke a token; False where there is none by that id or it was revoked before."""
    row = session.get(TokenRow, token_id)
    if row is None or row.revoked_at is not None:
        return False
    row.revoked_at = now
    return True
