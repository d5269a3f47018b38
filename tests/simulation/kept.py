"""What a virtual phone keeps: its operations on the disk, what a run remembers, and the thing in the hand.

The disk survives a crash, the run does not. Words and numbers are those of `core/items.js`, `core/outbox.js`
and `core/pacing.js`: whoever changes one, changes the other.
"""

from dataclasses import dataclass, field
from typing import Any

DAY = 86_400.0
HOUR = 3_600.0  # no wait is longer: one that seems so was written by another clock
WEEK = 7 * DAY
KEPT_DAYS = 30
LEAST, MOST = 25, 100
WIRE = 200 * 1024
UNSENT = ("queued", "sending")
NEEDS_PERSON = ("needs_fix", "conflict", "held")
RETAINED = ("acked", "archived")


@dataclass(slots=True)
class Item:
    """One operation as it lies on the phone; `receipt` is what the server said of it, whole."""

    op_id: str
    activity_id: str
    kind: str
    municipality: str
    seq: int
    body: str
    sha256: str
    saved_at: float
    state: str = "queued"
    receipt: dict[str, Any] | None = None
    settled_at: float = 0.0
    attempts: int = 0
    not_before: float = 0.0
    closed: bool = False  # a later operation of the same activity has dealt with it
    decision: str | None = None  # a desk's, heard of: why it was refused, "" for taken in
    confirmed: bool = False  # archived, and the server was seen to have it since

    def sent(self) -> dict[str, Any]:
        """As a batch and a rescue file hold it."""
        numbers = {"op_id": self.op_id, "seq": self.seq, "schema": 1}
        return {**numbers, "sha256": self.sha256, "body": self.body}


@dataclass
class Disk:
    """What the phone has on its disk for one user."""

    stream_id: str
    next_seq: int = 1
    items: dict[int, Item] = field(default_factory=dict)
    cursors: dict[str, Any] = field(default_factory=dict)
    pulled: dict[str, dict[str, Any]] = field(default_factory=dict)
    last_contact: float = -1e12
    last_reconcile: float = -1e12
    notices: set[str] = field(default_factory=set)

    def needing(self) -> list[Item]:
        """What waits for a person."""
        return [item for item in self.items.values() if item.state in NEEDS_PERSON]

    def unsent(self) -> list[Item]:
        """What the server has not settled."""
        return [item for item in self.items.values() if item.state in UNSENT]

    def lowest_unsent(self) -> int:
        """The lowest number that still waits for its receipt."""
        return min((item.seq for item in self.unsent()), default=self.next_seq)

    def knows_nothing(self) -> bool:
        """It has kept no answer, and has nothing behind it."""
        return not self.cursors and self.lowest_unsent() <= 1

    def lease(self, most: int, clock: float) -> list[Item]:
        """What goes with the next batch, as much as a batch may hold; it is on its way from now on."""
        chosen: list[Item] = []
        size = 0.0
        waiting: set[str] = set()  # what is made of an entry goes after the entry
        for item in self.items.values():
            if item.state != "queued":
                continue
            if clock < item.not_before <= clock + HOUR or item.activity_id in waiting:
                waiting.add(item.activity_id)
                continue
            size += len(item.body) * 1.2 + 300
            if len(chosen) >= most or (size > WIRE and chosen):
                break
            chosen.append(item)
        for item in chosen:
            item.state = "sending"
        return chosen

    def known(self, municipality: str) -> dict[str, int]:
        """The version that this phone knows of each activity that it has heard of."""
        known = {
            each["activity_id"]: each["rev"]
            for each in self.pulled.values()
            if each["municipality"] == municipality
        }
        for item in self.items.values():
            if item.municipality == municipality and item.receipt and not item.closed:
                told = (item.receipt.get("current") or {}).get("rev") or item.receipt.get("rev")
                if told:
                    known[item.activity_id] = max(known.get(item.activity_id, 0), told)
        return known


@dataclass
class Run:
    """What the app remembers between its start and its end."""

    attempt: int = 0
    size: int = LEAST
    paused: str | None = None
    offered: bool = False
    more: bool = False  # the feed was told in part


@dataclass
class Handset:
    """The thing in the hand: who is signed in on it, and what its clock says. Two people may share it."""

    secret: str
    user_id: str | None = None
    clock_off: float = 0.0
    offline_until: float = 0.0
    deaf_until: float = 0.0  # what it sends arrives, what is answered does not


def offer(item: Item) -> None:
    """It goes again, to a server that has forgotten it.

    Not what a person threw away: a server that forgot why it said no might say yes this time.
    """
    if not item.closed and (item.state not in UNSENT or item.decision is not None):
        item.state, item.attempts, item.decision, item.confirmed = "queued", 0, None, False


def give_back(batch: list[Item], until: float | None = None) -> None:
    """What no answer has settled waits again, where something else is to go first until then."""
    for item in batch:
        if item.state == "sending":
            item.state = "queued"
            if until is not None:
                item.not_before, item.attempts = until, item.attempts + 1
