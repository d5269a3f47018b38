"""What may happen to the database: nothing acknowledged is lost, nothing is there twice."""

import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import Engine, create_engine, inspect, text

from logger.extensions import db
from logger.factory import ROOT
from logger.store.databases import engine as engines
from logger.store.databases import patience, schema
from tests.faults import Room, fault
from tests.operation.retained import Retaining, require_whole, retaining
from tests.operation.served import Served, serve
from tests.servers.databases import Mould, SqliteFiles
from tests.servers.postgresql import (
    ADMINISTRATOR,
    PostgresServer,
    await_a_lock,
    make_folder,
    of_role,
    owner_url,
)
from tests.servers.processes import kill_all
from tests.worlds.phones import World, close, open_app

BUSY = 503


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits longer than a second for the database."""
    monkeypatch.setattr(engines, "BUSY_SECONDS", 1)


@pytest.fixture
def sqlite_world(
    impatient: None, migrated_worlds: Mould[World], sqlite_files: SqliteFiles, tmp_path: Path
) -> Iterator[World]:
    with migrated_worlds.cast(sqlite_files) as (address, first):
        world = replace(first, app=open_app(address, tmp_path))
        yield world
        close(world)


@pytest.fixture
def postgresql_world(
    impatient: None, migrated_worlds: Mould[World], postgres_server: PostgresServer, tmp_path: Path
) -> Iterator[World]:
    with migrated_worlds.cast(postgres_server) as (address, first):
        world = replace(first, app=open_app(address, tmp_path))
        yield world
        close(world)


def url_of(world: World) -> str:
    with world.app.app_context():
        return db.engine.url.render_as_string(hide_password=False)


def other_engine(world: World) -> Engine:
    """A way into the world's database that is not the app's, on PostgreSQL its administrator's."""
    url = url_of(world)
    return create_engine(of_role(url, ADMINISTRATOR) if url.startswith("postgresql") else url)


def waiting_phone(world: World, count: int = 20) -> Retaining:
    phone = retaining(world, world.anna)
    phone.log(count)
    return phone


@fault("locked by N writers", room=Room.DATABASE, expect="busy for now, then each entry once")
def test_many_writers_of_other_processes_make_phones_wait_and_lose_nothing(sqlite_world: World, fired):
    file = url_of(sqlite_world).removeprefix("sqlite:///")
    stop, held = Event(), []

    def hold() -> None:
        other = sqlite3.connect(file, isolation_level=None, timeout=30)
        while not stop.is_set():
            other.execute("begin immediate")
            stop.wait(0.15)
            held.append(1)
            other.execute("rollback")
        other.close()

    phones = [retaining(sqlite_world, who) for who in (sqlite_world.anna, sqlite_world.bo)]
    statuses: list[int] = []
    with ThreadPoolExecutor(8) as pool:
        holding = [pool.submit(hold) for _ in range(6)]
        try:
            for phone in phones:
                phone.log(20)
            # Until the app has been turned away at least once, and every phone came through all the same.
            while BUSY not in statuses and len(statuses) < 40:
                for phone in phones:
                    phone.log()
                statuses += [each.result() for each in [pool.submit(phone.sync) for phone in phones]]
        finally:
            stop.set()
        for each in holding:
            each.result()
    for phone in phones:
        phone.drain()

    fired(len(held) > 6, "the locks of others")
    assert set(statuses) <= {200, BUSY}
    require_whole(sqlite_world, set().union(*(phone.retained for phone in phones)))


@fault("disk full", room=Room.DATABASE, expect="busy, nothing half; all is stored once there is room")
def test_a_full_disk_makes_phones_wait_and_lose_nothing(
    migrated_worlds: Mould[World], sqlite_files: SqliteFiles, tmp_path: Path, fired
):
    with migrated_worlds.cast(sqlite_files) as (address, first):
        world = replace(first, app=open_app(address, tmp_path))
        served = serve(world, address, tmp_path / "instance", WEB_CONCURRENCY="1")
        try:
            phone = served.phone()
            phone.log(10)
            phone.drain()
            [worker] = served.server.workers()
            room = Path(address.removeprefix("sqlite:///") + "-wal").stat().st_size
            resource.prlimit(worker, resource.RLIMIT_FSIZE, (room + 4096, resource.RLIM_INFINITY))
            phone.log(50)
            status = phone.sync()
            fired(status == BUSY, "the refusal of a full disk")
            assert served.count() == 10
            resource.prlimit(worker, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            phone.drain()
            assert served.count() == 60
            require_whole(world, set(phone.retained))
        finally:
            served.server.kill()
            close(world)


@fault("disk full", room=Room.DATABASE, expect="busy, nothing half; all is stored once there is room")
def test_a_database_that_may_not_grow_makes_phones_wait(sqlite_world: World, fired):
    phone = waiting_phone(sqlite_world, 100)
    with sqlite_world.app.app_context(), db.engine.connect() as connection:
        pages = connection.exec_driver_sql("pragma page_count").scalar_one()
        connection.exec_driver_sql(f"pragma max_page_count = {pages + 3}")

    fired(phone.sync() == BUSY, "the refusal of a full database")
    with sqlite_world.app.app_context(), db.engine.connect() as connection:
        assert connection.exec_driver_sql("select count(*) from operation").scalar_one() == 0
        connection.exec_driver_sql("pragma max_page_count = 1000000")
    phone.drain()
    require_whole(sqlite_world, set(phone.retained))


@fault("deadlock", room=Room.DATABASE, expect="the batch that the database ends comes again")
def test_a_batch_that_loses_a_deadlock_comes_again(postgresql_world: World, fired):
    phone = waiting_phone(postgresql_world)
    phone.drain()
    phone.log(20)
    other = other_engine(postgresql_world)
    with ThreadPoolExecutor(1) as pool, other.connect() as crosswise:
        crosswise.execute(text("set deadlock_timeout = '1h'"))  # the other one is to notice, and to be ended
        crosswise.execute(text("update counter set durable_through = durable_through"))
        under_way = pool.submit(phone.sync)
        await_a_lock(other)
        crosswise.execute(text("update stream set label = label"))
        status = under_way.result(timeout=60)
        crosswise.rollback()
    other.dispose()

    fired(status == BUSY, "the end of a batch in a deadlock")
    phone.drain()
    assert phone.told_again == 0
    require_whole(postgresql_world, set(phone.retained))


@pytest.mark.parametrize("kind", ["sqlite_world", "postgresql_world"])
@fault("pool exhausted", room=Room.DATABASE, expect="busy for now, nothing half")
def test_without_a_free_connection_phones_wait(request: pytest.FixtureRequest, kind: str, fired):
    world: World = request.getfixturevalue(kind)
    phone = waiting_phone(world)
    with world.app.app_context():
        pool = db.engine.pool
    with ExitStack() as taken:
        for _ in range(pool.size() + pool._max_overflow):  # type: ignore[attr-defined]
            taken.callback(pool.connect().close)
        fired(phone.sync() == BUSY, "the lack of a connection")
    phone.drain()
    assert phone.told_again == 0
    require_whole(world, set(phone.retained))


HALF_WAY = '''"""A migration that is killed in the middle.

Revision: half, after {before}.
"""

from pathlib import Path
from threading import Event

import sqlalchemy as sa
from alembic import op

revision = "half"
down_revision = "{before}"


def upgrade() -> None:
    op.add_column("district", sa.Column("seat", sa.String(80)))
    with op.batch_alter_table("stream") as stream:
        stream.add_column(sa.Column("half", sa.Integer(), nullable=True))
    op.execute("update district set seat = 'x'")
    if (gate := Path("{gate}")).exists():
        Path("{gate}-reached").touch()
        while gate.exists():
            Event().wait(0.02)


def downgrade() -> None:
    pass
'''
MIGRATE = """
import sys
from pathlib import Path
from logger.store.databases import schema
from logger.store.databases.engine import make_engines
schema._MIGRATIONS = Path(sys.argv[1])
schema.upgrade(make_engines(sys.argv[2]).write)
"""


@fault("migration killed half-way", room=Room.DATABASE, expect="all is as before; the next run does it")
def test_a_migration_killed_half_way_leaves_no_trace(world: World, tmp_path: Path, fired):
    phone = waiting_phone(world)
    phone.drain()
    url = owner_url(url_of(world)) or url_of(world)
    close(world)
    migrations, gate = tmp_path / "migrations", tmp_path / "gate"
    shutil.copytree(ROOT / "migrations", migrations)
    text_of = HALF_WAY.format(before=schema.wanted(), gate=gate)
    (migrations / "versions" / "half.py").write_text(text_of)
    gate.touch()
    migrate = [sys.executable, "-c", MIGRATE, str(migrations), url]
    with subprocess.Popen(migrate, cwd=ROOT) as killed:
        nap = Event()
        while not Path(f"{gate}-reached").exists():
            assert killed.poll() is None
            nap.wait(0.02)
        killed.send_signal(signal.SIGKILL)
        fired(killed.wait(timeout=60) == -signal.SIGKILL, "the death of the migration")

    assert revision_of(url) == (schema.wanted(), False)
    require_whole(world, phone.acknowledged)
    phone.log()
    phone.drain()  # this release goes on serving
    close(world)
    gate.unlink()
    subprocess.run(migrate, cwd=ROOT, check=True, timeout=60)
    assert revision_of(url) == ("half", True)
    require_whole(world, set(phone.retained))


def revision_of(url: str) -> tuple[str | None, bool]:
    """The revision of a database, and whether the new column is there."""
    engine = engines.make_engines(url).read
    with engine.connect() as connection:
        columns = {column["name"] for column in inspect(connection).get_columns("district")}
        revision = schema.revision_of(connection)
    engine.dispose()
    return revision, "seat" in columns


@pytest.fixture(scope="module")
def own_postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL that may be killed."""
    server = PostgresServer(make_folder())
    server.start()
    yield server
    server.stop()
    shutil.rmtree(server.folder)


@pytest.fixture(scope="module")
def served(
    own_postgres: PostgresServer, migrated_worlds: Mould[World], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """A server over it."""
    folder = tmp_path_factory.mktemp("served")
    with migrated_worlds.cast(own_postgres) as (address, first):
        world = replace(first, app=open_app(address, folder))
        served = serve(world, address, folder / "instance")
        yield served
        served.server.kill()
        close(world)


def while_sending(served: Served, strike: Callable[[], object]) -> list[Retaining]:
    """Strike while four phones send, let them come through, and hand them back."""
    phones = [served.phone(person) for person in (served.world.anna, served.world.bo) for _ in range(2)]
    stop = Event()

    def work(phone: Retaining) -> None:
        while not stop.is_set():
            phone.log(5)
            phone.sync()
        phone.drain()

    with ThreadPoolExecutor(len(phones)) as pool:
        working = [pool.submit(work, phone) for phone in phones]
        try:
            await_acknowledged(phones, 40)
            strike()
            await_acknowledged(phones, sum(len(phone.acknowledged) for phone in phones) + 20)
        finally:
            stop.set()
        for each in working:
            each.result(timeout=120)
    return phones


def await_acknowledged(phones: list[Retaining], count: int) -> None:
    nap = Event()
    for _ in range(3_000):
        if sum(len(phone.acknowledged) for phone in phones) >= count:
            return
        nap.wait(0.02)
    raise AssertionError("the phones do not come through")


@fault(
    "PostgreSQL killed",
    room=Room.DATABASE,
    expect="busy until it is back; nothing acknowledged is lost",
)
def test_a_killed_postgresql_keeps_what_was_acknowledged(served: Served, own_postgres: PostgresServer, fired):
    def strike() -> None:
        own_postgres.kill_hard()
        own_postgres.start()
        log = (own_postgres.folder / "log").read_text()
        fired("database system was not properly shut down" in log, "the crash")

    phones = while_sending(served, strike)

    require_whole(served.world, set().union(*(phone.retained for phone in phones)))


@fault(
    "PostgreSQL killed",
    room=Room.DATABASE,
    expect="it recovers; nothing acknowledged is lost",
)
def test_a_killed_backend_takes_nothing_along(served: Served, own_postgres: PostgresServer, fired):
    ended = text(
        "select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
    )
    administrator = other_engine(served.world)

    def strike() -> None:
        with administrator.connect() as connection:
            victim = connection.execute(ended).scalars().first()
        administrator.dispose()
        assert victim
        kill_all([victim])

    phones = while_sending(served, strike)

    log = (own_postgres.folder / "log").read_text()
    fired("was terminated by signal 9" in log, "the death of a backend")
    require_whole(served.world, set().union(*(phone.retained for phone in phones)))


@fault("PostgreSQL restarted", room=Room.DATABASE, expect="busy until it is back; each entry once")
def test_a_restarted_postgresql_is_found_again(served: Served, own_postgres: PostgresServer, fired):
    def strike() -> None:
        own_postgres.stop()
        own_postgres.start()
        fired("database system is shut down" in (own_postgres.folder / "log").read_text(), "the restart")

    phones = while_sending(served, strike)

    require_whole(served.world, set().union(*(phone.retained for phone in phones)))


@fault("PostgreSQL frozen", room=Room.DATABASE, expect="busy in the end, no thread is held for ever")
def test_a_frozen_postgresql_holds_nobody_for_ever(
    impatient: None,
    migrated_worlds: Mould[World],
    own_postgres: PostgresServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    fired,
):
    monkeypatch.setattr(patience, "SECONDS", 1)
    with migrated_worlds.cast(own_postgres) as (address, first):
        world = replace(first, app=open_app(address, tmp_path))
        phone = waiting_phone(world)
        phone.drain()
        phone.log(20)
        own_postgres.freeze()
        try:
            fired(phone.sync() == BUSY, "the silence of the database")
        finally:
            own_postgres.thaw()
        phone.drain()
        require_whole(world, set(phone.retained))
        close(world)


@fault("PostgreSQL frozen", room=Room.DATABASE, expect="phones wait; then each entry is there once")
def test_a_frozen_postgresql_is_waited_for(served: Served, own_postgres: PostgresServer, fired):
    phone = served.phone()
    phone.log(20)
    phone.phone.client.seconds = 2  # type: ignore[attr-defined]
    own_postgres.freeze()
    try:
        fired(phone.sync() != 200, "the silence of the database")
    finally:
        own_postgres.thaw()
    phone.phone.client.seconds = 60  # type: ignore[attr-defined]
    phone.drain()

    require_whole(served.world, set(phone.retained))


@fault(
    "PostgreSQL failed over to a replica that lacks the last commits",
    room=Room.DATABASE,
    expect="phones notice by the head, and offer again what the replica lacks",
)
def test_what_a_replica_lacks_comes_back_from_the_phones(served: Served, own_postgres: PostgresServer, fired):
    phones = [served.phone(person) for person in (served.world.anna, served.world.bo)]
    for phone in phones:
        phone.log(20)
        phone.drain()
    replica = own_postgres.copy_base()
    for phone in phones:
        phone.log(30)
        phone.drain()
    before = served.count()

    own_postgres.fail_over(replica)

    close(served.world)  # the test's own connections are of the lost machine
    fired(served.count() == before - 60, "the loss of the last commits")
    for phone in phones:
        phone.drain()
    assert [phone.resyncs for phone in phones] == [1, 1]
    assert served.count() == before
    require_whole(served.world, set().union(*(phone.retained for phone in phones)))
