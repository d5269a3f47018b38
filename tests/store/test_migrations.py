"""The migrations build exactly what the models say, on both kinds of database, and can be run again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect

from logger.config import Settings
from logger.extensions import db
from logger.factory import create_app


@pytest.fixture
def app(database_url: str, tmp_path: Path) -> Iterator[Flask]:
    app = create_app(Settings(database_url=database_url, secret_key="of a test", instance=tmp_path))
    with app.app_context():
        yield app
        for engine in db.engines.values():
            engine.dispose()


@pytest.mark.usefixtures("app")
def test_a_migrated_database_is_what_the_models_say():
    upgrade()

    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        assert compare_metadata(context, db.metadata) == []


@pytest.mark.usefixtures("app")
def test_migrating_again_changes_nothing():
    upgrade()
    tables = set(inspect(db.engine).get_table_names())
    upgrade()

    assert set(inspect(db.engine).get_table_names()) == tables


@pytest.mark.usefixtures("app")
def test_the_migrations_can_be_taken_back():
    upgrade()
    downgrade(revision="base")

    assert set(inspect(db.engine).get_table_names()) == {"alembic_version"}
