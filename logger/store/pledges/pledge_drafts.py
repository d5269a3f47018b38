"""Pledges being written: one draft for each pledge, as plain data."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from logger.domain.drafting.pledge_versions import PledgeDraft
from logger.store.tables import PledgeDraftRow


def draft_of(session: Session, municipality: str, key: str, *, lock: bool = False) -> PledgeDraft | None:
    """The draft of one pledge; with `lock`, nobody else changes it before the deed's end."""
    query = select(PledgeDraftRow).where(
        PledgeDraftRow.municipality == municipality, PledgeDraftRow.key == key
    )
    row = session.scalars(query.with_for_update() if lock else query).one_or_none()
    return None if row is None else _draft(row)


def drafts_in(session: Session, municipality: str) -> list[PledgeDraft]:
    """The drafts of a municipality, by key."""
    query = select(PledgeDraftRow).where(PledgeDraftRow.municipality == municipality)
    return [_draft(row) for row in session.scalars(query.order_by(PledgeDraftRow.key))]


def put(session: Session, draft: PledgeDraft) -> None:
    """Keep the draft as it is given."""
    session.merge(
        PledgeDraftRow(
            municipality=draft.municipality,
            key=draft.key,
            document=draft.document,
            based_on=draft.based_on,
            begun_by=draft.begun_by,
            begun_at=draft.begun_at,
            changed_by=draft.changed_by,
            changed_at=draft.changed_at,
        )
    )
    session.flush()


def drop(session: Session, draft: PledgeDraft) -> None:
    """Keep it no longer."""
    row = session.get(PledgeDraftRow, (draft.municipality, draft.key))
    if row is not None:
        session.delete(row)
        session.flush()


def _draft(row: PledgeDraftRow) -> PledgeDraft:
    return PledgeDraft(
        row.municipality,
        row.key,
        row.document,
        row.based_on,
        row.begun_by,
        row.begun_at,
        row.changed_by,
        row.changed_at,
    )
