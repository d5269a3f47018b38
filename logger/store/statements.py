"""The statements that SQLite and PostgreSQL both have but SQLAlchemy spells for each apart."""

from typing import cast

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from logger.store.base import Base

Upsert = sqlite.Insert | postgresql.Insert


def table_of(row: type[Base]) -> Table:
    """The table behind a row class: without the ORM in between, a bulk insert costs a third."""
    return cast("Table", row.__table__)


def upsert(session: Session, row: type[Base]) -> Upsert:
    """An insert that can say what to do on a conflict, for the session's database."""
    if session.get_bind().dialect.name == "postgresql":
        return postgresql.insert(table_of(row))
    return sqlite.insert(table_of(row))
