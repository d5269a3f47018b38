"""What every batch asks of a ledger is looked up by its key, however long the ledger is."""

from uuid import uuid4

from sqlalchemy import event
from sqlalchemy.orm import Session

from logger.domain.batches import Cursor
from logger.store import counters
from logger.store.base import Base
from logger.store.engine import make_engines
from tests.phones import LEKEBERG, OREBRO


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
