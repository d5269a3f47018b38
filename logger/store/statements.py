"""The statements that SQLite and PostgreSQL both have but SQLAlchemy spells for each apart."""

from typing import Any, cast

from sqlalchemy import (
    ARRAY,
    JSON,
    BindParameter,
    ColumnElement,
    String,
    Table,
    TableValuedAlias,
    any_,
    bindparam,
    column,
    func,
    select,
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


def among(dialect: str, of: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """Whether it is one of a list given by this name, by one statement whatever the list's length.

    On PostgreSQL it is planned once; and of a list of its own length a statement is written out each time.
    """
    if dialect == "postgresql":
        return of == any_(bindparam(name, type_=ARRAY(of.type)))
    given = func.json_each(bindparam(name, type_=JSON)).table_valued("value")
    return of.in_(select(given.c.value))


def rows_of(table: Table, name: str) -> TableValuedAlias:
    """Rows of the table, given as JSON by this name: on PostgreSQL many are one statement, sent once."""
    given = func.json_to_recordset(bindparam(name, type_=JSON))
    columns = (column(each.name, each.type) for each in table.c)
    return given.table_valued(*columns).render_derived(with_types=True)


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
