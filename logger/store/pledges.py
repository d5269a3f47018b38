"""Pledge files as written, version by version, with the marks and monthly numbers entered for them."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import Session

from logger.domain.ledger import Mark, Report
from logger.store.tables import MarkRow, PledgeRow, PledgeVersionRow, ReportRow


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
class Writing:
    """Who wrote or approved a version, when and why."""

    by: str
    at: datetime
    why: str | None = None


def approved(session: Session, *municipalities: str) -> list[PledgeVersion]:
    """The approved version of each of the municipalities' pledges, by municipality and key."""
    query = (
        _versions(*municipalities)
        .where(PledgeVersionRow.status == "approved")
        .order_by(PledgeRow.municipality, PledgeRow.key)
    )
    return [PledgeVersion(*row) for row in session.execute(query)]


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


def marks(session: Session, municipality: str, key: str) -> list[Mark]:
    """The milestone marks entered for a pledge, by commitment and date."""
    rows = session.execute(
        select(MarkRow.commitment, MarkRow.reached_on, MarkRow.evidence)
        .where(MarkRow.municipality == municipality, MarkRow.pledge == key)
        .order_by(MarkRow.commitment, MarkRow.reached_on)
    )
    return [Mark(row.commitment, row.reached_on, row.evidence or "") for row in rows]


def reports(session: Session, municipality: str, key: str) -> list[Report]:
    """The monthly numbers entered for a pledge, by commitment and month."""
    rows = session.execute(
        select(ReportRow.commitment, ReportRow.month, ReportRow.value, ReportRow.source)
        .where(ReportRow.municipality == municipality, ReportRow.pledge == key)
        .order_by(ReportRow.commitment, ReportRow.month)
    )
    return [Report(row.commitment, row.month, row.value, row.source or "") for row in rows]


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
