"""Activities as they leave for a spreadsheet or another program: those of a filter, as their reader may."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from logger.domain.counting.former_places import at_place_now
from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, require
from logger.domain.people.seeing import as_seen
from logger.domain.places import Place
from logger.domain.records import ActivityFilter, StoredActivity
from logger.domain.refusing.desk_refusals import TooManyToExport
from logger.domain.searching import sought_in
from logger.domain.terms import Vocabulary
from logger.services.activities.activity_filters import as_asked
from logger.store import places, vocabulary
from logger.store.activities import activities
from logger.store.people import people

MOST = 50_000
AT_A_TIME = 2_000


@dataclass(frozen=True, slots=True)
class Exported:
    """Activities in order of their start, bare of people and notes, at the places that those are now."""

    municipality: str
    activities: tuple[StoredActivity, ...]
    words: Vocabulary
    places: Mapping[str, Place]


def export_of(
    session: Session, principal: Principal | None, code: str, wanted: ActivityFilter, search: str
) -> Exported:
    """Every activity of the filter that the principal may read, oldest first.

    Raises SignInNeeded, NotFound, and TooManyToExport where a shorter time must be chosen.
    """
    principal = require(principal, Action.READ, Resource.ACTIVITY, code)
    words, listed = vocabulary.vocabulary(session), places.places_of(session, code)
    asked = as_asked(principal, code, wanted, sought_in(search, words, listed), listed)
    if activities.count_of(session, code, asked) > MOST:
        raise TooManyToExport
    found = _all_of(session, code, asked)
    seen = (as_seen(principal, each) for each in reversed(found))
    here = people.municipality(session, code)
    return Exported(
        municipality=here.slug if here else code,
        activities=tuple(_there(each, listed) for each in seen if each is not None),
        words=words,
        places=listed,
    )


def _all_of(session: Session, code: str, wanted: ActivityFilter) -> list[StoredActivity]:
    found: list[StoredActivity] = []
    page = activities.activities_of(session, code, wanted, limit=AT_A_TIME)
    found += page.activities
    while page.next is not None:
        page = activities.activities_of(session, code, wanted, after=page.next, limit=AT_A_TIME)
        found += page.activities
    return found


def _there(stored: StoredActivity, listed: Mapping[str, Place]) -> StoredActivity:
    return replace(stored, activity=at_place_now(stored.activity, listed), author=None)
