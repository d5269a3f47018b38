"""What a phone is told of its user's own activities: how each that changed stands, what was decided on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from logger.domain.entering.batches import Cursor
from logger.domain.records import Kind, State, StoredActivity

MOST_CHANGES = 500
OTHERS_MAY_MAKE = frozenset({Kind.CORRECT, Kind.MERGE, Kind.VOID})


@dataclass(frozen=True, slots=True)
class Change:
    """An activity as it stands, with the operation that is told of: the one that made this version.

    Or else one that decided on a held operation, whose id is `settles`: told whatever has happened since, and
    where nothing of the activity ever stood. `hash` is the operation's link in the chain, `reason` a
    coordinator's word on it, `merged_into` the id of the activity that this one was merged into.
    """

    municipality: str
    activity_id: str
    server_seq: int
    stored: StoredActivity | None
    kind: Kind
    received_at: datetime
    stream_id: str
    hash: str
    reason: str | None = None
    merged_into: str | None = None
    settles: str | None = None

    def told(self) -> dict[str, Any]:
        """The change as JSON values; neither note nor names are in it, and no facts of what is gone."""
        stored = self.stored
        told: dict[str, Any] = {
            "municipality": self.municipality,
            "activity_id": self.activity_id,
            "server_seq": self.server_seq,
            "rev": stored.rev if stored else 0,
            "state": (stored.state if stored else State.VOIDED).value,
            "kind": self.kind.value,
            "received_at": self.received_at.astimezone(UTC).isoformat().replace("+00:00", "Z"),
            "stream_id": self.stream_id,
        }
        words = {"reason": self.reason, "merged_into": self.merged_into, "settles": self.settles}
        told |= {name: word for name, word in words.items() if word}
        if stored and stored.state is State.CURRENT:
            told["activity"] = _facts(stored)
        return told


@dataclass(frozen=True, slots=True)
class Window:
    """Which of a municipality's changes are wanted: numbers in (`after`, `through`].

    `started_from` leaves out what began earlier: a phone that knows nothing gets what it would keep.
    """

    municipality: str
    after: int
    through: int
    started_from: datetime | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What the feed tells: changes in order, whether there are more, and how far each ledger was told."""

    changes: Sequence[Change]
    more: bool
    cursors: Mapping[str, Cursor]


def _facts(stored: StoredActivity) -> dict[str, Any]:
    facts = {name: value for name, value in stored.bare().items() if name not in ("rev", "state")}
    return facts | {"people": len(set(stored.activity.participants)), "has_note": stored.has_note}
