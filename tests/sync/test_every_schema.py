"""Every body that was ever queued: taken as it is, kept to the byte, read to the same for ever."""

import json
from typing import Any

import pytest

from logger.domain.entering import body_reader
from logger.domain.entering.body_reader import read_body
from logger.domain.entering.entries import Create
from logger.domain.entering.upcasting import NEWEST_SCHEMA, OLDEST_SCHEMA, UPCASTING, Body, Upcasting
from logger.extensions import db
from logger.services.running.ledger_checks import Damage, damage, strays
from tests.faults import Fired, Room, fault
from tests.sync.golden_bodies import Golden, golden, read, schemas
from tests.worlds.phones import LEKEBERG, Phone, World

OF_PHONES = {"create", "amend", "withdraw", "void"}
SINCE = {3: {"plan"}}
OF_THE_DESK = {"create", "void", "correct", "merge"}
LATER = {"schema": NEWEST_SCHEMA + 1}


def test_no_schema_is_without_its_fixtures():
    assert schemas() == list(range(NEWEST_SCHEMA + 1))
    for schema in schemas():
        kinds = {each.kind for each in golden(schema)}
        since = {kind for first, kinds in SINCE.items() if first <= schema for kind in kinds}
        assert kinds == (OF_PHONES | since if schema >= OLDEST_SCHEMA else OF_THE_DESK), schema


@pytest.mark.parametrize(
    "each", [pytest.param(each, id=f"{n} {each.name}") for n in schemas() for each in golden(n)]
)
def test_a_body_is_read_as_it_always_was(each: Golden):
    assert read(each.schema, each.body) == each.entry


@pytest.mark.parametrize("schema", [schema for schema in schemas() if schema >= OLDEST_SCHEMA])
def test_a_body_is_kept_as_it_was_sent(phone: Phone, world: World, rows, schema: int):
    ops = [phone.op(each.body, schema=schema) for each in golden(schema)]

    results = phone.send(*ops)

    assert "retry" not in {result["status"] for result in results}
    kept = {bytes(body).decode() for (body,) in rows("select body from operation_body")}
    assert kept == {each.body for each in golden(schema)}
    assert rows("select distinct schema from operation") == [(schema,)]
    with world.app.app_context():
        assert damage(db.session(), LEKEBERG) == Damage(None, ())
        assert strays(db.session(), LEKEBERG) == []


def _renamed(body: Body) -> Body:
    """An invented next schema, in which `others` is called `unnamed`."""
    return {("unnamed" if name == "others" else name): value for name, value in body.items()}


def _reads_the_invented(body: Body, schema: int) -> Body:
    """What a reader of the invented schema would be handed, in the words of today's."""
    risen = Upcasting({**UPCASTING.steps, NEWEST_SCHEMA: _renamed})(body, schema)
    assert "others" not in risen
    return {("others" if name == "unnamed" else name): value for name, value in risen.items()}


def test_with_a_next_schema_the_older_ones_are_read_to_the_same(monkeypatch):
    monkeypatch.setattr(body_reader, "UPCASTING", _reads_the_invented)

    for schema in schemas():
        for each in golden(schema):
            assert read(schema, each.body) == each.entry
    [new] = [each for each in golden(NEWEST_SCHEMA) if each.name == "create with everything there is"]
    body = json.dumps(_renamed(json.loads(new.body)))
    entry = read_body(body.encode(), NEWEST_SCHEMA + 1)
    assert isinstance(entry, Create)
    assert entry.content.others == 200


def test_each_step_is_taken_once_and_in_order():
    def adding(number: int) -> Any:
        return lambda body: {**body, "way": [*body.get("way", []), number]}

    up = Upcasting({number: adding(number) for number in range(3)})
    first = {"kind": "create"}

    assert [up(first, schema).get("way", []) for schema in range(4)] == [[0, 1, 2], [1, 2], [2], []]
    assert first == {"kind": "create"}
    for schema in (-1, 4):
        with pytest.raises(ValueError, match="no way"):
            up(first, schema)


def test_a_way_with_a_step_missing_is_none():
    with pytest.raises(ValueError, match="step missing"):
        Upcasting({0: _renamed, 2: _renamed})


@fault(
    "old client with new server and back",
    room=Room.SERVER,
    expect="a newer entry waits for its server, an older one is read, and no other item is touched",
)
def test_a_server_rolled_back_leaves_newer_entries_on_their_phones(
    phone: Phone, rows, monkeypatch, fired: Fired
):
    newer, today = phone.create(others=4) | LATER, phone.create()

    assert phone.statuses(newer, today) == [("retry", "schema_too_new"), ("stored", None)]
    fired(rows("select count(*) from operation") == [(1,)], "an entry of a schema that the server lacks")

    upgraded = Upcasting({**UPCASTING.steps, NEWEST_SCHEMA: dict})
    monkeypatch.setattr("logger.domain.entering.envelopes.NEWEST_SCHEMA", upgraded.newest)
    monkeypatch.setattr(body_reader, "UPCASTING", upgraded)
    assert phone.statuses(newer, phone.create()) == [("stored", None), ("stored", None)]
    assert rows("select count(*) from activity") == [(3,)]


@fault(
    "old client with new server and back",
    room=Room.SERVER,
    expect="a field that the server does not know refuses that entry alone; it is kept and told by name",
)
def test_a_field_of_a_later_app_is_told_by_name(phone: Phone, rows, fired: Fired):
    odd = phone.create(weather="snö")

    [refused, stored] = phone.send(odd, phone.create())

    fired(refused["code"] == "bad_body", "an entry with a field from a later release")
    assert refused["errors"] == {"weather": "Okänt fält."}
    assert stored["status"] == "stored"
    assert rows("select count(*) from operation_body") == [(2,)]
    assert phone.post(phone.batch(phone.create(), weather="snö")).json["code"] == "bad_batch"
