"""Backups: everything in one file, verified, taken under load, and nothing half of them is left."""

import os
import resource
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import text

from logger.extensions import db
from logger.factory import ROOT
from logger.store.databases import backup_files, copying
from tests.faults import Room, fault
from tests.operation.backing_up import Command, filled, of_the_file, one
from tests.operation.retained import Retaining, require_whole, retaining, sign_in_again
from tests.worlds.phones import LEKEBERG, World, close, open_app


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
