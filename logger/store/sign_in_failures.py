"""Failed sign-ins, by account and by network."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from logger.domain.sign_in_delays import FORGOTTEN_AFTER, Failures
from logger.store.tables import SignInFailureRow


def failures(session: Session, keys: tuple[str, ...]) -> dict[str, Failures]:
    """What is remembered under the keys."""
    rows = session.execute(
        select(SignInFailureRow.key, SignInFailureRow.count, SignInFailureRow.last_at).where(
            SignInFailureRow.key.in_(keys)
        )
    )
    return {key: Failures(count, last_at) for key, count, last_at in rows}


def add(session: Session, key: str, now: datetime) -> None:
    """Count one more under the key, from one again where the last was long ago."""
    row = session.get(SignInFailureRow, key, with_for_update=True)
    if row is None:
        session.add(SignInFailureRow(key=key, count=1, last_at=now))
    else:
        row.count = 1 if now - row.last_at >= FORGOTTEN_AFTER else row.count + 1
        row.last_at = now
    session.flush()


def forget(session: Session, key: str) -> None:
    """Begin afresh: the person behind the key is known."""
    session.execute(delete(SignInFailureRow).where(SignInFailureRow.key == key))


def forget_old(session: Session, now: datetime) -> None:
    """Drop what no longer matters: the table stays small, and nothing is kept longer than need be."""
    session.execute(delete(SignInFailureRow).where(SignInFailureRow.last_at < now - FORGOTTEN_AFTER))
