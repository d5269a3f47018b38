"""What a simulation's database holds, read and changed behind the product's back, as an operator might."""

import sqlite3
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

START = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)
_STAMP = "%Y-%m-%d %H:%M:%S.%f"


class Rows:
    """The tables of one installation; `now` is seconds since the simulation began."""

    def __init__(self) -> None:
        self.now = 0.0
        self._raw: sqlite3.Connection

    def time(self) -> datetime:
        """The server's clock."""
        return START + timedelta(seconds=self.now)

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

    def last_stream_of(self, secret: str) -> str | None:
        """The stream that sent last in the session, as the database has it."""
        id_hash = sha256(secret.encode()).hexdigest()
        found = self.rows("select stream_id from session where id_hash = ?", id_hash)
        return str(UUID(found[0][0])) if found and found[0][0] else None

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

    def end_sessions(self) -> None:
        """Nobody is signed in any more."""
        self.do("update session set ended_at = ? where ended_at is null", self.time().strftime(_STAMP))

    def call_durable(self) -> None:
        """All that is there is in a verified backup, and phones may hear it."""
        self._raw.execute("update counter set durable_through = server_seq")


def careless(connection: Any, _record: object) -> None:
    """Nothing waits for the disk."""
    # No power is cut here, so that nothing waits for the disk.
    connection.execute("pragma synchronous=off")
    connection.execute("pragma cache_size=-65536")
