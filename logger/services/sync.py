"""Taking a batch from a phone: each item is stored, refused, held or in conflict exactly once.

One short transaction a batch, with the same few statements whatever its size. What needs no database (opening
the envelopes, checking digests, reading bodies) is done before it; the answer is built after the commit.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from logger.domain.batches import Cursor, SyncAnswer, SyncBatch
from logger.domain.body_reader import read_body
from logger.domain.envelopes import Envelope, Unopened, open_envelope
from logger.domain.intake import Retry
from logger.domain.operations import NO_MUNICIPALITY
from logger.domain.people import Principal
from logger.domain.policy import Action, Resource, allowed
from logger.domain.refusals import Busy, NotAllowed
from logger.domain.sync_refusals import DeviceRevoked, ForeignStream
from logger.services.batch_facts import Item, Sender, facts_of
from logger.services.batch_judging import Judging, results
from logger.services.bookkeeping import enter
from logger.services.faults import log_fault
from logger.services.transactions import BUSY, writing
from logger.store import counters, projection, streams
from logger.store.counters import Counter
from logger.store.streams import Claim, Contact

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Taken:
    results: Sequence[Mapping[str, Any]]
    counters: Mapping[str, Counter]
    resync: bool


def receive(session: Session, principal: Principal, batch: SyncBatch, now: datetime) -> SyncAnswer:
    """Take the batch, commit, and answer; the same batch again gives the same receipts and changes nothing.

    Raises ForeignStream and DeviceRevoked, NotAllowed for a machine's token (an entry has a person behind
    it), and Busy when the database does not let the deed through; then nothing of the batch is settled.
    """
    if principal.kind != "user":
        raise NotAllowed
    sender = Sender(principal.user_id, principal.organisation, _municipalities(principal), batch.stream_id)
    items = [_opened(raw) for raw in batch.ops]
    taken = _taken(session, sender, batch, items, now)
    return SyncAnswer(
        batch_id=batch.batch_id,
        server_now=now,
        resync=taken.resync,
        cursors={
            municipality: Cursor(counter.epoch, counter.server_seq, counter.head)
            for municipality, counter in taken.counters.items()
            if municipality in sender.municipalities
        },
        durable_through={code: counter.durable_through for code, counter in taken.counters.items()},
        results=taken.results,
    )


def _taken(
    session: Session, sender: Sender, batch: SyncBatch, items: Sequence[Item | Unopened], now: datetime
) -> _Taken:
    """The deed, twice at the most: after losing a race, the other one's receipts are there to be found."""
    for _ in range(2):
        try:
            with writing(session):
                return _take(session, sender, batch, items, now)
        except IntegrityError:
            log.info("another batch entered the same operation first")
        except BUSY as error:
            raise Busy from error
    raise Busy


def _take(
    session: Session, sender: Sender, batch: SyncBatch, items: Sequence[Item | Unopened], now: datetime
) -> _Taken:
    opened = [item for item in items if isinstance(item, Item)]
    _claim(session, sender, batch, opened, now)
    seen = {code: cursor for code, cursor in batch.cursors.items() if code in sender.municipalities}
    known_from = counters.at(session, {*sender.municipalities, NO_MUNICIPALITY}, seen)
    judging = Judging(sender, facts_of(session, sender, opened), now)
    outcomes = judging.outcomes(items)
    entered, drawn = enter(session, judging.drafts)
    projection.put(session, judging.activities(entered))
    return _Taken(
        results(outcomes, entered),
        {**{code: position.counter for code, position in known_from.items()}, **drawn},
        resync=any(code not in known_from or not known_from[code].is_past(seen[code]) for code in seen),
    )


def _claim(session: Session, sender: Sender, batch: SyncBatch, items: Sequence[Item], now: datetime) -> None:
    match streams.claim(session, _contact(sender, batch, items, now)):
        case Claim.FOREIGN:
            raise ForeignStream
        case Claim.REVOKED:
            raise DeviceRevoked
        case Claim.GRANTED:
            return


def _contact(sender: Sender, batch: SyncBatch, items: Sequence[Item], now: datetime) -> Contact:
    return Contact(
        stream_id=sender.stream_id,
        user_id=sender.user_id,
        app_build=batch.app_build,
        label=batch.label,
        first_seq=max(batch.floor, 1),
        highest_seq=max((item.envelope.seq for item in items), default=0),
        floor=batch.floor,
        clock_offset=round((batch.client_now - now).total_seconds()),
        at=now,
    )


def _municipalities(principal: Principal) -> frozenset[str]:
    return frozenset(
        code for code in principal.municipalities if allowed(principal, Action.LOG, Resource.ACTIVITY, code)
    )


def _opened(raw: Any) -> Item | Unopened:
    envelope = open_envelope(raw)
    if isinstance(envelope, Unopened):
        return envelope
    return _read(envelope)


def _read(envelope: Envelope) -> Item | Unopened:
    try:
        return Item(envelope, read_body(envelope.body, envelope.schema))
    except Exception as fault:  # noqa: BLE001 - a fault of ours in reading one item must not touch its neighbours
        log_fault(log, f"the body of operation {envelope.op_id} could not be read", fault)
        return Unopened(envelope.op_id, envelope.sha256, Retry("internal"))
