"""Activities as they are looked at: a filtered list page by page, and one opened with its history."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from logger.domain.activities import Activity
from logger.domain.counting.contributions import Contribution, contributions
from logger.domain.counting.counting import DoesNot, Reason, verdict
from logger.domain.counting.ledger import Ledger
from logger.domain.entering.entries import Content, TakeIn
from logger.domain.entering.projection import folded, step_of
from logger.domain.notes import note_in
from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Reach, Resource, Sight, allowed, reach, require
from logger.domain.people.seeing import sight_of
from logger.domain.places import Place
from logger.domain.pledges import Commitment
from logger.domain.records import ActivityFilter, Position, RecordedOperation, Status, StoredActivity
from logger.domain.refusing.refusals import NotFound
from logger.domain.searching import sought_in
from logger.domain.terms import Vocabulary
from logger.services.activities.activity_filters import as_asked
from logger.services.activities.disposals import Disposal, disposal_of
from logger.services.kept.ledgers import ledger_for
from logger.services.pledges.pledges import StoredPledge, approved_pledges
from logger.store import places, vocabulary
from logger.store.activities import activities
from logger.store.people import people
from logger.store.syncing import operations

PAGE = 50


@dataclass(frozen=True, slots=True)
class SeenActivity:
    """An activity of a list, and how much of it may be seen."""

    stored: StoredActivity
    sight: Sight


@dataclass(frozen=True, slots=True)
class ActivityList:
    """One page of a list; `total` counts all pages, `next` is where the following one goes on.

    `edits` says whether the reader may put right what others have logged.
    """

    activities: tuple[SeenActivity, ...]
    total: int
    next: Position | None
    only_own: bool
    edits: bool
    words: Vocabulary
    places: Mapping[str, Place]


@dataclass(frozen=True, slots=True)
class Toward:
    """What an activity comes to for one commitment: what it gave there, or why it counts for nothing.

    Both are empty where it matches, but its place is taken by the commitment that this one is in addition to.
    """

    pledge: StoredPledge
    commitment: Commitment
    gave: tuple[Contribution, ...]
    reason: Reason | None


@dataclass(frozen=True, slots=True)
class OpenedActivity:
    """One activity with what it counts towards and its history.

    `names` are the names by user id that may be seen: those of the reader's own organisation, and none unless
    the activity is seen whole. So is `note`. `history` leaves out what others tried to do to the activity.
    `as_logged` is what its author said, where somebody at a desk has put it right or merged it since.
    """

    stored: StoredActivity
    sight: Sight
    names: Mapping[str, str]
    note: str
    towards: tuple[Toward, ...]
    disposal: Disposal | None
    as_logged: Activity | None
    history: tuple[RecordedOperation, ...]
    words: Vocabulary
    places: Mapping[str, Place]


def list_activities(
    session: Session,
    principal: Principal | None,
    municipality: str,
    wanted: ActivityFilter,
    search: str = "",
    after: Position | None = None,
) -> ActivityList:
    """A page of the municipality's activities, newest first, as far as the principal may read them.

    `search` is what they search for in words. Raises SignInNeeded or NotFound.
    """
    principal = require(principal, Action.READ, Resource.ACTIVITY, municipality)
    words, listed = vocabulary.vocabulary(session), places.places_of(session, municipality)
    only_own = reach(principal, Action.READ, Resource.ACTIVITY, municipality) is Reach.OWN
    wanted = as_asked(principal, municipality, wanted, sought_in(search, words, listed), listed)
    page = activities.activities_of(session, municipality, wanted, after=after, limit=PAGE)
    return ActivityList(
        activities=tuple(SeenActivity(each, sight_of(principal, each)) for each in page.activities),
        total=activities.count_of(session, municipality, wanted),
        next=page.next,
        only_own=only_own,
        edits=allowed(principal, Action.CORRECT, Resource.ACTIVITY, municipality),
        words=words,
        places=listed,
    )


def open_activity(
    session: Session, principal: Principal | None, municipality: str, activity_id: str
) -> OpenedActivity:
    """One activity in whatever state, for one who may read it. Raises SignInNeeded or NotFound."""
    principal = require(principal, Action.READ, Resource.ACTIVITY, municipality)
    stored = activities.activity(session, municipality, activity_id)
    if stored is None:
        raise NotFound
    how = sight_of(principal, stored)
    if how is Sight.NONE:
        raise NotFound
    history = tuple(
        each for each in activities.history(session, municipality, activity_id) if _is_of(stored, each)
    )
    seen_whole = how is Sight.WHOLE
    return OpenedActivity(
        stored=stored,
        sight=how,
        names=_names(session, principal, stored, history) if seen_whole else {},
        note=note_in(history) if seen_whole else "",
        towards=tuple(_towards(session, municipality, stored)),
        disposal=disposal_of(session, municipality, history) if seen_whole else None,
        as_logged=_as_logged(session, stored),
        history=history,
        words=vocabulary.vocabulary(session),
        places=places.places_of(session, municipality),
    )


def _is_of(stored: StoredActivity, operation: RecordedOperation) -> bool:
    """Whether the operation made a version, or came from the author: anyone can name an id in vain."""
    if operation.status is Status.STORED and operation.rev is not None:
        return True
    return stored.author is not None and operation.author == stored.author


def _names(
    session: Session, principal: Principal, stored: StoredActivity, history: tuple[RecordedOperation, ...]
) -> Mapping[str, str]:
    ids = {stored.author, *stored.activity.participants, *(each.author for each in history)}
    return people.names_in(session, principal.organisation, {each for each in ids if each is not None})


def _as_logged(session: Session, stored: StoredActivity) -> Activity | None:
    """The activity after its author's last word; None where that word still stands."""
    said, stands, changed = None, None, False
    for operation, body in operations.of_activity(session, stored.municipality, stored.activity.id):
        step = step_of(operation, body)
        if step is None:
            continue
        stands = folded(stands, step)
        if isinstance(step.content, Content | TakeIn):
            said, changed = stands, False
        elif step.content is not None:
            changed = True
    return said.activity if said is not None and changed else None


def _towards(session: Session, municipality: str, stored: StoredActivity) -> Iterator[Toward]:
    """What the activity comes to for every commitment of the pledges that its day lies in."""
    for pledge in approved_pledges(session, municipality):
        day = stored.activity.local_date
        if not any(day in each.valid for each in pledge.pledge.commitments):
            continue
        ledger = ledger_for(session, municipality, pledge)
        for commitment in pledge.pledge.commitments:
            yield _toward(pledge, commitment, ledger, stored)


def _toward(pledge: StoredPledge, commitment: Commitment, ledger: Ledger, stored: StoredActivity) -> Toward:
    judged = verdict(commitment, stored.activity, ledger.places)
    if isinstance(judged, DoesNot):
        return Toward(pledge, commitment, (), judged.reason)
    all_of = contributions(pledge.pledge, commitment.id, ledger, commitment.valid.last)
    mine = tuple(each for each in all_of if each.activity.id == stored.activity.id)
    return Toward(pledge, commitment, mine, None)
