"""Pledge files as written, version by version, with the marks and monthly numbers entered for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import Session

from logger.store.statements import any_of, table_of
from logger.store.tables import PledgeRow, PledgeVersionRow


@dataclass(frozen=True, slots=True)
class PledgeVersion:
    """One version of a pledge file; `key` is the pledge's place in addresses, `number` counts from 1."""

    municipality: str
    key: str
    number: int
    status: str
    demo: bool
    text: str
    sha256: str


@dataclass(frozen=True, slots=True)
class VersionInForce:
    """An approved version by its digest: what stands in it never changes, and is long."""

    municipality: str
    key: str
    number: int
    demo: bool
    sha256: str


_PLEDGE, _VERSION = table_of(PledgeRow).c, table_of(PledgeVersionRow).c
_IN_FORCE = (
    select(_VERSION.municipality, _VERSION.pledge, _VERSION.number, _PLEDGE.demo, _VERSION.sha256)
    .where(_VERSION.municipality == _PLEDGE.municipality, _VERSION.pledge == _PLEDGE.key)
    .where(_VERSION.municipality.in_(any_of("codes")), _VERSION.status == "approved")
    .order_by(_VERSION.municipality, _VERSION.pledge)
)
_TEXTS = select(_VERSION.sha256, _VERSION.text).where(_VERSION.sha256.in_(any_of("digests")))


@dataclass(frozen=True, slots=True)
class Writing:
    """Who wrote or approved a version, when and why."""

    by: str
    at: datetime
    why: str | None = None


def approved(session: Session, *municipalities: str) -> list[VersionInForce]:
    """The approved version of each of the municipalities' pledges, by municipality and key."""
    return [VersionInForce(*row) for row in session.execute(_IN_FORCE, {"codes": sorted(municipalities)})]


def texts(session: Session, versions: Iterable[VersionInForce]) -> dict[str, str]:
    """What stands in these versions, by their digests."""
    rows = session.execute(_TEXTS, {"digests": sorted({each.sha256 for each in versions})})
    return {row.sha256: row.text for row in rows}


def approved_one(session: Session, municipality: str, key: str) -> PledgeVersion | None:
    """The approved version of one pledge; None while it has none."""
    query = _versions(municipality).where(PledgeVersionRow.status == "approved", PledgeRow.key == key)
    row = session.execute(query).one_or_none()
    return None if row is None else PledgeVersion(*row)


def newest(session: Session, municipality: str, key: str) -> PledgeVersion | None:
    """The newest version of one pledge, whatever its status."""
    query = (
        _versions(municipality).where(PledgeRow.key == key).order_by(PledgeVersionRow.number.desc()).limit(1)
    )
    row = session.execute(query).one_or_none()
    return None if row is None else PledgeVersion(*row)


def with_digest(session: Session, municipality: str, key: str, sha256: str) -> PledgeVersion | None:
    """The version of this pledge that was written in exactly these bytes."""
    query = _versions(municipality).where(PledgeRow.key == key, PledgeVersionRow.sha256 == sha256)
    row = session.execute(query).one_or_none()
    return None if row is None else PledgeVersion(*row)


def add_version(session: Session, new: PledgeVersion, written: Writing) -> None:
    """Keep a version, and the pledge itself if it is the first."""
    if session.get(PledgeRow, (new.municipality, new.key)) is None:
        session.add(PledgeRow(municipality=new.municipality, key=new.key, demo=new.demo))
        session.flush()
    session.add(
        PledgeVersionRow(
            municipality=new.municipality,
            pledge=new.key,
            number=new.number,
            status="draft",
            text=new.text,
            sha256=new.sha256,
            written_by=written.by,
            written_at=written.at,
            why=written.why,
        )
    )
    session.flush()


def approve(session: Session, version: PledgeVersion, approved_by: Writing) -> None:
    """Let a version count; the one that counted before is closed."""
    of_pledge = (
        PledgeVersionRow.municipality == version.municipality,
        PledgeVersionRow.pledge == version.key,
    )
    session.execute(
        update(PledgeVersionRow)
        .where(*of_pledge, PledgeVersionRow.status == "approved")
        .values(status="closed")
    )
    session.execute(
        update(PledgeVersionRow)
        .where(*of_pledge, PledgeVersionRow.number == version.number)
        .values(
            status="approved",
            approved_by=approved_by.by,
            approved_at=approved_by.at,
            approved_why=approved_by.why,
        )
    )


def is_any(session: Session, *, demo: bool) -> bool:
    """Whether there is any pledge of the demo, or any that is not."""
    return bool(session.scalar(select(func.count()).select_from(PledgeRow).where(PledgeRow.demo.is_(demo))))


def _versions(*municipalities: str) -> Select[str, str, int, str, bool, str, str]:
    return (
        select(
            PledgeRow.municipality,
            PledgeRow.key,
            PledgeVersionRow.number,
            PledgeVersionRow.status,
            PledgeRow.demo,
            PledgeVersionRow.text,
            PledgeVersionRow.sha256,
        )
        .join(
            PledgeVersionRow,
            (PledgeVersionRow.municipality == PledgeRow.municipality)
            & (PledgeVersionRow.pledge == PledgeRow.key),
        )
        .where(PledgeRow.municipality.in_(municipalities))
    )
