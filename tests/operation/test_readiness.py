"""What a supervisor is told: a process lives, and is ready only where receipts can be trusted."""

from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from logger.extensions import db, owner_engine
from tests.faults import Room, fault
from tests.servers.postgresql import PostgresServer
from tests.worlds.phones import World, open_app


def told(world: World, path: str = "/healthz") -> tuple[int, dict[str, str]]:
    answer = world.app.test_client().get(path)
    return answer.status_code, answer.json or {}


def test_a_process_over_a_migrated_database_is_ready(world: World):
    assert told(world) == (200, {"status": "ready"})
    assert told(world, "/healthz/live") == (200, {"status": "live"})


def test_a_process_over_another_release_s_tables_is_not_ready(world: World):
    with world.app.app_context(), owner_engine().begin() as connection:
        connection.execute(text("update alembic_version set version_num = 'next'"))

    assert told(world) == (503, {"status": "not_ready", "code": "schema_not_current"})
    assert told(world, "/healthz/live") == (200, {"status": "live"})


@pytest.mark.parametrize("databases", ["postgres_server"], indirect=True, ids=["postgresql"])
def test_a_database_that_forgets_commits_makes_no_process_ready(
    world: World, postgres_server: PostgresServer, tmp_path: Path
):
    """Neither one that starts over it, nor one that is running when somebody changes it."""
    with world.app.app_context():
        url = db.engine.url
        owner = owner_engine().url
    assert told(world) == (200, {"status": "ready"})
    administrator = create_engine(owner, isolation_level="AUTOCOMMIT")
    with administrator.connect() as connection:
        connection.execute(text(f'alter database "{url.database}" set synchronous_commit = off'))
    administrator.dispose()
    app = open_app(url.render_as_string(hide_password=False), tmp_path)
    answer = app.test_client().get("/healthz")
    with app.app_context():
        for engine in db.engines.values():
            engine.dispose()
    assert (answer.status_code, answer.json) == (503, {"status": "not_ready", "code": "not_durable"})

    with world.app.app_context(), db.engines["read"].connect() as connection:
        connection.execute(text("set synchronous_commit = off"))
        connection.commit()
    assert told(world) == (503, {"status": "not_ready", "code": "not_durable"})


@fault("PostgreSQL killed", room=Room.DATABASE, expect="the process lives, is not ready, and says why")
def test_a_process_without_its_database_is_not_ready(tmp_path: Path, fired):
    app = open_app(f"postgresql://nobody@/none?host={tmp_path}", tmp_path)
    client = app.test_client()

    answer = client.get("/healthz")

    fired(answer.status_code == 503, "the absence of the database")
    assert answer.json == {"status": "not_ready", "code": "database_unavailable"}
    assert client.get("/healthz/live").status_code == 200
