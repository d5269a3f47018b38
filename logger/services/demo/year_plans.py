"""The demo's activity plans: what each performer means to do in the year, and what became of it so far."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import NAMESPACE_DNS, uuid5

from sqlalchemy.orm import Session

from logger.domain.follow_up.follow_ups import Decision
from logger.domain.people.parties import MUNICIPALITY, POLICE
from logger.domain.periods import Days, instant_of, local_date
from logger.domain.planning.plan_matching import proposals
from logger.domain.planning.plans import Approval, Done, Key, NotDone, Outcome, PlanItem, planned_in
from logger.domain.planning.recurrence import Once
from logger.domain.pledges import Pledge
from logger.services.demo.answers import people_of
from logger.services.demo.people import LEKEBERG
from logger.services.demo.year_plan_texts import LINES, REASONS, PlanLine
from logger.services.plan.plan_rights import digest_of_plan
from logger.services.pledges.pledges import StoredPledge, approved_pledges
from logger.store import places
from logger.store.activities import activities
from logger.store.follow_up import follow_ups
from logger.store.plan import plans, school_terms

APPROVED_AFTER = timedelta(days=12)
STILL_OPEN = timedelta(days=24)
"""What is older than this has been answered for; what is younger may still be late."""


@dataclass(frozen=True)
class _Who:
    writes: str
    approves: Mapping[str, str]


def keep_year_plans(session: Session, municipality: str, now: datetime) -> None:
    """Plan the running year of the running pledge, inside a deed that has begun."""
    today = local_date(now)
    found = people_of(municipality)
    who = _Who(found.writes, {POLICE: found.police, MUNICIPALITY: found.municipality})
    for stored in approved_pledges(session, municipality):
        if today in stored.pledge.valid:
            _keep(session, stored, who, today)


def _keep(session: Session, stored: StoredPledge, who: _Who, today: date) -> None:
    begun = max(stored.pledge.valid.first, date(today.year, 1, 1))
    items = [
        _item(stored, line, number, begun, today.year)
        for number, line in enumerate(LINES[stored.municipality])
        if _days(line, begun, today.year) is not None
    ]
    approved = min(begun + APPROVED_AFTER, today)
    late_addition = items[-1:] if stored.municipality == LEKEBERG.code else []
    decided = list(_decided(session, stored, today))
    for item in [*items, *decided]:
        plans.put_item(session, stored.municipality, stored.key, item, who.writes, _at(approved))
    for organisation, by in who.approves.items():
        mine = [each for each in items if each not in late_addition]
        digest = digest_of_plan(mine, organisation, today.year)
        approval = Approval(organisation, today.year, 1, digest, by, _at(approved))
        plans.add_approval(session, stored.municipality, stored.key, approval)
    for key, outcome in _outcomes(session, stored, items, who, today).items():
        plans.put_outcome(session, stored.municipality, key, outcome)


def _item(stored: StoredPledge, line: PlanLine, number: int, begun: date, year: int) -> PlanItem:
    days = _days(line, begun, year)
    assert days is not None
    name = f"plan {stored.municipality} {stored.key} {number}"
    return PlanItem(
        id=str(uuid5(NAMESPACE_DNS, f"{name}.demo.faltlogg.example")),
        organisation=line.organisation,
        title=line.title,
        recurs=line.recurs,
        days=days,
        unit=line.unit,
        type=line.type,
        place=line.place,
        commitment=line.commitment if line.commitment in _ids(stored.pledge) else None,
    )


def _days(line: PlanLine, begun: date, year: int) -> Days | None:
    first, last = (date(year, *each) for each in line.days)
    return Days(max(first, begun), last) if max(first, begun) <= last else None


def _decided(session: Session, stored: StoredPledge, today: date) -> Iterator[PlanItem]:
    """What the last follow-up decided first, as it stands in the plan."""
    for decision in follow_ups.decisions_of(session, stored.municipality, stored.key)[-1:]:
        yield _of_decision(decision, today)


def _of_decision(decision: Decision, today: date) -> PlanItem:
    days = Days(today, max(today, decision.due or today))
    return PlanItem(
        str(uuid5(NAMESPACE_DNS, f"plan {decision.id}.demo.faltlogg.example")),
        *(decision.organisation, decision.text[:120], Once(), days),
        commitment=decision.commitment,
        decision=decision.id,
    )


def _outcomes(
    session: Session, stored: StoredPledge, items: list[PlanItem], who: _Who, today: date
) -> Mapping[Key, Outcome]:
    """Everything that fits was confirmed; of what is old and does not fit it is said why it was not done."""
    planned = [
        each
        for each in planned_in(items, {}, today.year, school_terms.terms_of(session, stored.municipality))
        if each.occurrence.days.last < today - timedelta(3)
    ]
    first = instant_of(date(today.year - 1, 12, 20))
    logged = activities.activities_between(session, stored.municipality, first, instant_of(today))
    found: dict[Key, Outcome] = {
        key: Done(activity.id, who.writes, _at(min(today, activity.local_date + timedelta(2))))
        for key, activity in proposals(
            planned, logged, places.places_of(session, stored.municipality)
        ).items()
    }
    missing = [each for each in planned if each.key not in found]
    for number, each in enumerate(missing):
        last = each.occurrence.days.last
        if last < today - STILL_OPEN:
            reason = REASONS[number % len(REASONS)] if each.item.type else ""
            at = _at(min(today, last + timedelta(2)))
            found[each.key] = NotDone(reason, who.writes, at) if reason else Done(None, who.writes, at)
    return found


def _ids(pledge: Pledge) -> set[str]:
    return {each.id for each in pledge.commitments}


def _at(day: date) -> datetime:
    return instant_of(day) + timedelta(hours=9)
