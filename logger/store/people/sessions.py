"""Sign-ins kept on the server, by the SHA-256 of their random id."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.orm import Session

from logger.store.statements import table_of
from logger.store.tables import SessionRow, UserRow


@dataclass(frozen=True, slots=True)
class StoredSession:
    """A session that has not been ended; `stream_id` is the stream that last sent under it.

    `browser` is what its owner knows the browser by.
    """

    user_id: str
    created_at: datetime
    seen_at: datetime
    expires_at: datetime
    stream_id: str | None = None
    browser: str | None = None


_FIELDS = tuple(getattr(SessionRow, name) for name in StoredSession.__slots__)
_SESSION = table_of(SessionRow)
# Every request asks it: it is put together once.
_OPEN = select(*(_SESSION.c[name] for name in StoredSession.__slots__)).where(
    _SESSION.c.id_hash == bindparam("hash"), _SESSION.c.ended_at.is_(None)
)


def open_session(session: Session, id_hash: str) -> StoredSession | None:
    """The session with this hash, unless it was ended; whether it has expired is the caller's to judge."""
    row = session.execute(_OPEN, {"hash": id_hash}).one_or_none()
    return None if row is None else StoredSession(*row)


def open_of(session: Session, user_id: str, now: datetime) -> dict[str, StoredSession]:
    """A user's sessions by their hash that were neither ended nor have expired."""
    rows = session.execute(
        select(SessionRow.id_hash, *_FIELDS).where(
            SessionRow.user_id == user_id, SessionRow.ended_at.is_(None), SessionRow.expires_at > now
        )
    )
    return {row.id_hash: StoredSession(*row[1:]) for row in rows}


def shut_session(session: Session, id_hash: str) -> StoredSession | None:
    """The session with this hash if it was ended by shutting its user out, and nobody let them in again."""
    row = session.execute(
        select(*_FIELDS)
        .join(UserRow, UserRow.id == SessionRow.user_id)
        .where(SessionRow.id_hash == id_hash, SessionRow.ended_at == UserRow.disabled_at)
    ).one_or_none()
    return None if row is None else StoredSession(*row)


def add(session: Session, id_hash: str, begun: StoredSession) -> None:
    """Begin a session."""
    session.add(
        SessionRow(
            id_hash=id_hash,
            user_id=begun.user_id,
            created_at=begun.created_at,
            seen_at=begun.seen_at,
            expires_at=begun.expires_at,
            browser=begun.browser,
        )
    )
    session.flush()


def forget_old(session: Session, before: datetime) -> None:
    """Drop the sessions that were over before then."""
    session.execute(delete(SessionRow).where(SessionRow.expires_at < before))


def touch(session: Session, id_hash: str, now: datetime) -> None:
    """Note that the session was used."""
    session.execute(update(SessionRow).where(SessionRow.id_hash == id_hash).values(seen_at=now))


def remember_stream(session: Session, id_hash: str, stream_id: str) -> None:
    """Note which stream sends under the session."""
    session.execute(update(SessionRow).where(SessionRow.id_hash == id_hash).values(stream_id=stream_id))


def end(session: Session, id_hash: str, now: datetime) -> None:
    """End one session; ending it again changes nothing."""
    session.execute(
        update(SessionRow)
        .where(SessionRow.id_hash == id_hash, SessionRow.ended_at.is_(None))
        .values(ended_at=now)
    )


def end_all_of(session: Session, user_id: str, now: datetime) -> None:
    """End all of a user's sessions: the account was disabled, or its password changed."""
    session.execute(
        update(SessionRow)
        .where(SessionRow.user_id == user_id, SessionRow.ended_at.is_(None))
        .values(ended_at=now)
    )


def end_others_of(session: Session, user_id: str, id_hash: str, now: datetime) -> None:
    """End all of a user's sessions but this one."""
    session.execute(
        update(SessionRow)
        .where(SessionRow.user_id == user_id, SessionRow.id_hash != id_hash, SessionRow.ended_at.is_(None))
        .values(ended_at=now)
    )


def end_all(session: Session, now: datetime) -> None:
    """End everybody's sessions."""
    session.execute(update(SessionRow).where(SessionRow.ended_at.is_(None)).values(ended_at=now))
