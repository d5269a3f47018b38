"""What is written in a plan: an item added, changed, ended; a decision of a follow-up taken into it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import uuid4

from sqlalchemy.orm import Session

from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, require
from logger.domain.periods import ONE_DAY, Days, local_date
from logger.domain.personal_data import presentable
from logger.domain.places import Places, id_now
from logger.domain.planning.plans import PlanItem
from logger.domain.planning.recurrence import Once, faults_of
from logger.domain.pledge_files.forms import YEARS
from logger.domain.refusing.plan_refusals import PlanFaulty, PlanItemBegun
from logger.domain.refusing.refusals import NotFound
from logger.services.follow_up.follow_up_work import free_text_faults
from logger.services.plan.plan_rights import sees
from logger.services.pledges.pledges import StoredPledge, approved_pledge
from logger.services.transactions import writing
from logger.store import audit, places, vocabulary
from logger.store.follow_up import follow_ups
from logger.store.plan import plans

LONGEST_TITLE, LONGEST_UNIT = 120, 80
A_WHILE = timedelta(days=30)
"""How long a decision without a last day is given."""

RECURS_WRONG = {
    "weekday": "Välj en veckodag.",
    "times": "Mellan 1 och 31 gånger.",
    "season": "Skriv första och sista dagen så: 1 juni.",
}


@dataclass(frozen=True, slots=True)
class PlanOf:
    """Which plan: the municipality and its pledge."""

    municipality: str
    pledge: str


def add(session: Session, principal: Principal, plan: PlanOf, item: PlanItem, now: datetime) -> str:
    """Add an item; returns its id. Raises PlanFaulty with what is wrong by field."""
    with writing(session):
        stored = _for_one_who_edits(session, principal, plan)
        new = _checked(session, stored, replace(item, id=str(uuid4()), decision=None))
        _require_seen(session, principal, stored, new)
        plans.put_item(session, plan.municipality, plan.pledge, new, principal.user_id, now)
        tell(session, principal, "plan_add", plan, {"item": new.id}, now)
        return new.id


def change(session: Session, principal: Principal, plan: PlanOf, item: PlanItem, now: datetime) -> None:
    """Let the item say this. Raises PlanFaulty, and PlanItemBegun where its times are named already."""
    with writing(session):
        stored = _for_one_who_edits(session, principal, plan)
        old = item_for(session, principal, stored, item.id)
        place = _by_its_id(item.place, old.place, places.places_of(session, plan.municipality))
        new = _checked(session, stored, replace(item, decision=old.decision, place=place))
        _require_seen(session, principal, stored, new)
        begun = plans.has_outcomes(session, plan.municipality, item.id)
        if begun and (new.recurs, new.organisation, new.type) != (old.recurs, old.organisation, old.type):
            raise PlanItemBegun
        plans.put_item(session, plan.municipality, plan.pledge, new, principal.user_id, now)
        tell(session, principal, "plan_change", plan, {"item": new.id}, now)


def end(session: Session, principal: Principal, plan: PlanOf, item_id: str, now: datetime) -> bool:
    """Let the item end yesterday; one of which nothing has become is taken away. Returns whether it was."""
    with writing(session):
        stored = _for_one_who_edits(session, principal, plan)
        item = item_for(session, principal, stored, item_id)
        begun = plans.has_outcomes(session, plan.municipality, item_id)
        if begun:
            last = max(item.days.first, min(item.days.last, local_date(now) - ONE_DAY))
            ended = replace(item, days=Days(item.days.first, last))
            plans.put_item(session, plan.municipality, plan.pledge, ended, principal.user_id, now)
        else:
            plans.drop_item(session, plan.municipality, item_id)
        tell(session, principal, "plan_end", plan, {"item": item_id}, now)
        return not begun


def plan_decision(
    session: Session, principal: Principal, plan: PlanOf, decision_id: str, now: datetime
) -> str:
    """Take what a follow-up decided into the plan of whom it is for; returns the item. Once each."""
    with writing(session):
        _for_one_who_edits(session, principal, plan)
        decisions = follow_ups.decisions_of(session, plan.municipality, plan.pledge)
        decision = next((each for each in decisions if each.id == decision_id), None)
        if decision is None:
            raise NotFound
        items = plans.items_of(session, plan.municipality, plan.pledge)
        there = next((each for each in items if each.decision == decision_id), None)
        if there is not None:
            return there.id
        today = local_date(now)
        days = Days(today, max(today, decision.due or today + A_WHILE))
        title = _shortened(decision.text)
        new = PlanItem(
            str(uuid4()),
            decision.organisation,
            title,
            Once(),
            days,
            commitment=decision.commitment,
            decision=decision_id,
        )
        plans.put_item(session, plan.municipality, plan.pledge, new, principal.user_id, now)
        tell(session, principal, "plan_decision", plan, {"item": new.id, "decision": decision_id}, now)
        return new.id


def item_for(session: Session, principal: Principal, stored: StoredPledge, item_id: str) -> PlanItem:
    """The item, locked, for one who sees it. Raises NotFound."""
    item = plans.item(session, stored.municipality, stored.key, item_id)
    if item is None:
        raise NotFound
    _require_seen(session, principal, stored, item)
    return item


def tell(
    session: Session,
    principal: Principal,
    action: str,
    plan: PlanOf,
    content: Mapping[str, object],
    now: datetime,
) -> None:
    """Keep in the audit chain who did it."""
    named = f"plan:{plan.municipality}/{plan.pledge}"
    event = audit.Event(principal.user_id, action, named, plan.municipality, dict(content))
    audit.append(session, event, now)


def _for_one_who_edits(session: Session, principal: Principal, plan: PlanOf) -> StoredPledge:
    require(principal, Action.EDIT, Resource.PLAN, plan.municipality)
    return approved_pledge(session, plan.municipality, plan.pledge)


def _require_seen(session: Session, principal: Principal, stored: StoredPledge, item: PlanItem) -> None:
    if not sees(principal, item, stored.pledge, vocabulary.vocabulary(session)):
        raise NotFound


def _by_its_id(place: str | None, before: str | None, known: Places) -> str | None:
    """The place by the id that it was named by before, where it is the same one: the plan is not changed."""
    same = place is not None and before is not None and id_now(place, known) == id_now(before, known)
    return before if same else place


def _checked(session: Session, stored: StoredPledge, item: PlanItem) -> PlanItem:
    """The item as it is kept: one without a title of its own is called as its type."""
    words = vocabulary.vocabulary(session)
    term = words.types.get(item.type or "")
    title = presentable(item.title) or (term.title().replace("\u00ad", "") if term else "")
    tidy = replace(item, title=title, unit=presentable(item.unit))
    faults = dict(_faults_of(session, stored, tidy))
    if faults:
        raise PlanFaulty(fields=faults)
    return tidy


def _faults_of(session: Session, stored: StoredPledge, item: PlanItem) -> Iterator[tuple[str, str]]:
    words, here = vocabulary.vocabulary(session), stored.pledge
    yield from free_text_faults("title", item.title, LONGEST_TITLE)
    yield from free_text_faults("unit", item.unit, LONGEST_UNIT)
    if not item.title:
        yield "title", "Skriv vad som ska göras, eller välj en typ."
    if item.organisation not in words.organisations:
        yield "organisation", "Välj vem som gör det."
    if item.type is not None and (item.type not in words.types or words.types[item.type].made_by_product):
        yield "type", "Välj en typ i listan."
    if item.place is not None and item.place not in places.places_of(session, stored.municipality):
        yield "place", "Välj en plats i listan."
    if item.commitment is not None and item.commitment not in {each.id for each in here.commitments}:
        yield "commitment", "Välj ett åtagande i löftet."
    # A date field sends the year 2 of who is still typing 2026: no page could reckon with its neighbours.
    for name, day in (("first", item.days.first), ("last", item.days.last)):
        if day.year not in YEARS:
            yield name, "Välj en dag."
    if not item.days.touches(here.reach):
        yield "first", "Löftet gäller inte då."
    if wrong := faults_of(item.recurs):
        yield wrong, RECURS_WRONG[wrong]


def _shortened(text: str) -> str:
    if len(text) <= LONGEST_TITLE:
        return text
    return f"{text[: LONGEST_TITLE - 1].rsplit(' ', 1)[0]}…"
