"""A private PostgreSQL server in a temporary folder, reached through its socket alone."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from threading import Event
from uuid import uuid4

import psycopg
from psycopg import sql
from sqlalchemy import Engine, make_url, text

from logger.store.databases import roles
from logger.store.databases.engine import make_engines
from tests.servers.processes import children_of, kill_all
from tests.servers.room import short_folder

ADMINISTRATOR = "postgres"
OWNER, APP = "faltlogg_owner", "faltlogg"
"""Whose databases and tables are, and whom the app comes as."""


class PostgresServer:
    """One cluster with a life of its own: may be stopped, killed and started again.

    A folder that has one already is served as it is.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        self._as_owner = _as_unprivileged_owner(folder)
        # Durable against a crash of the server; a crash of the machine is not this server's business.
        if not (self.data / "PG_VERSION").exists():
            self._run(
                "initdb",
                "--auth=trust",
                f"--username={ADMINISTRATOR}",
                "--encoding=UTF8",
                "--no-sync",
                "--locale=C",
            )

    def start(self, *, fsync: bool = False, watched: bool = False) -> None:
        """Serve; with `fsync` a commit is on the disk, as in operation; `watched` times every statement."""
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": self.folder,
            "fsync": "on" if fsync else "off",
            "synchronous_commit": "on",
        }
        if watched:
            settings["shared_preload_libraries"] = "pg_stat_statements"
        options = " ".join(f"-c {name}='{value}'" for name, value in settings.items())
        self._run("pg_ctl", "--wait", f"--log={self.folder / 'log'}", f"--options={options}", "start")
        self._postmaster = int((self.data / "postmaster.pid").read_text().split()[0])
        self._make_roles()

    def stop(self) -> None:
        self._run("pg_ctl", "--wait", "--mode=fast", "stop")

    def kill(self) -> None:
        """End it as a crash would: no checkpoint, the log to be replayed at the next start."""
        self._run("pg_ctl", "--wait", "--mode=immediate", "stop")

    def kill_hard(self) -> None:
        """`kill -9` of all its processes at once: nothing is told to anybody, nothing tidied away."""
        with contextlib.suppress(ProcessLookupError, FileNotFoundError):  # dead already
            os.kill(self._postmaster, signal.SIGSTOP)  # it starts no other while they are counted
            kill_all(self.processes())
        with contextlib.suppress(OSError):  # its disk may be gone with it
            self.bury()

    def bury(self) -> None:
        """Forget the dead: in a container nobody may do so, and its number would pass for one that runs."""
        (self.data / "postmaster.pid").unlink(missing_ok=True)
        (self.folder / ".s.PGSQL.5432.lock").unlink(missing_ok=True)

    def freeze(self) -> None:
        """Let it hang: connections open and nothing answers."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let a frozen one go on."""
        self._signal(signal.SIGCONT)

    def processes(self) -> list[int]:
        """The postmaster first, then all that it started."""
        return [self._postmaster, *children_of(self._postmaster)]

    def copy_base(self) -> Path:
        """A copy of everything as it is now, as a replica has it that has not heard since."""
        copy = self.folder / f"copy-{uuid4().hex}"
        self._run(
            "pg_basebackup",
            f"--host={self.folder}",
            f"--username={ADMINISTRATOR}",
            "--checkpoint=fast",
            "--no-sync",
            data=copy,
        )
        return copy

    def fail_over(self, copy: Path) -> None:
        """Lose the machine, and serve from a copy under the same address."""
        self.kill_hard()
        self.data = copy
        self.start()

    def url_of(self, name: str) -> str:
        """The address of a database as its owner opens it, for SQLAlchemy."""
        return f"postgresql+psycopg://{OWNER}@/{name}?host={self.folder}"

    def create_database(self, name: str, template: str | None = None) -> str:
        """Make a database, empty or a copy of another, and return its owner's address for SQLAlchemy."""
        # Copied as files: half as dear as through the log, which is the default, for one as small as these.
        whole = sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {} STRATEGY file_copy")
        names = (name, OWNER, template or "template1")
        self._administer(whole.format(*map(sql.Identifier, names)))
        return self.url_of(name)

    def let_app_in(self, name: str) -> None:
        """Give the app's role its rights in a database, as `db upgrade` does."""
        engine = make_engines(self.url_of(name)).write
        with engine.begin() as connection:
            roles.let_in(connection, APP)
        engine.dispose()

    def app_url_of(self, name: str) -> str:
        """The address of a database as the app opens it that has been let in."""
        return of_role(self.url_of(name), APP)

    def drop_database(self, name: str) -> None:
        self._administer(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def _make_roles(self) -> None:
        for role in map(sql.Identifier, (OWNER, APP)):
            with contextlib.suppress(psycopg.errors.DuplicateObject):  # started once before
                self._administer(sql.SQL("CREATE ROLE {} LOGIN").format(role))

    def _administer(self, statement: sql.Composed) -> None:
        with psycopg.connect(
            host=str(self.folder), user=ADMINISTRATOR, dbname="postgres", autocommit=True
        ) as connection:
            connection.execute(statement)

    def _signal(self, what: signal.Signals) -> None:
        for process in self.processes():
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, what)

    def _run(self, program: str, *arguments: str, data: Path | None = None) -> None:
        command = [*self._as_owner, str(_programs() / program), f"--pgdata={data or self.data}", *arguments]
        # The server inherits what pg_ctl is given: a pipe would never close, so it gets a file.
        with (self.folder / "output").open("w+") as output:
            done = subprocess.run(command, stdout=output, stderr=output, cwd=self.folder, check=False)
            if done.returncode != 0:
                output.seek(0)
                raise RuntimeError(f"{' '.join(command)}\n{output.read()}")


def of_role(address: str, role: str) -> str:
    """The address of a database as another role opens it."""
    return make_url(address).set(username=role).render_as_string(hide_password=False)


def owner_url(address: str) -> str | None:
    """How the owner of a test's database opens it; None where nobody is told apart."""
    return of_role(address, OWNER) if address.startswith("postgresql") else None


def make_folder() -> Path:
    """A folder for a server and its socket."""
    return Path(tempfile.mkdtemp(prefix="faltlogg-pg-", dir=short_folder()))


def _as_unprivileged_owner(folder: Path) -> list[str]:
    """PostgreSQL refuses to run as root: then it is given away to Debian's user `postgres`."""
    if os.geteuid() != 0:
        return []
    shutil.chown(folder, ADMINISTRATOR, ADMINISTRATOR)
    return ["runuser", "-u", ADMINISTRATOR, "--"]


def _programs() -> Path:
    """Where initdb is: on PATH, or in the newest of Debian's versions."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not versions:
        raise RuntimeError(
            "PostgreSQL's server is missing. On Debian or Ubuntu: "
            "sudo apt-get install --no-install-recommends postgresql"
        )
    return versions[-1].parent


def await_a_lock(engine: Engine) -> None:
    """Wait until somebody waits for a lock in this database."""
    waiting = text("select 1 from pg_locks where not granted")
    nap = Event()
    for _ in range(1_500):
        with engine.connect() as connection:
            if connection.execute(waiting).first():
                return
        nap.wait(0.02)
    raise AssertionError("nobody waits for a lock")
