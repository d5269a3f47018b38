"""Streams: the numbered series of operations of one browser profile of one user."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from sqlalchemy import ColumnElement, case, select, update
from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import ReturningInsert

from logger.store.statements import Upsert, table_of, upserts
from logger.store.tables import OperationRow, StreamRow

_STREAM = table_of(StreamRow)
_OPERATION = table_of(OperationRow)


class Claim(Enum):
    """Whether a user may send by a stream."""

    GRANTED = "granted"
    FOREIGN = "foreign"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Contact:
    """A stream heard from: whose it should be, by which build, and what it says of its numbers and clock.

    `highest_seq` is the highest number in what it sent, `floor` the lowest that it waits for (0: not said);
    `first_seq` is where its series begins if this is its first contact.
    """

    stream_id: str
    user_id: str
    app_build: str
    label: str
    first_seq: int
    highest_seq: int
    floor: int
    clock_offset: int | None
    at: datetime


def _higher(new: Upsert) -> ColumnElement[int]:
    return case(
        (new.excluded.highest_seq > _STREAM.c.highest_seq, new.excluded.highest_seq),
        else_=_STREAM.c.highest_seq,
    )


def _claiming(new: Upsert) -> ReturningInsert[str]:
    said = ("seen_at", "app_build", "label", "clock_offset")
    noted: dict[str, Any] = {name: new.excluded[name] for name in said}
    noted["highest_seq"] = _higher(new)
    noted["floor"] = case((new.excluded.floor > 0, new.excluded.floor), else_=_STREAM.c.floor)
    return new.on_conflict_do_update(
        index_elements=[_STREAM.c.id],
        set_=noted,
        where=(_STREAM.c.user_id == new.excluded.user_id) & _STREAM.c.revoked_at.is_(None),
    ).returning(_STREAM.c.id)


def _rescuing(new: Upsert) -> ReturningInsert[str]:
    return new.on_conflict_do_update(
        index_elements=[_STREAM.c.id],
        set_={"highest_seq": _higher(new)},
        where=_STREAM.c.user_id == new.excluded.user_id,
    ).returning(_STREAM.c.id)


_CLAIM = {dialect: _claiming(new) for dialect, new in upserts(StreamRow).items()}
_RESCUE = {dialect: _rescuing(new) for dialect, new in upserts(StreamRow).items()}


def claim(session: Session, contact: Contact) -> Claim:
    """Bind the stream to the user at its first use, and note the contact at every other.

    The row stays locked to the end of the transaction: batches of one stream go one by one.
    """
    connection = session.connection()
    granted = connection.execute(_CLAIM[connection.dialect.name], _row(contact))
    if granted.one_or_none() is not None:
        return Claim.GRANTED
    return Claim.REVOKED if owner_of(session, contact.stream_id) == contact.user_id else Claim.FOREIGN


def claim_for_rescue(session: Session, contact: Contact) -> Claim:
    """Whether the user may bring in what this stream's phone could not send; a revoked one's too.

    The phone itself was not heard from: what it last said of itself stays. The row stays locked.
    """
    connection = session.connection()
    granted = connection.execute(_RESCUE[connection.dialect.name], _row(contact))
    return Claim.FOREIGN if granted.one_or_none() is None else Claim.GRANTED


def owner_of(session: Session, stream_id: str) -> str | None:
    """Whose stream it is; None for one that has never been heard from."""
    return session.execute(select(_STREAM.c.user_id).where(_STREAM.c.id == stream_id)).scalar_one_or_none()


@dataclass(frozen=True, slots=True)
class Heard:
    """Whose stream it is, how far it had counted, and when it was last heard from."""

    stream_id: str
    user_id: str
    highest_seq: int
    at: datetime


def heard(session: Session, stream_id: str) -> Heard | None:
    """What is known of a stream; None for one that has never been heard from."""
    columns = (_STREAM.c.id, _STREAM.c.user_id, _STREAM.c.highest_seq, _STREAM.c.seen_at)
    row = session.execute(select(*columns).where(_STREAM.c.id == stream_id)).one_or_none()
    return None if row is None else Heard(*row)


def revoke(session: Session, stream_id: str, at: datetime) -> None:
    """Let the stream send no more; one that was revoked before stays so from then on."""
    session.execute(
        update(_STREAM).where(_STREAM.c.id == stream_id, _STREAM.c.revoked_at.is_(None)).values(revoked_at=at)
    )


def is_revoked(session: Session, stream_id: str) -> bool:
    """Whether the stream may send no more."""
    revoked = select(_STREAM.c.id).where(_STREAM.c.id == stream_id, _STREAM.c.revoked_at.is_not(None))
    return session.execute(revoked).first() is not None


def _row(contact: Contact) -> dict[str, Any]:
    return {
        "id": contact.stream_id,
        "user_id": contact.user_id,
        "label": contact.label,
        "app_build": contact.app_build,
        "first_seq": contact.first_seq,
        "highest_seq": contact.highest_seq,
        "floor": contact.floor,
        "clock_offset": contact.clock_offset,
        "created_at": contact.at,
        "seen_at": contact.at,
    }
