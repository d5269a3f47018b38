"""What becomes of planned times by what phones say: read and written for a whole batch at once."""

from collections.abc import Collection, Mapping

from sqlalchemy import ColumnElement, and_, delete, insert, or_, select, tuple_
from sqlalchemy.orm import Session

from logger.domain.planning.plans import Outcome, PlanItem
from logger.domain.planning.sayings import NamedTime
from logger.domain.records import State
from logger.store.plan.plans import item_from, outcome_from, outcome_values
from logger.store.tables import ActivityRow, PlanItemRow, PlanOutcomeRow

_BY_ACTIVITY = and_(
    ActivityRow.municipality == PlanOutcomeRow.municipality, ActivityRow.id == PlanOutcomeRow.activity
)
_STANDS = or_(PlanOutcomeRow.activity.is_(None), ActivityRow.state == State.CURRENT.value)


def items_named(
    session: Session, organisation: str, items: Collection[tuple[str, str]]
) -> dict[tuple[str, str], PlanItem]:
    """Those of these items, by municipality and id, that are the organisation's."""
    rows = session.scalars(
        select(PlanItemRow).where(
            tuple_(PlanItemRow.municipality, PlanItemRow.id).in_(sorted(items)),
            PlanItemRow.organisation == organisation,
        )
    )
    return {(row.municipality, row.id): item_from(row) for row in rows}


def outcomes_standing(session: Session, items: Collection[tuple[str, str]]) -> dict[NamedTime, Outcome]:
    """What became of the times of these items; what an activity did that is taken back was not done."""
    rows = session.scalars(
        select(PlanOutcomeRow)
        .outerjoin(ActivityRow, _BY_ACTIVITY)
        .where(tuple_(PlanOutcomeRow.municipality, PlanOutcomeRow.item).in_(sorted(items)), _STANDS)
    )
    return {(row.municipality, (row.item, row.occurrence)): outcome_from(row) for row in rows}


def put_all(session: Session, changed: Mapping[NamedTime, Outcome | None]) -> None:
    """Keep what became of these times instead of what was said before; None lets nothing have become of one.

    Raises IntegrityError where somebody else said something of one of them meanwhile.
    """
    if not changed:
        return
    session.execute(delete(PlanOutcomeRow).where(or_(*(_is(named) for named in sorted(changed)))))
    rows = [
        {"municipality": code, **outcome_values(key, outcome)}
        for (code, key), outcome in sorted(changed.items())
        if outcome is not None
    ]
    if rows:
        session.execute(insert(PlanOutcomeRow), rows)


def _is(named: NamedTime) -> ColumnElement[bool]:
    code, (item, occurrence) = named
    return and_(
        PlanOutcomeRow.municipality == code,
        PlanOutcomeRow.item == item,
        PlanOutcomeRow.occurrence == occurrence,
    )
