"""Two entries of one time: when two people may have logged the same, and what is left of the two."""

from dataclasses import dataclass
from datetime import timedelta

from logger.domain.activities import Activity
from logger.domain.records import State, StoredActivity

WITHIN = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Together:
    """Who took part in either: `others` are those that neither named."""

    organisations: tuple[str, ...]
    participants: tuple[str, ...]
    others: int


def may_be_the_same(one: StoredActivity, other: StoredActivity) -> bool:
    """Same type and place, begun within 15 minutes of each other, logged by two people; both count."""
    mine, theirs = one.activity, other.activity
    return (
        mine.id != theirs.id
        and one.municipality == other.municipality
        and one.state is other.state is State.CURRENT
        and mine.type == theirs.type
        and mine.place is not None
        and mine.place == theirs.place
        and abs(mine.started_at - theirs.started_at) <= WITHIN
        and one.author != other.author
    )


def together(kept: Activity, merged: Activity) -> Together:
    """Who took part in what two entries tell of: as many as the one that says most, and all who are named.

    Each may have counted the other's author among the unnamed: added up, people would be counted twice.
    """
    participants = tuple(dict.fromkeys((*kept.participants, *merged.participants)))
    most = max(_heads(kept), _heads(merged))
    return Together(
        tuple(sorted(kept.organisations | merged.organisations)),
        participants,
        max(0, most - len(participants)),
    )


def _heads(activity: Activity) -> int:
    return len(set(activity.participants)) + activity.others
