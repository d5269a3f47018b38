"""Gists and leaves written down, with the activities that they follow: on PostgreSQL in one statement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec
from sqlalchemy import Table
from sqlalchemy.dialects.postgresql import Insert
from sqlalchemy.orm import Session

from logger.domain.records import StoredActivity
from logger.store.activities import projection
from logger.store.kept.day_books import SHAPE, written
from logger.store.kept.leaves import Leaf, LeafKey, presence_written
from logger.store.kept.progress import KeptPledge, PledgeKey
from logger.store.statements import Upsert, rows_of, table_of, upserts
from logger.store.tables import ActivityRow, LeafRow, ProgressRow

Rows = list[dict[str, Any]]

_PROGRESS, _LEAF, _ACTIVITY = table_of(ProgressRow), table_of(LeafRow), table_of(ActivityRow)


def _put(new: Upsert, table: Table) -> Any:
    """The insert, and what becomes of a row that is there."""
    keys = list(table.primary_key)
    told = {each.name: new.excluded[each.name] for each in table.c if each not in keys}
    return new.on_conflict_do_update(index_elements=keys, set_=told)


def _of_rows(new: Upsert, table: Table) -> Any:
    return _put(new.from_select(table.c.keys(), rows_of(table, table.name, {"gists"})), table)


_SQLITE, _POSTGRESQL = (
    (upserts(ProgressRow)[dialect], upserts(LeafRow)[dialect]) for dialect in ("sqlite", "postgresql")
)
_APART = _put(_SQLITE[0], _PROGRESS), _put(_SQLITE[1], _LEAF)
_BOTH: Insert = _of_rows(_POSTGRESQL[1], _LEAF).add_cte(_of_rows(_POSTGRESQL[0], _PROGRESS).cte("told"))
_ALL: Insert = _BOTH.add_cte(_of_rows(upserts(ActivityRow)["postgresql"], _ACTIVITY).cte("stand"))


@dataclass(frozen=True, slots=True)
class Books:
    """What is kept of some pledges, and some leaves of their day books."""

    pledges: dict[PledgeKey, KeptPledge] = field(default_factory=dict)
    leaves: dict[LeafKey, Leaf] = field(default_factory=dict)


def put(session: Session, kept: Books) -> None:
    """Let what is kept of these pledges, and these leaves of theirs, be as given."""
    if not kept.pledges:
        return
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        connection.execute(_BOTH, _together(kept))
        return
    for statement, told in zip(_APART, (_gists(kept.pledges), _pages(kept.leaves)), strict=True):
        if told:
            connection.execute(statement, told)


def put_with(session: Session, stand: Sequence[StoredActivity], kept: Books) -> None:
    """Let these activities stand as given, and what is kept of them with them."""
    connection = session.connection()
    if kept.pledges and connection.dialect.name == "postgresql":
        connection.execute(_ALL, {_ACTIVITY.name: projection.rows(stand), **_together(kept)})
        return
    projection.put(session, stand)
    put(session, kept)


def _together(kept: Books) -> dict[str, Rows]:
    gists = [row | {"gists": msgspec.json.encode(row["gists"]).decode()} for row in _gists(kept.pledges)]
    return {_PROGRESS.name: gists, _LEAF.name: _pages(kept.leaves)}


def _gists(found: Mapping[PledgeKey, KeptPledge]) -> Rows:
    return [
        {
            "municipality": municipality,
            "pledge": pledge,
            "number": kept.number,
            "shape": SHAPE,
            "gists": kept.told,
        }
        for (municipality, pledge), kept in sorted(found.items(), key=lambda each: each[0])
    ]


def _pages(found: Mapping[LeafKey, Leaf]) -> Rows:
    return [
        {
            "municipality": municipality,
            "pledge": pledge,
            "commitment": commitment,
            "first": first,
            "pages": written(leaf.pages),
            "presence": presence_written(leaf.presence),
        }
        for ((municipality, pledge, commitment), first), leaf in sorted(
            found.items(), key=lambda each: each[0]
        )
    ]
