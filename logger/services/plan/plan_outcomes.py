"""What became of what was planned: done by an activity that a person confirms, or not done and why."""

from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Reach, Resource, allowed, reach, require
from logger.domain.planning.plan_matching import fits
from logger.domain.planning.plans import Done, Key, NotDone, PlanItem, Planned, time_of
from logger.domain.records import State
from logger.domain.refusing.plan_refusals import ActivityUnfit
from logger.domain.refusing.refusals import NotAllowed, NotFound
from logger.services.desk_operations import reason_in
from logger.services.plan.plan_rights import says_for
from logger.services.plan.plan_work import PlanOf, item_for, tell
from logger.services.pledges.pledges import approved_pledge
from logger.services.transactions import writing
from logger.store import places
from logger.store.activities import activities
from logger.store.plan import plans, school_terms


def done(
    session: Session, principal: Principal, plan: PlanOf, key: Key, activity: str | None, now: datetime
) -> None:
    """Say that one time was done: by this activity, or, where nothing is logged of it, just so.

    Raises ActivityUnfit for another thing than what was planned, and for one that is taken.
    """
    with writing(session):
        planned = _for_one_who_says(session, principal, plan, key)
        if planned.item.type is not None or activity is not None:
            _require_fit(session, principal, plan, planned, activity or "")
        try:
            plans.put_outcome(session, plan.municipality, key, Done(activity, principal.user_id, now))
        except IntegrityError as confirmed_meanwhile:
            raise ActivityUnfit from confirmed_meanwhile
        told = {"item": key[0], "occurrence": key[1], "activity": activity}
        tell(session, principal, "plan_done", plan, told, now)


def not_done(session: Session, principal: Principal, plan: PlanOf, key: Key, why: str, now: datetime) -> None:
    """Say that one time was not done, and why; the reason names nobody."""
    with writing(session):
        _for_one_who_says(session, principal, plan, key)
        outcome = NotDone(reason_in(why), principal.user_id, now)
        plans.put_outcome(session, plan.municipality, key, outcome)
        tell(session, principal, "plan_not_done", plan, {"item": key[0], "occurrence": key[1]}, now)


def unsay(session: Session, principal: Principal, plan: PlanOf, key: Key, now: datetime) -> None:
    """Take back what was said of one time; the activity, where there is one, stays as it is."""
    with writing(session):
        _for_one_who_says(session, principal, plan, key)
        plans.drop_outcome(session, plan.municipality, key)
        tell(session, principal, "plan_unsay", plan, {"item": key[0], "occurrence": key[1]}, now)


def _for_one_who_says(session: Session, principal: Principal, plan: PlanOf, key: Key) -> Planned:
    """One time of an item, locked, for one who may say what became of it. Raises NotAllowed and NotFound."""
    require(principal, Action.READ, Resource.PLAN, plan.municipality)
    stored = approved_pledge(session, plan.municipality, plan.pledge)
    item = item_for(session, principal, stored, key[0])
    _require_says(principal, plan, item)
    found = time_of(item, key[1], school_terms.terms_of(session, plan.municipality))
    if found is None:
        raise NotFound
    return found


def _require_says(principal: Principal, plan: PlanOf, item: PlanItem) -> None:
    if item.organisation in says_for(principal, plan.municipality, [item.organisation]):
        return
    if reach(principal, Action.READ, Resource.PLAN, plan.municipality) is Reach.ALL:
        raise NotAllowed
    raise NotFound


def _require_fit(
    session: Session, principal: Principal, plan: PlanOf, planned: Planned, activity: str
) -> None:
    """The activity stands, is one that the person may read, is what was planned and is not taken."""
    found = activities.activity(session, plan.municipality, activity) if activity else None
    if (
        found is None
        or found.state is not State.CURRENT
        or not allowed(
            principal, Action.READ, Resource.ACTIVITY, plan.municipality, author=found.author or ""
        )
        or not fits(planned, found.activity, places.places_of(session, plan.municipality))
        or plans.is_taken(session, plan.municipality, activity, planned.key)
    ):
        raise ActivityUnfit
