"""Backup and restore: everything in one file, verified, taken under load and brought back under load."""

import os
import resource
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from logger import clock
from logger.domain.people.invitations import Purpose
from logger.extensions import db, owner_engine
from logger.factory import ROOT
from logger.services.people import invitations
from logger.services.transactions import writing
from logger.store.databases import backup_files, copying, schema
from tests.faults import Room, fault
from tests.operation.retained import Retaining, figures, require_whole, retaining, sign_in_again
from tests.servers.databases import Mould, SqliteFiles
from tests.servers.postgresql import PostgresServer
from tests.worlds.phones import LEKEBERG, World, close, open_app

Command = Callable[..., tuple[int, str]]


@pytest.fixture
def command(world: World) -> Command:
    """Runs a command of the app: its exit code and what it said."""

    def run(*arguments: object) -> tuple[int, str]:
        done = world.app.test_cli_runner().invoke(args=[str(each) for each in arguments])
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return done.exit_code, done.output

    return run


# What concerns the file alone is tried from one kind of database.
of_the_file = pytest.mark.parametrize("databases", ["sqlite_files"], indirect=True, ids=["sqlite"])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the backup goes: a folder of its own."""
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder / "night.db"


def filled(world: World, count: int = 30) -> Retaining:
    phone = retaining(world, world.anna)
    phone.log(count)
    phone.drain()
    return phone


def contents(world: World) -> dict[str, list[str]]:
    with world.app.app_context(), copying.snapshot(db.engines["read"]) as connection:
        return {
            table.name: sorted(map(str, connection.execute(table.select())))
            for table in db.metadata.sorted_tables
            if table.name not in ("audit", "session")
        }


def one(world: World, statement: str) -> object:
    with world.app.app_context():
        return db.session.execute(text(statement)).scalar_one()


def test_a_backup_is_one_file_for_its_owner_alone(world: World, command: Command, file: Path):
    filled(world)

    code, said = command("backup", file)

    assert (code, said) == (0, f"Säkerhetskopian {file} är skriven och kontrollerad: 30 poster, 1 kommun.\n")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(file.parent.iterdir()) == [file]
    assert one(world, "select count(*) from audit where action = 'backup'") == 1


@of_the_file
def test_a_backup_never_takes_another_ones_name_unasked(world: World, command: Command, file: Path):
    file.write_text("the night before")

    assert command("backup", file) == (
        2,
        "Det finns redan en fil med det namnet. Med --replace skrivs den över.\n",
    )
    assert file.read_text() == "the night before"
    assert command("backup", file, "--replace")[0] == 0
    assert command("restore", "--check", file) == (
        0,
        f"Säkerhetskopian {file} är hel: 0 poster, 1 kommun.\n",
    )


@of_the_file
def test_a_name_taken_while_the_backup_is_written_stays_the_other_ones(
    world: World, command: Command, file: Path, monkeypatch
):
    copy = copying.copy

    def meanwhile(*connections) -> None:
        copy(*connections)
        file.write_text("another one's")

    monkeypatch.setattr(copying, "copy", meanwhile)

    assert command("backup", file)[0] == 2
    assert file.read_text() == "another one's"
    assert list(file.parent.iterdir()) == [file]


def test_a_verified_backup_moves_what_is_durable_and_never_back(world: World, command: Command, file: Path):
    filled(world, 20)
    with world.app.app_context():
        with db.engine.begin() as connection:
            connection.execute(text("update counter set durable_through = 7"))
        command("backup", file)
        assert one(world, "select durable_through from counter") == 20
        with db.engine.begin() as connection:
            connection.execute(text("update counter set durable_through = 25"))
    command("backup", file, "--replace")
    assert one(world, "select durable_through from counter") == 25


def test_phones_keep_what_they_sent_until_a_backup_holds_it(world: World, file: Path, tmp_path: Path):
    with world.app.app_context():
        url = db.engine.url.render_as_string(hide_password=False)
    waiting = replace(world, app=open_app(url, tmp_path, durable_after="backup"))
    phone = filled(waiting, 20)
    assert phone.durable_through[LEKEBERG] == 0

    done = waiting.app.test_cli_runner().invoke(args=["backup", str(file)])
    phone.log()
    phone.drain()
    close(waiting)

    assert done.exit_code == 0
    assert phone.durable_through[LEKEBERG] == 20


def test_a_database_that_is_not_what_was_entered_is_not_called_a_backup(
    world: World, command: Command, file: Path
):
    filled(world, 5)
    with world.app.app_context(), db.engine.begin() as connection:
        connection.execute(text("update counter set durable_through = 1"))
        connection.execute(text("update activity set others = 77"))

    code, said = command("backup", file)

    assert code == 2
    assert said.startswith("Säkerhetskopian håller inte ihop: kommun 1814: aktivitet ")
    assert list(file.parent.iterdir()) == []
    assert one(world, "select durable_through from counter") == 1


@of_the_file
@pytest.mark.parametrize(
    ("statements", "named"),
    [
        (["update operation set status = 'held' where server_seq = 3"], "kedjan håller inte från nr 3"),
        (["update operation_body set body = x'7b7d'"], "innehållet i nr 1 är ändrat"),
        (["update audit set actor = 'x' where seq = 1"], "granskningsloggens kedja håller inte från nr 1"),
        (["update operation set facts = '{'"], "kommun 1814: nr 1 går inte att läsa"),
        (["pragma foreign_keys = off", "delete from municipality"], "→ municipality"),
    ],
)
def test_a_backup_that_somebody_touched_is_refused(
    world: World, command: Command, file: Path, statements: list[str], named: str
):
    filled(world, 5)
    command("backup", file)
    before = contents(world)
    with sqlite3.connect(file, isolation_level=None) as connection:
        for name in ("operation_forbids_update", "audit_forbids_update"):
            connection.execute(f"drop trigger {name}")
        for statement in statements:
            connection.execute(statement)
    connection.close()

    code, said = command("restore", file, "--replace")

    assert code == 2
    assert named in said
    assert contents(world) == before


@of_the_file
def test_what_is_no_backup_is_refused(world: World, command: Command, file: Path, tmp_path: Path):
    text_file, other, cut = tmp_path / "text", tmp_path / "other.db", tmp_path / "cut.db"
    text_file.write_text("hej")
    sqlite3.connect(other).executescript("create table t (x); insert into t values (1)").connection.close()
    filled(world, 5)
    command("backup", file)
    cut.write_bytes(file.read_bytes()[:40_000])

    assert command("restore", text_file) == (2, "Filen är ingen säkerhetskopia från Fältlogg.\n")
    assert command("restore", other) == (2, "Filen är ingen säkerhetskopia från Fältlogg.\n")
    assert command("restore", cut)[0] == 2
    assert command("restore", tmp_path) == (
        2,
        f"Filen {tmp_path} går inte att använda: det är en mapp.\n",
    )
    assert command("restore", tmp_path / "no") == (
        2,
        f"Filen {tmp_path / 'no'} går inte att använda: den finns inte, eller mappen finns inte.\n",
    )


def test_a_database_that_holds_more_is_not_overwritten_unasked(world: World, command: Command, file: Path):
    phone = filled(world, 5)
    command("backup", file)
    phone.log(2)
    phone.drain()
    before = contents(world)

    code, said = command("restore", file)

    assert code == 2
    assert said.startswith("Databasen innehåller poster som saknas i säkerhetskopian (kommun 1814). ")
    assert contents(world) == before
    assert command("restore", file, "--replace")[0] == 0
    assert one(world, "select count(*) from operation") == 5


def test_a_backup_comes_back_into_the_other_kind_of_database(
    world: World,
    command: Command,
    file: Path,
    tmp_path: Path,
    migrated_worlds: Mould[World],
    sqlite_files: SqliteFiles,
    postgres_server: PostgresServer,
):
    filled(world)
    command("backup", file)
    with world.app.app_context():
        other = postgres_server if db.engine.dialect.name == "sqlite" else sqlite_files
    with migrated_worlds.cast(other) as (address, first):
        there = replace(first, app=open_app(address, tmp_path))
        done = there.app.test_cli_runner().invoke(args=["restore", str(file), "--replace"])
        assert done.exit_code == 0, done.output
        assert contents(there) == contents(world)
        # What was entered stays as it was entered in the new place too.
        with (
            there.app.app_context(),
            pytest.raises(DBAPIError, match="append-only"),
            owner_engine().begin() as new,
        ):
            new.execute(text("update operation set seq = seq + 1"))
        close(there)


def test_a_restored_database_lets_nobody_in_who_was_signed_in_then_or_had_a_code(
    world: World, command: Command, file: Path
):
    """Of those that the backup holds some may have been ended or used since."""
    phone = filled(world)
    with world.app.app_context(), writing(db.session()):
        code = invitations.Fresh("K7QM-2XFD-9RTA", "its hash")
        invitations.keep_code(db.session(), world.bo.id, Purpose.INVITE, code, "operator", clock.now())
    command("backup", file)
    command("restore", file, "--replace")
    assert one(world, "select count(*) from invitation") == 0

    phone.log()
    assert phone.sync() == 401
    phone.phone.person = sign_in_again(world, world.anna)
    phone.drain()


NEXT = '''"""The next migration.

Revision: next, after {before}.
"""

from alembic import op

revision = "next"
down_revision = "{before}"


def upgrade() -> None:
    op.execute("update user_ set name = 'Nyare'".replace("user_", '"user"'))


def downgrade() -> None:
    pass
'''


@pytest.fixture
def newer_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """Call it to run the next release from there on, which has one migration more."""
    migrations = tmp_path / "migrations"
    shutil.copytree(ROOT / "migrations", migrations)
    (migrations / "versions" / "next.py").write_text(NEXT.format(before=schema.wanted()))

    def run() -> None:
        monkeypatch.setattr(schema, "_MIGRATIONS", migrations)
        schema.wanted.cache_clear()

    yield run
    monkeypatch.undo()
    schema.wanted.cache_clear()


def test_an_older_release_s_backup_is_migrated_and_the_file_left_alone(
    world: World, command: Command, file: Path, newer_release: Callable[[], None]
):
    filled(world)
    command("backup", file)
    written = file.read_bytes()
    newer_release()

    assert command("restore", file, "--replace") == (
        2,
        "Databasens tabeller hör till en annan version. Kör flask --app app db upgrade först.\n",
    )
    with world.app.app_context():
        schema.upgrade(owner_engine())
    assert command("restore", file, "--replace")[0] == 0
    assert one(world, "select count(*) from operation") == 30
    assert one(world, "select count(distinct name) from \"user\" where name = 'Nyare'") == 1
    assert file.read_bytes() == written


@of_the_file
def test_a_newer_release_s_backup_is_refused(
    world: World, command: Command, file: Path, newer_release: Callable[[], None]
):
    newer = file.with_name("newer.db")
    command("backup", file)
    shutil.copy(file, newer)
    with sqlite3.connect(newer) as connection:
        connection.execute("update alembic_version set version_num = 'next'")
    connection.close()

    assert command("restore", newer, "--replace") == (
        2,
        "Säkerhetskopian är gjord av en nyare version. Uppgradera den här installationen först.\n",
    )


@fault("disk full", room=Room.DATABASE, expect="a backup that finds no room leaves no file, and says so")
@of_the_file
@pytest.mark.parametrize("pages", [20, 60])
def test_a_backup_that_finds_no_room_leaves_nothing(
    world: World, command: Command, file: Path, monkeypatch, fired, pages: int
):
    filled(world)
    with world.app.app_context(), db.engine.begin() as connection:
        connection.execute(text("update counter set durable_through = 1"))
    small = (*backup_files._PRAGMAS, f"max_page_count={pages}")
    monkeypatch.setattr(backup_files, "_PRAGMAS", small)

    code, said = command("backup", file)

    fired(said == "Disken är full. Inget har ändrats.\n", "the full disk")
    assert code == 2
    assert list(file.parent.iterdir()) == []
    assert one(world, "select durable_through from counter") == 1


@fault(
    "disk full", room=Room.DATABASE, expect="a backup that the system cuts off leaves no file, and says so"
)
def test_a_backup_that_the_system_cuts_off_leaves_nothing(world: World, file: Path, tmp_path: Path, fired):
    filled(world)
    with world.app.app_context():
        url = db.engine.url.render_as_string(hide_password=False)

    done = subprocess.run(
        [sys.executable, "-m", "flask", "--app", "app", "backup", str(file)],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": url, "INSTANCE_PATH": str(tmp_path)},
        # SQLite's log of the database itself stays below it; the backup does not.
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (250_000, 250_000)),
        capture_output=True,
        text=True,
        check=False,
    )

    fired("Är disken full?" in done.stderr or "Disken är full" in done.stderr, "the limit")
    assert done.returncode == 2, done.stderr
    assert list(file.parent.iterdir()) == []


@of_the_file
def test_a_backup_without_the_right_to_write_says_so(world: World, file: Path, monkeypatch):
    def denied(*_given, **_named) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", denied)
    done = world.app.test_cli_runner().invoke(args=["backup", str(file)])

    assert (done.exit_code, done.output) == (2, f"Filen {file} går inte att använda: rättighet saknas.\n")


@fault(
    "backup under load",
    room=Room.DATABASE,
    expect="one moment in the file, writers go on, all of it verified",
)
def test_a_backup_under_load_holds_one_moment_and_comes_back(
    world: World, command: Command, file: Path, monkeypatch, fired
):
    """The restore drill: back up under load, restore under load, and every figure is as before."""
    phones = [retaining(world, person) for person in (world.anna, world.bo)]
    for phone in phones:
        phone.log(200)
        phone.drain()
    stop = Event()
    during: list[int] = []
    copying_now = Event()
    copy = copying.copy

    def slowly(source, target) -> None:
        copying_now.set()
        copy(source, target)
        # The snapshot is still open: wait until somebody's batch was taken meanwhile.
        seen = len(during)
        while len(during) < seen + 4 and not stop.wait(0.01):
            pass

    def work(phone: Retaining) -> None:
        while not stop.is_set():
            phone.log(5)
            status = phone.sync()
            if status == 200 and copying_now.is_set():
                during.append(status)
            elif status == 401:  # restored meanwhile: everybody signs in again
                phone.phone.person = sign_in_again(world, phone.phone.person)

    monkeypatch.setattr(copying, "copy", slowly)
    with ThreadPoolExecutor(len(phones)) as pool:
        working = [pool.submit(work, phone) for phone in phones]
        try:
            code, said = command("backup", file)
            monkeypatch.setattr(copying, "copy", copy)
            fired(during, "batches during the backup")
            assert code == 0, said
            code, said = command("restore", file, "--replace")
            assert code == 0, said
        finally:
            stop.set()
        for each in working:
            each.result(timeout=60)
    erased = sum(phone.resyncs for phone in phones)
    for phone in phones:
        phone.phone.person = sign_in_again(world, phone.phone.person)
        phone.log()
        phone.drain()
    require_whole(world, set().union(*(phone.retained for phone in phones)))
    assert erased + sum(phone.resyncs for phone in phones) >= 1


@fault(
    "restored from last night",
    room=Room.DATABASE,
    expect="phones notice by the head and offer again what the backup lacks; figures as before",
)
def test_what_a_restore_erased_comes_back_from_the_phones(world: World, command: Command, file: Path, fired):
    phones = [retaining(world, person) for person in (world.anna, world.bo, world.worker)]
    for phone in phones[:2]:
        phone.log(40)
        phone.drain()
    command("backup", file)
    for phone in phones[:2]:
        phone.log(60)
        phone.drain()
    before = figures(world)
    acknowledged = set().union(*(phone.acknowledged for phone in phones))

    assert command("restore", file, "--replace")[0] == 0

    fired(one(world, "select count(*) from operation") == 80, "the loss of acknowledged operations")
    assert figures(world) != before
    for phone in phones[:2]:
        phone.phone.person = sign_in_again(world, phone.phone.person)
        phone.drain()
    assert [phone.resyncs for phone in phones] == [1, 1, 0]
    require_whole(world, acknowledged)
    assert one(world, "select count(*) from operation") == 200
    assert figures(world) == before
