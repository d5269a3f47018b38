"""A person's plan as a calendar at a secret address that can be taken back at any time."""

import secrets
from collections.abc import Iterator
from datetime import date, datetime
from hashlib import sha256

from sqlalchemy.orm import Session

from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, allowed
from logger.domain.periods import Days, local_date
from logger.domain.places import Places
from logger.domain.planning.ics import Event, calendar
from logger.domain.planning.plans import Done, NotDone, Planned, is_for_own_eyes, planned_in
from logger.domain.refusing.refusals import NotAllowed, NotFound
from logger.services.pledges.pledges import StoredPledge, approved_pledges
from logger.services.transactions import writing
from logger.store import audit, places, vocabulary
from logger.store.people import people
from logger.store.plan import calendar_feeds, plans, school_terms

NAME = "Fältlogg aktivitetsplan"
LONGEST_SPAN = 7
"""What may be done on more days than this stands on the last of them, instead of over all."""


def make(session: Session, principal: Principal, now: datetime) -> str:
    """Make the person's address, instead of the one before; returns what is secret in it, told once."""
    if not any(allowed(principal, Action.READ, Resource.PLAN, code) for code in principal.municipalities):
        raise NotFound
    if principal.kind != "user":
        raise NotAllowed
    secret = secrets.token_urlsafe(32)
    with writing(session):
        calendar_feeds.put(session, principal.user_id, _hashed(secret), now)
        _tell(session, principal, "calendar_make", now)
    return secret


def revoke(session: Session, principal: Principal, now: datetime) -> None:
    """Take the person's address back: nobody reads by it any more."""
    with writing(session):
        if calendar_feeds.drop(session, principal.user_id):
            _tell(session, principal, "calendar_revoke", now)


def feed(session: Session, secret: str, now: datetime) -> str:
    """The calendar at a secret address: the own organisation's plan, without what is sensitive.

    It holds what its owner may see now. Raises NotFound for an address that is none, or none any more.
    """
    owner = calendar_feeds.owner_of(session, _hashed(secret))
    principal = people.principal_of(session, owner, local_date(now)) if owner else None
    if principal is None:
        raise NotFound
    codes = [
        code for code in principal.municipalities if allowed(principal, Action.READ, Resource.PLAN, code)
    ]
    events = [
        event
        for code in codes
        for stored in approved_pledges(session, code)
        for event in _events(session, principal, stored, local_date(now))
    ]
    return calendar(NAME, events)


def _events(session: Session, principal: Principal, stored: StoredPledge, today: date) -> Iterator[Event]:
    words = vocabulary.vocabulary(session)
    items = [
        each
        for each in plans.items_of(session, stored.municipality, stored.key)
        if each.organisation == principal.organisation and not is_for_own_eyes(each, stored.pledge, words)
    ]
    outcomes = plans.outcomes_of(session, stored.municipality, stored.key)
    written = plans.changed_at(session, stored.municipality, stored.key)
    known = places.places_of(session, stored.municipality)
    terms = school_terms.terms_of(session, stored.municipality)
    for year in (today.year, today.year + 1):
        for each in planned_in(items, outcomes, year, terms):
            yield _event(each, known, written[each.item.id])


def _event(planned: Planned, known: Places, written_at: datetime) -> Event:
    item, days = planned.item, planned.occurrence.days
    place = known.get(item.place or "")
    by_its_last_day = len(days) > LONGEST_SPAN
    outcome = planned.outcome
    prefix = "Gjort: " if isinstance(outcome, Done) else "Senast: " if by_its_last_day else ""
    return Event(
        uid=f"{item.id}-{planned.occurrence.key}@faltlogg",
        days=Days(days.last, days.last) if by_its_last_day else days,
        summary=f"{prefix}{item.title}{f' ({item.unit})' if item.unit else ''}",
        written_at=max(written_at, outcome.at) if outcome else written_at,
        place=place.name if place else "",
        cancelled=isinstance(outcome, NotDone),
    )


def _tell(session: Session, principal: Principal, action: str, now: datetime) -> None:
    event = audit.Event(principal.user_id, action, f"calendar:{principal.user_id}", None, {})
    audit.append(session, event, now)


def _hashed(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
