"""One deed about several activities, with one reason: all of them or none, in one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from logger.domain.bulk import BulkDeed, Strike, facts_after
from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, require
from logger.domain.people.seeing import as_seen
from logger.domain.places import Places
from logger.domain.records import State, StoredActivity
from logger.domain.refusing.desk_refusals import ChosenChanged, NothingChanged
from logger.domain.refusing.refusals import NotFound
from logger.domain.terms import Vocabulary
from logger.services.activities.corrections import put_right, struck
from logger.services.bookkeeping import Draft
from logger.services.desk_operations import Desk, activity_for, reason_in
from logger.services.entering import enter_and_project
from logger.services.transactions import writing
from logger.store import activities, places, vocabulary

MOST = 50


@dataclass(frozen=True, slots=True)
class Chosen:
    """The activities that were chosen, newest first; what is struck or taken back meanwhile is left out."""

    activities: tuple[StoredActivity, ...]
    words: Vocabulary
    places: Places


@dataclass(frozen=True, slots=True)
class Together:
    """What is done about which activities, each in the version that was looked at."""

    versions: Mapping[str, int]
    deed: BulkDeed
    reason: str


def chosen(session: Session, principal: Principal | None, code: str, ids: Sequence[str]) -> Chosen:
    """The activities to be looked at before anything is done, for one who may correct others' entries.

    Raises SignInNeeded, NotFound and NotAllowed.
    """
    principal = require(principal, Action.READ, Resource.ACTIVITY, code)
    require(principal, Action.CORRECT, Resource.ACTIVITY, code)
    found = activities.by_id(session, code, set(ids[:MOST])).values()
    seen = (as_seen(principal, each) for each in found if each.state is State.CURRENT)
    newest = sorted(
        (each for each in seen if each), key=lambda each: (each.activity.started_at, each.activity.id)
    )
    return Chosen(tuple(reversed(newest)), vocabulary.vocabulary(session), places.places_of(session, code))


def do_together(session: Session, principal: Principal, code: str, together: Together, now: datetime) -> int:
    """Do it, and return how many it changed; those that are so already are left as they are.

    Raises NotFound, NotAllowed, ChosenChanged with those of another version, NothingChanged, ReasonMissing,
    EntryFaulty and PersonalDataInReason.
    """
    action = Action.VOID if isinstance(together.deed, Strike) else Action.CORRECT
    with writing(session):
        ids = sorted(together.versions)[:MOST]
        found = {each: activity_for(session, principal, action, code, each) for each in ids}
        if not found:
            raise NotFound
        changed = frozenset(
            name
            for name, stored in found.items()
            if stored.rev != together.versions[name] or stored.state is not State.CURRENT
        )
        if changed:
            raise ChosenChanged(changed)
        drafts = _drafts(session, Desk(principal, code, now), together, list(found.values()))
        if not drafts:
            raise NothingChanged
        enter_and_project(session, drafts, found)
        return len(drafts)


def _drafts(session: Session, desk: Desk, together: Together, found: Sequence[StoredActivity]) -> list[Draft]:
    reason, deed = reason_in(together.reason), together.deed
    if isinstance(deed, Strike):
        return [struck(desk, stored, reason, seq) for seq, stored in enumerate(found, 1)]
    drafts: list[Draft] = []
    for stored in found:
        draft = put_right(session, desk, stored, facts_after(deed, stored), reason, len(drafts) + 1)
        drafts += [draft] if draft else []
    return drafts
