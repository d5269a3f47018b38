"""The real app over an SQLite file, called without a socket; it can be made to crash and to go back."""

import io
import shutil
import sqlite3
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import event, text

from logger import clock
from logger.api import moderation
from logger.extensions import ReadWriteSession, db
from logger.services.running.backups import back_up
from logger.services.running.restoring import Order, restore
from logger.services.transactions import writing
from logger.store.databases import schema
from tests.simulation.town import Town, settle
from tests.worlds.phones import open_app

START = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)
_STAMP = "%Y-%m-%d %H:%M:%S.%f"


class PowerCutError(Exception):
    """The server dies at this very place."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What left the server: status, the bytes, and Retry-After where it was set."""

    status: int
    data: bytes
    retry_after: str | None = None

    def json(self) -> Any:
        """The JSON in it; None where it is none."""
        try:
            return msgspec.json.decode(self.data)
        except msgspec.DecodeError:
            return None


class Server:
    """One installation. `now` is seconds since the simulation began; `dies` says where the next deed dies."""

    def __init__(self, folder: Path, users: int) -> None:
        self.file = folder / "ledger.db"
        self.copy = folder / "backup.db"
        self.now = 0.0
        self.dies: str | None = None
        self.died = False
        self._is_of_product = False
        self._undo = [_replaced(clock, "now", self.time), _replaced(moderation, "_hit", lambda *_given: None)]
        self.app = open_app(f"sqlite:///{self.file}", folder, durable_after="backup")
        self.app.logger.disabled = True  # the crashes are ours
        self._listen()
        with self.app.app_context():
            for engine in db.engines.values():
                event.listen(engine, "connect", _careless)
                engine.dispose()
            db.create_all()
            with writing(db.session()):
                db.session.execute(text(_TABLE))
                db.session.execute(text(_MIGRATED), {"revision": schema.wanted()})
                self.town: Town = settle(db.session(), users, START)
            db.session.remove()
        self._raw = self._open()

    def time(self) -> datetime:
        """The server's clock."""
        return START + timedelta(seconds=self.now)

    def request(self, method: str, path: str, body: bytes, secret: str) -> Reply:
        """One request, signed in by a session's secret."""
        self.died = False
        told: list[Any] = []
        result = self.app.wsgi_app(
            {
                **_ENVIRON,
                "REQUEST_METHOD": method,
                "PATH_INFO": path,
                "wsgi.input": io.BytesIO(body),
                "CONTENT_LENGTH": str(len(body)),
                "HTTP_COOKIE": f"faltlogg={secret}",
            },
            lambda status, headers, _exc=None: told.extend((status, headers)),  # type: ignore[arg-type]
        )
        data = b"".join(result)
        close = getattr(result, "close", None)
        if close:
            close()
        self.dies = None
        return Reply(int(told[0][:3]), data, dict(told[1]).get("Retry-After"))

    def is_signed_in(self, secret: str, user_id: str) -> bool:
        """Whether this user's session goes on."""
        found = self.rows(
            "select 1 from session where id_hash = ? and user_id = ? and ended_at is null and expires_at > ?",
            sha256(secret.encode()).hexdigest(),
            UUID(user_id).hex,
            self.time().strftime(_STAMP),
        )
        return bool(found)

    def begin_session(self, secret: str, user_id: str) -> None:
        """As signing in does, but without the second that hashing takes."""
        begun, ends = self.time(), self.time() + timedelta(hours=12)
        self._raw.execute(
            "insert or replace into session (id_hash, user_id, created_at, seen_at, expires_at)"
            " values (?, ?, ?, ?, ?)",
            (
                sha256(secret.encode()).hexdigest(),
                UUID(user_id).hex,
                begun.strftime(_STAMP),
                begun.strftime(_STAMP),
                ends.strftime(_STAMP),
            ),
        )

    def shut_out(self) -> set[str]:
        """Users who may not come in at present."""
        return {
            str(UUID(user_id))
            for (user_id,) in self.rows("select id from user where disabled_at is not null")
        }

    def has_stream(self, stream_id: str) -> bool:
        """Whether the server has heard of the stream."""
        return bool(self.rows("select 1 from stream where id = ?", UUID(stream_id).hex))

    def numbered(self, stream_id: str) -> list[tuple[int, str]]:
        """The numbers of a stream, with the operations that have them."""
        found = self.rows("select seq, op_id from operation where stream_id = ?", UUID(stream_id).hex)
        return [(seq, str(UUID(op_id))) for seq, op_id in found]

    def settled_after(self, municipality: str, number: int) -> list[tuple[str, int]]:
        """The held operations that were decided on after this number, each with the decision's own."""
        return self.rows(
            "select json_extract(facts, '$.settles'), server_seq from operation"
            " where municipality = ? and server_seq > ? and json_extract(facts, '$.settles') is not null",
            municipality,
            number,
        )

    def rows(self, statement: str, *given: object) -> list[tuple[Any, ...]]:
        """What the database holds."""
        return self._raw.execute(statement, given).fetchall()

    def do(self, statement: str, *given: object) -> None:
        """Change a row by hand: what an administrator does to a user or a phone."""
        self._raw.execute(statement, given)

    def counters(self) -> dict[str, int]:
        """The last number of each ledger."""
        return dict(self.rows("select municipality, server_seq from counter"))

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

    def call_durable(self) -> None:
        """All that is there is in a verified backup, and phones may hear it."""
        self._raw.execute("update counter set durable_through = server_seq")

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
        self.do("update session set ended_at = ? where ended_at is null", self.time().strftime(_STAMP))
        return False

    def close(self) -> None:
        """Let go of the database, and give the clock back."""
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
        _careless(raw, None)
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
_ENVIRON = {
    "SCRIPT_NAME": "",
    "QUERY_STRING": "",
    "SERVER_NAME": "localhost",
    "SERVER_PORT": "80",
    "SERVER_PROTOCOL": "HTTP/1.1",
    "HTTP_HOST": "localhost",
    "REMOTE_ADDR": "127.0.0.1",
    "wsgi.url_scheme": "http",
    "wsgi.errors": sys.stderr,
    "wsgi.version": (1, 0),
    "wsgi.multithread": False,
    "wsgi.multiprocess": False,
    "wsgi.run_once": False,
    "CONTENT_TYPE": "application/json",
    "HTTP_SEC_FETCH_SITE": "same-origin",
    "HTTP_X_FALTLOGG": "1",
    "HTTP_X_FALTLOGG_SYNC": "1",
}


def _careless(connection: Any, _record: object) -> None:
    # No power is cut here, so that nothing waits for the disk.
    connection.execute("pragma synchronous=off")
    connection.execute("pragma cache_size=-65536")


def _replaced(module: Any, name: str, value: object) -> Any:
    before = getattr(module, name)
    setattr(module, name, value)
    return lambda: setattr(module, name, before)
