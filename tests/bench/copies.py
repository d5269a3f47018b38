"""One municipality of a database made into many there, so that millions of activities stand in minutes."""

from collections.abc import Sequence

import psycopg
from psycopg import sql

AT_A_TIME = 17
COPIED = ("counter", "place", "place_flag", "pledge", "pledge_version", "progress", "leaf", "activity")
_TOLD = """replace(row.text, '"' || row.municipality || '"', '"' || town.code || '"')"""
# What a copy has of its own.
OWN = {
    ("pledge_version", "text"): _TOLD,
    ("pledge_version", "sha256"): f"encode(sha256(convert_to({_TOLD}, 'UTF8')), 'hex')",
    ("counter", "epoch"): "gen_random_uuid()",
    ("place_flag", "id"): "gen_random_uuid()",
}
INDEXES = """
    select index.relname, pg_get_indexdef(index.oid)
    from pg_index join pg_class index on index.oid = indexrelid join pg_class of on of.oid = indrelid
    where of.relname = 'activity' and not indisunique
"""


def copy_all(connection: psycopg.Connection, first: str, codes: Sequence[str]) -> None:
    """Everything of the first municipality once more for each of these.

    The rows are right by being copies: no key is followed while they are written, and what is indexed beside
    the keys is indexed afterwards.
    """
    connection.execute("set session_replication_role = replica")
    connection.execute("set maintenance_work_mem = '256MB'")
    indexed = connection.execute(INDEXES).fetchall()
    for name, _ in indexed:
        connection.execute(sql.SQL("drop index {}").format(sql.Identifier(name)))
    rows = connection.execute(
        "select column_name, table_name from information_schema.columns where table_schema = 'public'"
    ).fetchall()
    columns: dict[str, list[str]] = {}
    for column, table in rows:
        columns.setdefault(table, []).append(column)
    for table in COPIED:
        copying = _copying(table, [name for name in columns[table] if name != "municipality"])
        for at in range(0, len(codes), AT_A_TIME):
            connection.execute(copying, (list(codes[at : at + AT_A_TIME]), first))
            connection.commit()
    for _, statement in indexed:
        connection.execute(statement)
        connection.commit()


def _copying(table: str, names: list[str]) -> bytes:
    """The statement that copies a table's rows, those of a municipality together."""
    taken = ", ".join(OWN.get((table, name), f'row."{name}"') for name in names)
    listed = ", ".join(f'"{name}"' for name in names)
    copying = (
        f"insert into {table} (municipality, {listed}) "  # noqa: S608 - names of our own alone
        f"select town.code, {taken} from {table} row cross join unnest(%s::text[]) as town(code) "
        f"where row.municipality = %s order by town.code"
    )
    return copying.encode()
