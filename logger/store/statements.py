"""The statements that SQLite and PostgreSQL both have but SQLAlchemy spells for each apart."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, cast

from sqlalchemy import (
    JSON,
    BindParameter,
    ColumnElement,
    Select,
    String,
    Table,
    Text,
    Uuid,
    bindparam,
    column,
    func,
    literal_column,
    select,
    true,
    type_coerce,
)
from sqlalchemy import cast as as_type
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from logger.store.tables.base import Base

Upsert = sqlite.Insert | postgresql.Insert


def table_of(row: type[Base]) -> Table:
    """The table behind a row class: without the ORM in between, a bulk insert costs a third."""
    return cast("Table", row.__table__)


def any_of(name: str) -> BindParameter[Any]:
    """A list given by this name when the statement is run: statements are built once, not once a batch."""
    return bindparam(name, expanding=True)


def by_keys(
    dialect: str, name: str, keys: Mapping[str, Any], asked: Callable[[Any], Select[Any]]
) -> Select[Any]:
    """What is asked for of each key, where the keys are given as JSON by this name: `keys` are its parts.

    One statement however many there are, and on PostgreSQL one plan that is kept. Each key is looked up by
    itself, by LATERAL with its OFFSET, or what SQLite will not mix with the table, DISTINCT: a plan that was
    made for few rows must not read a table through when it has grown.
    """
    given = bindparam(name, type_=JSON)
    if dialect == "postgresql":
        parts = (column(part, kind) for part, kind in keys.items())
        wanted = func.json_to_recordset(given).table_valued(*parts).render_derived(name, with_types=True)
        found = asked(wanted.c).correlate(wanted).offset(literal_column("0")).lateral(f"found_{name}")
        return select(*found.c).select_from(wanted.join(found, true()))
    value = func.json_each(given).table_valued("value").c.value
    sought = select(*(_part(value, part, kind).label(part) for part, kind in keys.items())).distinct()
    return asked(sought.subquery(name).c)


def _part(value: ColumnElement[Any], part: str, kind: Any) -> ColumnElement[Any]:
    """A part of a key as SQLite keeps it: an id is without its dashes."""
    told = func.json_extract(value, literal_column(f"'$.{part}'"))
    match kind:
        case Uuid():
            return func.replace(told, "-", "", type_=kind)
        case _:
            return type_coerce(told, kind)


def by_dialect(
    name: str, keys: Mapping[str, Any], asked: Callable[[Any], Select[Any]]
) -> dict[str, Select[Any]]:
    """The same for each kind of database, by the name of its dialect."""
    return {dialect: by_keys(dialect, name, keys, asked) for dialect in ("sqlite", "postgresql")}


def rows_of(table: Table, name: str, as_text: Collection[str] = ()) -> Select[Any]:
    """Rows of the table, given as JSON by this name: on PostgreSQL many are one statement, sent once.

    JSON in some columns may be given `as_text`: much of it is taken apart with its row for nothing.
    """
    given = func.json_to_recordset(bindparam(name, type_=JSON))
    columns = (column(each.name, Text() if each.name in as_text else each.type) for each in table.c)
    rows = given.table_valued(*columns).render_derived(with_types=True)
    return select(*(as_type(each, JSON) if each.name in as_text else each for each in rows.c))


def same_id(kept: ColumnElement[Any], told: ColumnElement[Any]) -> ColumnElement[bool]:
    """An id of a column and one in JSON: SQLite keeps the former without its dashes."""
    return func.replace(as_type(kept, String), "-", "") == func.replace(told, "-", "")


def upsert(session: Session, row: type[Base]) -> Upsert:
    """An insert that can say what to do on a conflict, for the session's database."""
    return upserts(row)[session.get_bind().dialect.name]


def upserts(row: type[Base]) -> dict[str, Upsert]:
    """The same for each kind of database, by the name of its dialect."""
    table = table_of(row)
    return {"sqlite": sqlite.insert(table), "postgresql": postgresql.insert(table)}
