"""A performer's plan is approved by one person of that performer, and then counts as what was promised."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, require
from logger.domain.periods import instant_of, local_date
from logger.domain.planning.plans import Approval, planned_in
from logger.domain.pledges import Pledge
from logger.domain.refusing.plan_refusals import NothingPlanned, PlanApproved, PlanChanged, PlanOfPastYear
from logger.domain.refusing.refusals import NotAllowed, NotFound
from logger.services.desk_operations import take_ledger
from logger.services.own_activities import log_own
from logger.services.plan.plan_rights import digest_of_plan, may_approve
from logger.services.plan.plan_work import PlanOf, tell
from logger.services.plan.plans import years_of
from logger.services.pledges.pledges import approved_pledge
from logger.services.transactions import writing
from logger.store.plan import plans, school_terms


@dataclass(frozen=True, slots=True)
class PlanRead:
    """What is approved: the plan of a performer for a year, as it was read."""

    organisation: str
    year: int
    sha256: str


def approve(session: Session, principal: Principal, plan: PlanOf, read: PlanRead, now: datetime) -> bool:
    """Approve a performer's plan for this year, or one to come; returns whether it was the first time.

    The first approval for a year makes the `activity_plan` activity, which counts in that year: from its
    first day where it has not begun. A plan that is changed and approved again counts no second time.
    Raises NotAllowed, NotFound, PlanOfPastYear, PlanChanged, PlanApproved and NothingPlanned.
    """
    with writing(session):
        require(principal, Action.APPROVE, Resource.PLAN, plan.municipality)
        pledge = approved_pledge(session, plan.municipality, plan.pledge).pledge
        if not may_approve(principal, plan.municipality, read.organisation):
            raise NotAllowed
        _require_year(pledge, read.year, local_date(now))
        take_ledger(session, plan.municipality)
        before = _require_approvable(session, plan, read)
        number = before.number + 1 if before else 1
        new = Approval(read.organisation, read.year, number, read.sha256, principal.user_id, now)
        plans.add_approval(session, plan.municipality, plan.pledge, new)
        told = {"organisation": read.organisation, "year": read.year, "sha256": read.sha256}
        tell(session, principal, "plan_approve", plan, told, now)
        if before is None:
            about = f"{plan.municipality}/{plan.pledge}/{read.year}/{read.organisation}"
            by, begins = [read.organisation], instant_of(_first_day(pledge, read.year))
            log_own(session, principal, plan.municipality, about, "activity_plan", by, now, begins)
        return before is None


def _require_year(pledge: Pledge, year: int, today: date) -> None:
    if year not in years_of(pledge):
        raise NotFound
    if year < today.year:
        raise PlanOfPastYear


def _first_day(pledge: Pledge, year: int) -> date:
    """The first day on which the year's plan holds."""
    return max(date(year, 1, 1), pledge.valid.first)


def _require_approvable(session: Session, plan: PlanOf, read: PlanRead) -> Approval | None:
    """The approval before, where there is one, of a plan that is what was read and holds something."""
    items = plans.items_of(session, plan.municipality, plan.pledge)
    mine = [each for each in items if each.organisation == read.organisation]
    if digest_of_plan(mine, read.organisation, read.year) != read.sha256:
        raise PlanChanged
    if not planned_in(mine, {}, read.year, school_terms.terms_of(session, plan.municipality)):
        raise NothingPlanned
    approvals = plans.approvals_of(session, plan.municipality, plan.pledge, read.year)
    before = approvals.get(read.organisation)
    if before is not None and before.sha256 == read.sha256:
        raise PlanApproved
    return before
