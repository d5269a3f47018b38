"""What an operation's body says: an entry of its author's, or what a coordinator did about it at a desk."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from logger.domain.activities import Outcome
from logger.domain.personal_data import Level
from logger.domain.places import ProposedPlace
from logger.domain.records import Kind


@dataclass(frozen=True, slots=True)
class Content:
    """What was done, as its author confirmed it; instants are UTC and whole minutes.

    `participants` are users' ids, empty for the author alone. `proposed` is a place that nobody has listed
    yet, instead of a `place`. `note_level` is the guard's word on the note and on every other text of the
    body that its author may have written freely.
    """

    type: str
    started_at: datetime
    ended_at: datetime | None
    organisations: tuple[str, ...]
    focus: tuple[str, ...] = ()
    place: str | None = None
    participants: tuple[str, ...] = ()
    others: int = 0
    targeted: bool = False
    outcome: Outcome = Outcome.COMPLETED
    counters: Mapping[str, int] = field(default_factory=dict)
    has_note: bool = False
    note_level: Level = Level.OK
    proposed: ProposedPlace | None = None


@dataclass(frozen=True, slots=True)
class Create:
    """A new activity; `planned` is the time of a plan that was done by it: an item's id and its key."""

    activity_id: str
    municipality: str
    content: Content
    planned: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Amend:
    """Another content for an activity, made from its version `base_rev`."""

    activity_id: str
    municipality: str
    base_rev: int
    content: Content


@dataclass(frozen=True, slots=True)
class Withdraw:
    """The author takes the activity back, having seen its version `base_rev`."""

    activity_id: str
    municipality: str
    base_rev: int


@dataclass(frozen=True, slots=True)
class Void:
    """The author throws away an entry that was refused, so that its number leaves no gap.

    `base_rev` is 0 where nothing of the activity was ever stored; `reason_level` is the guard's word on why.
    """

    activity_id: str
    municipality: str
    base_rev: int
    reason_level: Level = Level.OK


class Word(StrEnum):
    """What somebody says became of a planned time; `open` takes back what was said."""

    DONE = "done"
    NOT_DONE = "not_done"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Said:
    """A word on a planned time: it makes no activity, and `activity_id` is its own name alone.

    `reason` is why it was not done; `reason_level` is the guard's word on that.
    """

    activity_id: str
    municipality: str
    planned: tuple[str, str]
    word: Word
    reason: str = ""
    reason_level: Level = Level.OK


@dataclass(frozen=True, slots=True)
class Wild:
    """An entry of a year that no clock confirmed (before 1970, after 2100): it cannot be reckoned with."""

    kind: Kind
    activity_id: str
    municipality: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A body that does not say what an entry must say; `fields` tells in Swedish what is wrong with which.

    What could be read of kind, activity and municipality is kept: the refusal stands where it belongs.
    """

    code: str
    fields: Mapping[str, str]
    kind: Kind | None = None
    activity_id: str | None = None
    municipality: str | None = None


@dataclass(frozen=True, slots=True)
class Correct:
    """A coordinator puts the facts of version `base_rev` right; participants, note and author stay."""

    activity_id: str
    municipality: str
    base_rev: int
    content: Content
    reason: str


@dataclass(frozen=True, slots=True)
class TakeIn:
    """A held operation is taken in as its author meant it: `base_rev` is 0 where it makes the activity.

    `author` is the one who logged it, None once disposal has taken the name away; `takes_in` the id of the
    held operation.
    """

    activity_id: str
    municipality: str
    base_rev: int
    content: Content
    author: str | None
    author_organisation: str
    takes_in: str
    reason: str


@dataclass(frozen=True, slots=True)
class Merge:
    """The activity takes up another one, `merged`, that tells of the same time: who took part is of both."""

    activity_id: str
    municipality: str
    base_rev: int
    merged: str
    organisations: tuple[str, ...]
    participants: tuple[str, ...]
    others: int
    reason: str


@dataclass(frozen=True, slots=True)
class MergedInto:
    """The activity is taken up by another one, `into`, and counts no more by itself."""

    activity_id: str
    municipality: str
    base_rev: int
    into: str
    reason: str


Deed = Create | Amend | Withdraw | Void
DeskDeed = Correct | TakeIn | Merge | MergedInto
Entry = Deed | Said | Wild | Unreadable


def base_rev_of(entry: Entry) -> int | None:
    """The version it was made from; None for what is made anew or could not be read."""
    return entry.base_rev if isinstance(entry, Amend | Withdraw | Void) else None


def kind_of(entry: Entry) -> Kind | None:
    """What it does to its activity; None where that could not be read, and for a word on a plan: nothing."""
    match entry:
        case Create():
            return Kind.CREATE
        case Amend():
            return Kind.AMEND
        case Withdraw():
            return Kind.WITHDRAW
        case Void():
            return Kind.VOID
        case Said():
            return None
        case Wild() | Unreadable():
            return entry.kind
