"""What is kept of some pledges, and of the leaves of their day books, in one statement."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from sqlalchemy import JSON, Date, Integer, String, and_, cast, null, or_, select, union_all
from sqlalchemy.orm import Session

from logger.domain.counting.day_book import DayBook, joined
from logger.store.kept.day_books import SHAPE, read
from logger.store.kept.leaves import Key, LeafKey, Presence, presence_read
from logger.store.kept.progress import KeptPledge, PledgeKey
from logger.store.statements import any_of, table_of
from logger.store.tables import LeafRow, ProgressRow

Value = TypeVar("Value", str, date)

_PROGRESS, _LEAF = table_of(ProgressRow).c, table_of(LeafRow).c
_PLEDGE, _OF_PLEDGE = ([each[name] for name in ("municipality", "pledge")] for each in (_PROGRESS, _LEAF))
_COMMITMENT = (*_OF_PLEDGE, _LEAF.commitment)
# Each part of the keys by itself: a few rows too many, by a statement that is quickly made and planned.
_WANTED = and_(
    _LEAF.municipality.in_(any_of("municipalities")),
    _LEAF.pledge.in_(any_of("pledges")),
    or_(
        and_(_LEAF.commitment.in_(any_of("in_part")), _LEAF.first.in_(any_of("firsts"))),
        _LEAF.commitment.in_(any_of("wholes")),
    ),
)
_STANDING = union_all(
    select(
        *_PLEDGE,
        cast(null(), String).label("commitment"),
        cast(null(), Date).label("first"),
        _PROGRESS.number,
        _PROGRESS.gists.label("told"),
        cast(null(), JSON).label("presence"),
    ).where(
        _PROGRESS.municipality.in_(any_of("municipalities")),
        _PROGRESS.pledge.in_(any_of("pledges")),
        _PROGRESS.shape == SHAPE,
    ),
    select(*_COMMITMENT, _LEAF.first, cast(null(), Integer), _LEAF.pages, _LEAF.presence).where(_WANTED),
)


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
        "municipalities": _in_steps(municipalities),
        "pledges": _in_steps(keys),
        "in_part": _in_steps({commitment for (_, _, commitment), _ in leaves}),
        "firsts": _in_steps({first for _, first in leaves}),
        "wholes": _in_steps({commitment for _, _, commitment in wholes}),
    }
    found, parts = Standing(), defaultdict[Key, dict[date, DayBook]](dict)
    for row in session.execute(_STANDING, named):
        if row.commitment is None:
            found.pledges[row.municipality, row.pledge] = KeptPledge(row.number, row.told)
        else:
            key = row.municipality, row.pledge, row.commitment
            parts[key][row.first] = read(row.told)
            found.presence[key, row.first] = presence_read(row.presence)
    found.books = {key: joined(part for _, part in sorted(of.items())) for key, of in parts.items()}
    return found


def _in_steps(values: set[Value]) -> list[Value]:
    """The values in order, the last one again until they are one, two, four, eight …

    PostgreSQL keeps the plan of a statement that comes again as it was; of every other length it is another.
    """
    found = sorted(values)
    return found + found[-1:] * ((1 << (len(found) - 1).bit_length()) - len(found)) if found else found
