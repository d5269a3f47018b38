"""Backup files: one SQLite file that holds a whole database, made by itself and read by itself."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine.interfaces import DBAPIConnection

from logger.store.databases.engine import Use, engine_options

FULL_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_UNREADABLE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
# Whoever fills the file sees to the disk when it is whole; until then it is nothing. No WAL: one file is all.
_PRAGMAS = ("journal_mode=MEMORY", "synchronous=OFF", "foreign_keys=ON")


@contextmanager
def opened(file: Path) -> Iterator[Engine]:
    """The file as a database; an empty file is an empty database. SQLite leaves nothing beside it."""
    # What a fault tells of goes to the operator's terminal: without the rows.
    engine = create_engine(**engine_options(f"sqlite:///{file}", Use.WRITE), hide_parameters=True)
    event.listen(engine, "connect", _open)
    event.listen(engine, "begin", _begin)
    try:
        yield engine
    finally:
        engine.dispose()


def is_sqlite(file: Path) -> bool:
    """Whether the file begins as an SQLite database does; raises OSError where it cannot be read."""
    with file.open("rb") as opened_file:
        return opened_file.read(16) == b"SQLite format 3\0"


def first_fault(connection: Connection) -> str | None:
    """What SQLite itself finds wrong with the file: a page that makes no sense, a reference to nothing."""
    told = connection.scalars(text("PRAGMA integrity_check(1)")).first()
    if told != "ok":
        return str(told)
    astray = connection.execute(text("PRAGMA foreign_key_check")).first()
    return None if astray is None else f"{astray[0]} → {astray[2]}"


def is_full(error: Exception) -> bool:
    """Whether the database, of either kind, says that the disk is full."""
    driver = getattr(error, "orig", None)
    return _code(error) == sqlite3.SQLITE_FULL or getattr(driver, "sqlstate", None) == "53100"


def is_unreadable(error: Exception) -> bool:
    """Whether SQLite cannot make sense of the file."""
    return _code(error) in _UNREADABLE


def is_unwritable(error: Exception) -> bool:
    """Whether the system would not let SQLite write on: a limit, a disk that went away."""
    return _code(error) == sqlite3.SQLITE_IOERR


def _code(error: Exception) -> int | None:
    code: int | None = getattr(getattr(error, "orig", None), "sqlite_errorcode", None)
    return None if code is None else code & 0xFF  # the rest says which kind of it


def _open(connection: DBAPIConnection, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")
