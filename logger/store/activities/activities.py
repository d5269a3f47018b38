"""Reading activities: as counting needs them, page by page, and one with its history."""

import json
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, String, and_, cast, func, or_, select
from sqlalchemy.orm import Session

from logger.domain.activities import Activity, Outcome
from logger.domain.places import ProposedPlace
from logger.domain.records import (
    ActivityFilter,
    ActivityPage,
    Kind,
    Position,
    RecordedOperation,
    Sought,
    State,
    Status,
    StoredActivity,
)
from logger.store.statements import table_of
from logger.store.tables import ActivityRow, OperationBodyRow, OperationRow
from logger.store.together import Reading

_ACTIVITY = table_of(ActivityRow).c
_COLUMNS = tuple(_ACTIVITY)


def activities_between(
    session: Session, municipality: str, first_instant: datetime, last_instant: datetime
) -> list[Activity]:
    """The current activities that touch [first_instant, last_instant), in order of start and id."""
    touches = or_(_ACTIVITY.started_at >= first_instant, _ACTIVITY.ended_at > first_instant)
    rows = session.execute(
        select(*_COLUMNS)
        .where(_ACTIVITY.municipality == municipality, _ACTIVITY.state == State.CURRENT.value)
        .where(_ACTIVITY.started_at < last_instant, touches)
        .order_by(_ACTIVITY.started_at, _ACTIVITY.id)
    )
    return [activity_from(row) for row in rows]


def touching(spans: Collection[tuple[str, datetime, datetime]]) -> Reading:
    """What is read for the current activities with time in any of these spans (municipality, from, to).

    Planned with its instants: only they tell which of two indices has few rows.
    """
    inside = (
        and_(_ACTIVITY.municipality == code, _ACTIVITY.started_at < end, _ACTIVITY.ended_at > start)
        for code, start, end in sorted(spans)
    )
    return Reading.of(select(*_COLUMNS).where(_ACTIVITY.state == State.CURRENT.value, or_(*inside)))


def by_municipality(rows: Iterable[Any]) -> dict[str, dict[str, Activity]]:
    """The activities of these rows by municipality and id."""
    found: dict[str, dict[str, Activity]] = {}
    for row in rows:
        found.setdefault(row.municipality, {})[row.id] = activity_from(row)
    return found


def all_of(session: Session, municipality: str) -> list[Activity]:
    """Every activity of the municipality, in whatever state, in order of start and id."""
    rows = session.execute(
        select(*_COLUMNS)
        .where(_ACTIVITY.municipality == municipality)
        .order_by(_ACTIVITY.started_at, _ACTIVITY.id)
    )
    return [activity_from(row) for row in rows]


def activities_of(
    session: Session,
    municipality: str,
    wanted: ActivityFilter,
    *,
    after: Position | None = None,
    limit: int = 100,
) -> ActivityPage:
    """One page of a municipality's activities, newest start first, going on behind `after`."""
    query = select(*_COLUMNS).where(*_conditions(municipality, wanted))
    if after is not None:
        earlier = _ACTIVITY.started_at < after.started_at
        same_start = and_(_ACTIVITY.started_at == after.started_at, _ACTIVITY.id < after.id)
        query = query.where(or_(earlier, same_start))
    query = query.order_by(_ACTIVITY.started_at.desc(), _ACTIVITY.id.desc()).limit(limit + 1)
    found = tuple(stored_from(row) for row in session.execute(query))
    page = found[:limit]
    more = len(found) > limit
    last = page[-1].activity if more else None
    return ActivityPage(page, None if last is None else Position(last.started_at, last.id))


def proposing_in(session: Session, municipality: str) -> list[StoredActivity]:
    """The current activities that propose a place, in order of start and id."""
    rows = session.execute(
        select(*_COLUMNS)
        .where(
            _ACTIVITY.municipality == municipality,
            _ACTIVITY.proposed_place.is_not(None),
            _ACTIVITY.state == State.CURRENT.value,
        )
        .order_by(_ACTIVITY.started_at, _ACTIVITY.id)
    )
    return [stored_from(row) for row in rows]


def count_of(session: Session, municipality: str, wanted: ActivityFilter) -> int:
    """How many activities `activities_of` would give on all its pages."""
    query = select(func.count()).select_from(ActivityRow).where(*_conditions(municipality, wanted))
    return session.execute(query).scalar_one()


def first_start(session: Session, municipality: str) -> datetime | None:
    """When the first current activity of the municipality began; None before there is any."""
    query = select(func.min(_ACTIVITY.started_at)).where(
        _ACTIVITY.municipality == municipality, _ACTIVITY.state == State.CURRENT.value
    )
    first: datetime | None = session.execute(query).scalar_one()
    return first


def count_all(session: Session) -> int:
    """How many there are in all municipalities, in whatever state."""
    return session.execute(select(func.count()).select_from(ActivityRow)).scalar_one()


def activity(session: Session, municipality: str, activity_id: str) -> StoredActivity | None:
    """One activity as it stands, in whatever state; None where the municipality has none by that id."""
    row = session.execute(
        select(*_COLUMNS).where(_ACTIVITY.municipality == municipality, _ACTIVITY.id == activity_id)
    ).one_or_none()
    return None if row is None else stored_from(row)


def by_id(session: Session, municipality: str, ids: Collection[str]) -> dict[str, StoredActivity]:
    """Those of the activities that the municipality has, in whatever state, by their ids."""
    if not ids:
        return {}
    rows = session.execute(
        select(*_COLUMNS).where(_ACTIVITY.municipality == municipality, _ACTIVITY.id.in_(sorted(ids)))
    )
    return {row.id: stored_from(row) for row in rows}


def history(session: Session, municipality: str, activity_id: str) -> list[RecordedOperation]:
    """Every operation that named the activity, in the order they were received, the refused ones too."""
    return histories(session, municipality, {activity_id}).get(activity_id, [])


def histories(
    session: Session, municipality: str, ids: Collection[str]
) -> dict[str, list[RecordedOperation]]:
    """The same of several activities, by their ids; one that nothing named is left out."""
    if not ids:
        return {}
    rows = session.execute(
        select(OperationRow, OperationBodyRow)
        .outerjoin(OperationBodyRow, OperationBodyRow.op_id == OperationRow.op_id)
        .where(OperationRow.municipality == municipality, OperationRow.activity_id.in_(sorted(ids)))
        .order_by(OperationRow.server_seq)
    )
    found: dict[str, list[RecordedOperation]] = {}
    for operation, body in rows:
        found.setdefault(str(operation.activity_id), []).append(_operation_from(operation, body))
    return found


def activity_from(row: Row[Any]) -> Activity:
    """The domain value of a row of the activity table."""
    return Activity(
        id=row.id,
        type=row.type,
        started_at=row.started_at,
        ended_at=row.ended_at,
        organisations=frozenset(row.organisations),
        focus=frozenset(row.focus),
        participants=tuple(row.participants),
        others=row.others,
        place=row.place,
        targeted=row.targeted,
        outcome=Outcome(row.outcome),
        counters=row.counters,
        voided=row.state != State.CURRENT.value,
        proposed=_proposed(row),
    )


def _proposed(row: Row[Any]) -> ProposedPlace | None:
    if row.proposed_place is None:
        return None
    point = (row.proposed_latitude, row.proposed_longitude)
    return ProposedPlace(row.proposed_place, None if None in point else point)


def stored_from(row: Row[Any]) -> StoredActivity:
    """The domain value of a row of the activity table, with its version and author."""
    return StoredActivity(
        municipality=row.municipality,
        activity=activity_from(row),
        rev=row.rev,
        state=State(row.state),
        author=row.author,
        author_organisation=row.author_organisation,
        created_at=row.created_at,
        changed_at=row.changed_at,
        server_seq=row.server_seq,
        has_note=row.has_note,
        origin=row.origin,
    )


def _conditions(municipality: str, wanted: ActivityFilter) -> list[ColumnElement[bool]]:
    conditions = [
        _ACTIVITY.municipality == municipality,
        _ACTIVITY.state.in_([state.value for state in wanted.states]),
    ]
    if wanted.place is not None:
        conditions.append(_ACTIVITY.place.in_((wanted.place, *wanted.former)))
    for column in ("type", "author"):
        value = getattr(wanted, column)
        if value is not None:
            conditions.append(_ACTIVITY[column] == value)
    for column, value in (("focus", wanted.focus), ("organisations", wanted.organisation)):
        if value is not None:
            conditions.append(_has(column, value))
    if wanted.first is not None:
        conditions.append(_ACTIVITY.started_at >= wanted.first)
    if wanted.last is not None:
        conditions.append(_ACTIVITY.started_at < wanted.last)
    conditions += [_holds(each) for each in wanted.sought]
    return conditions


def _has(column: str, value: str) -> ColumnElement[bool]:
    """Whether a column that holds a list of codes has this one."""
    return cast(_ACTIVITY[column], String).contains(json.dumps(value), autoescape=True)


def _holds(sought: Sought) -> ColumnElement[bool]:
    # SQLite knows upper and lower case of a to z alone.
    spelt = {sought.text, sought.text.lower(), sought.text.capitalize()}
    return or_(
        _ACTIVITY.type.in_(sorted(sought.types)),
        _ACTIVITY.place.in_(sorted(sought.places)),
        *(_has("focus", code) for code in sorted(sought.focuses)),
        *(_has("organisations", code) for code in sorted(sought.organisations)),
        *(_ACTIVITY.proposed_place.contains(text, autoescape=True) for text in sorted(spelt)),
    )


def _operation_from(row: OperationRow, body: OperationBodyRow | None) -> RecordedOperation:
    reduced_at = None if body is None else body.reduced_at
    return RecordedOperation(
        op_id=row.op_id,
        server_seq=row.server_seq,
        kind=None if row.kind is None else Kind(row.kind),
        rev=row.rev,
        author=row.author if reduced_at is None else None,
        author_organisation=(row.facts or {}).get("author_organisation", ""),
        received_at=row.received_at,
        status=Status(row.status),
        code=row.code,
        schema=row.schema,
        body=None if body is None else _parsed(body.body),
        reduced_at=reduced_at,
    )


def _parsed(body: bytes) -> Mapping[str, Any] | None:
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return content if isinstance(content, dict) else None
