"""What becomes of planned times by what phones say: read and written for a whole batch at once."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Nullable, and_, delete, insert, or_, select, tuple_
from sqlalchemy.orm import Session

from logger.domain.planning.plans import Outcome, PlanItem
from logger.domain.planning.sayings import NamedTime
from logger.domain.planning.school_terms import SchoolTerms
from logger.domain.records import State
from logger.store.plan.plans import item_from, outcome_from, outcome_values
from logger.store.plan.school_terms import terms_from
from logger.store.statements import any_of, table_of
from logger.store.tables import ActivityRow, PlanItemRow, PlanOutcomeRow, SchoolTermsRow

_BY_ACTIVITY = and_(
    ActivityRow.municipality == PlanOutcomeRow.municipality, ActivityRow.id == PlanOutcomeRow.activity
)
_STANDS = or_(PlanOutcomeRow.activity.is_(None), ActivityRow.state == State.CURRENT.value)
_OF_ITEM = and_(
    PlanOutcomeRow.municipality == PlanItemRow.municipality,
    PlanOutcomeRow.item == PlanItemRow.id,
    PlanOutcomeRow.occurrence.in_(any_of("occurrences")),
)
_NAMED = (
    select(PlanItemRow, Nullable(SchoolTermsRow), Nullable(PlanOutcomeRow), _STANDS)
    .outerjoin(SchoolTermsRow, SchoolTermsRow.municipality == PlanItemRow.municipality)
    .outerjoin(PlanOutcomeRow, _OF_ITEM)
    .outerjoin(ActivityRow, _BY_ACTIVITY)
)


@dataclass(frozen=True, slots=True)
class Named:
    """Items that are named, school terms where they are, what stands of their times, what is kept of any."""

    items: dict[tuple[str, str], PlanItem]
    terms: dict[str, SchoolTerms]
    standing: dict[NamedTime, Outcome]
    kept: set[NamedTime]


def named(session: Session, organisation: str, times: Collection[NamedTime]) -> Named:
    """What is to be known of these times, of the organisation's own items; one statement."""
    items = sorted({(code, item) for code, (item, _) in times})
    occurrences = sorted({occurrence for _, (_, occurrence) in times})
    asked = _NAMED.where(
        tuple_(PlanItemRow.municipality, PlanItemRow.id).in_(items), PlanItemRow.organisation == organisation
    )
    found = Named({}, {}, {}, set())
    for item, terms, outcome, stands in session.execute(asked, {"occurrences": occurrences}):
        found.items[item.municipality, item.id] = item_from(item)
        found.terms[item.municipality] = terms_from(terms)
        if outcome is not None:
            key = item.municipality, (item.id, outcome.occurrence)
            found.kept.add(key)
            if stands:
                found.standing[key] = outcome_from(outcome)
    return found


def outcomes_standing(session: Session, items: Collection[tuple[str, str]]) -> dict[NamedTime, Outcome]:
    """What became of the times of these items; what an activity did that is taken back was not done."""
    rows = session.scalars(
        select(PlanOutcomeRow)
        .outerjoin(ActivityRow, _BY_ACTIVITY)
        .where(tuple_(PlanOutcomeRow.municipality, PlanOutcomeRow.item).in_(sorted(items)), _STANDS)
    )
    return {(row.municipality, (row.item, row.occurrence)): outcome_from(row) for row in rows}


def put_all(
    session: Session, changed: Mapping[NamedTime, Outcome | None], kept: Collection[NamedTime]
) -> None:
    """Keep what became of these times instead of what is `kept`; None lets nothing have become of one.

    Raises IntegrityError where somebody else said something of another of them meanwhile.
    """
    replaced = sorted(changed.keys() & set(kept))
    if replaced:
        session.execute(delete(PlanOutcomeRow).where(or_(*(_is(named) for named in replaced))))
    rows = [
        {"municipality": code, **outcome_values(key, outcome)}
        for (code, key), outcome in sorted(changed.items())
        if outcome is not None
    ]
    if rows:
        session.execute(insert(table_of(PlanOutcomeRow)), rows)


def _is(named: NamedTime) -> ColumnElement[bool]:
    code, (item, occurrence) = named
    return and_(
        PlanOutcomeRow.municipality == code,
        PlanOutcomeRow.item == item,
        PlanOutcomeRow.occurrence == occurrence,
    )
