"""Activity plans as they are looked at: the year of each performer, and what may have been done of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from logger.domain.activities import Activity
from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Reach, Resource, allowed, reach, require
from logger.domain.periods import instant_of
from logger.domain.places import Places
from logger.domain.planning.plan_matching import GRACE, fits, proposals
from logger.domain.planning.plans import (
    Approval,
    Done,
    Key,
    Outcome,
    PlanItem,
    Planned,
    planned_in,
)
from logger.domain.planning.school_terms import SchoolTerms
from logger.domain.pledges import Pledge
from logger.domain.records import ActivityFilter
from logger.domain.terms import Vocabulary
from logger.services.plan.plan_rights import (
    digest_of_plan,
    holds_in,
    may_approve,
    performers_seen,
    says_for,
    sees,
)
from logger.services.pledges.pledges import StoredPledge, approved_pledge
from logger.store import places, vocabulary
from logger.store.activities import activities
from logger.store.people import makers
from logger.store.plan import calendar_feeds, plans, school_terms

MOST_OF_ONE_AUTHOR = 500


@dataclass(frozen=True)
class PerformerPlan:
    """One performer's plan of a year, as the reader may see it.

    `hidden` is how many items only its own organisation sees. `sha256` is the digest of the whole plan as it
    stands, and `approver` the name of who approved it last, where the reader may know it.
    """

    organisation: str
    items: tuple[PlanItem, ...]
    planned: tuple[Planned, ...]
    hidden: int
    sha256: str
    approval: Approval | None
    approver: str
    may_approve: bool

    @property
    def stands_as_approved(self) -> bool:
        """Whether nothing has been changed since it was approved."""
        return self.approval is not None and self.approval.sha256 == self.sha256


@dataclass(frozen=True)
class OpenedPlan:
    """The plans of a pledge for a year. `proposals` and `candidates` are what a person may confirm."""

    stored: StoredPledge
    year: int
    years: tuple[int, ...]
    performers: tuple[PerformerPlan, ...]
    proposals: Mapping[Key, Activity]
    candidates: Mapping[Key, tuple[Activity, ...]]
    activities: Mapping[str, Activity]
    edits: bool
    says: Collection[str]
    words: Vocabulary
    places: Places
    feed_made_at: datetime | None
    terms: SchoolTerms

    @property
    def planned(self) -> tuple[Planned, ...]:
        """Every time of every performer, those that end first first."""
        every = [each for performer in self.performers for each in performer.planned]
        return tuple(sorted(every, key=lambda each: (each.occurrence.days.last, each.item.title, each.key)))


def open_plan(
    session: Session, principal: Principal | None, code: str, key: str, year: int | None, today: date
) -> OpenedPlan:
    """The plans of a pledge for the year, or the year that is nearest to today. Raises NotFound."""
    person = require(principal, Action.READ, Resource.PLAN, code)
    stored = approved_pledge(session, code, key)
    years = years_of(stored.pledge)
    shown = year if year in years else min(max(today.year, years[0]), years[-1])
    words, terms = vocabulary.vocabulary(session), school_terms.terms_of(session, code)
    current = _activities_in(session, code, shown)
    outcomes = _standing(plans.outcomes_of(session, code, key), current)
    items = plans.items_of(session, code, key)
    performers = tuple(
        _performer(session, person, stored, each, shown, _Kept(items, outcomes, words, terms))
        for each in performers_seen(person, stored, items)
    )
    says = says_for(person, code, [each.organisation for each in performers])
    opened = OpenedPlan(
        stored=stored,
        year=shown,
        years=years,
        performers=performers,
        proposals={},
        candidates={},
        activities=current,
        edits=allowed(person, Action.EDIT, Resource.PLAN, code),
        says=says,
        words=words,
        places=places.places_of(session, code),
        feed_made_at=calendar_feeds.made_at(session, person.user_id),
        terms=terms,
    )
    return _with_proposals(opened, _seen(session, person, code, current, shown), outcomes, today)


def years_of(pledge: Pledge) -> tuple[int, ...]:
    """The years that the pledge holds in."""
    return tuple(range(pledge.reach.first.year, pledge.reach.last.year + 1))


@dataclass(frozen=True)
class _Kept:
    items: Collection[PlanItem]
    outcomes: Mapping[Key, Outcome]
    words: Vocabulary
    terms: SchoolTerms


def _performer(
    session: Session, person: Principal, stored: StoredPledge, organisation: str, year: int, kept: _Kept
) -> PerformerPlan:
    mine = [each for each in kept.items if each.organisation == organisation and holds_in(each, year)]
    shown = tuple(each for each in mine if sees(person, each, stored.pledge, kept.words))
    approval = plans.approvals_of(session, stored.municipality, stored.key, year).get(organisation)
    return PerformerPlan(
        organisation=organisation,
        items=shown,
        planned=planned_in(shown, kept.outcomes, year, kept.terms),
        hidden=len(mine) - len(shown),
        sha256=digest_of_plan(mine, organisation, year),
        approval=approval,
        approver=_name(session, person, approval),
        may_approve=may_approve(person, stored.municipality, organisation),
    )


def _name(session: Session, person: Principal, approval: Approval | None) -> str:
    """The name of somebody of the reader's own organisation; empty for others."""
    if approval is None:
        return ""
    name, organisation = makers.makers(session, {approval.by}).get(approval.by, ("", ""))
    return name if organisation == person.organisation else ""


def _activities_in(session: Session, code: str, year: int) -> dict[str, Activity]:
    first, last = _bounds(year)
    return {each.id: each for each in activities.activities_between(session, code, first, last)}


def _bounds(year: int) -> tuple[datetime, datetime]:
    """From a year before, for what is long on its way, to just after the year."""
    return instant_of(date(year - 1, 1, 1)), instant_of(date(year + 1, 1, 1) + GRACE + timedelta(days=1))


def _standing(outcomes: Mapping[Key, Outcome], current: Collection[str]) -> dict[Key, Outcome]:
    """What became of each time; what was done by an activity that has been taken back was not done."""
    return {
        key: each
        for key, each in outcomes.items()
        if not isinstance(each, Done) or each.activity is None or each.activity in current
    }


def _seen(
    session: Session, person: Principal, code: str, current: Mapping[str, Activity], year: int
) -> Mapping[str, Activity]:
    """The activities that the person may read one by one."""
    if reach(person, Action.READ, Resource.ACTIVITY, code) is Reach.ALL:
        return current
    first, last = _bounds(year)
    wanted = ActivityFilter(author=person.user_id, first=first, last=last)
    own = activities.activities_of(session, code, wanted, limit=MOST_OF_ONE_AUTHOR).activities
    return {each.activity.id: each.activity for each in own}


def _with_proposals(
    opened: OpenedPlan, seen: Mapping[str, Activity], outcomes: Mapping[Key, Outcome], today: date
) -> OpenedPlan:
    taken = {each.activity for each in outcomes.values() if isinstance(each, Done) and each.activity}
    waiting = [
        each
        for each in opened.planned
        if each.item.organisation in opened.says and each.occurrence.days.first <= today + GRACE
    ]
    free = [each for each in seen.values() if each.id not in taken]
    open_ones = [each for each in waiting if each.outcome is None]
    return replace(
        opened,
        proposals=proposals(open_ones, free, opened.places, taken),
        candidates={
            each.key: tuple(one for one in free if fits(each, one, opened.places)) for each in open_ones
        },
        activities={key: each for key, each in opened.activities.items() if key in seen},
    )
