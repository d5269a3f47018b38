"""Reading the changes of one author's activities, and the decisions on what was held, by their numbers."""

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Integer,
    Select,
    and_,
    bindparam,
    func,
    literal_column,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from logger.domain.entering.feed import OTHERS_MAY_MAKE, Change, Window
from logger.domain.entering.strict_json import NotJsonError, parse
from logger.domain.personal_data import presentable
from logger.domain.records import Kind, Status
from logger.store.activities.activities import stored_from
from logger.store.statements import any_of, same_id, table_of
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
_SETTLES = _OPERATION.c.facts["settles"].as_string()
_FIELDS = (
    *_ACTIVITY.c,
    *(_OPERATION.c[name] for name in ("kind", "received_at", "stream_id", "hash")),
    _OPERATION.c.municipality.label("ledger"),
    _OPERATION.c.server_seq.label("number"),
    _OPERATION.c.activity_id.label("about"),
    _SETTLES.label("settles"),
    _BODY.c.body,
)
_AT = _ACTIVITY.alias("at")
_STRETCH = select(_AT.c.municipality, _AT.c.id, _AT.c.server_seq)
_ROOM, _MOST = bindparam("room", type_=Integer), bindparam("most", type_=Integer)

# What was decided is found from what was held, of which an author has little: no ledger is read through.
_HELD = _OPERATION.alias("held")
# Not the bare columns: SQLite would begin with all operations of the municipality, or read all between.
_held_in = func.coalesce(_HELD.c.municipality, "")
_number = _OPERATION.c.server_seq + 0
_DECIDED = and_(
    _OPERATION.c.municipality == _held_in,
    _OPERATION.c.activity_id == _HELD.c.activity_id,
    _OPERATION.c.status == Status.STORED.value,
    same_id(_HELD.c.op_id, _SETTLES),
)
_OF_ITS_AUTHOR = and_(
    _ACTIVITY.c.municipality == _HELD.c.municipality,
    _ACTIVITY.c.id == _HELD.c.activity_id,
    _ACTIVITY.c.author == _HELD.c.author,
)
_DECISIONS = (
    select(*_FIELDS)
    .select_from(
        _HELD.join(_OPERATION, _DECIDED)
        .outerjoin(_BODY, _BODY.c.op_id == _OPERATION.c.op_id)
        .outerjoin(_ACTIVITY, _OF_ITS_AUTHOR)
    )
    .where(
        _HELD.c.status == literal_column(f"'{Status.HELD.value}'"),  # written out, for the index over these
        _HELD.c.author == bindparam("author"),
        _HELD.c.municipality.in_(any_of("municipalities")),
    )
)


def changes(
    session: Session, author: str, windows: Sequence[Window], left_out: Collection[str], limit: int
) -> list[Change]:
    """The changes of these windows, by municipality and number; those made by `left_out` are not told."""
    given = {
        "author": author,
        "left_out": left_out,
        "room": limit + len(left_out),
        "most": limit,
        # Of a list of one it would make a constant.
        "municipalities": 2 * [each.municipality for each in windows],
        **{
            f"{name}_{at}": getattr(each, name)
            for at, each in enumerate(windows)
            for name in ("municipality", "after", "through", "started_from")
        },
    }
    query = _telling(tuple(each.started_from is not None for each in windows))
    return [_change(row) for row in session.execute(query, given).all()]


@lru_cache(maxsize=256)
def _telling(begun: tuple[bool, ...]) -> CompoundSelect[Any]:
    """What tells of so many windows, by whether each begins at some day; put together once."""
    # Which ones is read off the index in its order, a stretch a window, no further than there is room:
    # were all sorted, with what is told of each, an author of many thousands would wait for every piece.
    stretches = [select(_first_in(at, is_begun=is_begun).subquery()) for at, is_begun in enumerate(begun)]
    first = union_all(*stretches).order_by("municipality", "server_seq").limit(_ROOM).subquery()
    told = and_(_ACTIVITY.c.municipality == first.c.municipality, _ACTIVITY.c.id == first.c.id)
    versions = (
        select(*_FIELDS)
        .select_from(first.join(_ACTIVITY, told).join(_OPERATION, _MADE_BY).outerjoin(_BODY, _BY_ANOTHER))
        .where(_OPERATION.c.op_id.not_in(any_of("left_out")))
    )
    decisions = _DECISIONS.where(
        or_(*(_decided_in(at, is_begun=is_begun) for at, is_begun in enumerate(begun)))
    )
    return union_all(versions, decisions).order_by("ledger", "number").limit(_MOST)


def _first_in(at: int, *, is_begun: bool) -> Select[Any]:
    conditions = [
        _AT.c.author == bindparam("author"),  # in each window, so that each is one stretch of the index
        _AT.c.municipality == bindparam(f"municipality_{at}"),
        _AT.c.server_seq > bindparam(f"after_{at}"),
        _AT.c.server_seq <= bindparam(f"through_{at}"),
    ]
    if is_begun:
        conditions.append(_AT.c.started_at >= bindparam(f"started_from_{at}"))
    return _STRETCH.where(*conditions).order_by(_AT.c.server_seq).limit(_ROOM)


def _decided_in(at: int, *, is_begun: bool) -> ColumnElement[bool]:
    conditions = [
        _held_in == bindparam(f"municipality_{at}"),
        _number > bindparam(f"after_{at}"),
        _number <= bindparam(f"through_{at}"),
    ]
    # The newest version is told as such.
    told_here: ColumnElement[bool] = _ACTIVITY.c.server_seq.is_distinct_from(_OPERATION.c.server_seq)
    if is_begun:
        # What was held of an older one lies on the phone all the same, and waits for the word.
        began: ColumnElement[Any] = bindparam(f"started_from_{at}")
        told_here = or_(told_here, _ACTIVITY.c.started_at < began)
        conditions.append(_OPERATION.c.received_at >= began)
    return and_(told_here, *conditions)


def _change(row: Any) -> Change:
    said = _said(row.body)
    return Change(
        municipality=row.ledger,
        activity_id=row.about,
        server_seq=row.number,
        stored=None if row.id is None else stored_from(row),
        kind=Kind(row.kind),
        received_at=row.received_at,
        stream_id=row.stream_id,
        hash=row.hash,
        reason=said.get("reason"),
        merged_into=said.get("into"),
        settles=row.settles,
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
