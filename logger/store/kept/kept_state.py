"""What is kept of some pledges, and of the leaves of their day books, in one statement."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Date, Select, String, Text, cast, select
from sqlalchemy.orm import Session

from logger.domain.counting.day_book import DayBook, joined
from logger.store import together
from logger.store.kept.day_books import SHAPE, read
from logger.store.kept.leaves import Key, LeafKey, Presence, presence_read
from logger.store.kept.progress import KeptPledge, PledgeKey
from logger.store.statements import by_dialect, table_of
from logger.store.tables import LeafRow, ProgressRow
from logger.store.together import Reading

_PROGRESS, _LEAF = table_of(ProgressRow).c, table_of(LeafRow).c
_OF_PLEDGE = {"municipality": String(), "pledge": String()}
_OF_COMMITMENT = _OF_PLEDGE | {"commitment": String()}


def _pledges(asked: Any) -> Select[Any]:
    columns = (_PROGRESS[name] for name in ("municipality", "pledge", "number"))
    return select(*columns, cast(_PROGRESS.gists, Text).label("gists")).where(
        *(_PROGRESS[name] == asked[name] for name in _OF_PLEDGE), _PROGRESS.shape == SHAPE
    )


def _leaves(asked: Any) -> Select[Any]:
    return select(*_LEAF).where(*(_LEAF[each.name] == each for each in asked))


_PLEDGES = by_dialect("pledges", _OF_PLEDGE, _pledges)
_IN_PART = by_dialect("leaves", _OF_COMMITMENT | {"first": Date()}, _leaves)
_WHOLE = by_dialect("wholes", _OF_COMMITMENT, _leaves)


@dataclass(slots=True)
class Standing:
    """What is kept: of pledges, and of their day books the leaves that were asked for, put together."""

    pledges: dict[PledgeKey, KeptPledge] = field(default_factory=dict)
    books: dict[Key, DayBook] = field(default_factory=dict)
    presence: dict[LeafKey, Presence] = field(default_factory=dict)

    def of(self, key: Key, number: int) -> KeptPledge | None:
        """What is kept of the commitment's pledge, where that is of this version and has the commitment."""
        kept = self.pledges.get(key[:2])
        return kept if kept and kept.number == number and key[2] in kept.told else None


def standing(
    session: Session, pledges: Collection[PledgeKey], leaves: Collection[LeafKey], wholes: Collection[Key]
) -> Standing:
    """The pledges, these leaves of their day books, and all leaves of the commitments wanted whole."""
    rows = together.read(session, readings(pledges, leaves, wholes))
    return standing_in(rows)


def readings(
    pledges: Collection[PledgeKey], leaves: Collection[LeafKey], wholes: Collection[Key]
) -> dict[str, Reading]:
    """What is to be read for that: what is not asked for is not read."""
    asked = {
        "pledges": Reading(_PLEDGES, {"pledges": [_named(key) for key in sorted(pledges)]}),
        "leaves": Reading(
            _IN_PART, {"leaves": [_named(key) | {"first": first} for key, first in sorted(leaves)]}
        ),
        "wholes": Reading(_WHOLE, {"wholes": [_named(key) for key in sorted(wholes)]}),
    }
    return {name: each for name, each in asked.items() if each.given[name]}


def standing_in(rows: Mapping[str, Sequence[Any]]) -> Standing:
    """What was read, put together."""
    found, parts = Standing(), defaultdict[Key, dict[date, DayBook]](dict)
    for row in rows.get("pledges", ()):
        found.pledges[row.municipality, row.pledge] = KeptPledge.unread(row.number, row.gists)
    for row in (*rows.get("leaves", ()), *rows.get("wholes", ())):
        key = row.municipality, row.pledge, row.commitment
        parts[key][row.first] = read(row.pages)
        found.presence[key, row.first] = presence_read(row.presence)
    found.books = {key: joined(part for _, part in sorted(of.items())) for key, of in parts.items()}
    return found


def _named(key: PledgeKey | Key) -> dict[str, Any]:
    return dict(zip(_OF_COMMITMENT, key, strict=False))
