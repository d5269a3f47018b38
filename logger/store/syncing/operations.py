"""Writing operations to the ledgers, and reading them back: receipts, and a ledger from its beginning."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import and_, bindparam, or_, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from logger.domain.entering.chain import Link
from logger.domain.entering.judgements import Key
from logger.domain.entering.operations import Operation
from logger.domain.records import Kind, Status
from logger.store.statements import any_of, table_of
from logger.store.tables import OperationBodyRow, OperationRow

_OPERATION = table_of(OperationRow)
_BODY = table_of(OperationBodyRow)
FIELDS = tuple(_OPERATION.c[name] for name in Operation.__dataclass_fields__)
_KEPT = tuple(_BODY.c[name] for name in ("body", "salt", "reduced_at"))
_PORTION = 1_000


@dataclass(frozen=True, slots=True)
class Written:
    """An operation with the bytes of its body, their salt, and its place in the chain."""

    operation: Operation
    body: bytes
    salt: bytes
    prev: str
    hash: str


@dataclass(frozen=True, slots=True)
class Kept:
    """An operation that is there, with its body's salt; no salt once disposal has reduced the body."""

    operation: Operation
    salt: bytes | None


@dataclass(frozen=True, slots=True)
class Sent:
    """What names the items of a batch: their ids, and their numbers in one stream."""

    op_ids: Collection[str]
    stream_id: str
    numbers: Collection[int]


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the ledgers hold of a batch: receipts by operation, and activities whose making was not stored.

    `numbered` are the operations that have its numbers in its stream, several where the stream was cloned.
    """

    receipts: dict[str, Kept]
    unsettled: dict[Key, Status]
    numbered: dict[int, set[str]]


_MADE_IN_VAIN = and_(
    _OPERATION.c.municipality.in_(any_of("municipalities")),
    _OPERATION.c.activity_id.in_(any_of("activity_ids")),
    _OPERATION.c.kind == Kind.CREATE.value,
    _OPERATION.c.status != Status.STORED.value,
)
_OF_THESE_NUMBERS = and_(
    _OPERATION.c.stream_id == bindparam("stream_id"), _OPERATION.c.seq.in_(any_of("numbers"))
)
_EARLIER = (
    select(*FIELDS, _BODY.c.salt)
    .select_from(_OPERATION.outerjoin(_BODY, _BODY.c.op_id == _OPERATION.c.op_id))
    .where(or_(_OPERATION.c.op_id.in_(any_of("op_ids")), _MADE_IN_VAIN, _OF_THESE_NUMBERS))
    .order_by(_OPERATION.c.municipality, _OPERATION.c.server_seq)
)


def earlier(
    session: Session, sent: Sent, municipalities: Collection[str], activity_ids: Collection[str]
) -> Earlier:
    """The receipts of what was sent, and how the making of these activities was settled if not stored."""
    named = {
        "op_ids": sent.op_ids,
        "stream_id": sent.stream_id,
        "numbers": sent.numbers,
        "municipalities": municipalities,
        "activity_ids": activity_ids,
    }
    rows = session.execute(_EARLIER, named)
    found = [Kept(operation_from(row), row.salt) for row in rows]
    numbered: dict[int, set[str]] = defaultdict(set)
    for each in found:
        if each.operation.stream_id == sent.stream_id:
            numbered[each.operation.seq].add(each.operation.op_id)
    return Earlier(
        {kept.operation.op_id: kept for kept in found},
        {
            (each.operation.municipality, each.operation.activity_id): each.operation.status
            for each in found
            if each.operation.activity_id is not None
            and each.operation.kind is Kind.CREATE
            and each.operation.status is not Status.STORED
        },
        numbered,
    )


def bodies_of(session: Session, author: str, op_ids: Collection[str]) -> dict[str, bytes | None]:
    """The bodies of those of these operations that are the author's, by id; None for a reduced one."""
    rows = session.execute(
        select(_OPERATION.c.op_id, _BODY.c.body, _BODY.c.salt)
        .select_from(_OPERATION.join(_BODY, _BODY.c.op_id == _OPERATION.c.op_id))
        .where(_OPERATION.c.op_id.in_(op_ids), _OPERATION.c.author == author)
    )
    return {row.op_id: None if row.salt is None else bytes(row.body) for row in rows}


def append(session: Session, written: Sequence[Written]) -> None:
    """Add operations and bodies to their ledgers; an id or a version that is taken raises IntegrityError."""
    if not written:
        return
    connection = session.connection()
    connection.execute(_OPERATION.insert(), [_row(each) for each in written])
    bodies = [
        {"op_id": each.operation.op_id, "body": each.body, "salt": each.salt, "reduced_at": None}
        for each in written
    ]
    connection.execute(_BODY.insert(), bodies)


def links(session: Session, municipality: str) -> Iterator[Link]:
    """A ledger's rows as the chain sees them, from the first on."""
    for row in _all_of(session, municipality):
        yield Link(row.server_seq, operation_from(row).vouched(), row.prev, row.hash)


def with_bodies(session: Session, municipality: str) -> Iterator[tuple[Operation, bytes, bytes | None]]:
    """A ledger's operations with body and salt (None once the body is reduced), from the first on."""
    for row in _all_of(session, municipality):
        yield _told(row), row.body, row.salt


def of_activity(session: Session, municipality: str, activity_id: str) -> list[tuple[Operation, bytes]]:
    """The operations that made the versions of one activity, with their bodies, from the first on."""
    rows = session.execute(
        select(*FIELDS, _BODY.c.body, _BODY.c.reduced_at)
        .select_from(_OPERATION.join(_BODY, _BODY.c.op_id == _OPERATION.c.op_id))
        .where(
            _OPERATION.c.municipality == municipality,
            _OPERATION.c.activity_id == activity_id,
            _OPERATION.c.rev.is_not(None),
        )
        .order_by(_OPERATION.c.rev)
    )
    return [(_told(row), row.body) for row in rows]


@dataclass(frozen=True, slots=True)
class KeptBody:
    """What is left of an operation's body, and the digest that it should have; None where a part is gone.

    `reduced_at` is when disposal reduced it: what is left then has another digest.
    """

    server_seq: int
    digest: str
    body: bytes | None
    salt: bytes | None
    reduced_at: datetime | None


def bodies(session: Session, municipality: str) -> Iterator[KeptBody]:
    """The bodies of a ledger in the order of its operations, those that are gone too."""
    for row in _all_of(session, municipality):
        yield KeptBody(row.server_seq, row.digest, row.body, row.salt, row.reduced_at)


def first_unreadable(session: Session, municipality: str) -> int | None:
    """The number of the first row that nobody can make sense of, one by one; None where all are read."""
    of_ledger = _OPERATION.c.municipality == municipality
    numbers = select(_OPERATION.c.server_seq).where(of_ledger).order_by(_OPERATION.c.server_seq)
    for number in session.scalars(numbers).all():
        one = select(*FIELDS).where(of_ledger, _OPERATION.c.server_seq == number)
        try:
            operation_from(session.execute(one).one()).vouched()
        except DBAPIError:
            raise
        except Exception:  # noqa: BLE001 - whatever keeps a row from being read, it is not what was entered
            return int(number)
    return None


def operation_from(row: Any) -> Operation:
    """The domain value of a row of the operation table."""
    return Operation(
        municipality=row.municipality,
        server_seq=row.server_seq,
        op_id=row.op_id,
        stream_id=row.stream_id,
        seq=row.seq,
        kind=None if row.kind is None else Kind(row.kind),
        activity_id=row.activity_id,
        base_rev=row.base_rev,
        rev=row.rev,
        author=row.author,
        received_at=row.received_at.astimezone(UTC),
        status=Status(row.status),
        code=row.code,
        schema=row.schema,
        digest=row.digest,
        facts=row.facts or {},
    )


def _told(row: Any) -> Operation:
    operation = operation_from(row)
    return operation if row.reduced_at is None else operation.unsigned()


def _all_of(session: Session, municipality: str) -> Iterator[Any]:
    """In portions: a ledger of years does not fit in memory."""
    last = 0
    while True:
        rows = session.execute(
            select(
                *FIELDS, _OPERATION.c.prev, _OPERATION.c.hash, _BODY.c.body, _BODY.c.salt, _BODY.c.reduced_at
            )
            .select_from(_OPERATION.outerjoin(_BODY, _BODY.c.op_id == _OPERATION.c.op_id))
            .where(_OPERATION.c.municipality == municipality, _OPERATION.c.server_seq > last)
            .order_by(_OPERATION.c.server_seq)
            .limit(_PORTION)
        ).all()
        if not rows:
            return
        yield from rows
        last = rows[-1].server_seq


def _row(written: Written) -> dict[str, Any]:
    row = {name: getattr(written.operation, name) for name in Operation.__dataclass_fields__}
    return row | {
        "kind": written.operation.kind and written.operation.kind.value,
        "status": written.operation.status.value,
        "facts": dict(written.operation.facts),
        "prev": written.prev,
        "hash": written.hash,
    }
