"""Reading the changes of one author's activities, in the order of their numbers."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from logger.domain.feed import OTHERS_MAY_MAKE, Change, Window
from logger.domain.personal_data import presentable
from logger.domain.records import Kind
from logger.domain.strict_json import NotJsonError, parse
from logger.store.activities import stored_from
from logger.store.statements import any_of, table_of
from logger.store.tables import ActivityRow, OperationBodyRow, OperationRow

_ACTIVITY = table_of(ActivityRow)
_OPERATION = table_of(OperationRow)
_BODY = table_of(OperationBodyRow)
_MADE_BY = and_(
    _OPERATION.c.municipality == _ACTIVITY.c.municipality, _OPERATION.c.server_seq == _ACTIVITY.c.server_seq
)
# Only the words of others are read: an author's own body is nobody's news.
_BY_ANOTHER = and_(
    _BODY.c.op_id == _OPERATION.c.op_id,
    _OPERATION.c.kind.in_(sorted(kind.value for kind in OTHERS_MAY_MAKE)),
    _OPERATION.c.author.is_distinct_from(_ACTIVITY.c.author),
)
_FIELDS = (*_ACTIVITY.c, *(_OPERATION.c[name] for name in ("kind", "received_at", "stream_id", "hash")))
_CHANGES = (
    select(*_FIELDS, _BODY.c.body)
    .select_from(_ACTIVITY.join(_OPERATION, _MADE_BY).outerjoin(_BODY, _BY_ANOTHER))
    .where(_OPERATION.c.op_id.not_in(any_of("left_out")))
    .order_by(_ACTIVITY.c.municipality, _ACTIVITY.c.server_seq)
)


def changes(
    session: Session, author: str, windows: Sequence[Window], left_out: Collection[str], limit: int
) -> list[Change]:
    """The changes of these windows, by municipality and number; those made by `left_out` are not told."""
    query = _CHANGES.where(or_(*(_inside(author, each) for each in windows))).limit(limit)
    return [_change(row) for row in session.execute(query, {"left_out": left_out})]


def _inside(author: str, window: Window) -> ColumnElement[bool]:
    conditions = [
        _ACTIVITY.c.author == author,  # in each window, so that each is one stretch of the index
        _ACTIVITY.c.municipality == window.municipality,
        _ACTIVITY.c.server_seq > window.after,
        _ACTIVITY.c.server_seq <= window.through,
    ]
    if window.started_from is not None:
        conditions.append(_ACTIVITY.c.started_at >= window.started_from)
    return and_(*conditions)


def _change(row: Any) -> Change:
    said = _said(row.body)
    return Change(
        stored=stored_from(row),
        kind=Kind(row.kind),
        received_at=row.received_at,
        stream_id=row.stream_id,
        hash=row.hash,
        reason=said.get("reason"),
        merged_into=said.get("into"),
    )


def _said(body: bytes | None) -> dict[str, str]:
    """The texts of a body; of one that was reduced or cannot be read, none."""
    if body is None:
        return {}
    try:
        members = parse(bytes(body))
    except NotJsonError:
        return {}
    if not isinstance(members, dict):
        return {}
    return {name: presentable(value) for name, value in members.items() if isinstance(value, str)}
