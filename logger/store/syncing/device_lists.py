"""Devices as people are shown them: their own, and a municipality's, with the numbers received of each."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, exists, func, or_, select
from sqlalchemy.orm import Session

from logger.domain.phones.devices import Device, Numbers, Run
from logger.store.statements import any_of, table_of
from logger.store.tables import DistrictRow, GrantRow, MunicipalityRow, OperationRow, StreamRow, UserRow

_STREAM = table_of(StreamRow)
_OPERATION = table_of(OperationRow)


def of_user(session: Session, user_id: str) -> list[Device]:
    """A user's devices, the last heard from first."""
    return _devices(session, _DEVICES.where(_STREAM.c.user_id == user_id))


def of_municipality(
    session: Session,
    municipality: str,
    organisation: str,
    today: date,
    *,
    silent_since: datetime | None = None,
) -> list[Device]:
    """The organisation's devices that logged in the municipality, or whose users may today.

    With `silent_since`, only those that were not heard from after it.
    """
    logged_here = exists().where(
        _OPERATION.c.stream_id == _STREAM.c.id, _OPERATION.c.municipality == municipality
    )
    works_here = _STREAM.c.user_id.in_(_granted(municipality, today))
    query = _DEVICES.where(UserRow.organisation == organisation, or_(works_here, logged_here))
    if silent_since is not None:
        query = query.where(_STREAM.c.seen_at <= silent_since)
    return _devices(session, query)


def _granted(municipality: str, today: date) -> Select[Any]:
    district = select(MunicipalityRow.district).where(MunicipalityRow.code == municipality)
    return select(GrantRow.user_id).where(
        or_(GrantRow.municipality == municipality, GrantRow.district.in_(district)),
        GrantRow.first <= today,
        or_(GrantRow.last.is_(None), GrantRow.last >= today),
    )


_UNIT = (
    select(func.min(func.coalesce(DistrictRow.name, MunicipalityRow.name)))
    .select_from(GrantRow)
    .outerjoin(DistrictRow, DistrictRow.id == GrantRow.district)
    .outerjoin(MunicipalityRow, MunicipalityRow.code == GrantRow.municipality)
    .where(GrantRow.user_id == _STREAM.c.user_id)
    .scalar_subquery()
)
_DEVICES = (
    select(*_STREAM.c, UserRow.organisation, _UNIT.label("unit"))
    .join(UserRow, UserRow.id == _STREAM.c.user_id)
    .order_by(_STREAM.c.seen_at.desc(), _STREAM.c.id)
)
_NUMBERED = (
    select(_OPERATION.c.stream_id, _OPERATION.c.seq)
    .distinct()
    .where(_OPERATION.c.stream_id.in_(any_of("stream_ids")))
    .subquery()
)
# In a run of numbers without a gap, number and place in line differ by the same.
_IN_RUNS = select(
    _NUMBERED.c.stream_id,
    _NUMBERED.c.seq,
    (
        _NUMBERED.c.seq - func.row_number().over(partition_by=_NUMBERED.c.stream_id, order_by=_NUMBERED.c.seq)
    ).label("run"),
).subquery()
_RUNS = (
    select(_IN_RUNS.c.stream_id, func.min(_IN_RUNS.c.seq), func.max(_IN_RUNS.c.seq))
    .group_by(_IN_RUNS.c.stream_id, _IN_RUNS.c.run)
    .order_by(_IN_RUNS.c.stream_id, func.min(_IN_RUNS.c.seq))
)


def received(session: Session, stream_ids: Collection[str]) -> dict[str, list[Run]]:
    """The numbers of each stream that were received, as runs in order."""
    runs: dict[str, list[Run]] = defaultdict(list)
    for stream_id, first, last in session.execute(_RUNS, {"stream_ids": stream_ids}):
        runs[stream_id].append(Run(first, last))
    return runs


def _devices(session: Session, query: Select[Any]) -> list[Device]:
    rows = session.execute(query).all()
    runs = received(session, [row.id for row in rows])
    return [_device(row, runs.get(row.id, [])) for row in rows]


def _device(row: Row[Any], runs: list[Run]) -> Device:
    return Device(
        stream_id=row.id,
        organisation=row.organisation,
        unit=row.unit or "",
        label=row.label,
        app_build=row.app_build,
        first_contact=row.created_at,
        last_contact=row.seen_at,
        numbers=Numbers(row.first_seq, row.highest_seq, row.floor, tuple(runs)),
        clock_offset=row.clock_offset,
        revoked_at=row.revoked_at,
    )
