"""The audit chain of what was done besides logging: each link holds the hash of the one before."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import func, select, text
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
    last = session.execute(
        select(AuditRow.seq, AuditRow.hash).order_by(AuditRow.seq.desc()).limit(1)
    ).one_or_none()
    seq, prev = (last.seq + 1, last.hash) if last else (1, _NOTHING_BEFORE)
    row = AuditRow(
        seq=seq,
        at=now,
        actor=event.actor,
        municipality=event.municipality,
        action=event.action,
        object=event.object,
        body_sha256=sha256(_canonical(event.body)).hexdigest(),
        prev=prev,
        hash="",
    )
    row.hash = link(row)
    session.add(row)
    session.flush()


def last_about(session: Session, municipality: str) -> int:
    """The number of the last event about a municipality; 0 before the first."""
    return session.scalar(select(func.max(AuditRow.seq)).where(AuditRow.municipality == municipality)) or 0


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
