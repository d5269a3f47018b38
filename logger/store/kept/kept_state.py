"""What is kept of some pledges, and of the leaves of their day books, in one statement."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    CompoundSelect,
    Date,
    Integer,
    String,
    cast,
    null,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from logger.domain.counting.day_book import DayBook, joined
from logger.store.kept.day_books import SHAPE, read
from logger.store.kept.leaves import Key, LeafKey, Presence, presence_read
from logger.store.kept.progress import KeptPledge, PledgeKey
from logger.store.statements import among, table_of
from logger.store.tables import LeafRow, ProgressRow

_PROGRESS, _LEAF = table_of(ProgressRow).c, table_of(LeafRow).c
_PLEDGE, _OF_PLEDGE = ([each[name] for name in ("municipality", "pledge")] for each in (_PROGRESS, _LEAF))
_COMMITMENT = (*_OF_PLEDGE, _LEAF.commitment)


def _standing(dialect: str) -> CompoundSelect[Any]:
    """Each part of the keys by itself: a few rows too many, by a statement that is quickly made and run."""

    def of_pledges(columns: Any) -> list[ColumnElement[bool]]:
        return [
            among(dialect, columns.municipality, "municipalities"),
            among(dialect, columns.pledge, "pledges"),
        ]

    leaf = select(*_COMMITMENT, _LEAF.first, cast(null(), Integer), _LEAF.pages, _LEAF.presence)
    leaf = leaf.where(*of_pledges(_LEAF))
    return union_all(
        select(
            *_PLEDGE,
            cast(null(), String).label("commitment"),
            cast(null(), Date).label("first"),
            _PROGRESS.number,
            _PROGRESS.gists.label("told"),
            cast(null(), JSON).label("presence"),
        ).where(*of_pledges(_PROGRESS), _PROGRESS.shape == SHAPE),
        leaf.where(
            among(dialect, _LEAF.commitment, "in_part"),
            among(dialect, _LEAF.first, "firsts"),
        ),
        leaf.where(among(dialect, _LEAF.commitment, "wholes")),
    )


_STANDING = {dialect: _standing(dialect) for dialect in ("sqlite", "postgresql")}


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
    municipalities, keys = ({key[at] for key in pledges} for at in (0, 1))
    named = {
        "municipalities": sorted(municipalities),
        "pledges": sorted(keys),
        "in_part": sorted({commitment for (_, _, commitment), _ in leaves}),
        "firsts": sorted({first for _, first in leaves}),
        "wholes": sorted({commitment for _, _, commitment in wholes}),
    }
    connection = session.connection()
    found, parts = Standing(), defaultdict[Key, dict[date, DayBook]](dict)
    for row in connection.execute(_STANDING[connection.dialect.name], named):
        if row.commitment is None:
            found.pledges[row.municipality, row.pledge] = KeptPledge(row.number, row.told)
        else:
            key = row.municipality, row.pledge, row.commitment
            parts[key][row.first] = read(row.told)
            found.presence[key, row.first] = presence_read(row.presence)
    found.books = {key: joined(part for _, part in sorted(of.items())) for key, of in parts.items()}
    return found
