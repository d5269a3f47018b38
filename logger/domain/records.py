"""An activity as the ledger keeps it: with its version, its author and the operations that made it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from logger.domain.activities import Activity
from logger.domain.proposed_places import document


class State(StrEnum):
    """Where an activity stands: only a current one counts."""

    CURRENT = "current"
    WITHDRAWN = "withdrawn"
    VOIDED = "voided"


class Kind(StrEnum):
    """What an operation does to its activity; a phone sends the first four."""

    CREATE = "create"
    AMEND = "amend"
    WITHDRAW = "withdraw"
    VOID = "void"
    CORRECT = "correct"
    MERGE = "merge"


class Status(StrEnum):
    """How an operation was settled."""

    STORED = "stored"
    REJECTED = "rejected"
    CONFLICT = "conflict"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class StoredActivity:
    """An activity as it stands in one municipality's ledger.

    `rev` is its version, 1 at first; `server_seq` the number of the operation that made this version;
    `author` the user's id, None once disposal has taken it away; `origin` the door it came by ("phone",
    "import", "demo"). The note itself is only in the operation's body.
    """

    municipality: str
    activity: Activity
    rev: int
    state: State
    author: str | None
    author_organisation: str
    created_at: datetime
    changed_at: datetime
    server_seq: int
    has_note: bool
    origin: str

    def at(self, activity: Activity) -> "StoredActivity":
        """The same record of the activity seen in another way."""
        return replace(self, activity=activity)

    def bare(self) -> dict[str, Any]:
        """The bare facts as JSON values: version, state and what was done; no note and no people."""
        activity, ended_at = self.activity, self.activity.ended_at
        return {
            "rev": self.rev,
            "state": self.state.value,
            "type": activity.type,
            "focus": sorted(activity.focus),
            "place": activity.place,
            "started_at": activity.started_at.isoformat(),
            "ended_at": None if ended_at is None else ended_at.isoformat(),
            "organisations": sorted(activity.organisations),
            "others": activity.others,
            "targeted": activity.targeted,
            "outcome": activity.outcome.value,
            "counters": dict(activity.counters),
            **({"proposed_place": document(activity.proposed)} if activity.proposed else {}),
        }


@dataclass(frozen=True, slots=True)
class RecordedOperation:
    """One operation of an activity's history, with its receipt.

    `author_organisation` is whom the one who made it worked for, which may be another than the activity's.
    `body` is what was sent, parsed; None where it could not be read. `reduced_at` says when disposal took
    note, people and author out of it.
    """

    op_id: str
    server_seq: int
    kind: Kind | None
    rev: int | None
    author: str | None
    author_organisation: str
    received_at: datetime
    status: Status
    code: str | None
    schema: int
    body: Mapping[str, Any] | None
    reduced_at: datetime | None


@dataclass(frozen=True, slots=True)
class Sought:
    """What a word that was searched for may stand for: an activity holds it that has any of these.

    `text` is the word itself, as a place that is only proposed may be named.
    """

    text: str
    types: frozenset[str] = frozenset()
    focuses: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ActivityFilter:
    """Which activities of a municipality are wanted; what is None or empty does not matter.

    Started in [`first`, `last`); `author` is a user's id; `organisation` one that took part; `former` are the
    ids that the place went by before doubles of it were merged. All that is `sought` must be held.
    """

    first: datetime | None = None
    last: datetime | None = None
    type: str | None = None
    focus: str | None = None
    place: str | None = None
    former: tuple[str, ...] = ()
    organisation: str | None = None
    author: str | None = None
    states: tuple[State, ...] = (State.CURRENT,)
    sought: tuple[Sought, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """Where a page ended: the last activity on it, by start and id."""

    started_at: datetime
    id: str


@dataclass(frozen=True, slots=True)
class ActivityPage:
    """Some activities, newest start first; `next` is where the following page goes on, None on the last."""

    activities: tuple[StoredActivity, ...]
    next: Position | None
