"""What the plans have for some days that would count towards a commitment, and nothing has become of yet."""

from datetime import date

from sqlalchemy.orm import Session

from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, allowed
from logger.domain.periods import Days
from logger.domain.planning.plans import Planned, is_toward, planned_in
from logger.domain.pledges import Commitment
from logger.services.plan.plan_rights import performers_seen, sees
from logger.services.pledges.pledges import StoredPledge
from logger.store import vocabulary
from logger.store.plan import plan_sayings, plans, school_terms


def planned_soon(
    session: Session,
    principal: Principal,
    stored: StoredPledge,
    commitment: Commitment,
    days: Days,
    today: date,
) -> tuple[Planned, ...]:
    """The times that lie whole in these days and are not over, as far as the principal reads the plans.

    What is due some time in a month may be done in another week, and promises nothing of this one.
    """
    code = stored.municipality
    if not allowed(principal, Action.READ, Resource.PLAN, code):
        return ()
    every = plans.items_of(session, code, stored.key)
    read = performers_seen(principal, stored, every)
    near = [item for item in every if item.days.touches(days) and item.organisation in read]
    toward = [item for item in near if is_toward(item, commitment)]
    if not toward:
        return ()
    words = vocabulary.vocabulary(session)
    items = [item for item in toward if sees(principal, item, stored.pledge, words)]
    known = plan_sayings.outcomes_standing(session, {(code, item.id) for item in items})
    terms = school_terms.terms_of(session, code)
    return tuple(
        each
        for each in planned_in(items, {}, days.last.year, terms)
        if days.covers(each.occurrence.days)
        and each.occurrence.days.last >= today
        and (code, each.key) not in known
    )
