"""What tests of the sync door may ask for: the small world on either kind of database, time standing."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import time_machine
from sqlalchemy import text

from logger.extensions import db
from tests.servers.apps import ReopenedApp
from tests.servers.databases import Databases, Mould
from tests.servers.postgresql import PostgresServer
from tests.worlds.phones import NOW, Phone, World, build_world, close, open_app

Rows = Callable[[str], list[Any]]


@pytest.fixture(scope="session")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Mould[World]:
    """The world that all the others are copies of."""
    folder = tmp_path_factory.mktemp("world")

    def build(database_url: str) -> World:
        built = build_world(database_url, folder)
        close(built)
        return built

    return Mould("world", build)


@pytest.fixture(scope="session")
def reopened() -> ReopenedApp:
    """The app over whichever world is open."""
    return ReopenedApp(open_app)


@pytest.fixture
def world(
    worlds: Mould[World], databases: Databases, reopened: ReopenedApp, tmp_path: Path
) -> Iterator[World]:
    """A world of one's own, on each kind of database."""
    with time_machine.travel(NOW, tick=False), worlds.cast(databases) as (address, first):
        world = replace(first, app=reopened.over(address, tmp_path))
        yield world
        close(world)


@pytest.fixture
def on_postgresql(worlds: Mould[World], postgres_server: PostgresServer, tmp_path: Path) -> Iterator[World]:
    """A world on the database that locks row by row."""
    with time_machine.travel(NOW, tick=False), worlds.cast(postgres_server) as (address, first):
        world = replace(first, app=open_app(address, tmp_path))
        yield world
        close(world)


@pytest.fixture
def phone(world: World) -> Phone:
    """Anna's."""
    return world.phone(world.anna)


@pytest.fixture
def rows(world: World) -> Rows:
    """What the database holds, by SQL of one's own."""

    def ask(statement: str) -> list[Any]:
        with world.app.app_context():
            return [tuple(row) for row in db.session.execute(text(statement))]

    return ask
