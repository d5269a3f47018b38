"""What tests of the sync door may ask for: the small world on either kind of database, time standing."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import time_machine
from sqlalchemy import text

from logger.extensions import db
from tests.phones import NOW, Phone, World, build_world, close

Rows = Callable[[str], list[Any]]


@pytest.fixture
def world(database_url: str, tmp_path: Path) -> Iterator[World]:
    with time_machine.travel(NOW, tick=False):
        built = build_world(database_url, tmp_path)
        yield built
    close(built)


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
