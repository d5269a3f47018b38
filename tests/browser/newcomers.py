"""People like those of the demo whom nobody has logged as yet, signed in: tests on one server stay apart."""

import secrets
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from argon2 import PasswordHasher
from playwright.sync_api import BrowserContext

from logger import clock
from logger.domain.people.invitations import as_typed
from logger.visit import SESSION_COOKIE

_STAMP = "%Y-%m-%d %H:%M:%S.%f"


@dataclass(frozen=True)
class Newcomer:
    """One of them: whose name and rights are another's, and whose log is empty."""

    instance: Path
    user_id: str

    def sign_in(self, browser: BrowserContext, address: str) -> None:
        """Begin a session in the browser."""
        secret, end = self.begin_session()
        browser.add_cookies(
            [{"name": SESSION_COOKIE, "value": secret, "url": address, "expires": end.timestamp()}]
        )

    def begin_session(self) -> tuple[str, datetime]:
        """What the session's cookie is to say, and until when; what is slow, the password, is left out."""
        secret, now = secrets.token_urlsafe(32), clock.now()
        end = now + timedelta(days=30)
        times = [time.strftime(_STAMP) for time in (now, now, end)]
        with closing(_database(self.instance)) as database, database:
            database.execute(
                "insert into session (id_hash, user_id, created_at, seen_at, expires_at)"
                " values (?, ?, ?, ?, ?)",
                [sha256(secret.encode()).hexdigest(), self.user_id, *times],
            )
        return secret, end


def newcomer(instance: Path, like: str) -> Newcomer:
    """Somebody new with the name, organisation and grants of the demo's person with this address."""
    user_id = uuid4().hex
    with closing(_database(instance)) as database, database:
        database.execute(
            """insert into user select ?, ?, name, organisation, null, current_municipality, created_at, null
               from user where email = ?""",
            [user_id, f"{user_id}@demo.example", like],
        )
        database.execute(
            """insert into "grant"
               select lower(hex(randomblob(16))), ?, role, municipality, district, first, last
               from "grant" where user_id = (select id from user where email = ?)""",
            [user_id, like],
        )
    return Newcomer(instance, user_id)


def give_password(person: Newcomer, like: str) -> str:
    """Let a newcomer sign in on the page, by the password of the demo's person; returns their address."""
    with closing(_database(person.instance)) as database, database:
        database.execute(
            "update user set password_hash = (select password_hash from user where email = ?) where id = ?",
            [like, person.user_id],
        )
    return f"{person.user_id}@demo.example"


def give_code(person: Newcomer, code: str) -> str:
    """Let a newcomer choose a password by this code; returns their address."""
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    now = clock.now()
    told = [person.user_id, "invite", cheap.hash(as_typed(code)), "operator"]
    until = [time.strftime(_STAMP) for time in (now, now + timedelta(days=7))]
    with closing(_database(person.instance)) as database, database:
        database.execute(
            "insert into invitation (user_id, purpose, code_hash, created_by, created_at, expires_at)"
            " values (?, ?, ?, ?, ?, ?)",
            [*told, *until],
        )
    return f"{person.user_id}@demo.example"


def _database(instance: Path) -> sqlite3.Connection:
    return sqlite3.connect(instance / "faltlogg.db", timeout=60)
