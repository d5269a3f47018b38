"""Activity plans as kept: items, what became of each time, and approvals."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from logger.domain.periods import Days
from logger.domain.planning.plans import Approval, Done, Key, NotDone, Outcome, PlanItem
from logger.domain.planning.recurrence import read, written
from logger.store.tables import PlanApprovalRow, PlanItemRow, PlanOutcomeRow


def items_of(session: Session, municipality: str, pledge: str) -> list[PlanItem]:
    """Every item of a pledge's plans, by performer, first day and title."""
    rows = session.scalars(
        select(PlanItemRow)
        .where(PlanItemRow.municipality == municipality, PlanItemRow.pledge == pledge)
        .order_by(PlanItemRow.organisation, PlanItemRow.first_day, PlanItemRow.title, PlanItemRow.id)
    )
    return [item_from(row) for row in rows]


def changed_at(session: Session, municipality: str, pledge: str) -> Mapping[str, datetime]:
    """When each item of a pledge's plans was last written."""
    rows = session.execute(
        select(PlanItemRow.id, PlanItemRow.changed_at).where(
            PlanItemRow.municipality == municipality, PlanItemRow.pledge == pledge
        )
    )
    return {row.id: row.changed_at for row in rows}


def items_by_decision(session: Session, municipality: str, pledge: str) -> Mapping[str, str]:
    """The items that carry out decisions of follow-ups, by the decision."""
    rows = session.execute(
        select(PlanItemRow.decision, PlanItemRow.id).where(
            PlanItemRow.municipality == municipality,
            PlanItemRow.pledge == pledge,
            PlanItemRow.decision.is_not(None),
        )
    )
    return {row.decision: row.id for row in rows}


def item(session: Session, municipality: str, pledge: str, item_id: str) -> PlanItem | None:
    """One item, locked to the deed's end; None where the pledge has none by that id."""
    row = session.scalars(
        select(PlanItemRow)
        .where(
            PlanItemRow.municipality == municipality, PlanItemRow.pledge == pledge, PlanItemRow.id == item_id
        )
        .with_for_update()
    ).one_or_none()
    return None if row is None else item_from(row)


def put_item(
    session: Session, municipality: str, pledge: str, item: PlanItem, by: str, now: datetime
) -> None:
    """Keep an item, new or changed."""
    row = session.get(PlanItemRow, (municipality, item.id)) or PlanItemRow(
        municipality=municipality, id=item.id, pledge=pledge, decision=item.decision
    )
    row.organisation, row.unit, row.title = item.organisation, item.unit, item.title
    row.recurs, row.first_day, row.last_day = written(item.recurs), item.days.first, item.days.last
    row.type, row.place, row.commitment = item.type, item.place, item.commitment
    row.changed_by, row.changed_at = by, now
    session.add(row)
    session.flush()


def drop_item(session: Session, municipality: str, item_id: str) -> None:
    """Keep an item no longer, of which nothing has become."""
    session.execute(
        delete(PlanItemRow).where(PlanItemRow.municipality == municipality, PlanItemRow.id == item_id)
    )


def outcomes_of(session: Session, municipality: str, pledge: str) -> Mapping[Key, Outcome]:
    """What became of each time, of all of a pledge's items."""
    rows = session.scalars(
        select(PlanOutcomeRow)
        .join(
            PlanItemRow,
            (PlanItemRow.municipality == PlanOutcomeRow.municipality)
            & (PlanItemRow.id == PlanOutcomeRow.item),
        )
        .where(PlanOutcomeRow.municipality == municipality, PlanItemRow.pledge == pledge)
    )
    return {(row.item, row.occurrence): outcome_from(row) for row in rows}


def has_outcomes(session: Session, municipality: str, item_id: str) -> bool:
    """Whether anything has become of an item."""
    return bool(
        session.scalar(
            select(func.count())
            .select_from(PlanOutcomeRow)
            .where(PlanOutcomeRow.municipality == municipality, PlanOutcomeRow.item == item_id)
        )
    )


def is_taken(session: Session, municipality: str, activity: str, key: Key) -> bool:
    """Whether the activity is confirmed for another time than this, in whichever plan."""
    found = session.execute(
        select(PlanOutcomeRow.item, PlanOutcomeRow.occurrence).where(
            PlanOutcomeRow.municipality == municipality, PlanOutcomeRow.activity == activity
        )
    ).one_or_none()
    return found is not None and (found.item, found.occurrence) != key


def put_outcome(session: Session, municipality: str, key: Key, outcome: Outcome) -> None:
    """Keep what became of one time, instead of what was said before."""
    drop_outcome(session, municipality, key)
    session.add(PlanOutcomeRow(municipality=municipality, **outcome_values(key, outcome)))
    session.flush()


def outcome_values(key: Key, outcome: Outcome) -> dict[str, Any]:
    """The columns of what became of one time, less the municipality's."""
    item_id, occurrence = key
    return {
        "item": item_id,
        "occurrence": occurrence,
        "activity": outcome.activity if isinstance(outcome, Done) else None,
        "reason": outcome.reason if isinstance(outcome, NotDone) else "",
        "said_by": outcome.by,
        "said_at": outcome.at,
    }


def drop_outcome(session: Session, municipality: str, key: Key) -> None:
    """Let nothing have become of one time."""
    item_id, occurrence = key
    session.execute(
        delete(PlanOutcomeRow).where(
            PlanOutcomeRow.municipality == municipality,
            PlanOutcomeRow.item == item_id,
            PlanOutcomeRow.occurrence == occurrence,
        )
    )


def approvals_of(session: Session, municipality: str, pledge: str, year: int) -> Mapping[str, Approval]:
    """The newest approval of each performer's plan for a year, by organisation."""
    rows = session.scalars(
        select(PlanApprovalRow)
        .where(
            PlanApprovalRow.municipality == municipality,
            PlanApprovalRow.pledge == pledge,
            PlanApprovalRow.year == year,
        )
        .order_by(PlanApprovalRow.number)
    )
    return {
        row.organisation: Approval(
            row.organisation, row.year, row.number, row.sha256, row.approved_by, row.approved_at
        )
        for row in rows
    }


def add_approval(session: Session, municipality: str, pledge: str, new: Approval) -> None:
    """Keep that a plan was approved."""
    session.add(
        PlanApprovalRow(
            municipality=municipality,
            pledge=pledge,
            organisation=new.organisation,
            year=new.year,
            number=new.number,
            sha256=new.sha256,
            approved_by=new.by,
            approved_at=new.at,
        )
    )
    session.flush()


def item_from(row: PlanItemRow) -> PlanItem:
    """The domain value of a row."""
    return PlanItem(
        id=row.id,
        organisation=row.organisation,
        title=row.title,
        recurs=read(row.recurs),
        days=Days(row.first_day, row.last_day),
        unit=row.unit,
        type=row.type,
        place=row.place,
        commitment=row.commitment,
        decision=row.decision,
    )


def outcome_from(row: PlanOutcomeRow) -> Outcome:
    """The domain value of a row."""
    if row.reason:
        return NotDone(row.reason, row.said_by, row.said_at)
    return Done(row.activity, row.said_by, row.said_at)
