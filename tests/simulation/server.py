"""The real app over an SQLite file, called without a socket; it can be made to crash and to go back."""

import shutil
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import event, text

from logger import clock
from logger.api import moderation
from logger.extensions import ReadWriteSession, db
from logger.services.running.backups import back_up
from logger.services.running.restoring import Order, restore
from logger.services.transactions import writing
from logger.store.databases import schema
from tests.simulation.calling import Reply, called
from tests.simulation.rows import START, Rows, careless
from tests.simulation.town import Town, settle
from tests.worlds.phones import open_app


class PowerCutError(Exception):
    """The server dies at this very place."""


class Server(Rows):
    """One installation; `dies` says where its next deed dies."""

    def __init__(self, folder: Path, users: int) -> None:
        super().__init__()
        self.file = folder / "ledger.db"
        self.copy = folder / "backup.db"
        self.dies: str | None = None
        self.died = False
        self._is_of_product = False
        self._undo = [_replaced(clock, "now", self.time), _replaced(moderation, "_hit", lambda *_given: None)]
        self.app = open_app(f"sqlite:///{self.file}", folder, durable_after="backup")
        self._undo.append(_replaced(self.app.logger, "disabled", True))  # the crashes are ours
        self._listen()
        with self.app.app_context():
            for engine in db.engines.values():
                event.listen(engine, "connect", careless)
                engine.dispose()
            db.create_all()
            with writing(db.session()):
                db.session.execute(text(_TABLE))
                db.session.execute(text(_MIGRATED), {"revision": schema.wanted()})
                self.town: Town = settle(db.session(), users, START)
            db.session.remove()
        self._raw = self._open()

    def request(self, method: str, path: str, body: bytes, secret: str) -> Reply:
        """One request, signed in by a session's secret."""
        self.died = False
        reply = called(self.app, method, path, body, secret)
        self.dies = None
        return reply

    def back_up(self, *, by_product: bool) -> dict[str, int]:
        """Back everything up, and say where the ledgers stand; by copying the file is quicker by far."""
        self._is_of_product = by_product
        if by_product:
            with self.app.app_context():
                back_up(db.session(), self.copy, self.time(), replace=True)
                db.session.remove()
        else:
            self._raw.execute("pragma wal_checkpoint(truncate)")
            shutil.copyfile(self.file, self.copy)
            self.call_durable()
        return self.counters()

    def restore(self) -> bool:
        """The database is the last copy again, and nobody is signed in; whether the product itself did it."""
        if self._is_of_product:
            with self.app.app_context():
                restore(db.session(), Order(self.copy, self.copy.parent, replace=True), self.time())
                db.session.remove()
            return True
        self._let_go()
        for beside in ("-wal", "-shm"):
            Path(f"{self.file}{beside}").unlink(missing_ok=True)
        self.copy.replace(self.file)
        self._raw = self._open()
        self.end_sessions()
        return False

    def close(self) -> None:
        """Let go of the database, and give back the clock and the log, which are the whole process's."""
        self._let_go()
        event.remove(ReadWriteSession, "before_commit", self._before)
        event.remove(ReadWriteSession, "after_commit", self._after)
        for undo in self._undo:
            undo()

    def _let_go(self) -> None:
        self._raw.close()
        with self.app.app_context():
            db.session.remove()
            for engine in db.engines.values():
                engine.dispose()

    def _open(self) -> sqlite3.Connection:
        raw = sqlite3.connect(self.file, isolation_level=None)
        careless(raw, None)
        return raw

    def _listen(self) -> None:
        event.listen(ReadWriteSession, "before_commit", self._before)
        event.listen(ReadWriteSession, "after_commit", self._after)

    def _before(self, _session: object) -> None:
        self._die("before")

    def _after(self, _session: object) -> None:
        self._die("after")

    def _die(self, where: str) -> None:
        if self.dies == where:
            self.dies, self.died = None, True
            raise PowerCutError(where)


# What the product asks a database before it backs it up.
_TABLE = "create table alembic_version (version_num varchar(32) not null)"
_MIGRATED = "insert into alembic_version (version_num) values (:revision)"


def _replaced(module: Any, name: str, value: object) -> Any:
    before = getattr(module, name)
    setattr(module, name, value)
    return lambda: setattr(module, name, before)
