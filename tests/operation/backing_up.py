"""What tests of backups and restores share: a world with entries in it, and what a database holds."""

from collections.abc import Callable

import pytest
from sqlalchemy import text

from logger.extensions import db
from logger.store.databases import copying
from tests.operation.retained import Retaining, retaining
from tests.worlds.phones import World

Command = Callable[..., tuple[int, str]]

# What concerns the file alone is tried from one kind of database.
of_the_file = pytest.mark.parametrize("databases", ["sqlite_files"], indirect=True, ids=["sqlite"])


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
