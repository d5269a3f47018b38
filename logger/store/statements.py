"""The statements that SQLite and PostgreSQL both have but SQLAlchemy spells for each apart."""

from typing import Any, cast

from sqlalchemy import BindParameter, ColumnElement, String, Table, bindparam, func
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
