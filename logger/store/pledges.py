"""Pledge files as written, version by version, with the marks and monthly numbers entered for them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import Session

from logger.domain.ledger import Mark, Report
from logger.store.statements import any_of, table_of
from logger.store.tables import MarkRow, PledgeRow, PledgeVersionRow, ReportRow

_MARK, _REPORT = table_of(MarkRow).c, table_of(ReportRow).c
_MARKS = (
    select(*_MARK)
    .where(_MARK.municipality.in_(any_of("codes")))
    .order_by(_MARK.municipality, _MARK.pledge, _MARK.commitment, _MARK.reached_on)
)
_REPORTS = (
    select(*_REPORT)
    .where(_REPORT.municipality.in_(any_of("codes")))
    .order_by(_REPORT.municipality, _REPORT.pledge, _REPORT.commitment, _REPORT.month)
)


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


OfPledge = tuple[str, str]
"""A municipality's code and a pledge's key."""


def marks(session: Session, municipality: str, key: str) -> list[Mark]:
    """The milestone marks entered for a pledge, by commitment and date."""
    return marks_in(session, [municipality]).get((municipality, key), [])


def marks_in(session: Session, municipalities: Collection[str]) -> dict[OfPledge, list[Mark]]:
    """The same of all pledges of these municipalities."""
    found: dict[OfPledge, list[Mark]] = {}
    for row in session.execute(_MARKS, {"codes": sorted(municipalities)}):
        mark = Mark(row.commitment, row.reached_on, row.evidence or "")
        found.setdefault((row.municipality, row.pledge), []).append(mark)
    return found


def reports(session: Session, municipality: str, key: str) -> list[Report]:
    """The monthly numbers entered for a pledge, by commitment and month."""
    return reports_in(session, [municipality]).get((municipality, key), [])


def reports_in(session: Session, municipalities: Collection[str]) -> dict[OfPledge, list[Report]]:
    """The same of all pledges of these municipalities."""
    found: dict[OfPledge, list[Report]] = {}
    for row in session.execute(_REPORTS, {"codes": sorted(municipalities)}):
        report = Report(row.commitment, row.month, row.value, row.source or "")
        found.setdefault((row.municipality, row.pledge), []).append(report)
    return found


def put_mark(session: Session, municipality: str, key: str, mark: Mark) -> None:
    """Keep a mark; the same one again changes nothing but its evidence."""
    session.merge(
        MarkRow(
            municipality=municipality,
            pledge=key,
            commitment=mark.commitment,
            reached_on=mark.date,
            evidence=mark.evidence or None,
        )
    )
    session.flush()


def put_report(session: Session, municipality: str, key: str, report: Report) -> None:
    """Keep a month's number; a new one for the month takes the old one's place."""
    session.merge(
        ReportRow(
            municipality=municipality,
            pledge=key,
            commitment=report.commitment,
            month=_first_of_month(report.month),
            value=report.value,
            source=report.source or None,
        )
    )
    session.flush()


def _first_of_month(day: date) -> date:
    return day.replace(day=1)


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
