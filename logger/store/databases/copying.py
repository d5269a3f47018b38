"""Copying everything from one database into another, whichever kinds the two are.

Row by row through the models, in portions: SQLite and PostgreSQL then hold the same values, and every row has
been read once.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import JSON, Connection, Engine, Insert, Table, bindparam, insert, select, text
from sqlalchemy.types import TypeEngine

from logger.store.databases.patience import wait_for_ever
from logger.store.tables import Base

_PORTION = 500
_TABLES = Base.metadata.sorted_tables  # those that others refer to first
_LOCK_SECONDS = 60


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """A connection that sees the database as it is now, whatever is written meanwhile; no writer waits."""
    with engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ")
            # Before the snapshot is taken: no table may be emptied or altered under it.
            connection.exec_driver_sql(f"LOCK TABLE {_names(connection)} IN ACCESS SHARE MODE")
        yield connection


def copy(source: Connection, target: Connection) -> None:
    """Add every row of the one database to the other, which is empty."""
    for table in _TABLES:
        rows = source.execute(select(table), execution_options={"yield_per": _PORTION})
        adding = _adding(table)
        for portion in rows.mappings().partitions():
            target.execute(adding, [{f"new_{name}": value for name, value in row.items()} for row in portion])


def replace(source: Connection, target: Connection) -> None:
    """Let one database hold what the other holds and nothing else, inside the target's transaction.

    Append-only tables are emptied too: it is another history that takes their place, not a change of this.
    """
    with _guards_lifted(target):
        _empty(target)
        copy(source, target)


def hold(target: Connection) -> None:
    """Let nobody read or write until the transaction ends; on SQLite a writing one has the lock already."""
    if target.dialect.name == "postgresql":
        wait_for_ever(target)
        target.exec_driver_sql(f"SET LOCAL lock_timeout = '{_LOCK_SECONDS}s'")
        target.exec_driver_sql(f"LOCK TABLE {_names(target)} IN ACCESS EXCLUSIVE MODE")


def _adding(table: Table) -> Insert:
    return insert(table).values(
        {column.name: bindparam(f"new_{column.name}", type_=_kept(column.type)) for column in table.columns}
    )


def _kept(kind: TypeEngine[object]) -> TypeEngine[object]:
    # Otherwise a column without a value would come out with the JSON value null.
    return JSON(none_as_null=True) if isinstance(kind, JSON) else kind


def _empty(target: Connection) -> None:
    if target.dialect.name == "postgresql":
        target.exec_driver_sql(f"TRUNCATE {_names(target)}")
        return
    for table in reversed(_TABLES):
        target.execute(table.delete())


@contextmanager
def _guards_lifted(target: Connection) -> Iterator[None]:
    """Without the triggers that keep rows as entered; they are back before the transaction ends."""
    if target.dialect.name == "postgresql":
        guarded = target.scalars(
            text("select distinct tgrelid::regclass::text from pg_trigger where not tgisinternal")
        ).all()
        lift = [f"ALTER TABLE {name} DISABLE TRIGGER USER" for name in guarded]
        put_back = [f"ALTER TABLE {name} ENABLE TRIGGER USER" for name in guarded]
    else:
        triggers = target.execute(text("select name, sql from sqlite_master where type = 'trigger'")).all()
        lift = [f'DROP TRIGGER "{trigger.name}"' for trigger in triggers]
        put_back = [trigger.sql for trigger in triggers]
    for statement in lift:
        target.exec_driver_sql(statement)
    yield
    for statement in put_back:
        target.exec_driver_sql(statement)


def _names(connection: Connection) -> str:
    return ", ".join(connection.dialect.identifier_preparer.format_table(table) for table in _TABLES)
