"""A phone heard from: whether it may send, and what it is to be told of itself."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from logger.domain.entering.batches import SyncBatch
from logger.domain.phones.devices import CLOCK_IS_OFF
from logger.domain.refusing.sync_refusals import DeviceRevoked, ForeignStream
from logger.services.people.signing_in import SignIn
from logger.services.syncing.batch_facts import Item
from logger.store.people import sessions
from logger.store.syncing import streams
from logger.store.syncing.streams import Claim, Contact

Notice = Mapping[str, Any]
CLONED: Notice = {"code": "stream_cloned"}


def note_contact(
    session: Session, sign_in: SignIn, batch: SyncBatch, items: Sequence[Item], now: datetime
) -> list[Notice]:
    """Note that the phone was heard from, in a deed that has begun, and answer what it should know of itself.

    Raises ForeignStream and DeviceRevoked.
    """
    contact = _contact(sign_in, batch, items, now)
    match streams.claim(session, contact):
        case Claim.FOREIGN:
            raise ForeignStream
        case Claim.REVOKED:
            raise DeviceRevoked
        case Claim.GRANTED:
            return [*_lost_storage(session, sign_in, batch), *_wrong_clock(contact.clock_offset)]


def _contact(sign_in: SignIn, batch: SyncBatch, items: Sequence[Item], now: datetime) -> Contact:
    return Contact(
        stream_id=batch.stream_id,
        user_id=sign_in.principal.user_id,
        app_build=batch.app_build,
        label=batch.label,
        first_seq=max(batch.floor, 1),
        highest_seq=max((item.envelope.seq for item in items), default=0),
        floor=batch.floor,
        clock_offset=round((batch.client_now - now).total_seconds()),
        at=now,
    )


def _lost_storage(session: Session, sign_in: SignIn, batch: SyncBatch) -> list[Notice]:
    """Tell of the stream that this sign-in sent by before, where the browser has forgotten it.

    A phone that has kept any answer of ours has cursors: until then it is told each time, for an answer may
    be lost. One that took a new stream because its old one was cloned has them, and goes on counting.
    """
    if sign_in.id_hash is None or sign_in.stream_id == batch.stream_id:
        return []
    anew = not batch.cursors and batch.floor <= 1
    before = streams.heard(session, sign_in.stream_id) if sign_in.stream_id and anew else None
    if before is None or before.user_id != sign_in.principal.user_id:
        sessions.remember_stream(session, sign_in.id_hash, batch.stream_id)
        return []
    return [
        {
            "code": "storage_lost",
            "stream_id": before.stream_id,
            "highest_seq": before.highest_seq,
            "last_contact": before.at.astimezone(UTC).isoformat().replace("+00:00", "Z"),
        }
    ]


def _wrong_clock(offset: int | None) -> list[Notice]:
    if offset is None or abs(offset) <= CLOCK_IS_OFF:
        return []
    return [{"code": "clock_off", "seconds": offset}]
