"""What is the owner's alone on PostgreSQL, and what an operator is told where the app is the owner."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from logger.extensions import db, owner_engine
from tests.operation.retained import retaining
from tests.worlds.phones import World, close, open_app

pytestmark = pytest.mark.parametrize("databases", ["postgres_server"], indirect=True, ids=["postgresql"])
NEEDED = "Det här får bara den göra som äger databasens tabeller. Sätt DATABASE_OWNER_URL och kör igen.\n"


@pytest.fixture
def logged(world: World) -> World:
    """A world in which something was logged."""
    phone = retaining(world, world.anna)
    phone.log(5)
    phone.drain()
    return world


@pytest.fixture
def address(world: World) -> str:
    """Where the app finds the world's database."""
    with world.app.app_context():
        return db.engine.url.render_as_string(hide_password=False)


def ran(app: Any, *arguments: object) -> tuple[int, str]:
    done = app.test_cli_runner().invoke(args=[str(each) for each in arguments])
    return done.exit_code, done.output


def test_without_the_owner_nothing_is_brought_back_and_nothing_disposed_of(
    logged: World, address: str, tmp_path: Path
):
    alone = open_app(address, tmp_path, owner_url=None)
    file = tmp_path / "night.db"
    dispose = ("disposal", "run", "--organisation", "police", "--decision", "KS 1")

    assert ran(alone, "backup", file)[0] == 0  # takes no owner
    assert ran(alone, "restore", file, "--replace") == (2, NEEDED)
    assert ran(alone, *dispose) == (2, NEEDED)
    assert ran(alone, *dispose, "--dry-run")[0] == 0
    with alone.app_context():
        assert db.session.scalar(text("select count(*) from operation")) == 5
        db.session.remove()
        for engine in db.engines.values():
            engine.dispose()

    assert ran(logged.app, "restore", file, "--replace")[0] == 0
    assert ran(logged.app, *dispose)[0] == 0


def test_an_operator_is_told_where_the_app_owns_its_tables(logged: World, tmp_path: Path):
    assert "tabellerna" not in ran(logged.app, "audit", "verify")[1]
    with logged.app.app_context():
        owner = owner_engine().url.render_as_string(hide_password=False)
    one = World(**(vars(logged) | {"app": open_app(owner, tmp_path, owner_url=None)}))

    code, said = ran(one.app, "audit", "verify")
    close(one)

    assert code == 0
    assert "Appen äger själv tabellerna i databasen" in said
