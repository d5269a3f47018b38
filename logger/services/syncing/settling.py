"""Settling the items of a batch: opened before the deed, judged and entered inside it, told after it.

What needs no database (opening the envelopes, checking digests, reading bodies) is done before the deed,
which is short and has the same few statements whatever the batch's size.
"""

import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from logger.domain.entering.body_reader import read_body
from logger.domain.entering.envelopes import Envelope, Unopened, open_envelope
from logger.domain.entering.judgements import Retry
from logger.domain.entering.operations import Operation
from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, allowed
from logger.domain.refusing.refusals import Busy
from logger.services.bookkeeping import enter_held, ledgers_of
from logger.services.kept.keeping import Rules, followed, readings_for, rules_in, touched_by
from logger.services.syncing.batch_facts import BatchFacts, Item, Sender
from logger.services.syncing.batch_judging import Judging
from logger.services.syncing.batch_results import results
from logger.services.syncing.faults import log_fault
from logger.services.syncing.sayings import keep_sayings
from logger.services.transactions import BUSY, writing
from logger.store import places, together
from logger.store.kept import putting
from logger.store.kept.putting import Books
from logger.store.syncing import counters
from logger.store.syncing.counters import Counter

log = logging.getLogger(__name__)
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Settlement:
    """What became of the items: a result each, the ledgers that were drawn on, how many were entered in each.

    `is_cloned`: the stream has numbers that two operations have.
    """

    results: Sequence[Mapping[str, Any]]
    drawn: Mapping[str, Counter]
    entered: Mapping[str, int]
    is_cloned: bool


def opened(raw: Any) -> Item | Unopened:
    """One item of a batch, opened and read. Never raises: a bad item must not touch its neighbours."""
    envelope = open_envelope(raw)
    return envelope if isinstance(envelope, Unopened) else _read(envelope)


def readable(items: Sequence[Item | Unopened]) -> list[Item]:
    """Those that were opened."""
    return [item for item in items if isinstance(item, Item)]


def settle(
    session: Session,
    sender: Sender,
    facts: BatchFacts,
    items: Sequence[Item | Unopened],
    now: datetime,
    *,
    forgetful: Collection[str] = (),
) -> Settlement:
    """Judge the items, enter what is new and let the activities stand as they became, inside a deed.

    `facts` are those of the items. `forgetful` are the municipalities whose ledger lacks what the phone has
    seen of it: an entry that mended a refused or held one may be offered again, so that what builds on it
    comes again too.
    """
    for key in [key for key in facts.earlier.unsettled if key[0] in forgetful]:
        del facts.earlier.unsettled[key]
    judging = Judging(sender, facts, now)
    outcomes = judging.outcomes(items)
    entered, drawn, kept = _enter(session, judging)
    putting.put_with(session, judging.activities(entered), kept)
    keep_sayings(session, facts.plans)
    ledgers = [operation.municipality for operation in entered]
    return Settlement(
        results(outcomes, entered),
        drawn,
        {code: ledgers.count(code) for code in drawn},
        is_cloned=_is_cloned(facts.earlier.numbered, readable(items)),
    )


def _enter(session: Session, judging: Judging) -> tuple[list[Operation], dict[str, Counter], Books]:
    """Enter what is new, and say what is kept of figures as it becomes.

    That is read as the ledgers are taken; once more where another batch had one of them meanwhile, or what
    counts has changed since this one was judged.
    """
    changes, positions = judging.changes(), judging.facts.positions
    seen = {code: position.counter for code, position in positions.items()}
    touched = touched_by(changes, _rules(session, judging))
    held = counters.hold(session, ledgers_of(judging.drafts), seen, readings_for(touched))
    rows = held.rows
    if any(held.counters[code].rules != (seen[code].rules if code in seen else 0) for code in changes):
        touched, rows = touched_by(changes, rules_in(session, changes)), None
    if rows is None:
        rows = together.read(session, readings_for(touched))
    entered, drawn = enter_held(session, judging.drafts, held.counters)
    return entered, drawn, followed(touched, changes, rows)


def _rules(session: Session, judging: Judging) -> Rules:
    """What counted where something changed when it was judged.

    The places of what stood before are not among those that a batch names, unless it says that it changes it.
    """
    changed = {code for code, _ in judging.before}
    is_new = not any(before and not before.activity.voided for before in judging.before.values())
    is_mapped = is_new or changed <= judging.facts.whole_maps
    known = judging.facts.places if is_mapped else places.places_in(session, changed)
    return Rules(judging.facts.pledges, known)


def in_a_deed(session: Session, deed: Callable[[], Answer]) -> Answer:
    """Do it in one transaction, twice at the most: after losing a race, the winner's receipts are there.

    Raises Busy when the database does not let it through; then nothing was done.
    """
    for _ in range(2):
        try:
            with writing(session):
                return deed()
        except IntegrityError:
            log.info("another batch entered the same operation first")
        except BUSY as error:
            raise Busy from error
    raise Busy


def logs_in(principal: Principal) -> frozenset[str]:
    """The municipalities that the principal may log in."""
    return frozenset(
        code for code in principal.municipalities if allowed(principal, Action.LOG, Resource.ACTIVITY, code)
    )


def _is_cloned(numbered: Mapping[int, Collection[str]], items: Sequence[Item]) -> bool:
    """Also by what was sent again: the answer that told it may have been lost."""
    holders = {item.envelope.seq: set(numbered.get(item.envelope.seq, ())) for item in items}
    for item in items:
        holders[item.envelope.seq].add(item.envelope.op_id)
    return any(len(op_ids) > 1 for op_ids in holders.values())


def _read(envelope: Envelope) -> Item | Unopened:
    try:
        return Item(envelope, read_body(envelope.body, envelope.schema))
    except Exception as fault:  # noqa: BLE001 - a fault of ours in reading one item must not touch its neighbours
        log_fault(log, f"the body of operation {envelope.op_id} could not be read", fault)
        return Unopened(envelope.op_id, envelope.sha256, Retry("internal"))
