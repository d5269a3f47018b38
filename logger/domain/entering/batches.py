"""A batch from a phone and the answer to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

PROTOCOL = 1
MOST_OPS = 100
MOST_RECONCILED = 500
MOST_WIRE_BYTES = 256 * 1024
MOST_BYTES = 1024 * 1024
ENTRIES_KEPT_DAYS = 30  # how long a phone keeps its user's entries to look at


@dataclass(frozen=True, slots=True)
class Link:
    """A number of a ledger, and the chain's hash there."""

    server_seq: int
    head: str


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a ledger is known: the database history, the number, and the chain's hash at that number.

    `ledger` is how far the ledger went when this was told, where that was further: there was no room for all.
    Receipts may be of numbers up to there, so that it, and not how far the feed came, tells a lost history.
    """

    epoch: str
    server_seq: int
    head: str
    ledger: Link | None = None

    @property
    def furthest(self) -> Link:
        """The last of the ledger that whoever has the cursor has heard of."""
        return self.ledger or Link(self.server_seq, self.head)


@dataclass(frozen=True, slots=True)
class SyncBatch:
    """What a phone sends: `ops` are parsed items not yet looked into, since each is judged by itself.

    `stream_id` is the browser profile of this user; `client_now` what the phone's clock says; `floor` the
    lowest number that the phone still waits for a receipt of (0: it does not say); `user` whose entries it
    sends, where it says so; `label` what it is called.
    """

    batch_id: str
    stream_id: str
    app_build: str
    client_now: datetime
    ops: Sequence[Any]
    cursors: Mapping[str, Cursor] = field(default_factory=dict)
    floor: int = 0
    user: str | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class RescueFile:
    """What was saved to a file on a phone that cannot send it: `stream_id` is that phone's stream."""

    batch_id: str
    stream_id: str
    made_at: datetime
    ops: Sequence[Any]


@dataclass(frozen=True, slots=True)
class Inventory:
    """What a phone believes it has handed in: the digest of each body by the operation's id."""

    stream_id: str
    digests: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Discrepancies:
    """What of an inventory the ledgers lack, and what they hold other bytes of, as operations' ids."""

    missing: Sequence[str]
    different: Sequence[str]


@dataclass(frozen=True, slots=True)
class SyncAnswer:
    """What a phone is told once everything is committed: one result an item, in the order they were sent.

    `durable_through` is, by ledger, the number up to which nothing can be lost any more; `resync` asks the
    phone to offer again all that it retained: this database does not know the history it has seen. `changes`
    are what became of the user's activities elsewhere, as far as `cursors` say; `notices` what the phone
    should know of itself.
    """

    batch_id: str
    server_now: datetime
    resync: bool
    cursors: Mapping[str, Cursor]
    durable_through: Mapping[str, int]
    results: Sequence[Mapping[str, Any]]
    changes: Sequence[Mapping[str, Any]] = ()
    more: bool = False
    notices: Sequence[Mapping[str, Any]] = ()
