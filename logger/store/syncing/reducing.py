"""What disposal reads and writes: activities with something left to reduce, and the bodies about them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, exists, or_, select, update
from sqlalchemy.orm import Session

from logger.domain.entering.operations import Operation
from logger.domain.records import Position, StoredActivity
from logger.store.activities.activities import stored_from
from logger.store.statements import table_of
from logger.store.syncing.operations import FIELDS, operation_from
from logger.store.tables import ActivityRow, OperationBodyRow, OperationRow

_ACTIVITY = table_of(ActivityRow)
_OPERATION = table_of(OperationRow)
_BODY = table_of(OperationBodyRow)
_UNREDUCED = (
    exists()
    .where(
        _OPERATION.c.municipality == _ACTIVITY.c.municipality,
        _OPERATION.c.activity_id == _ACTIVITY.c.id,
        _BODY.c.op_id == _OPERATION.c.op_id,
        _BODY.c.reduced_at.is_(None),
    )
    .correlate(_ACTIVITY)
)
_REDUCE = (
    update(_BODY)
    .where(_BODY.c.op_id == bindparam("of"), _BODY.c.reduced_at.is_(None))
    .values(body=bindparam("bare"), salt=None, reduced_at=bindparam("at"))
)


@dataclass(frozen=True, slots=True)
class Said:
    """An operation with what is left of its body and salt; None where a part is gone."""

    operation: Operation
    body: bytes | None
    salt: bytes | None
    reduced: bool


def due(
    session: Session,
    municipality: str,
    organisation: str,
    before: datetime,
    after: Position | None,
    limit: int,
) -> list[StoredActivity]:
    """The organisation's activities begun before then of which something is unreduced, the oldest first.

    They go on behind the position `after`.
    """
    query = select(_ACTIVITY).where(
        _ACTIVITY.c.municipality == municipality,
        _ACTIVITY.c.author_organisation == organisation,
        _ACTIVITY.c.started_at < before,
        _UNREDUCED,
    )
    if after is not None:
        same_start = (_ACTIVITY.c.started_at == after.started_at) & (_ACTIVITY.c.id > after.id)
        query = query.where(or_(_ACTIVITY.c.started_at > after.started_at, same_start))
    query = query.order_by(_ACTIVITY.c.started_at, _ACTIVITY.c.id).limit(limit)
    return [stored_from(row) for row in session.execute(query)]


def said_of(session: Session, municipality: str, activity_ids: Collection[str]) -> dict[str, list[Said]]:
    """Every operation that names one of these activities, by activity and in order, the refused ones too."""
    found: dict[str, list[Said]] = {each: [] for each in activity_ids}
    rows = session.execute(
        select(*FIELDS, _BODY.c.body, _BODY.c.salt, _BODY.c.reduced_at)
        .select_from(_OPERATION.outerjoin(_BODY, _BODY.c.op_id == _OPERATION.c.op_id))
        .where(_OPERATION.c.municipality == municipality, _OPERATION.c.activity_id.in_(sorted(found)))
        .order_by(_OPERATION.c.server_seq)
    )
    for row in rows:
        said = Said(operation_from(row), row.body, row.salt, reduced=row.reduced_at is not None)
        found[row.activity_id].append(said)
    return found


def reduce(session: Session, bare: Mapping[str, bytes], at: datetime) -> None:
    """Let these bodies be as given, by operation, and their salts be gone; one that is reduced stays."""
    if bare:
        connection = session.connection()
        if connection.dialect.name == "sqlite":
            # Else what is gone stays readable in the file until its place is wanted.
            connection.exec_driver_sql("PRAGMA secure_delete = ON")
        given = [{"of": op_id, "bare": body, "at": at} for op_id, body in sorted(bare.items())]
        connection.execute(_REDUCE, given)
