"""`audit verify`: everything still is what was entered, or the first row that is not."""

import json
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import OperationalError

from logger.extensions import db
from logger.services.transactions import writing
from logger.store import audit
from logger.store.databases.engine import Use
from tests.worlds.desks import LATER, Desk
from tests.worlds.phones import OREBRO, Phone, World, changing

ROWS = {
    "first": "id = (select activity_id from operation where municipality = '1814' and server_seq = 1)",
    "fourth": "op_id = (select op_id from operation where municipality = '1814' and server_seq = 4)",
    "rest": "op_id in (select op_id from operation where municipality = '1814' and server_seq > 4)",
}
TAMPERINGS = {
    "an event of the audit": (
        ["update audit set actor = 'somebody else' where seq = 2"],
        "tabellen audit, nr 2: granskningsloggens kedja håller inte från nr 2",
    ),
    "an event taken out": (["delete from audit where seq = 1"], "tabellen audit, nr 1: "),
    "a status": (
        ["update operation set status = 'held' where municipality = '1814' and server_seq = 2"],
        "tabellen operation, kommun 1814, nr 2: kedjan håller inte från nr 2",
    ),
    "the other municipality's ledger": (
        ["update operation set code = 'x' where municipality = '1880'"],
        "tabellen operation, kommun 1880, nr 1: ",
    ),
    "rows cut off": (
        [
            "update counter set server_seq = 4 where municipality = '1814'",
            "delete from operation_body where {rest}",
            "delete from operation where municipality = '1814' and server_seq > 4",
        ],
        "tabellen operation, kommun 1814, nr 5: ",
    ),
    "a body": (
        ["update operation_body set body = salt where {fourth}"],
        "tabellen operation_body, kommun 1814, nr 4: innehållet i nr 4 är ändrat",
    ),
    "a body taken out": (["delete from operation_body where {fourth}"], "operation_body, kommun 1814, nr 4"),
    "a salt taken out": (
        ["update operation_body set salt = null where {fourth}"],
        "operation_body, kommun 1814, nr 4",
    ),
    "a reduction that nobody told of": (
        ["update operation_body set salt = null, reduced_at = '2026-03-09 12:00' where {fourth}"],
        "operation_body, kommun 1814, nr 4",
    ),
    "an activity": (
        ["update activity set others = 9 where {first}"],
        "är inte vad dess poster säger",
    ),
    "an activity taken out": (["delete from activity where {first}"], "tabellen activity, "),
    "an activity that nobody entered": (
        ["update activity set municipality = '0882' where municipality = '1880'"],
        "tabellen activity, kommun 0882, ",
    ),
}


@pytest.fixture
def busy(world: World, phone: Phone) -> World:
    """Ledgers with something of everything, and two events in the audit."""
    ops = [phone.create(note="Lugnt"), phone.create(others=2), phone.create(note="ring 070-123 45 67")]
    phone.send(*ops, phone.create(municipality=OREBRO, place=None))
    phone.send(phone.op(changing("amend", ops[0], 1, others=1)), phone.create())
    desk, ids = Desk(world), [json.loads(op["body"])["activity_id"] for op in ops]
    desk.strike(ids[1])
    desk.take_in(ops[2]["op_id"])
    with world.app.app_context(), writing(db.session()):
        for action in ("first", "second"):
            audit.append(db.session(), audit.Event("operator", action, "something"), LATER)
    return world


def verify(world: World) -> Any:
    return world.app.test_cli_runner().invoke(args=["audit", "verify"])


def test_what_is_whole_is_told_in_one_line(busy: World):
    told = verify(busy)

    assert told.exit_code == 0
    assert told.output.startswith("Allt håller: ")
    assert "händelser i granskningsloggen, 8 poster med innehåll i 2 liggare, 5 aktiviteter" in told.output
    assert told.output.count("\n") == 1


@pytest.mark.parametrize("tampering", TAMPERINGS)
def test_the_first_bad_row_is_named(busy: World, tampering: str):
    statements, named = TAMPERINGS[tampering]
    with busy.app.app_context(), writing(db.session(), Use.OWN):
        for statement in statements:
            db.session.execute(text(statement.format(**ROWS)))

    told = verify(busy)

    assert told.exit_code == 1
    assert told.stderr.startswith("Fel i tabellen ")
    assert named in told.stderr
    assert told.stdout == ""


def test_a_row_that_cannot_be_read_is_named(busy: World):
    with busy.app.app_context(), writing(db.session(), Use.OWN):
        db.session.execute(
            text("update operation set facts = '7' where municipality = '1814' and server_seq = 2")
        )

    told = verify(busy)

    assert told.exit_code == 1
    assert "tabellen operation, kommun 1814, nr 2: nr 2 går inte att läsa" in told.stderr


@pytest.mark.parametrize("at", ["operation_body", "server_seq = "], ids=["a ledger", "one row of it"])
def test_a_database_that_fails_in_the_middle_is_no_bad_row(busy: World, at: str):
    """It would be named as damaged, and the damage looked for in a ledger that is whole."""
    with busy.app.app_context(), writing(db.session(), Use.OWN):
        db.session.execute(text("update operation set facts = '7' where municipality = '1880'"))

    def fail(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if at in statement:
            raise OperationalError(statement, None, OSError("the disk went away"))

    with busy.app.app_context():
        event.listen(db.engines["read"], "before_cursor_execute", fail)
        told = verify(busy)
        event.remove(db.engines["read"], "before_cursor_execute", fail)

    assert isinstance(told.exception, OperationalError)
    assert "går inte att läsa" not in told.output


def test_verifying_keeps_nobody_waiting_and_changes_nothing(busy: World, rows):
    before = rows("select count(*) from audit")

    verify(busy)

    assert rows("select count(*) from audit") == before
