"""Gists and leaves written down, in one statement where the database has one for two tables."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.dialects.postgresql import Insert
from sqlalchemy.orm import Session

from logger.store.kept.day_books import SHAPE, written
from logger.store.kept.leaves import Leaf, LeafKey, presence_written
from logger.store.kept.progress import KeptPledge, PledgeKey
from logger.store.statements import Upsert, rows_of, table_of, upserts
from logger.store.tables import LeafRow, ProgressRow

Rows = list[dict[str, Any]]

_PROGRESS, _LEAF = table_of(ProgressRow), table_of(LeafRow)


def _put(new: Upsert, table: Table) -> Any:
    """The insert, and what becomes of a row that is there."""
    keys = list(table.primary_key)
    told = {each.name: new.excluded[each.name] for each in table.c if each not in keys}
    return new.on_conflict_do_update(index_elements=keys, set_=told)


def _of_rows(new: Upsert, table: Table) -> Any:
    rows = rows_of(table, table.name)
    return _put(new.from_select(rows.c.keys(), select(*rows.c)), table)


_SQLITE, _POSTGRESQL = (
    (upserts(ProgressRow)[dialect], upserts(LeafRow)[dialect]) for dialect in ("sqlite", "postgresql")
)
_APART = _put(_SQLITE[0], _PROGRESS), _put(_SQLITE[1], _LEAF)
_BOTH: Insert = _of_rows(_POSTGRESQL[1], _LEAF).add_cte(_of_rows(_POSTGRESQL[0], _PROGRESS).cte("told"))


def put(session: Session, pledges: Mapping[PledgeKey, KeptPledge], leaves: Mapping[LeafKey, Leaf]) -> None:
    """Let what is kept of these pledges, and these leaves of theirs, be as given."""
    if not pledges:
        return
    connection = session.connection()
    rows = {_PROGRESS.name: list(_gists(pledges)), _LEAF.name: list(_pages(leaves))}
    if connection.dialect.name == "postgresql":
        connection.execute(_BOTH, rows)
        return
    for statement, told in zip(_APART, rows.values(), strict=True):
        if told:
            connection.execute(statement, told)


def _gists(found: Mapping[PledgeKey, KeptPledge]) -> Iterable[dict[str, Any]]:
    for (municipality, pledge), kept in sorted(found.items(), key=lambda each: each[0]):
        yield {
            "municipality": municipality,
            "pledge": pledge,
            "number": kept.number,
            "shape": SHAPE,
            "gists": kept.told,
        }


def _pages(found: Mapping[LeafKey, Leaf]) -> Iterable[dict[str, Any]]:
    for ((municipality, pledge, commitment), first), leaf in sorted(found.items(), key=lambda each: each[0]):
        yield {
            "municipality": municipality,
            "pledge": pledge,
            "commitment": commitment,
            "first": first,
            "pages": written(leaf.pages),
            "presence": presence_written(leaf.presence),
        }
