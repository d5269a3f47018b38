"""Migrations over a database with rows in it: nothing is lost on the way, a bad one leaves no trace."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import func, inspect, select, table, text
from sqlalchemy.exc import DBAPIError

from logger.config import Settings
from logger.extensions import db
from logger.factory import ROOT, create_app

NEXT = '''"""The next migration.

Revision: next, after the newest.
"""

import sqlalchemy as sa
from alembic import op

revision = "next"
down_revision = "{newest}"


def upgrade() -> None:
    {upgrade}


def downgrade() -> None:
    pass
'''
OF_A_PARENT = """with op.batch_alter_table("district") as district:
        district.alter_column("name", existing_type=sa.String(120), type_=sa.String(200))"""
THAT_LOSES_ROWS = """op.add_column("district", sa.Column("seat", sa.String(80)))
    op.execute("delete from municipality")"""

ROWS = (
    "insert into district values ('orebro', 'Örebro')",
    "insert into municipality values ('1814', 'Lekeberg', 'lekeberg', 'orebro', 'Europe/Stockholm')",
    "insert into audit values (1, '2026-01-01 00:00:00', 'a', null, 'b', 'c', 'd', 'e', 'f')",
)


OLD_BOOK = (
    "insert into pledge values ('1814', 'lofte', {false})",
    "insert into progress values ('1814', 'lofte', 'kontroller', 1, 1, '{{}}', '{{}}')",
)


@pytest.fixture
def app(database_url: str, tmp_path: Path) -> Iterator[Flask]:
    made = create_app(Settings(database_url=database_url, secret_key="of a test", instance=tmp_path))
    with made.app_context():
        upgrade()
        with db.engine.begin() as connection:
            for row in ROWS:
                connection.execute(text(row))
        yield made
        for engine in db.engines.values():
            engine.dispose()


def migrations_with(folder: Path, deed: str) -> str:
    copy = folder / "migrations"
    shutil.copytree(ROOT / "migrations", copy)
    (copy / "versions" / "next.py").write_text(NEXT.format(upgrade=deed, newest=newest()))
    return str(copy)


def newest() -> str:
    head = ScriptDirectory(str(ROOT / "migrations")).get_current_head()
    assert head is not None
    return head


def counted(name: str) -> int:
    with db.engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(table(name))).scalar_one()


def test_rebuilding_a_parent_table_keeps_its_children(app: Flask, tmp_path: Path):
    upgrade(directory=migrations_with(tmp_path, OF_A_PARENT))

    assert counted("municipality") == 1
    with db.engine.connect() as connection:
        assert connection.execute(text("select version_num from alembic_version")).scalar_one() == "next"


def test_foreign_keys_are_on_again_after_a_migration(app: Flask, tmp_path: Path):
    upgrade(directory=migrations_with(tmp_path, OF_A_PARENT))

    with pytest.raises(DBAPIError, match=r"(?i)foreign key"), db.engine.begin() as connection:
        connection.execute(text("delete from district"))


def test_a_migration_that_loses_rows_is_taken_back_whole(app: Flask, tmp_path: Path, caplog):
    with pytest.raises(SystemExit):
        upgrade(directory=migrations_with(tmp_path, THAT_LOSES_ROWS))

    assert "lost rows of municipality" in caplog.text
    assert counted("municipality") == 1
    with db.engine.connect() as connection:
        assert connection.execute(text("select version_num from alembic_version")).scalar_one() == newest()
        assert [column["name"] for column in inspect(connection).get_columns("district")] == ["id", "name"]


def test_what_figures_are_read_from_may_start_empty_in_a_new_form(app: Flask):
    downgrade(revision="0016")
    false = "false" if db.engine.dialect.name == "postgresql" else "0"
    with db.engine.begin() as connection:
        for row in OLD_BOOK:
            connection.execute(text(row.format(false=false)))

    upgrade()

    assert (counted("pledge"), counted("progress")) == (1, 0)


@pytest.mark.parametrize("change", ["update audit set actor = 'x'", "delete from audit"])
def test_the_database_itself_keeps_the_audit_append_only(app: Flask, change: str):
    with pytest.raises(DBAPIError, match="append-only"), db.engine.begin() as connection:
        connection.execute(text(change))

    assert counted("audit") == 1
