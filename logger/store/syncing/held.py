"""Entries that the sync door kept for a person to look at, and that nobody has settled yet."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, exists, func, literal_column, or_, select
from sqlalchemy.orm import Session

from logger.domain.entering.operations import Operation
from logger.domain.records import Status
from logger.store.statements import same_id, table_of
from logger.store.syncing.operations import FIELDS, operation_from
from logger.store.tables import OperationBodyRow, OperationRow

_HELD = table_of(OperationRow)
_LATER = _HELD.alias("later")
_BODY = table_of(OperationBodyRow)


@dataclass(frozen=True, slots=True)
class HeldOperation:
    """One of them with the exact bytes of its body."""

    operation: Operation
    body: bytes


# Settled by whoever decided on it at a desk, or by its author, who edited or discarded the activity since.
_SETTLED = exists().where(
    _LATER.c.municipality == _HELD.c.municipality,
    _LATER.c.activity_id == _HELD.c.activity_id,
    _LATER.c.status == Status.STORED.value,
    or_(
        and_(_LATER.c.author == _HELD.c.author, _LATER.c.server_seq > _HELD.c.server_seq),
        same_id(_HELD.c.op_id, _LATER.c.facts["settles"].as_string()),
    ),
)


# Written out, not bound: only then is the index over what is held one that the database can choose.
_WAS_HELD = _HELD.c.status == literal_column(f"'{Status.HELD.value}'")


def _open(municipality: str) -> list[ColumnElement[bool]]:
    return [_HELD.c.municipality == municipality, _WAS_HELD, ~_SETTLED]


def held_in(session: Session, municipality: str, *, after: int, limit: int) -> list[HeldOperation]:
    """The open ones of a municipality in the order they came, from behind the number `after`."""
    return _found(session, [*_open(municipality), _HELD.c.server_seq > after], limit)


def held_one(session: Session, municipality: str, op_id: str) -> HeldOperation | None:
    """The open one with this id; None where there is none, or it is settled."""
    return next(iter(_found(session, [*_open(municipality), _HELD.c.op_id == op_id], 1)), None)


def held_of(session: Session, municipality: str, activity_id: str) -> list[HeldOperation]:
    """All open ones of one activity, in the order they came."""
    return _found(session, [*_open(municipality), _HELD.c.activity_id == activity_id], None)


def is_held(session: Session, municipality: str, op_id: str) -> bool:
    """Whether the operation was ever held there."""
    conditions = (
        _HELD.c.municipality == municipality,
        _WAS_HELD,
        _HELD.c.op_id == op_id,
    )
    return session.execute(select(exists().where(*conditions))).scalar_one()


def count_in(session: Session, municipality: str) -> int:
    """How many are open in a municipality."""
    query = select(func.count()).select_from(_HELD).where(*_open(municipality))
    return session.execute(query).scalar_one()


def _found(
    session: Session, conditions: Sequence[ColumnElement[bool]], limit: int | None
) -> list[HeldOperation]:
    rows = session.execute(
        select(*FIELDS, _BODY.c.body)
        .select_from(_HELD.join(_BODY, _BODY.c.op_id == _HELD.c.op_id))
        .where(*conditions)
        .order_by(_HELD.c.server_seq)
        .limit(limit)
    )
    return [HeldOperation(operation_from(row), row.body) for row in rows]
