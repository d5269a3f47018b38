"""Taking a batch from a phone: each item settled exactly once, and the phone told what it has not seen.

One short transaction a batch; the answer is built after its commit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from logger.domain.entering.batches import Cursor, SyncAnswer, SyncBatch
from logger.domain.entering.envelopes import Unopened
from logger.domain.entering.feed import Told
from logger.domain.refusing.refusals import NotAllowed
from logger.domain.refusing.sync_refusals import ForeignStream
from logger.services.people.signing_in import SignIn
from logger.services.syncing.batch_facts import Item, Sender, facts_of
from logger.services.syncing.contacts import CLONED, Notice, note_contact
from logger.services.syncing.feed import Ledger, tell
from logger.services.syncing.settling import Settlement, in_a_deed, logs_in, opened, readable, settle
from logger.store.syncing.counters import Position

USER_DISABLED = "user_disabled"
NOTHING_TOLD = Told((), more=False, cursors={})


@dataclass(frozen=True, slots=True)
class _Taken:
    settlement: Settlement
    positions: Mapping[str, Position]
    notices: Sequence[Notice]
    resync: bool
    told: Told


def receive(session: Session, sign_in: SignIn, batch: SyncBatch, now: datetime) -> SyncAnswer:
    """Take the batch, commit, and answer; the same batch again gives the same receipts and changes nothing.

    A user who was shut out is heard once more: nothing is lost, it waits for a person; nothing is told.
    Raises ForeignStream and DeviceRevoked, NotAllowed for a machine's token (an entry has a person behind
    it), and Busy when the database does not let the deed through; then nothing of the batch is settled.
    """
    principal = sign_in.principal
    if principal.kind != "user":
        raise NotAllowed
    # A stream is bound to its user by the first batch: that one must not come by another's session.
    if batch.user not in (None, principal.user_id):
        raise ForeignStream
    sender = Sender(
        principal.user_id,
        principal.organisation,
        logs_in(principal),
        batch.stream_id,
        held_as=USER_DISABLED if sign_in.is_shut_out else None,
        answers_plans=not sign_in.is_shut_out,
    )
    items = [opened(raw) for raw in batch.ops]
    taken = in_a_deed(session, lambda: _take(session, sign_in, sender, batch, items, now))
    standing = {code: position.counter for code, position in taken.positions.items()}
    return SyncAnswer(
        batch_id=batch.batch_id,
        server_now=now,
        resync=taken.resync,
        cursors=taken.told.cursors,
        durable_through={
            code: counter.durable_through
            for code, counter in (standing | dict(taken.settlement.drawn)).items()
        },
        results=taken.settlement.results,
        changes=[change.told() for change in taken.told.changes],
        more=taken.told.more,
        notices=taken.notices,
    )


def _take(
    session: Session,
    sign_in: SignIn,
    sender: Sender,
    batch: SyncBatch,
    items: Sequence[Item | Unopened],
    now: datetime,
) -> _Taken:
    notices = note_contact(session, sign_in, batch, readable(items), now)
    seen = {code: cursor for code, cursor in batch.cursors.items() if code in sender.municipalities}
    facts = facts_of(session, sender, readable(items), seen)
    positions = facts.positions
    known = {code: seen[code] for code in seen if code in positions and positions[code].is_past(seen[code])}
    settlement = settle(session, sender, facts, items, now, forgetful=seen.keys() - known.keys())
    told = NOTHING_TOLD
    if not sign_in.is_shut_out:
        ledgers = _ledgers(sender, positions, settlement, known)
        left_out = {item.envelope.op_id for item in readable(items)}
        told = tell(session, sender.user_id, ledgers, left_out, now)
    return _Taken(
        settlement,
        positions,
        [*([CLONED] if settlement.is_cloned else []), *notices],
        resync=seen.keys() != known.keys(),
        told=told,
    )


def _ledgers(
    sender: Sender,
    positions: Mapping[str, Position],
    settlement: Settlement,
    known: Mapping[str, Cursor],
) -> dict[str, Ledger]:
    """The ledgers that the sender is told of: where they stand, with and without this batch."""
    standing = {code: position.counter for code, position in positions.items()} | dict(settlement.drawn)
    return {
        code: Ledger(counter, known.get(code), counter.server_seq - settlement.entered.get(code, 0))
        for code, counter in standing.items()
        if code in sender.municipalities
    }
