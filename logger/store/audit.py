"""The audit chain of what was done besides logging: each link holds the hash of the one before."""

import json
from collections.abc import Collection, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import and_, func, or_, select, text
from sqlalchemy.orm import Session

from logger.store.tables import AuditRow

_NOTHING_BEFORE = "0" * 64
_ANY_ONE_LOCK = 4_711_001  # PostgreSQL: one writer of the chain at a time; SQLite has one writer anyway


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to which object; `body` is only kept as its digest."""

    actor: str
    action: str
    object: str
    municipality: str | None = None
    body: dict[str, Any] = field(default_factory=dict)


def append(session: Session, event: Event, now: datetime) -> None:
    """Add the event to the chain, in the transaction of the deed that it tells of."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _ANY_ONE_LOCK})
    last, prev = head(session)
    row = AuditRow(
        seq=last + 1,
        at=now,
        actor=event.actor,
        municipality=event.municipality,
        action=event.action,
        object=event.object,
        body_sha256=digest_of(event.body),
        prev=prev,
        hash="",
    )
    row.hash = link(row)
    session.add(row)
    session.flush()


def digest_of(body: Mapping[str, Any]) -> str:
    """What is kept of an event's body, in hex."""
    return sha256(_canonical(body)).hexdigest()


def digests_of(session: Session, municipality: str, action: str) -> dict[datetime, str]:
    """The digests of all events of this kind about a municipality, by when they happened."""
    query = select(AuditRow.at, AuditRow.body_sha256).where(
        AuditRow.municipality == municipality, AuditRow.action == action
    )
    return {row.at: row.body_sha256 for row in session.execute(query)}


def object_at(session: Session, municipality: str, action: str, at: datetime) -> str | None:
    """The object of the event of this kind that happened then; None for none."""
    query = select(AuditRow.object).where(
        AuditRow.municipality == municipality, AuditRow.action == action, AuditRow.at == at
    )
    return session.scalar(query.limit(1))


def last_about(session: Session, municipality: str) -> int:
    """The number of the last event about a municipality; 0 before the first."""
    return session.scalar(select(func.max(AuditRow.seq)).where(AuditRow.municipality == municipality)) or 0


def last_about_any(session: Session, municipalities: Collection[str]) -> int:
    """The number of the last event about one of them or about no single one, sign-ins aside."""
    about_all = and_(AuditRow.municipality.is_(None), AuditRow.action != "sign_in")
    about = or_(AuditRow.municipality.in_(municipalities), about_all)
    return session.scalar(select(func.max(AuditRow.seq)).where(about)) or 0


def last_of_object(session: Session, name: str) -> int:
    """The number of the last event about an object; 0 before the first."""
    return session.scalar(select(func.max(AuditRow.seq)).where(AuditRow.object == name)) or 0


def head(session: Session) -> tuple[int, str]:
    """The number and the hash of the last event."""
    last = session.execute(
        select(AuditRow.seq, AuditRow.hash).order_by(AuditRow.seq.desc()).limit(1)
    ).one_or_none()
    return (last.seq, last.hash) if last else (0, _NOTHING_BEFORE)


def knows(session: Session, seq: int, hash_: str) -> bool:
    """Whether an event of this number and hash is in this history."""
    if seq == 0:
        return True
    return session.scalar(select(AuditRow.hash).where(AuditRow.seq == seq)) == hash_


def first_broken(session: Session) -> int | None:
    """The number of the first event that does not follow from those before it; None where the chain holds."""
    prev = _NOTHING_BEFORE
    query = select(AuditRow).order_by(AuditRow.seq).execution_options(yield_per=1_000)
    with closing(session.scalars(query)) as rows:  # PostgreSQL keeps a cursor open for the rest
        for number, row in enumerate(rows, start=1):
            if row.seq != number or row.prev != prev or row.hash != link(row):
                return number
            prev = row.hash
    return None


def link(row: AuditRow) -> str:
    """The hash of a link: over all it says and the hash before it."""
    said = [
        row.prev,
        row.seq,
        row.at.astimezone(UTC).isoformat(),
        row.actor,
        row.municipality,
        row.action,
        row.object,
        row.body_sha256,
    ]
    return sha256(_canonical(said)).hexdigest()


def _canonical(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str).encode()
