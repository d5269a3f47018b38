"""Entering operations into their ledgers: the number, the salt and the link in the chain."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from logger.domain.entering.chain import SALT_BYTES, link, salted
from logger.domain.entering.operations import Operation
from logger.store.databases.binding import awaits_backup
from logger.store.syncing import counters, operations
from logger.store.syncing.counters import Counter
from logger.store.syncing.operations import Written


@dataclass(frozen=True, slots=True)
class Draft:
    """An operation judged but not yet entered: without number and digest; `body` is the exact bytes sent."""

    operation: Operation
    body: bytes


def enter(session: Session, drafts: Sequence[Draft]) -> tuple[list[Operation], dict[str, Counter]]:
    """Number the drafts, chain them and add them to their ledgers, inside a writing deed.

    Returns the operations in the order of the drafts, and where their ledgers stand now. Raises SQLAlchemy's
    IntegrityError for an operation, or a version of an activity, that somebody else entered meanwhile.
    """
    return enter_held(session, drafts, counters.lock(session, ledgers_of(drafts)))


def ledgers_of(drafts: Sequence[Draft]) -> set[str]:
    """The municipalities whose ledgers they are added to."""
    return {draft.operation.municipality for draft in drafts}


def enter_held(
    session: Session, drafts: Sequence[Draft], held: Mapping[str, Counter]
) -> tuple[list[Operation], dict[str, Counter]]:
    """The same in ledgers that are held already.

    Counters are drawn after all judging, in sorted order, and stay locked to the commit: numbers become
    visible in order. A commit makes numbers durable, unless the installation waits for its backups.
    """
    standing = dict(held)
    written = []
    for draft in drafts:
        ledger = draft.operation.municipality
        entry = _next(draft, standing[ledger])
        number = entry.operation.server_seq
        durable = standing[ledger].durable_through if awaits_backup(session) else number
        standing[ledger] = replace(
            standing[ledger], server_seq=number, head=entry.hash, durable_through=durable
        )
        written.append(entry)
    operations.append(session, written)
    counters.advance(session, standing)
    return [entry.operation for entry in written], standing


def _next(draft: Draft, counter: Counter) -> Written:
    salt = secrets.token_bytes(SALT_BYTES)
    operation = replace(draft.operation, server_seq=counter.server_seq + 1, digest=salted(salt, draft.body))
    return Written(operation, draft.body, salt, counter.head, link(counter.head, operation.vouched()))
