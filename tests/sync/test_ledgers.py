"""Ledgers after everything that phones did: chained, whole, and the ground of what stands."""

import json

import pytest
from sqlalchemy import text

from logger.extensions import db
from logger.services.running.ledger_checks import Damage, damage, strays
from logger.services.transactions import writing
from logger.store.databases.engine import Use
from tests.worlds.phones import LEKEBERG, OREBRO, OSKARSHAMN, Phone, World, changing


@pytest.fixture
def busy_ledger(phone: Phone) -> Phone:
    """A ledger with every kind and status in it, over several batches and two municipalities."""
    first, second = phone.create(note="Lugnt"), phone.create(participants=[phone.person.id], others=2)
    phone.send(first, second, phone.create(municipality=OREBRO, place=None))
    phone.send(
        phone.op(changing("amend", first, 1, ended_at=None)),
        phone.op(changing("withdraw", second, 1)),
        phone.op(changing("withdraw", first, 1)),
        phone.create(note="ring 070-123 45 67"),
        phone.create(type="unheard_of"),
        phone.op("not JSON"),
    )
    third = phone.create()
    phone.send(third, phone.op(changing("void", third, 1)))
    return phone


def test_every_ledger_is_whole(busy_ledger: Phone, world: World):
    with world.app.app_context():
        for municipality in (LEKEBERG, OREBRO, "0000", OSKARSHAMN):
            assert damage(db.session(), municipality) == Damage(None, ())


def test_what_stands_is_what_the_operations_make_of_it(busy_ledger: Phone, world: World, rows):
    with world.app.app_context():
        assert strays(db.session(), LEKEBERG) == []
        assert strays(db.session(), OREBRO) == []
    assert rows("select state, rev from activity where municipality = '1814' order by state") == [
        ("current", 2),
        ("voided", 2),
        ("withdrawn", 2),
    ]


UPDATE_THE_FOURTH = """
    update operation_body set body = salt where op_id = (select op_id from operation where server_seq = 4)
"""
TAMPERINGS = {
    "a status": (["update operation set status = 'held' where server_seq = 3"], Damage(3, ())),
    "an author": (["update operation set author = null where server_seq = 2"], Damage(2, ())),
    "a receipt": (["update operation set facts = '{}' where server_seq = 1"], Damage(1, ())),
    "the head": (["update counter set head = 'x'"], Damage(10, ())),
    "the last row": (
        [
            "delete from operation_body where op_id = (select op_id from operation where server_seq = 9)",
            "delete from operation where server_seq = 9",
        ],
        Damage(9, ()),
    ),
    "a body": ([UPDATE_THE_FOURTH], Damage(None, (4,))),
}


@pytest.mark.parametrize("tampering", TAMPERINGS)
def test_tampering_is_found_where_it_happened(busy_ledger: Phone, world: World, tampering):
    statements, found = TAMPERINGS[tampering]
    with world.app.app_context():
        with writing(db.session(), Use.OWN):
            for statement in statements:
                db.session.execute(text(statement))
        assert damage(db.session(), LEKEBERG) == found


def test_an_activity_changed_behind_the_ledgers_back_is_a_stray(busy_ledger: Phone, world: World, rows):
    with world.app.app_context():
        with writing(db.session()):
            db.session.execute(text("update activity set others = 9 where state = 'current'"))
        assert len(strays(db.session(), LEKEBERG)) == 1


def test_numbers_have_no_gaps_and_no_note_is_outside_the_bodies(busy_ledger: Phone, rows):
    numbers = rows("select server_seq from operation where municipality = '1814' order by server_seq")
    assert numbers == [(number,) for number in range(1, len(numbers) + 1)]
    facts = json.dumps([str(row) for row in rows("select facts from operation")])
    assert "Lugnt" not in facts
    assert "070" not in facts
