"""What the plans of an organisation have for about now, as its phones keep it to work without a network."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from hashlib import sha256

from sqlalchemy.orm import Session

from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, require
from logger.domain.periods import Days, local_date
from logger.domain.planning.plans import Planned, planned_in
from logger.services.pledges.pledges import approved_pledges
from logger.store import audit
from logger.store.plan import plan_sayings, plans, school_terms
from logger.store.syncing import counters

BEHIND, AHEAD = timedelta(days=1), timedelta(days=14)
"""A night belongs to the day that it began on, and a phone may be without a network for a fortnight."""


def version_of_due(
    session: Session, principal: Principal | None, code: str, now: datetime, release: str
) -> str:
    """Hex digits that change whenever what is due may have. Raises SignInNeeded or NotFound.

    What is said of a plan moves the municipality's counter or leaves a row in its audit.
    """
    person = require(principal, Action.READ, Resource.PLAN, code)
    counter = counters.counter_of(session, code)
    seen = (
        *(release, code, person.organisation, local_date(now).isoformat()),
        counter and (counter.epoch, counter.server_seq),
        audit.last_about(session, code),
    )
    return sha256(repr(seen).encode()).hexdigest()[:32]


def due(session: Session, principal: Principal | None, code: str, today: date) -> tuple[Planned, ...]:
    """The times of the own organisation's plans within these days, with what became of each.

    Those that end first first. Raises SignInNeeded or NotFound.
    """
    person = require(principal, Action.READ, Resource.PLAN, code)
    window = Days(today - BEHIND, today + AHEAD)
    items = [
        item
        for stored in approved_pledges(session, code)
        for item in plans.items_of(session, code, stored.key)
        if item.organisation == person.organisation and item.days.touches(window)
    ]
    if not items:
        return ()
    standing = plan_sayings.outcomes_standing(session, {(code, item.id) for item in items})
    terms = school_terms.terms_of(session, code)
    years = range(window.first.year, window.last.year + 2)  # a time belongs to the year that it ends in
    times = [each for year in years for each in planned_in(items, {}, year, terms)]
    return tuple(
        replace(each, outcome=standing.get((code, each.key)))
        for each in times
        if each.occurrence.days.touches(window)
    )
