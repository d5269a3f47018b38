"""Writing operations to the ledgers, and reading them back: receipts, and a ledger from its beginning."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, String, Uuid, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from logger.domain.entering.chain import Link
from logger.domain.entering.judgements import Key
from logger.domain.entering.operations import Operation
from logger.domain.records import Kind, Status
from logger.store.statements import by_dialect, table_of
from logger.store.tables import OperationBodyRow, OperationRow
from logger.store.together import Reading

_OPERATION = table_of(OperationRow)
_BODY = table_of(OperationBodyRow)
FIELDS = tuple(_OPERATION.c[name] for name in Operation.__dataclass_fields__)
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


_ID = Uuid(as_uuid=False)
_EARLIER = {
    "receipt": by_dialect(
        "op_ids",
        {"op_id": _ID},
        lambda sent: (
            select(*FIELDS, _BODY.c.salt)
            .select_from(_OPERATION.outerjoin(_BODY, _BODY.c.op_id == _OPERATION.c.op_id))
            .where(_OPERATION.c.op_id == sent.op_id)
        ),
    ),
    "in_vain": by_dialect(
        "activities",
        {"municipality": String(), "id": _ID},
        lambda named: select(
            *(_OPERATION.c[name] for name in ("municipality", "activity_id", "status", "server_seq"))
        ).where(
            _OPERATION.c.municipality == named.municipality,
            _OPERATION.c.activity_id == named.id,
            _OPERATION.c.kind == Kind.CREATE.value,
            _OPERATION.c.status != Status.STORED.value,
        ),
    ),
    "numbered": by_dialect(
        "numbers",
        {"stream_id": _ID, "seq": BigInteger()},
        lambda sent: select(_OPERATION.c.seq, _OPERATION.c.op_id).where(
            _OPERATION.c.stream_id == sent.stream_id, _OPERATION.c.seq == sent.seq
        ),
    ),
}


def earlier(sent: Sent, activities: Collection[Key]) -> dict[str, Reading]:
    """The receipts of what was sent, and how the making of these activities was settled if not stored."""
    given = {
        "op_ids": [{"op_id": each} for each in sorted(sent.op_ids)],
        "activities": [{"municipality": code, "id": each} for code, each in sorted(activities)],
        "numbers": [{"stream_id": sent.stream_id, "seq": each} for each in sorted(sent.numbers)],
    }
    return {what: Reading(statements, given) for what, statements in _EARLIER.items()}


def earlier_in(rows: Mapping[str, Sequence[Any]]) -> Earlier:
    """The same of the rows that were read."""
    numbered: dict[int, set[str]] = defaultdict(set)
    for row in rows["numbered"]:
        numbered[row.seq].add(row.op_id)
    in_order = sorted(rows["in_vain"], key=lambda row: row.server_seq)
    return Earlier(
        {row.op_id: Kept(operation_from(row), row.salt) for row in rows["receipt"]},
        {(row.municipality, row.activity_id): Status(row.status) for row in in_order},
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
