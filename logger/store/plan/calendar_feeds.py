"""Secret addresses of calendars, by the hash of what stands in them: one for each person."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from logger.store.tables import CalendarFeedRow


def owner_of(session: Session, secret_hash: str) -> str | None:
    """Whose calendar it is; None where the address was taken back or never was."""
    return session.scalar(select(CalendarFeedRow.user_id).where(CalendarFeedRow.hash == secret_hash))


def made_at(session: Session, user_id: str) -> datetime | None:
    """When the person's address was made; None where there is none."""
    return session.scalar(select(CalendarFeedRow.made_at).where(CalendarFeedRow.user_id == user_id))


def put(session: Session, user_id: str, secret_hash: str, now: datetime) -> None:
    """Let this be the person's address, and no other."""
    drop(session, user_id)
    session.add(CalendarFeedRow(user_id=user_id, hash=secret_hash, made_at=now))
    session.flush()


def drop(session: Session, user_id: str) -> bool:
    """Take the person's address back; False where there was none."""
    found = session.scalar(select(CalendarFeedRow.user_id).where(CalendarFeedRow.user_id == user_id))
    session.execute(delete(CalendarFeedRow).where(CalendarFeedRow.user_id == user_id))
    return found is not None
