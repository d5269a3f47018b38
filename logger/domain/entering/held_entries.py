"""An entry that waits for a person, as somebody at a desk may look at it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from logger.domain.activities import Activity
from logger.domain.entering.body_reader import read_entry
from logger.domain.entering.entries import Amend, Content, Create, Entry, Wild
from logger.domain.entering.operations import Operation
from logger.domain.entering.strict_json import NotJsonError, parse
from logger.domain.personal_data import Level, presentable
from logger.domain.records import Kind, State, StoredActivity

PERSONAL_DATA, WILD_CLOCK = "personal_data", "wild_clock"


@dataclass(frozen=True, slots=True)
class HeldEntry:
    """One held operation, read.

    `content` is None for one that takes its activity away. Where no clock of this world gave its times
    (`times_known` false), they are the moment it was received, and somebody must say when it was. `note` is
    empty where the note is sealed: then nobody reads it but its author.
    """

    operation: Operation
    raw: Mapping[str, Any]
    content: Content | None
    times_known: bool
    sealed: bool
    note: str

    @property
    def builds_on(self) -> int:
        """The version it was made from; 0 where it makes its activity."""
        if self.operation.kind is Kind.CREATE:
            return 0
        return self.operation.base_rev or int(self.raw.get("base_rev", 0))

    @property
    def people(self) -> tuple[str, ...]:
        """Who took part by name: whoever logged it, unless the entry names people."""
        if self.content is None:
            return ()
        author = self.operation.author
        return self.content.participants or (() if author is None else (author,))

    @property
    def done(self) -> Activity | None:
        """What it says was done; None for one that takes its activity away.

        An end that nobody has judged yet, and that cannot be, is left out.
        """
        content = self.content
        if content is None:
            return None
        ends = content.ended_at is not None and content.ended_at >= content.started_at
        return Activity(
            id=str(self.operation.activity_id),
            type=content.type,
            started_at=content.started_at,
            ended_at=content.ended_at if ends else None,
            organisations=frozenset(content.organisations),
            focus=frozenset(content.focus),
            participants=self.people,
            others=content.others,
            place=content.place,
            targeted=content.targeted,
            outcome=content.outcome,
            counters=content.counters,
            proposed=None if self.sealed else content.proposed,
        )

    def fits(self, standing: StoredActivity | None) -> bool:
        """Whether what it builds on is there: nothing at all, or the very version of its author's."""
        if self.builds_on == 0:
            return standing is None
        return (
            standing is not None
            and standing.author == self.operation.author
            and standing.state is State.CURRENT
            and standing.rev == self.builds_on
        )


def read_held(operation: Operation, body: bytes) -> HeldEntry:
    """The held operation as it may be looked at. Raises ValueError for a body that can no longer be read."""
    try:
        raw = parse(body)
    except NotJsonError as error:
        raise ValueError(f"operation {operation.op_id} cannot be read") from error
    entry = read_entry(raw, operation.schema)
    times_known = not isinstance(entry, Wild)
    if not times_known:
        received = operation.received_at.isoformat()
        entry = read_entry({**raw, "started_at": received, "ended_at": None}, operation.schema)
    content = content_of(entry)
    sealed = _is_sealed(operation, content)
    note = "" if sealed else presentable(str(raw.get("note") or ""))
    return HeldEntry(operation, raw, content, times_known, sealed, note)


def content_of(entry: Entry) -> Content | None:
    """What an entry says was done; None for one that takes its activity away."""
    return entry.content if isinstance(entry, Create | Amend) else None


def _is_sealed(operation: Operation, content: Content | None) -> bool:
    """What is held for something else may point out a person as well: nobody has judged it so far."""
    return operation.code == PERSONAL_DATA or (content is not None and content.note_level is Level.BLOCK)
