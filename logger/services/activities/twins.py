"""Entries that may tell of one time: every pair in a municipality, and the decision that they are two."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from logger.domain.counting.former_places import at_place_now
from logger.domain.duplicates import WITHIN, may_be_the_same
from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, allowed, require
from logger.domain.places import Places
from logger.domain.records import StoredActivity
from logger.domain.refusing.desk_refusals import KeptAlready, NotAlike
from logger.domain.terms import Vocabulary
from logger.services.activities.beside import Beside, beside
from logger.services.desk_operations import activity_for, reason_in
from logger.services.transactions import writing
from logger.store import audit, places, vocabulary
from logger.store.activities import activities
from logger.store.activities import twins as kept

LOOKED_BACK = timedelta(days=366)
MOST = 50


@dataclass(frozen=True, slots=True)
class Twins:
    """Two that may be one, as their reader sees them, the later one first."""

    one: Beside
    other: Beside


@dataclass(frozen=True, slots=True)
class FoundTwins:
    """The newest pairs of the last year; `more` where there are others besides."""

    pairs: tuple[Twins, ...]
    more: bool
    words: Vocabulary
    places: Places


def count_twins(session: Session, principal: Principal, code: str, now: datetime) -> int:
    """How many pairs wait for one who may make one of two, at most so many as a page shows."""
    if not allowed(principal, Action.MERGE, Resource.ACTIVITY, code):
        return 0
    return len(_pairs(session, code, places.places_of(session, code), now))


def twins_in(session: Session, principal: Principal | None, code: str, now: datetime) -> FoundTwins:
    """The pairs of the municipality. Raises SignInNeeded, NotFound and NotAllowed."""
    principal = require(principal, Action.READ, Resource.ACTIVITY, code)
    require(principal, Action.MERGE, Resource.ACTIVITY, code)
    listed = places.places_of(session, code)
    found = _pairs(session, code, listed, now)
    shown = beside(session, principal, code, (each for pair in found for each in pair))
    seen = ((shown.get(one.activity.id), shown.get(other.activity.id)) for one, other in found)
    return FoundTwins(
        pairs=tuple(Twins(one, other) for one, other in seen if one and other),
        more=len(found) == MOST,
        words=vocabulary.vocabulary(session),
        places=listed,
    )


def keep_both(
    session: Session, principal: Principal, code: str, pair: kept.Pair, reason: str, now: datetime
) -> None:
    """Let the two be two: both go on counting, and they are never again shown as possibly one.

    Raises NotFound, NotAllowed, NotAlike, KeptAlready, ReasonMissing, EntryFaulty and PersonalDataInReason.
    """
    with writing(session):
        one, other = (activity_for(session, principal, Action.MERGE, code, each) for each in pair)
        if not are_alike(one, other, places.places_of(session, code)):
            raise NotAlike
        ordered = kept.in_order(*pair)
        if ordered in kept.kept_apart(session, code):
            raise KeptAlready
        why = reason_in(reason)
        kept.keep_apart(session, code, ordered, principal.user_id, why, now)
        told = {"one": ordered[0], "other": ordered[1], "why": why}
        event = audit.Event(
            principal.user_id, "activities_keep_apart", f"activity:{code}/{one.activity.id}", code, told
        )
        audit.append(session, event, now)


def are_alike(one: StoredActivity, other: StoredActivity, listed: Places) -> bool:
    """Whether the two may be the same, at the places that those are now."""
    return may_be_the_same(_there(one, listed), _there(other, listed))


def _there(stored: StoredActivity, listed: Places) -> StoredActivity:
    return stored.at(at_place_now(stored.activity, listed))


def _pairs(
    session: Session, code: str, listed: Places, now: datetime
) -> list[tuple[StoredActivity, StoredActivity]]:
    doubles = {name for place in listed.values() if place.former for name in (place.id, *place.former)}
    near = kept.pairs_since(session, code, now - LOOKED_BACK, WITHIN, doubles, 2 * MOST)
    apart = kept.kept_apart(session, code) if near else frozenset()
    wanted = [pair for pair in near if kept.in_order(*pair) not in apart]
    found = activities.by_id(session, code, {each for pair in wanted for each in pair})
    pairs = [(found[one], found[other]) for one, other in wanted]
    return [pair for pair in pairs if are_alike(*pair, listed)][:MOST]
