"""The app as it must never be: it answers before what it says is on the disk. The power cuts' control."""

from typing import Any

from sqlalchemy.engine.interfaces import DBAPIConnection

from logger.factory import create_app
from logger.store.databases import engine

_opener = engine._sqlite_opener


def _weak_opener(use: engine.Use) -> Any:
    open_durably = _opener(use)

    def open_weakly(connection: DBAPIConnection, record: object) -> None:
        open_durably(connection, record)
        cursor = connection.cursor()
        cursor.execute("PRAGMA synchronous=NORMAL")
        cursor.close()

    return open_weakly


engine._sqlite_opener = _weak_opener


def _commit_weakly(connection: DBAPIConnection, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute("SET synchronous_commit = off")
    cursor.close()
    connection.commit()


engine._require_durable_commits = _commit_weakly
app = create_app()
