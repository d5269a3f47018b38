"""What one may see of a stored activity: all of it, or the bare facts without people."""

from dataclasses import replace

from logger.domain.people.people import Principal
from logger.domain.people.policy import Sight, sight
from logger.domain.records import StoredActivity


def sight_of(principal: Principal, stored: StoredActivity) -> Sight:
    """How much of the activity the principal may see."""
    return sight(
        principal,
        stored.municipality,
        author=stored.author,
        author_organisation=stored.author_organisation,
    )


def as_seen(principal: Principal, stored: StoredActivity) -> StoredActivity | None:
    """The activity as the principal may see it; None where it does not exist for them.

    Bare of people, those who were named are counted among the others: what is counted by heads stays.
    """
    match sight_of(principal, stored):
        case Sight.NONE:
            return None
        case Sight.WHOLE:
            return stored
        case Sight.BARE:
            activity = stored.activity
            named = len(set(activity.participants))
            bare = replace(activity, participants=(), others=activity.others + named)
            return replace(stored, activity=bare, author=None, has_note=False)
