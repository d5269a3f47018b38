"""How migrations run: in one transaction over the app's own writing engine, on either kind of database.

SQLite cannot alter a table; Alembic's batch mode copies it and drops the old one, and with foreign keys on
that deletes what hangs on it. They can only be switched off before the transaction begins, so that is done
here, and a table that comes out with fewer rows, or a reference that leads nowhere, rolls everything back.

Whose database it is: the app's own, or that of the engine which `logger.store.databases.schema` hands over.
Where the app comes as another role than the owner of its tables, that one is given its rights at the end,
also when there was nothing to migrate.
"""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from flask import current_app
from sqlalchemy import Connection, Engine, func, inspect, select, table, text

from logger.extensions import owner_engine
from logger.store.databases import roles
from logger.store.databases.patience import wait_for_ever
from logger.store.tables import Base
from logger.store.tables.base import Instant


def engine() -> Engine:
    """The engine of the database to migrate."""
    handed_over: Engine | None = context.config.attributes.get("engine")
    return handed_over or owner_engine()


def run_offline() -> None:
    """Write the statements down instead of running them."""
    context.configure(
        url=engine().url.render_as_string(hide_password=False),
        target_metadata=Base.metadata,
        literal_binds=True,
        render_as_batch=True,
    )
    with context.begin_transaction():
        context.run_migrations()


def run_online() -> None:
    """Run the migrations over one connection, which is thrown away afterwards."""
    with engine().connect() as connection:
        wait_for_ever(connection)
        connection.detach()
        if connection.dialect.name == "sqlite":
            switch_foreign_keys_off(connection)
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            compare_server_default=True,
            render_as_batch=True,
            render_item=render_item,
            transactional_ddl=True,
        )
        with context.begin_transaction():
            before = rows_by_table(connection)
            context.run_migrations()
            require_nothing_lost(connection, before)
            let_the_app_in(connection)


def let_the_app_in(connection: Connection) -> None:
    """Give the app its rights where it is not the owner whose engine this is."""
    if "engine" in context.config.attributes or connection.dialect.name == "sqlite":
        return
    app = current_app.extensions["migrate"].db.engine
    role = roles.name_of(app)
    if role != roles.name_of(owner_engine()):
        roles.let_in(connection, role)


def switch_foreign_keys_off(connection: Connection) -> None:
    """Past SQLAlchemy, which would begin a transaction first, in which the switch is ignored in silence."""
    driver = connection.connection.dbapi_connection
    assert driver is not None
    cursor = driver.cursor()
    cursor.execute("PRAGMA foreign_keys=OFF")
    cursor.close()


def rows_by_table(connection: Connection) -> dict[str, int]:
    """How many rows each table has."""
    counts = {
        name: select(func.count()).select_from(table(name))
        for name in inspect(connection).get_table_names()
        if name != "alembic_version"
    }
    return {name: connection.execute(query).scalar_one() for name, query in counts.items()}


# What figures are read from is made anew from the activities (`progress rebuild`): a new form starts empty.
MADE_ANEW = frozenset({"progress"})


def require_nothing_lost(connection: Connection, before: dict[str, int]) -> None:
    """Raise where a table that is still there has fewer rows, or a foreign key leads nowhere."""
    after = rows_by_table(connection)
    kept = (before.keys() & after.keys()) - MADE_ANEW
    fewer = [name for name in sorted(kept) if after[name] < before[name]]
    if fewer:
        raise RuntimeError(f"the migration lost rows of {', '.join(fewer)}")
    if connection.dialect.name == "sqlite" and connection.execute(text("PRAGMA foreign_key_check")).first():
        raise RuntimeError("the migration left a reference that leads nowhere")


def render_item(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:
    """Migrations stand by themselves: they do not name types of the app, which go on changing."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, Instant) else False


if context.is_offline_mode():
    run_offline()
else:
    run_online()
