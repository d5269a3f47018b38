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
from logger.domain.records import ActivityFilter, State, StoredActivity
from logger.domain.refusing.desk_refusals import ChosenChanged, NothingChanged, TooManyChosen
from logger.domain.refusing.refusals import NotFound
from logger.domain.said import Said
from logger.domain.terms import Vocabulary
from logger.services.activities.activity_lists import list_activities
from logger.services.activities.corrections import put_right, struck
from logger.services.bookkeeping import Draft
from logger.services.desk_operations import Desk, activities_for, reason_in
from logger.services.entering import enter_and_project
from logger.services.transactions import writing
from logger.store import places, vocabulary
from logger.store.activities import activities

MOST = 500
"""How many are changed in one transaction: more hold up those who log meanwhile."""


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

    Raises SignInNeeded, NotFound, NotAllowed and TooManyChosen.
    """
    principal = require(principal, Action.READ, Resource.ACTIVITY, code)
    require(principal, Action.CORRECT, Resource.ACTIVITY, code)
    _refuse_too_many(len(ids))
    found = activities.by_id(session, code, set(ids)).values()
    seen = (as_seen(principal, each) for each in found if each.state is State.CURRENT)
    newest = sorted(
        (each for each in seen if each), key=lambda each: (each.activity.started_at, each.activity.id)
    )
    return Chosen(tuple(reversed(newest)), vocabulary.vocabulary(session), places.places_of(session, code))


def chosen_by(
    session: Session, principal: Principal | None, code: str, wanted: ActivityFilter, search: str
) -> Chosen:
    """The same of all that a search finds. Raises what `chosen` raises."""
    found = list_activities(session, principal, code, wanted, search)
    _refuse_too_many(found.total)
    ids = [each.stored.activity.id for each in found.activities]
    while found.next is not None:
        found = list_activities(session, principal, code, wanted, search, found.next)
        ids += [each.stored.activity.id for each in found.activities]
    return chosen(session, principal, code, ids)


def do_together(session: Session, principal: Principal, code: str, together: Together, now: datetime) -> int:
    """Do it, and return how many it changed; those that are so already are left as they are.

    Raises NotFound, NotAllowed, TooManyChosen, ChosenChanged with those of another version, NothingChanged,
    ReasonMissing, EntryFaulty and PersonalDataInReason.
    """
    action = Action.VOID if isinstance(together.deed, Strike) else Action.CORRECT
    with writing(session):
        ids = sorted(together.versions)
        _refuse_too_many(len(ids))
        if not ids:
            raise NotFound
        found = activities_for(session, principal, action, code, ids)
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


def _refuse_too_many(number: int) -> None:
    if number > MOST:
        raise TooManyChosen(
            Said(
                "Urvalet har {0} aktiviteter, och högst {1} ändras på en gång. Välj en kortare tid.",
                number,
                MOST,
            )
        )


def _drafts(session: Session, desk: Desk, together: Together, found: Sequence[StoredActivity]) -> list[Draft]:
    reason, deed = reason_in(together.reason), together.deed
    if isinstance(deed, Strike):
        return [struck(desk, stored, reason, seq) for seq, stored in enumerate(found, 1)]
    return put_right(session, desk, [(each, facts_after(deed, each)) for each in found], reason)
