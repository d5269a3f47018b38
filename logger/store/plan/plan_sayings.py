"""What becomes of planned times by what phones say: read and written for a whole batch at once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, String, Uuid, and_, bindparam, delete, insert, or_, select, tuple_
from sqlalchemy.orm import Session

from logger.domain.planning.plans import Outcome, PlanItem
from logger.domain.planning.sayings import NamedTime
from logger.domain.planning.school_terms import SchoolTerms
from logger.domain.records import State
from logger.store.plan.plans import item_from, outcome_from, outcome_values
from logger.store.plan.school_terms import terms_from
from logger.store.statements import by_dialect, table_of
from logger.store.tables import ActivityRow, PlanItemRow, PlanOutcomeRow, SchoolTermsRow
from logger.store.together import Reading

_BY_ACTIVITY = and_(
    ActivityRow.municipality == PlanOutcomeRow.municipality, ActivityRow.id == PlanOutcomeRow.activity
)
_STANDS = or_(PlanOutcomeRow.activity.is_(None), ActivityRow.state == State.CURRENT.value)
_ITEM, _TERMS, _OUTCOME = (table_of(each) for each in (PlanItemRow, SchoolTermsRow, PlanOutcomeRow))
_TIME = {"municipality": String(), "item": Uuid(as_uuid=False), "occurrence": String()}
_NAMED = {
    "plan_item": by_dialect(
        "times",
        _TIME,
        lambda time: select(*_ITEM.c).where(
            _ITEM.c.municipality == time.municipality,
            _ITEM.c.id == time.item,
            _ITEM.c.organisation == bindparam("planned_by"),
        ),
    ),
    "school_terms": by_dialect(
        "times",
        _TIME,
        lambda time: select(*_TERMS.c).where(_TERMS.c.municipality == time.municipality),
    ),
    "plan_outcome": by_dialect(
        "times",
        _TIME,
        lambda time: (
            select(*_OUTCOME.c, _STANDS.label("stands"))
            .select_from(_OUTCOME.outerjoin(ActivityRow, _BY_ACTIVITY))
            .where(*(_OUTCOME.c[each.name] == each for each in time))
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class Named:
    """Items that are named, school terms where they are, what stands of their times, what is kept of any."""

    items: dict[tuple[str, str], PlanItem]
    terms: dict[str, SchoolTerms]
    standing: dict[NamedTime, Outcome]
    kept: set[NamedTime]


def named(organisation: str, times: Collection[NamedTime]) -> dict[str, Reading]:
    """What is to be known of these times, of the organisation's own items; nothing is read where none is."""
    given = {
        "times": [
            {"municipality": code, "item": item, "occurrence": occurrence}
            for code, (item, occurrence) in sorted(times)
        ],
        "planned_by": organisation,
    }
    return {what: Reading(statements, given) for what, statements in _NAMED.items()} if times else {}


def named_in(rows: Mapping[str, Sequence[Any]]) -> Named:
    """The same of the rows that were read."""
    items = {(row.municipality, row.id): item_from(row) for row in rows["plan_item"]}
    terms = {row.municipality: row for row in rows["school_terms"]}
    found = Named(items, {code: terms_from(terms.get(code)) for code, _ in items}, {}, set())
    for row in rows["plan_outcome"]:
        if (row.municipality, row.item) in items:
            key = row.municipality, (row.item, row.occurrence)
            found.kept.add(key)
            if row.stands:
                found.standing[key] = outcome_from(row)
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
