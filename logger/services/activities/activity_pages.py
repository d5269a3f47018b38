"""A municipality's activities, page by page and one by one, as the asker may see them."""

from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from logger.domain.notes import note_in
from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Reach, Resource, reach, require
from logger.domain.people.seeing import as_seen
from logger.domain.records import ActivityFilter, Position, StoredActivity
from logger.domain.refusing.refusals import NotFound
from logger.store.activities import activities

EVERYTHING = ActivityFilter()


@dataclass(frozen=True)
class SeenPage:
    """Some activities, newest start first; `next` is where the following page goes on, None on the last."""

    activities: tuple[StoredActivity, ...]
    next: Position | None


def page_of(
    session: Session,
    principal: Principal | None,
    code: str,
    *,
    wanted: ActivityFilter = EVERYTHING,
    after: Position | None = None,
    limit: int = 100,
) -> SeenPage:
    """One page of what the asker may see: an officer's own, all for a coordinator.

    Raises SignInNeeded or NotFound.
    """
    who = require(principal, Action.READ, Resource.ACTIVITY, code)
    if reach(who, Action.READ, Resource.ACTIVITY, code) is Reach.OWN:
        wanted = replace(wanted, author=who.user_id)
    page = activities.activities_of(session, code, wanted, after=after, limit=limit)
    seen = (as_seen(who, each) for each in page.activities)
    return SeenPage(tuple(each for each in seen if each is not None), page.next)


def one_of(session: Session, principal: Principal | None, code: str, activity_id: str) -> StoredActivity:
    """One activity as the asker may see it, in whatever state. Raises SignInNeeded or NotFound."""
    who = require(principal, Action.READ, Resource.ACTIVITY, code)
    stored = activities.activity(session, code, activity_id)
    seen = as_seen(who, stored) if stored else None
    if seen is None:
        raise NotFound
    return seen


def own_note(session: Session, principal: Principal | None, stored: StoredActivity) -> str | None:
    """The note on one's own activity, which its author may write anew anywhere; None on another's."""
    if principal is None or principal.kind != "user" or stored.author != principal.user_id:
        return None
    return note_in(activities.history(session, stored.municipality, stored.activity.id))
