"""Several readings sent as one statement: each gets the rows that it would get by itself."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Uuid,
    select,
    text,
)
from sqlalchemy.orm import Session

from logger.store import together
from logger.store.databases.engine import make_engines
from logger.store.statements import by_dialect
from logger.store.tables.base import Instant
from logger.store.together import Reading

ID = Uuid(as_uuid=False)
KINDS = Table(
    "of_every_kind",
    MetaData(),
    Column("id", ID, primary_key=True),
    Column("name", String(20)),
    Column("number", BigInteger),
    Column("small", SmallInteger),
    Column("yes", Boolean),
    Column("measure", Float),
    Column("told", JSON),
    Column("day", Date),
    Column("at", Instant),
    Column("raw", LargeBinary),
)
MONDAY = datetime(2026, 3, 2, tzinfo=UTC)
ROWS = [
    {
        "id": str(UUID(int=at, version=4)),
        "name": f"nummer {at}, å'\"",
        "number": 2**60 + at,
        "small": at,
        "yes": at % 2 == 0,
        "measure": at + 0.1,
        "told": {"list": [at, None]},
        "day": date(2026, 3, 1) + timedelta(days=at),
        "at": MONDAY + timedelta(hours=at, microseconds=at),
        "raw": bytes([0, at]),
    }
    for at in range(4)
] + [{"id": str(UUID(int=9, version=4)), "name": "nothing else"}]
BY_ID = by_dialect("ids", {"id": ID}, lambda key: select(*KINDS.c).where(KINDS.c.id == key.id))
BY_DAY = by_dialect(
    "days", {"day": Date()}, lambda key: select(KINDS.c.raw, KINDS.c.name).where(KINDS.c.day == key.day)
)


@pytest.fixture
def session(database_url: str) -> Iterator[Session]:
    engine = make_engines(database_url).write
    KINDS.create(engine)
    with Session(engine) as session:
        for row in ROWS:
            session.execute(KINDS.insert().values(**row))
        yield session
        session.rollback()
    engine.dispose()


def as_told(row: Any) -> dict[str, Any]:
    return {column.name: getattr(row, column.name) for column in KINDS.c}


def test_values_of_every_kind_come_as_they_were_written(session: Session):
    wanted = [ROWS[2], ROWS[4]]
    found = together.read(
        session,
        {
            "days": Reading(BY_DAY, {"days": [{"day": ROWS[1]["day"]}]}),
            "ids": Reading(BY_ID, {"ids": [{"id": each["id"]} for each in wanted]}),
        },
    )

    by_id = {row.id: as_told(row) for row in found["ids"]}
    nothing = dict.fromkeys(KINDS.c.keys())
    assert by_id == {each["id"]: nothing | each for each in wanted}
    assert [tuple(row) for row in found["days"]] == [(ROWS[1]["raw"], ROWS[1]["name"])]


def test_one_that_is_written_alike_in_both_is_read_with_its_values(session: Session):
    early = select(KINDS.c.id).where(KINDS.c.at < MONDAY + timedelta(hours=2))
    asked = {"early": Reading.of(early), "ids": Reading(BY_ID, {"ids": [{"id": ROWS[4]["id"]}]})}
    found = together.read(session, asked)
    assert {row.id for row in found["early"]} == {ROWS[0]["id"], ROWS[1]["id"]}
    assert [row.name for row in found["ids"]] == ["nothing else"]


def test_nothing_is_found_of_no_keys_and_nothing_is_sent_for_no_readings(session: Session):
    assert together.read(session, {"ids": Reading(BY_ID, {"ids": []})}) == {"ids": []}
    assert together.read(session, {}) == {}


def test_a_key_that_is_named_twice_is_looked_up_as_often_as_postgresql_will(session: Session):
    twice = [{"id": ROWS[0]["id"]}, {"id": ROWS[0]["id"]}]
    found = together.read(session, {"ids": Reading(BY_ID, {"ids": twice})})["ids"]
    assert {row.id for row in found} == {ROWS[0]["id"]}


def test_postgresql_keeps_its_plan(postgresql_url: str):
    """However many keys: by one with an array it would plan each time anew."""
    engine = make_engines(postgresql_url).write
    KINDS.create(engine)
    with Session(engine) as session:
        for times in range(20):
            keys = [{"id": ROWS[0]["id"]}] * (1 + times % 3)
            together.read(session, {"ids": Reading(BY_ID, {"ids": keys})})
        plans = "select generic_plans, custom_plans from pg_prepared_statements"
        [(kept, anew)] = session.execute(text(f"{plans} where statement like '%every_kind%'")).all()
        session.rollback()
    engine.dispose()
    assert kept >= 5
    assert anew <= 5
