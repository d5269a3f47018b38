"""Every row that names one person, whichever table it lies in: for telling that person what is kept."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, String, Table, cast, or_, select
from sqlalchemy.orm import Session

from logger.store.tables import ActivityRow, Base, OperationBodyRow, OperationRow, UserRow

# What a column that names a person is called; a table that is added is looked through without being told of.
_NAMES = frozenset({"user_id", "author", "actor"})
_ENDING = "_by"
# What opens something, and what only proves that the rest is whole, says nothing of the person.
_UNTOLD = frozenset(
    {
        *("password_hash", "code_hash", "hash", "id_hash", "secret", "public_key", "nonce", "session"),
        *("endpoint", "endpoint_hash", "salt", "digest", "prev", "sha256", "body_sha256"),
    }
)
Row = Mapping[str, Any]


def rows_naming(session: Session, user_id: str) -> dict[str, Sequence[Row]]:
    """The rows by their table, in the order of their keys; tables without any are left out."""
    found = {table.name: _rows(session, table, _naming(table, user_id)) for table in _tables()}
    return {name: rows for name, rows in found.items() if rows}


def names_a_person(column: str) -> bool:
    """Whether a column of this name says who did something, or whose it is."""
    return column in _NAMES or column.endswith(_ENDING)


def bodies_by(session: Session, user_id: str) -> dict[str, bytes]:
    """What the person's own entries say, by operation, as it was sent or as disposal has left it."""
    rows = session.execute(
        select(OperationBodyRow.op_id, OperationBodyRow.body)
        .join(OperationRow, OperationRow.op_id == OperationBodyRow.op_id)
        .where(OperationRow.author == user_id)
    )
    return {row.op_id: row.body for row in rows}


def _tables() -> list[Table]:
    return [table for table in Base.metadata.sorted_tables if table is not OperationBodyRow.__table__]


def _naming(table: Table, user_id: str) -> list[ColumnElement[bool]]:
    if table is UserRow.__table__:
        return [table.c.id == user_id]
    conditions: list[ColumnElement[bool]] = [each == user_id for each in table.c if names_a_person(each.name)]
    if "object" in table.c:
        conditions.append(table.c.object == f"user:{user_id}")
    if table is ActivityRow.__table__:
        conditions.append(cast(table.c.participants, String).contains(user_id, autoescape=True))
    return conditions


def _rows(session: Session, table: Table, naming: list[ColumnElement[bool]]) -> Sequence[Row]:
    if not naming:
        return ()
    told = [each for each in table.c if each.name not in _UNTOLD]
    query = select(*told).where(or_(*naming)).order_by(*table.primary_key)
    return [dict(row) for row in session.execute(query).mappings()]
