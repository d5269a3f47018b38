"""What the app may do in a PostgreSQL database whose tables another role owns."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from logger.config import Settings
from logger.extensions import db, owner_engine
from logger.factory import create_app
from logger.services.running.ownership import is_one_role
from logger.store.databases import roles
from logger.store.databases.engine import make_engines
from logger.store.tables import Base
from tests.servers.postgresql import APP, of_role

WITH_TRIGGERS = frozenset({"operation", "audit", "follow_up_proposal", "follow_up_stand", "publication"})


@pytest.fixture
def two_roles(postgresql_url: str, tmp_path: Path) -> Iterator[Flask]:
    """An app that was let into an empty database by `db upgrade`, as an operator runs it."""
    app = create_app(Settings(of_role(postgresql_url, APP), "of a test", tmp_path, owner_url=postgresql_url))
    with app.app_context():
        upgrade()
        yield app
        db.session.remove()
        for engine in db.engines.values():
            engine.dispose()


def may(connection: Connection, right: str) -> set[str]:
    """The tables on which whoever is connected has this right."""
    asked = text(
        "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace "
        "and has_table_privilege(oid, :right)"
    )
    return set(connection.scalars(asked, {"right": right}))


def refused(engine: Engine, statement: str) -> str:
    """How the database says no."""
    with pytest.raises(DBAPIError) as no, engine.begin() as connection:
        connection.exec_driver_sql(statement)
    return str(no.value.orig)


def test_the_app_adds_to_everything_and_changes_what_may_be_changed(two_roles: Flask):
    tables = set(Base.metadata.tables)
    with owner_engine().connect() as connection:
        guarded = text("select distinct tgrelid::regclass::text from pg_trigger where not tgisinternal")
        assert set(connection.scalars(guarded)) == WITH_TRIGGERS
    with db.engine.connect() as connection:
        assert may(connection, "select") == tables | {"alembic_version"}
        assert may(connection, "insert") == tables
        assert may(connection, "update") == may(connection, "delete") == tables - roles.ADDED_ONLY
        assert not may(connection, "truncate") | may(connection, "references") | may(connection, "trigger")
    assert WITH_TRIGGERS | {"operation_body", "plan_approval"} == roles.ADDED_ONLY
    assert not is_one_role(db.session())


@pytest.mark.parametrize(
    "statement",
    [
        "update operation set seq = seq + 1",
        "delete from audit",
        "truncate operation",
        "update operation_body set body = ''",
        "alter table operation disable trigger all",
        "drop trigger operation_is_append_only on operation",
        "create or replace function operation_is_append_only() returns trigger language plpgsql as ''",
        "set session_replication_role = replica",
        "drop table activity",
        "create table mine (id int)",
        "create temporary table mine (id int)",
        "create schema mine",
        "update alembic_version set version_num = '0001'",
        "set role faltlogg_owner",
    ],
)
def test_the_app_cannot_get_round_what_keeps_the_ledger(two_roles_once: Engine, statement: str):
    assert refused(two_roles_once, statement).startswith(("permission denied", "must be owner"))


@pytest.fixture(scope="module")
def two_roles_once(postgres_server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The app's engine in such a database, for all the refusals together."""
    owner_url = postgres_server.create_database("two_roles")
    owner = make_engines(owner_url).write
    with owner.begin() as connection:
        Base.metadata.create_all(connection)
        connection.exec_driver_sql("create table alembic_version (version_num varchar(32))")
        connection.exec_driver_sql(
            "create function operation_is_append_only() returns trigger language plpgsql as "
            "$$ begin raise exception 'operation is append-only'; end $$"
        )
        connection.exec_driver_sql(
            "create trigger operation_is_append_only before update on operation "
            "for each statement execute function operation_is_append_only()"
        )
        roles.let_in(connection, APP)
    owner.dispose()
    app = make_engines(of_role(owner_url, APP)).write
    yield app
    app.dispose()
    postgres_server.drop_database("two_roles")


def test_a_second_upgrade_takes_back_what_was_given_besides(two_roles: Flask):
    with owner_engine().begin() as connection:
        connection.exec_driver_sql("grant all on operation to public")
        connection.exec_driver_sql("create table indicator_of_old (id int)")  # nobody knows it
    upgrade()
    with db.engine.connect() as connection:
        assert not roles.ADDED_ONLY & may(connection, "update")
        assert "indicator_of_old" not in may(connection, "select")


def test_an_app_that_owns_its_tables_is_told_apart(postgresql_url: str, tmp_path: Path):
    app = create_app(Settings(postgresql_url, "of a test", tmp_path, owner_url=postgresql_url))
    with app.app_context():
        upgrade()  # gives nobody anything
        told = app.test_client().get("/healthz").json
        with db.engine.connect() as connection:
            assert may(connection, "truncate") == set(Base.metadata.tables) | {"alembic_version"}
        assert is_one_role(db.session())
        db.session.remove()
        for engine in db.engines.values():
            engine.dispose()
    assert told == {"status": "ready", "database_role": "owner"}
