"""Which schema a database has, which one this release wants, and the way from the one to the other."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

_MIGRATIONS = Path(__file__).resolve().parents[3] / "migrations"


def revision_of(connection: Connection) -> str | None:
    """The revision that a database was migrated to; None for one that no migration has touched."""
    return MigrationContext.configure(connection).get_current_revision()


@cache
def wanted() -> str:
    """The revision that this release is written for."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    assert head is not None
    return head


def is_known(revision: str) -> bool:
    """Whether this release has the way from that revision to its own: a newer release's it has not."""
    return revision in {each.revision for each in ScriptDirectory.from_config(_config()).walk_revisions()}


def upgrade(engine: Engine) -> None:
    """Bring a database to the revision that this release wants, an empty one from the beginning."""
    config = _config()
    config.attributes["engine"] = engine
    command.upgrade(config, "head")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    return config
