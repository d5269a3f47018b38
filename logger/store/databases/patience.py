"""Connections to PostgreSQL that are given up when it falls silent, and keep its plans while they only read.

The server's own limits (lock_timeout, statement_timeout) hold only while the server lives: one that is
frozen, or whose machine is, would hold every thread of every process until it goes on.
"""

from collections.abc import Generator
from time import monotonic
from typing import Any

import psycopg
from psycopg.pq import TransactionStatus
from sqlalchemy import Connection, Engine, event

SECONDS = 30.0
_INTERVAL = 0.1  # in which psycopg looks up from waiting


class PatientConnection(psycopg.Connection[Any]):
    """A connection that raises OperationalError, and is closed, where the server says nothing for so long."""

    patience: float | None = None

    def wait(self, gen: Any, interval: float = _INTERVAL, timeout: float | None = None) -> Any:
        """Wait as psycopg does, but not for ever."""
        if timeout is not None or self.patience is None:
            return super().wait(gen, interval, timeout)
        try:
            return super().wait(_heard(gen, self.patience), interval)
        except _Silence as silence:
            self.pgconn.finish()  # what it may still say belongs to a statement that was given up
            raise psycopg.OperationalError("the database has not answered for too long") from silence

    def rollback(self) -> None:
        """End the transaction; one that only reads ends by a commit, which lets nothing else become of it.

        After a rollback psycopg forgets every statement that the server has planned, in case something that
        they name was made in the transaction, and most transactions of this app only read: each of its
        statements would be planned again each time, which takes longer than to run it.
        """
        if self.read_only and self.info.transaction_status is TransactionStatus.INTRANS:
            self.commit()
        else:
            super().rollback()


def be_patient(engine: Engine) -> None:
    """Let every connection of a PostgreSQL engine give up in the end."""

    def connect(_dialect: object, _record: object, given: list[Any], named: dict[str, Any]) -> Any:
        connection = PatientConnection.connect(*given, **named)
        connection.patience = SECONDS
        return connection

    event.listen(engine, "do_connect", connect)


def wait_for_ever(connection: Connection) -> None:
    """For a deed whose statements may take as long as they take: a migration, a restore."""
    driver: object = connection.connection.dbapi_connection
    if isinstance(driver, PatientConnection):
        driver.patience = None


class _Silence(Exception):
    """The server said nothing."""


def _heard(waiting: Any, seconds: float) -> Generator[Any, Any, Any]:
    """Psycopg's own steps, as long as something is heard now and then."""
    heard_at = monotonic()
    ready = None
    while True:
        try:
            wanted = waiting.send(ready)
        except StopIteration as done:
            return done.value
        ready = yield wanted
        if ready:
            heard_at = monotonic()
        elif monotonic() - heard_at > seconds:
            raise _Silence
