"""The versions of pledges: the text of each, and who wrote and approved it, when and why."""

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from logger.domain.drafting.pledge_versions import VersionOfPledge
from logger.store.tables import PledgeRow, PledgeVersionRow


def versions_of(session: Session, municipality: str, key: str) -> list[VersionOfPledge]:
    """Every version of one pledge, the newest first."""
    return _read(session, PledgeVersionRow.municipality == municipality, PledgeVersionRow.pledge == key)


def versions_in(session: Session, municipality: str) -> list[VersionOfPledge]:
    """Every version of every pledge of a municipality, by pledge, the newest first."""
    return _read(session, PledgeVersionRow.municipality == municipality)


def _read(session: Session, *which: ColumnElement[bool]) -> list[VersionOfPledge]:
    query = (
        select(PledgeVersionRow, PledgeRow.demo)
        .join(
            PledgeRow,
            (PledgeRow.municipality == PledgeVersionRow.municipality)
            & (PledgeRow.key == PledgeVersionRow.pledge),
        )
        .where(*which)
        .order_by(PledgeVersionRow.pledge, PledgeVersionRow.number.desc())
    )
    return [_version(row, demo) for row, demo in session.execute(query)]


def _version(row: PledgeVersionRow, demo: bool) -> VersionOfPledge:  # noqa: FBT001
    return VersionOfPledge(
        municipality=row.municipality,
        key=row.pledge,
        number=row.number,
        status=row.status,
        demo=demo,
        text=row.text,
        sha256=row.sha256,
        written_by=row.written_by,
        written_at=row.written_at,
        why=row.why,
        approved_by=row.approved_by,
        approved_at=row.approved_at,
        approved_why=row.approved_why,
    )
