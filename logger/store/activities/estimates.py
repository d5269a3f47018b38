"""Imports of sheets kept before, and the estimates in them."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from logger.domain.counting.estimates import Estimate, TakenIn
from logger.domain.periods import Days
from logger.store.tables import EstimateImportRow, EstimateRow


@dataclass(frozen=True, slots=True)
class NewImport:
    """A sheet that is taken in."""

    id: str
    source: str
    sha256: str
    by: str
    at: datetime


def add(session: Session, municipality: str, new: NewImport, estimates: list[Estimate]) -> None:
    """Keep the estimates of a sheet."""
    session.add(
        EstimateImportRow(
            id=new.id,
            municipality=municipality,
            source=new.source,
            sha256=new.sha256,
            lines=len(estimates),
            taken_in_by=new.by,
            taken_in_at=new.at,
        )
    )
    session.flush()
    session.execute(insert(EstimateRow), [_row(municipality, new.id, each) for each in estimates])


def stands(session: Session, municipality: str, sha256: str) -> bool:
    """Whether the very same lines are taken in already, and not out again."""
    query = select(EstimateImportRow.id).where(
        EstimateImportRow.municipality == municipality,
        EstimateImportRow.sha256 == sha256,
        EstimateImportRow.taken_out_at.is_(None),
    )
    return session.execute(query.limit(1)).first() is not None


def imports_of(session: Session, municipality: str) -> list[TakenIn]:
    """Every import, the newest first."""
    rows = session.scalars(
        select(EstimateImportRow)
        .where(EstimateImportRow.municipality == municipality)
        .order_by(EstimateImportRow.taken_in_at.desc(), EstimateImportRow.id)
    )
    return [
        TakenIn(
            row.id,
            row.source,
            row.lines,
            row.taken_in_by,
            row.taken_in_at,
            row.taken_out_by,
            row.taken_out_at,
            row.taken_out_why,
        )
        for row in rows
    ]


def take_out(session: Session, municipality: str, import_id: str, by: str, why: str, now: datetime) -> None:
    """Let the estimates of an import be told no more; they stay."""
    session.execute(
        update(EstimateImportRow)
        .where(EstimateImportRow.municipality == municipality, EstimateImportRow.id == import_id)
        .values(taken_out_by=by, taken_out_at=now, taken_out_why=why)
    )


def estimates_between(
    session: Session, municipality: str, first: date, last: date, known_by: datetime | None = None
) -> list[Estimate]:
    """The estimates that stand and lie within the days, by their first day; `known_by`: taken in by then."""
    query = (
        select(EstimateRow)
        .join(EstimateImportRow, EstimateImportRow.id == EstimateRow.import_id)
        .where(EstimateRow.municipality == municipality, EstimateImportRow.taken_out_at.is_(None))
        .where(EstimateRow.first >= first, EstimateRow.last <= last)
        .order_by(EstimateRow.first, EstimateRow.import_id, EstimateRow.line)
    )
    if known_by is not None:
        query = query.where(EstimateImportRow.taken_in_at <= known_by)
    return [_estimate(row) for row in session.scalars(query)]


def _row(municipality: str, import_id: str, each: Estimate) -> dict[str, object]:
    return {
        "municipality": municipality,
        "import_id": import_id,
        "line": each.line,
        "type": each.type,
        "focus": sorted(each.focus),
        "place": each.place,
        "organisations": sorted(each.organisations),
        "first": each.days.first,
        "last": each.days.last,
        "number": each.number,
        "seconds": each.seconds,
    }


def _estimate(row: EstimateRow) -> Estimate:
    return Estimate(
        line=row.line,
        type=row.type,
        days=Days(row.first, row.last),
        number=row.number,
        seconds=row.seconds,
        focus=frozenset(row.focus),
        place=row.place,
        organisations=frozenset(row.organisations),
    )
