"""Engines: how SQLite and PostgreSQL are opened so that a commit lasts and no update is lost.

Two are made for each database, one that reads and one that writes (the app opens a third, that writes without
waiting). On SQLite a transaction that reads first
and writes later loses updates or fails, so a writing one takes the lock at once (BEGIN IMMEDIATE) and a
reading one is held to reading. On PostgreSQL the reading one is READ ONLY, and may one day look at a replica.
"""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from typing import Any

import msgspec
from sqlalchemy import URL, Connection, Dialect, Engine, Uuid, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection

from logger.domain.said import as_text
from logger.store.databases.patience import be_patient

BUSY_SECONDS = 10
_SYNCHRONOUS_COMMIT = "SELECT current_setting('synchronous_commit')"


class Use(Enum):
    """What an engine is for; `TRY` writes at once or not at all, for what may as well be left undone.

    `OWN` writes as whoever owns the tables: what the app's own role has no right to do.
    """

    READ = "read"
    WRITE = "write"
    TRY = "try"
    OWN = "own"


@dataclass(frozen=True)
class Engines:
    """The two ways into one database."""

    read: Engine
    write: Engine


class _DashlessId(Uuid[str]):
    """An id as SQLite keeps it, given its dashes: by way of a UUID it takes six times as long."""

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[str | None], str | None]:  # noqa: ARG002
        def dashed(kept: str | None) -> str | None:
            return kept and f"{kept[:8]}-{kept[8:12]}-{kept[12:16]}-{kept[16:20]}-{kept[20:]}"

        return dashed


class NotDurableError(RuntimeError):
    """The database would say "committed" before it is on disk: receipts could not be trusted."""


def make_engines(database_url: str) -> Engines:
    """Both engines of a database, `sqlite:///file` or `postgresql://…`; nothing is opened yet."""

    def make(use: Use) -> Engine:
        return tuned(create_engine(**engine_options(database_url, use)), use)

    return Engines(read=make(Use.READ), write=make(Use.WRITE))


def engine_options(database_url: str, use: Use) -> dict[str, Any]:
    """What `create_engine` is to be called with, the address under `url`.

    Raises ValueError for an address that is neither PostgreSQL nor a SQLite file (two engines on a database
    in memory would see two databases).
    """
    url = _with_driver(make_url(database_url))
    # Half of the time of a list of activities went into the standard library's JSON.
    json = {"json_serializer": _json, "json_deserializer": msgspec.json.decode}
    if url.get_backend_name() == "postgresql":
        return {
            **json,
            "url": url,
            "connect_args": {
                "connect_timeout": BUSY_SECONDS,
                # A machine gone without a word is noticed in half a minute, not in a quarter of an hour.
                "keepalives_idle": BUSY_SECONDS,
                "keepalives_interval": 5,
                "keepalives_count": 4,
                "tcp_user_timeout": 30_000,
                # 0 would be no limit at all. What is looked up by keys is thought to be a hundred times what
                # it is, and would be compiled.
                "options": f"-c lock_timeout={'1ms' if use is Use.TRY else f'{BUSY_SECONDS}s'} -c jit=off",
            },
            "isolation_level": "READ COMMITTED",
            "execution_options": {"postgresql_readonly": use is Use.READ},
            "pool_pre_ping": True,
            **_pool(use),
        }
    # One writing connection a process: its pool is the queue, which is fairer than SQLite's own waiting.
    pool = _pool(use) | ({"pool_size": 1, "max_overflow": 0} if use is Use.WRITE else {})
    connect_args = {"isolation_level": None, "timeout": 0 if use is Use.TRY else BUSY_SECONDS}
    return {"url": url, "connect_args": connect_args, **pool, **json}


def _pool(use: Use) -> dict[str, int]:
    if use is Use.TRY:
        return {"pool_size": 1, "max_overflow": 0, "pool_timeout": 0}
    return {"pool_size": 8, "pool_timeout": BUSY_SECONDS}


def tuned(engine: Engine, use: Use) -> Engine:
    """The engine, made to open each connection and transaction as its use asks."""
    if engine.dialect.name == "sqlite":
        engine.dialect.colspecs = {**engine.dialect.colspecs, Uuid: _DashlessId}
        event.listen(engine, "do_connect", _for_its_owner)
        event.listen(engine, "connect", _sqlite_opener(use))
        event.listen(engine, "begin", _beginner(use))
    else:
        be_patient(engine)
        event.listen(engine, "connect", _require_durable_commits)
    return engine


def keeps_commits(connection: Connection) -> bool:
    """Whether what is committed now is on disk; on SQLite every connection of ours sees to that itself."""
    if connection.dialect.name == "sqlite":
        return True
    told: str = connection.exec_driver_sql(_SYNCHRONOUS_COMMIT).scalar_one()
    return told != "off"


def _json(value: object) -> str:
    return msgspec.json.encode(value, enc_hook=as_text).decode()


def _with_driver(url: URL) -> URL:
    match url.get_backend_name():
        case "postgresql" | "postgres":
            return url.set(drivername="postgresql+psycopg")
        case "sqlite" if url.database and url.database != ":memory:":
            return url
        case _:
            raise ValueError("DATABASE_URL must be postgresql://… or sqlite:///path/to/file")


def _for_its_owner(_dialect: Dialect, _record: object, given: Sequence[str], _named: object) -> None:
    """Make a file that is not there yet readable by its owner alone; what SQLite lays beside it is, too."""
    with suppress(OSError):  # it is there, or SQLite itself says why it cannot be
        os.close(os.open(given[0], os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def _sqlite_opener(use: Use) -> Callable[[DBAPIConnection, object], None]:
    # WAL keeps readers and the writer apart; in WAL only FULL survives a power cut (NORMAL lost all).
    pragmas = ["journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"]
    if use is Use.READ:
        pragmas.append("query_only=ON")

    def open_connection(connection: DBAPIConnection, _record: object) -> None:
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    return open_connection


def _beginner(use: Use) -> Callable[[Connection], None]:
    # The driver is told to open no transactions of its own (isolation_level=None): it opens them too late.
    statement = "BEGIN" if use is Use.READ else "BEGIN IMMEDIATE"

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(statement)

    return begin


def _require_durable_commits(connection: DBAPIConnection, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute(_SYNCHRONOUS_COMMIT)
    row = cursor.fetchone()
    cursor.close()
    connection.rollback()
    if row is None or row[0] == "off":
        raise NotDurableError("PostgreSQL has synchronous_commit off: receipts promise what is kept")
