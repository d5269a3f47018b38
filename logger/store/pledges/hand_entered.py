"""What is entered by hand towards a pledge: the marks of its milestones, the numbers of its months."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from logger.domain.counting.ledger import Mark, Report
from logger.store.statements import any_of, table_of
from logger.store.tables import MarkRow, ReportRow

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
