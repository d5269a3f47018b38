"""What every batch asks of a ledger is looked up by its key, however long the ledger is."""

import re
from uuid import uuid4

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from logger.domain.entering.batches import Cursor
from logger.domain.entering.feed import Window
from logger.store import together
from logger.store.activities import projection
from logger.store.databases.engine import make_engines
from logger.store.plan import plan_sayings
from logger.store.syncing import counters, feed, known, operations
from logger.store.syncing.known import Named
from logger.store.syncing.operations import Sent
from logger.store.tables.base import Base
from tests.worlds.phones import LEKEBERG, OREBRO


def test_a_cursor_is_found_without_reading_the_ledger(sqlite_url):
    engine = make_engines(sqlite_url).write
    Base.metadata.create_all(engine)
    asked = []
    event.listen(engine, "before_cursor_execute", lambda *given: asked.append(given[2:4]))
    cursors = {code: Cursor(str(uuid4()), 7, "0" * 64) for code in (LEKEBERG, OREBRO)}

    with Session(engine) as session:
        counters.at(session, cursors.keys(), cursors)
        statement, given = asked[-1]
        plan = session.connection().exec_driver_sql(f"explain query plan {statement}", given).all()
    engine.dispose()

    ways = [row.detail for row in plan if "operation" in row.detail]
    assert ways
    assert all("municipality=? AND server_seq=?" in way for way in ways)


def test_what_a_batch_is_judged_by_is_found_without_reading_any_table(sqlite_url):
    engine = make_engines(sqlite_url).write
    Base.metadata.create_all(engine)
    asked = []
    event.listen(engine, "before_cursor_execute", lambda *given: asked.append(given[2:4]))
    named = Named(frozenset(), frozenset(), frozenset(), frozenset(), frozenset({LEKEBERG}))
    sent = Sent([], str(uuid4()), [7])

    with Session(engine) as session:
        together.read(
            session,
            {
                **known.readings(named, "police", [LEKEBERG]),
                **operations.earlier(sent, []),
                "standing": projection.as_standing([]),
                **plan_sayings.named("police", [(LEKEBERG, (str(uuid4()), "2026-03.1"))]),
            },
        )
        statement, given = asked[-1]
        plan = session.connection().exec_driver_sql(f"explain query plan {statement}", given).all()
    engine.dispose()

    keys = r"(anon_\d+|codes|organisations|people|counting|places|whole_maps|op_ids|activities|numbers|times)"
    scans = [row.detail for row in plan if re.match(rf"SCAN (?!{keys}\b)", row.detail)]
    assert scans == ["SCAN vocabulary"]  # a hundred words, whatever has been logged
    assert sum("SEARCH operation USING" in row.detail for row in plan) == 3


@pytest.mark.parametrize("windows", [1, 2])
def test_the_feed_is_found_without_reading_others_entries(sqlite_url, windows):
    engine = make_engines(sqlite_url).write
    Base.metadata.create_all(engine)
    asked = []
    event.listen(engine, "before_cursor_execute", lambda *given: asked.append(given[2:4]))
    told = [Window(code, 7, 9_000, None) for code in (LEKEBERG, OREBRO)[:windows]]

    with Session(engine) as session:
        feed.changes(session, str(uuid4()), told, [str(uuid4())], 501)
        statement, given = asked[-1]
        plan = session.connection().exec_driver_sql(f"explain query plan {statement}", given).all()
    engine.dispose()

    ways = [row.detail for row in plan if re.match(r"S\w+ (operation|activity|held) ", row.detail)]
    assert len(ways) >= 4
    for way in ways:
        by_range = "server_seq>" in way and "author=?" not in way
        whole = way.endswith("(municipality=?)") or way.startswith("SCAN")
        assert not by_range, way
        assert not whole, way
