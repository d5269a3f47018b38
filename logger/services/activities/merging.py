"""Two entries of one time: what may be the same as an activity, and one record made of both."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from logger.domain.duplicates import WITHIN, together
from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, allowed
from logger.domain.people.seeing import as_seen
from logger.domain.records import ActivityFilter, StoredActivity
from logger.domain.refusing.desk_refusals import NotAlike
from logger.services.activities.beside import Beside, beside
from logger.services.activities.twins import are_alike
from logger.services.desk_operations import Desk, activity_for, check_version, reason_in
from logger.services.entering import enter_and_project
from logger.services.transactions import writing
from logger.store import places
from logger.store.activities import activities
from logger.store.activities.twins import in_order, kept_apart

MOST_ALIKE = 5


@dataclass(frozen=True, slots=True)
class Merging:
    """Which of two is kept and which is taken up, each in the version that was looked at."""

    kept: str
    kept_rev: int
    merged: str
    merged_rev: int
    reason: str


def alike(session: Session, principal: Principal, stored: StoredActivity) -> tuple[StoredActivity, ...]:
    """The activities that may be the same as this one, as one who may merge them sees them; nearest first."""
    activity, code = stored.activity, stored.municipality
    if not allowed(principal, Action.MERGE, Resource.ACTIVITY, code) or activity.place is None:
        return ()
    listed = places.places_of(session, code)
    here = listed.get(activity.place)
    near = ActivityFilter(
        first=activity.started_at - WITHIN,
        last=activity.started_at + WITHIN + timedelta(microseconds=1),
        type=activity.type,
        place=activity.place if here is None else here.id,
        former=() if here is None else here.former,
    )
    found = activities.activities_of(session, code, near).activities
    same = [each for each in found if are_alike(stored, each, listed)]
    apart = kept_apart(session, code) if same else frozenset()
    same = [each for each in same if in_order(activity.id, each.activity.id) not in apart]
    same.sort(key=lambda each: (abs(each.activity.started_at - activity.started_at), each.activity.id))
    seen = (as_seen(principal, each) for each in same[:MOST_ALIKE])
    return tuple(each for each in seen if each is not None)


def alike_beside(session: Session, principal: Principal, stored: StoredActivity) -> tuple[Beside, ...]:
    """The same with their notes and who logged them, for holding one beside another."""
    found = alike(session, principal, stored)
    return tuple(beside(session, principal, stored.municipality, found).values())


def merge(
    session: Session, principal: Principal, municipality: str, merging: Merging, now: datetime
) -> StoredActivity:
    """Let the kept one tell of both, and count once; the other one is voided. Returns the kept one.

    Raises NotFound, NotAllowed, OtherVersionStands, NotCurrent, NotAlike, ReasonMissing, EntryFaulty and
    PersonalDataInReason.
    """
    with writing(session):
        kept = activity_for(session, principal, Action.MERGE, municipality, merging.kept)
        merged = activity_for(session, principal, Action.MERGE, municipality, merging.merged)
        check_version(principal, kept, merging.kept_rev)
        check_version(principal, merged, merging.merged_rev)
        if not are_alike(kept, merged, places.places_of(session, municipality)):
            raise NotAlike
        desk, reason = Desk(principal, municipality, now), reason_in(merging.reason)
        drafts = [
            desk.draft(_taking_up(kept, merged, reason), rev=kept.rev + 1),
            desk.draft(_taken_up(merged, kept, reason), rev=merged.rev + 1, seq=2),
        ]
        standing = {each.activity.id: each for each in (kept, merged)}
        return enter_and_project(session, drafts, standing)[kept.activity.id]


def _taking_up(kept: StoredActivity, merged: StoredActivity, reason: str) -> dict[str, object]:
    both = together(kept.activity, merged.activity)
    return {
        "kind": "merge",
        "activity_id": kept.activity.id,
        "municipality": kept.municipality,
        "base_rev": kept.rev,
        "merged": merged.activity.id,
        "organisations": list(both.organisations),
        "participants": list(both.participants),
        "others": both.others,
        "reason": reason,
    }


def _taken_up(merged: StoredActivity, kept: StoredActivity, reason: str) -> dict[str, object]:
    return {
        "kind": "merge",
        "activity_id": merged.activity.id,
        "municipality": merged.municipality,
        "base_rev": merged.rev,
        "into": kept.activity.id,
        "reason": reason,
    }
