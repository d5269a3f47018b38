"""A performer's plan is approved by one person of that performer, and then counts as what was promised."""

from datetime import datetime

from sqlalchemy.orm import Session

from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, require
from logger.domain.periods import local_date
from logger.domain.planning.plans import Approval, planned_in
from logger.domain.refusing.plan_refusals import NothingPlanned, PlanApproved, PlanChanged, PlanOfAnotherYear
from logger.domain.refusing.refusals import NotAllowed
from logger.services.desk_operations import take_ledger
from logger.services.own_activities import log_own
from logger.services.plan.plan_rights import digest_of_plan, may_approve
from logger.services.plan.plan_work import PlanOf, tell
from logger.services.pledges.pledges import approved_pledge
from logger.services.transactions import writing
from logger.store import plans


def approve(
    session: Session, principal: Principal, plan: PlanOf, organisation: str, sha256: str, now: datetime
) -> bool:
    """Approve this year's plan of a performer as it was read; returns whether it was the first time.

    The first approval of a year makes the `activity_plan` activity; a plan that is changed and approved again
    counts no second time. Raises NotAllowed, PlanChanged, PlanApproved and NothingPlanned.
    """
    with writing(session):
        require(principal, Action.APPROVE, Resource.PLAN, plan.municipality)
        approved_pledge(session, plan.municipality, plan.pledge)
        if not may_approve(principal, plan.municipality, organisation):
            raise NotAllowed
        take_ledger(session, plan.municipality)
        before = _require_approvable(session, plan, organisation, sha256, now)
        year, number = local_date(now).year, before.number + 1 if before else 1
        new = Approval(organisation, year, number, sha256, principal.user_id, now)
        plans.add_approval(session, plan.municipality, plan.pledge, new)
        told = {"organisation": organisation, "year": year, "sha256": sha256}
        tell(session, principal, "plan_approve", plan, told, now)
        if before is None:
            about = f"{plan.municipality}/{plan.pledge}/{year}/{organisation}"
            log_own(session, principal, plan.municipality, about, "activity_plan", [organisation], now)
        return before is None


def _require_approvable(
    session: Session, plan: PlanOf, organisation: str, sha256: str, now: datetime
) -> Approval | None:
    """The approval before, where there is one, of a plan that is what was read and holds something."""
    year = local_date(now).year
    items = plans.items_of(session, plan.municipality, plan.pledge)
    mine = [each for each in items if each.organisation == organisation]
    if digest_of_plan(mine, organisation, year) != sha256:
        # What was read is another year's, or has been changed meanwhile.
        years = (year - 1, year + 1)
        other = any(digest_of_plan(mine, organisation, each) == sha256 for each in years)
        raise PlanOfAnotherYear if other else PlanChanged
    if not planned_in(mine, {}, year):
        raise NothingPlanned
    before = plans.approvals_of(session, plan.municipality, plan.pledge, year).get(organisation)
    if before is not None and before.sha256 == sha256:
        raise PlanApproved
    return before
