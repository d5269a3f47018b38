"""What an entry is judged by, and the judgements that there are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from logger.domain.entering.entries import Content
from logger.domain.places import Place
from logger.domain.records import State, Status, StoredActivity

Key = tuple[str, str]  # municipality and activity id


@dataclass(frozen=True, slots=True)
class Known:
    """The words, places (by municipality) and users that exist, as far as the entries name them.

    What ever existed is known for good: an entry may have waited on a phone since then. `people` are those
    of the author's own organisation: nobody puts another's people down as having taken part.
    """

    types: frozenset[str] = frozenset()
    made_by_product: frozenset[str] = frozenset()
    focus: frozenset[tuple[str, str]] = frozenset()
    counters: frozenset[tuple[str, str]] = frozenset()
    organisations: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    places: Mapping[tuple[str, str], Place] = field(default_factory=dict)


@dataclass(frozen=True)
class Circumstances:
    """What entries are judged by: whose they are, where that person may log, what exists, what stands.

    `organisation` is the key of the one that the author works for; `unsettled` are activities whose making
    was held or refused, with how it was settled.
    """

    author: str
    organisation: str
    municipalities: frozenset[str]
    known: Known
    now: datetime
    standing: Mapping[Key, StoredActivity] = field(default_factory=dict)
    unsettled: Mapping[Key, Status] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stored:
    """It is in the ledger; `rev` and `state` are its activity's from now on, None where nothing changes."""

    rev: int | None
    state: State | None
    content: Content | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """It can never be stored; the code and the sentences by field tell its author why."""

    code: str
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Held:
    """It is kept and waits for a person."""

    code: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """It was made from another version than the one that stands."""

    current: StoredActivity


@dataclass(frozen=True, slots=True)
class Retry:
    """It leaves no trace: what it builds on may still be on its way."""

    code: str


Settled = Stored | Rejected | Held | Conflict
Judgement = Settled | Retry
