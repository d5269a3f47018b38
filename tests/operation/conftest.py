"""What tests of operation may ask for: the small world in a database that was migrated as in operation."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from logger import clock
from logger.store.databases import schema
from logger.store.databases.engine import make_engines
from tests.operation.backing_up import Command
from tests.servers.apps import ReopenedApp
from tests.servers.databases import Databases, Mould
from tests.worlds.phones import World, build_world, close, open_app


@pytest.fixture(scope="session")
def migrated_worlds(tmp_path_factory: pytest.TempPathFactory) -> Mould[World]:
    """The world that all the others are copies of; its sessions begin when the tests do."""
    folder = tmp_path_factory.mktemp("world")

    def build(database_url: str) -> World:
        engine = make_engines(database_url).write
        schema.upgrade(engine)
        engine.dispose()
        built = build_world(database_url, folder, clock.now())
        close(built)
        return built

    return Mould("migrated", build)


@pytest.fixture(scope="session")
def reopened() -> ReopenedApp:
    """The app over whichever world is open."""
    return ReopenedApp(open_app)


@pytest.fixture
def world(
    migrated_worlds: Mould[World], databases: Databases, reopened: ReopenedApp, tmp_path: Path
) -> Iterator[World]:
    """A world of one's own, on each kind of database, by the real clock."""
    with migrated_worlds.cast(databases) as (address, first):
        world = replace(first, app=reopened.over(address, tmp_path))
        yield world
        close(world)


@pytest.fixture
def command(world: World) -> Command:
    """Runs a command of the app: its exit code and what it said."""

    def run(*arguments: object) -> tuple[int, str]:
        done = world.app.test_cli_runner().invoke(args=[str(each) for each in arguments])
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return done.exit_code, done.output

    return run


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the backup goes: a folder of its own."""
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder / "night.db"
