"""Restores: what is brought back, what is refused, and what the phones bring back themselves."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from logger import clock
from logger.domain.people.invitations import Purpose
from logger.extensions import db, owner_engine
from logger.factory import ROOT
from logger.services.people import invitations
from logger.services.transactions import writing
from logger.store.databases import schema
from tests.faults import Room, fault
from tests.operation.backing_up import Command, contents, filled, of_the_file, one
from tests.operation.retained import figures, require_whole, retaining, sign_in_again
from tests.servers.databases import Mould, SqliteFiles
from tests.servers.postgresql import PostgresServer
from tests.worlds.phones import World, close, open_app


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
