"""Streams: the numbered series of operations of one browser profile of one user."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, case, exists, func, or_, select, update
from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import ReturningInsert

from logger.domain.phones.devices import Device, Numbers, Run
from logger.store.statements import Upsert, any_of, table_of, upserts
from logger.store.tables import DistrictRow, GrantRow, MunicipalityRow, OperationRow, StreamRow, UserRow

_STREAM = table_of(StreamRow)
_OPERATION = table_of(OperationRow)


class Claim(Enum):
    """Whether a user may send by a stream."""

    GRANTED = "granted"
    FOREIGN = "foreign"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Contact:
    """A stream heard from: whose it should be, by which build, and what it says of its numbers and clock.

    `highest_seq` is the highest number in what it sent, `floor` the lowest that it waits for (0: not said);
    `first_seq` is where its series begins if this is its first contact.
    """

    stream_id: str
    user_id: str
    app_build: str
    label: str
    first_seq: int
    highest_seq: int
    floor: int
    clock_offset: int | None
    at: datetime


def _higher(new: Upsert) -> ColumnElement[int]:
    return case(
        (new.excluded.highest_seq > _STREAM.c.highest_seq, new.excluded.highest_seq),
        else_=_STREAM.c.highest_seq,
    )


def _claiming(new: Upsert) -> ReturningInsert[str]:
    said = ("seen_at", "app_build", "label", "clock_offset")
    noted: dict[str, Any] = {name: new.excluded[name] for name in said}
    noted["highest_seq"] = _higher(new)
    noted["floor"] = case((new.excluded.floor > 0, new.excluded.floor), else_=_STREAM.c.floor)
    return new.on_conflict_do_update(
        index_elements=[_STREAM.c.id],
        set_=noted,
        where=(_STREAM.c.user_id == new.excluded.user_id) & _STREAM.c.revoked_at.is_(None),
    ).returning(_STREAM.c.id)


def _rescuing(new: Upsert) -> ReturningInsert[str]:
    return new.on_conflict_do_update(
        index_elements=[_STREAM.c.id],
        set_={"highest_seq": _higher(new)},
        where=_STREAM.c.user_id == new.excluded.user_id,
    ).returning(_STREAM.c.id)


_CLAIM = {dialect: _claiming(new) for dialect, new in upserts(StreamRow).items()}
_RESCUE = {dialect: _rescuing(new) for dialect, new in upserts(StreamRow).items()}


def claim(session: Session, contact: Contact) -> Claim:
    """Bind the stream to the user at its first use, and note the contact at every other.

    The row stays locked to the end of the transaction: batches of one stream go one by one.
    """
    connection = session.connection()
    granted = connection.execute(_CLAIM[connection.dialect.name], _row(contact))
    if granted.one_or_none() is not None:
        return Claim.GRANTED
    return Claim.REVOKED if owner_of(session, contact.stream_id) == contact.user_id else Claim.FOREIGN


def claim_for_rescue(session: Session, contact: Contact) -> Claim:
    """Whether the user may bring in what this stream's phone could not send; a revoked one's too.

    The phone itself was not heard from: what it last said of itself stays. The row stays locked.
    """
    connection = session.connection()
    granted = connection.execute(_RESCUE[connection.dialect.name], _row(contact))
    return Claim.FOREIGN if granted.one_or_none() is None else Claim.GRANTED


def owner_of(session: Session, stream_id: str) -> str | None:
    """Whose stream it is; None for one that has never been heard from."""
    return session.execute(select(_STREAM.c.user_id).where(_STREAM.c.id == stream_id)).scalar_one_or_none()


@dataclass(frozen=True, slots=True)
class Heard:
    """Whose stream it is, how far it had counted, and when it was last heard from."""

    stream_id: str
    user_id: str
    highest_seq: int
    at: datetime


def heard(session: Session, stream_id: str) -> Heard | None:
    """What is known of a stream; None for one that has never been heard from."""
    columns = (_STREAM.c.id, _STREAM.c.user_id, _STREAM.c.highest_seq, _STREAM.c.seen_at)
    row = session.execute(select(*columns).where(_STREAM.c.id == stream_id)).one_or_none()
    return None if row is None else Heard(*row)


def revoke(session: Session, stream_id: str, at: datetime) -> None:
    """Let the stream send no more; one that was revoked before stays so from then on."""
    session.execute(
        update(_STREAM).where(_STREAM.c.id == stream_id, _STREAM.c.revoked_at.is_(None)).values(revoked_at=at)
    )


def is_revoked(session: Session, stream_id: str) -> bool:
    """Whether the stream may send no more."""
    revoked = select(_STREAM.c.id).where(_STREAM.c.id == stream_id, _STREAM.c.revoked_at.is_not(None))
    return session.execute(revoked).first() is not None


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


def _row(contact: Contact) -> dict[str, Any]:
    return {
        "id": contact.stream_id,
        "user_id": contact.user_id,
        "label": contact.label,
        "app_build": contact.app_build,
        "first_seq": contact.first_seq,
        "highest_seq": contact.highest_seq,
        "floor": contact.floor,
        "clock_offset": contact.clock_offset,
        "created_at": contact.at,
        "seen_at": contact.at,
    }
