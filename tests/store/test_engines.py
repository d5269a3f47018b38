"""Engines as the deeds rely on them: what is committed lasts, no update is lost, a reader does not write."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from logger.services.transactions import writing
from logger.store.databases.binding import is_writing
from logger.store.databases.engine import Engines, NotDurableError, make_engines

ROUNDS, THREADS = 25, 8


class ReadWriteSession(Session):
    """What the app's session does, without the app."""

    engines: Engines

    def get_bind(self, *_args, **_kwargs) -> Engine:
        return self.engines.write if is_writing(self) else self.engines.read


@pytest.fixture
def engines(database_url: str) -> Iterator[Engines]:
    made = make_engines(database_url)
    with made.write.begin() as connection:
        connection.execute(text("create table tally (id integer primary key, value integer not null)"))
        connection.execute(text("create table mark (tally integer not null references tally (id))"))
        connection.execute(text("insert into tally values (1, 0)"))
    yield made
    made.read.dispose()
    made.write.dispose()


@pytest.fixture
def session(engines: Engines) -> Iterator[ReadWriteSession]:
    with new_session(engines) as opened:
        yield opened


def new_session(engines: Engines) -> ReadWriteSession:
    opened = ReadWriteSession()
    opened.engines = engines
    return opened


def value(session: Session) -> int:
    read: int = session.execute(
        text("select value from tally for update" if locks(session) else "select value from tally")
    ).scalar_one()
    return read


def locks(session: Session) -> bool:
    return is_writing(session) and session.get_bind().dialect.name == "postgresql"


@pytest.mark.parametrize(
    ("pragma", "expected"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 10_000)],
)
@pytest.mark.parametrize("use", ["read", "write"])
def test_every_sqlite_connection_is_opened_to_last(sqlite_url, use, pragma, expected):
    engine: Engine = getattr(make_engines(sqlite_url), use)
    with engine.connect() as connection:
        assert connection.execute(text(f"PRAGMA {pragma}")).scalar_one() == expected
    engine.dispose()


def test_no_update_is_lost_however_many_read_first_and_write_later(engines: Engines):
    def add_one(_: int) -> None:
        with new_session(engines) as session:
            for _round in range(ROUNDS):
                with writing(session):
                    session.execute(text("update tally set value = :new"), {"new": value(session) + 1})

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(add_one, range(THREADS)))

    with new_session(engines) as session:
        assert value(session) == ROUNDS * THREADS


def test_a_session_outside_a_deed_cannot_write(session: ReadWriteSession):
    with pytest.raises(DBAPIError, match=r"read-?only"):
        session.execute(text("update tally set value = 1"))


def test_a_deed_that_raises_leaves_nothing(session: ReadWriteSession):
    def fail_half_way() -> None:
        with writing(session):
            session.execute(text("update tally set value = 1"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()

    assert value(session) == 0
    assert not is_writing(session)


def test_a_deed_inside_a_deed_is_a_mistake(session: ReadWriteSession):
    with pytest.raises(RuntimeError, match="one deed, one transaction"), writing(session), writing(session):
        pass


def test_a_deed_sees_what_was_committed_since_the_session_last_read(
    session: ReadWriteSession, engines: Engines
):
    assert value(session) == 0
    with new_session(engines) as other, writing(other):
        other.execute(text("update tally set value = 5"))

    with writing(session):
        assert value(session) == 5


def test_a_reference_to_nothing_is_refused(session: ReadWriteSession):
    with pytest.raises(DBAPIError, match=r"(?i)foreign key"), writing(session):
        session.execute(text("insert into mark values (99)"))


def test_postgresql_that_commits_before_it_has_written_is_not_used(
    postgresql_url: str, weaken: Callable[[str], None]
):
    weaken("set synchronous_commit = off")

    with pytest.raises(NotDurableError), make_engines(postgresql_url).write.connect():
        pass


@pytest.fixture
def weaken(postgresql_url: str) -> Callable[[str], None]:
    """Change a setting of the test's own database."""

    def change(setting: str) -> None:
        engine = make_engines(postgresql_url).write
        with engine.begin() as connection:
            name = connection.execute(text("select current_database()")).scalar_one()
            connection.execute(text(f'alter database "{name}" {setting}'))
        engine.dispose()

    return change


@pytest.mark.parametrize("address", ["sqlite://", "sqlite:///:memory:", "mysql://host/name"])
def test_an_address_that_cannot_hold_a_ledger_is_refused(address):
    with pytest.raises(ValueError, match="DATABASE_URL"):
        make_engines(address)


def test_a_writing_transaction_holds_the_lock_before_it_has_written(sqlite_url):
    engine = make_engines(sqlite_url).write
    another = sqlite3.connect(make_url(sqlite_url).database or "", timeout=0, isolation_level=None)

    with engine.begin(), pytest.raises(sqlite3.OperationalError, match="locked"):
        another.execute("begin immediate")

    another.execute("begin immediate")
    another.close()
    engine.dispose()


def test_postgresql_keeps_its_plan_of_what_is_read_again_and_again(postgresql_url):
    read = make_engines(postgresql_url).read
    for _ in range(10):
        with read.connect() as connection:
            connection.execute(text("select count(*) from pg_class"))
    with read.connect() as connection:
        kept = "select count(*) from pg_prepared_statements where statement like '%pg_class'"
        assert connection.execute(text(kept)).scalar_one() == 1
    read.dispose()


def test_a_new_file_is_for_its_owner_alone_whatever_its_folder_is(tmp_path: Path):
    tmp_path.chmod(0o755)
    before = os.umask(0o022)
    try:
        engines = make_engines(f"sqlite:///{tmp_path / 'new.db'}")
        with engines.write.begin() as connection:
            connection.execute(text("create table tally (id integer primary key)"))
            modes = {file.name: file.stat().st_mode & 0o777 for file in tmp_path.iterdir()}
        engines.write.dispose()
    finally:
        os.umask(before)
    assert modes == dict.fromkeys(("new.db", "new.db-wal", "new.db-shm"), 0o600)
