"""Streams: the numbered series of operations of one browser profile of one user."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from sqlalchemy import case, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import ReturningInsert

from logger.store.statements import Upsert, table_of, upserts
from logger.store.tables import StreamRow

_STREAM = table_of(StreamRow)


class Claim(Enum):
    """Whether a user may send by a stream."""

    GRANTED = "granted"
    FOREIGN = "foreign"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Contact:
    """A stream heard from: whose it should be, by which build, up to which number."""

    stream_id: str
    user_id: str
    app_build: str
    highest_seq: int
    at: datetime


def _claiming(new: Upsert) -> ReturningInsert[str]:
    higher = case(
        (new.excluded.highest_seq > _STREAM.c.highest_seq, new.excluded.highest_seq),
        else_=_STREAM.c.highest_seq,
    )
    noted = {"seen_at": new.excluded.seen_at, "app_build": new.excluded.app_build, "highest_seq": higher}
    return new.on_conflict_do_update(
        index_elements=[_STREAM.c.id],
        set_=noted,
        where=(_STREAM.c.user_id == new.excluded.user_id) & _STREAM.c.revoked_at.is_(None),
    ).returning(_STREAM.c.id)


_CLAIM = {dialect: _claiming(new) for dialect, new in upserts(StreamRow).items()}


def claim(session: Session, contact: Contact) -> Claim:
    """Bind the stream to the user at its first use, and note the contact at every other.

    The row stays locked to the end of the transaction: batches of one stream go one by one.
    """
    connection = session.connection()
    granted = connection.execute(
        _CLAIM[connection.dialect.name],
        {
            "id": contact.stream_id,
            "user_id": contact.user_id,
            "label": "",
            "app_build": contact.app_build,
            "highest_seq": contact.highest_seq,
            "created_at": contact.at,
            "seen_at": contact.at,
        },
    )
    if granted.one_or_none() is not None:
        return Claim.GRANTED
    owner = session.execute(select(_STREAM.c.user_id).where(_STREAM.c.id == contact.stream_id)).scalar_one()
    return Claim.REVOKED if owner == contact.user_id else Claim.FOREIGN
