"""Codes that were given out and not used yet, one for each user at the most."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from logger.domain.people.invitations import Purpose
from logger.store.statements import upsert
from logger.store.tables import InvitationRow, UserRow


@dataclass(frozen=True, slots=True)
class StoredCode:
    """What is kept of a code: whose it is, its hash, why and by whom it was made, and how long it holds."""

    user_id: str
    purpose: Purpose
    code_hash: str
    created_by: str
    created_at: datetime
    expires_at: datetime


def put(session: Session, code: StoredCode) -> None:
    """Keep a code; the one that the user had before opens nothing any more."""
    said = {name: getattr(code, name) for name in StoredCode.__slots__}
    new = upsert(session, InvitationRow).values(said)
    session.execute(new.on_conflict_do_update(index_elements=[InvitationRow.user_id], set_=said))


def hash_of(session: Session, user_id: str, now: datetime) -> str | None:
    """The hash of the user's code, while it holds."""
    return session.scalar(
        select(InvitationRow.code_hash).where(
            InvitationRow.user_id == user_id, InvitationRow.expires_at > now
        )
    )


def purpose_of(session: Session, user_id: str) -> Purpose | None:
    """Why the user's code was made; None where there is none."""
    purpose = session.scalar(select(InvitationRow.purpose).where(InvitationRow.user_id == user_id))
    return None if purpose is None else Purpose(purpose)


def use(session: Session, user_id: str, code_hash: str) -> bool:
    """Let the code open nothing more; False where another was quicker, or it was taken back meanwhile."""
    used = session.execute(
        delete(InvitationRow)
        .where(InvitationRow.user_id == user_id, InvitationRow.code_hash == code_hash)
        .returning(InvitationRow.user_id)
    )
    return used.one_or_none() is not None


def drop(session: Session, user_id: str) -> bool:
    """Take the user's code back; False where there is none."""
    dropped = delete(InvitationRow).where(InvitationRow.user_id == user_id).returning(InvitationRow.user_id)
    return session.execute(dropped).one_or_none() is not None


def drop_all(session: Session) -> None:
    """Take every code back."""
    session.execute(delete(InvitationRow))


def forget_password(session: Session, user_id: str) -> None:
    """Let no password open the account until another is chosen."""
    session.execute(update(UserRow).where(UserRow.id == user_id).values(password_hash=None))
