"""Whose the tables are: on PostgreSQL one role may own them, and the app come as another with fewer rights.

An app that owns its tables could drop the triggers that keep the ledger as entered. One that comes as a role
of its own can add to the ledger and to the audit, and neither change nor take away a row of them, whatever
becomes of its process. SQLite knows no roles: whoever may write the file may write all of it.
"""

from sqlalchemy import Connection, Engine, inspect, text

from logger.store.tables import Base

ADDED_ONLY = frozenset(
    {
        "audit",
        "follow_up_proposal",
        "follow_up_stand",
        "operation",
        "operation_body",
        "plan_approval",
        "publication",
    }
)
"""To these the app adds rows and does nothing else; bodies are reduced by disposal, which the owner runs."""

_REVISION = "alembic_version"
_ONE_AT_A_TIME = 4_711_002  # two machines that start together would change the same rights at once
_OWNS = text(
    "select pg_has_role(current_user, relowner, 'usage') from pg_class where oid = to_regclass('operation')"
)


def has_roles(connection: Connection) -> bool:
    """Whether this kind of database tells its users apart."""
    return connection.dialect.name == "postgresql"


def is_owner(connection: Connection) -> bool:
    """Whether whoever is connected owns the ledger, or has its owner's rights; on SQLite everybody does."""
    return not has_roles(connection) or bool(connection.scalar(_OWNS))


def name_of(engine: Engine) -> str:
    """The role that a PostgreSQL engine connects as."""
    with engine.connect() as connection:
        name: str = connection.scalar(text("select current_user")) or ""
    return name


def let_in(owner: Connection, role: str) -> None:
    """Give a role what the app needs of the tables that are there, and no more; it may be done again."""
    quoted = owner.dialect.identifier_preparer.quote
    there = set(inspect(owner).get_table_names())
    read = [name for name in (*Base.metadata.tables, _REVISION) if name in there]
    added = [name for name in read if name != _REVISION]
    changed = [name for name in added if name not in ADDED_ONLY]

    def of(names: list[str]) -> str:
        return ", ".join(map(quoted, names))

    to, database = quoted(role), quoted(owner.engine.url.database or "")
    statements = [
        f"SELECT pg_advisory_xact_lock({_ONE_AT_A_TIME})",
        f"REVOKE CREATE ON SCHEMA public FROM PUBLIC, {to}",
        f"REVOKE CREATE, TEMPORARY ON DATABASE {database} FROM PUBLIC, {to}",
        f"GRANT USAGE ON SCHEMA public TO {to}",
    ]
    if added:
        statements += [
            f"REVOKE ALL ON {of(read)} FROM PUBLIC, {to}",
            f"GRANT SELECT ON {of(read)} TO {to}",
            f"GRANT INSERT ON {of(added)} TO {to}",
            f"GRANT UPDATE, DELETE ON {of(changed)} TO {to}",
        ]
    for statement in statements:
        owner.exec_driver_sql(statement)
