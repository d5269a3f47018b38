"""Publications as they were made: their open data, word for word."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from logger.store.tables import PublicationRow


@dataclass(frozen=True, slots=True)
class Publication:
    """One follow-up made public; `document` is the open data as text, `period` its place in addresses."""

    municipality: str
    pledge: str
    period: str
    as_of: date
    document: str
    sha256: str
    published_by: str
    published_at: datetime


def add(session: Session, new: Publication) -> None:
    """Keep it for ever."""
    session.add(
        PublicationRow(
            municipality=new.municipality,
            pledge=new.pledge,
            period=new.period,
            as_of=new.as_of,
            document=new.document,
            sha256=new.sha256,
            published_by=new.published_by,
            published_at=new.published_at,
        )
    )
    session.flush()


def one(session: Session, municipality: str, pledge: str, period: str) -> Publication | None:
    """The publication of a period; None where there is none."""
    row = session.get(PublicationRow, (municipality, pledge, period))
    return None if row is None else _publication(row)


def newest(session: Session, municipality: str, pledge: str) -> Publication | None:
    """The one whose figures reach furthest; of several to the same day, the one made last."""
    row = session.scalars(
        select(PublicationRow)
        .where(PublicationRow.municipality == municipality, PublicationRow.pledge == pledge)
        .order_by(PublicationRow.as_of.desc(), PublicationRow.published_at.desc())
        .limit(1)
    ).one_or_none()
    return None if row is None else _publication(row)


def documents(session: Session, municipality: str, pledge: str) -> list[str]:
    """The open data of all publications of the pledge, in the order that they were made."""
    return list(
        session.scalars(
            select(PublicationRow.document)
            .where(PublicationRow.municipality == municipality, PublicationRow.pledge == pledge)
            .order_by(PublicationRow.published_at)
        )
    )


def listed(session: Session, municipality: str) -> list[tuple[str, str, date, datetime]]:
    """Pledge, period, as-of and when published of all of a municipality's, the newest first."""
    rows = session.execute(
        select(
            PublicationRow.pledge, PublicationRow.period, PublicationRow.as_of, PublicationRow.published_at
        )
        .where(PublicationRow.municipality == municipality)
        .order_by(PublicationRow.as_of.desc(), PublicationRow.published_at.desc())
    )
    return [(row.pledge, row.period, row.as_of, row.published_at) for row in rows]


def _publication(row: PublicationRow) -> Publication:
    return Publication(
        row.municipality,
        row.pledge,
        row.period,
        row.as_of,
        row.document,
        row.sha256,
        row.published_by,
        row.published_at,
    )
