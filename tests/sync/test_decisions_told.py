"""What a coordinator decided on a held entry is told to its author's phones, in order, and to nobody else."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import event, text

from logger.domain.entering.body_writer import facts_of
from logger.extensions import db
from logger.services.syncing import feed
from logger.services.transactions import writing
from logger.store.databases.engine import Use
from tests.worlds.desks import COORDINATOR, Desk
from tests.worlds.phones import LEKEBERG, Phone, World, changing

SECRET = "ring 070-123 45 67"
FEW_OF_HELD = "ix_operation_held_of"


def id_of(op: dict[str, Any]) -> str:
    activity_id: str = json.loads(op["body"])["activity_id"]
    return activity_id


def decisions(answer: dict[str, Any]) -> list[tuple[str, str, str, int]]:
    """What was decided on, by what kind, and how the activity stands."""
    return [
        (each["settles"], each["kind"], each["state"], each["rev"])
        for each in answer["changes"]
        if "settles" in each
    ]


def holding(phone: Phone, **body: Any) -> dict[str, Any]:
    """An entry that is held, and that the phone knows to be."""
    op = phone.create(note=SECRET, **body)
    assert phone.pull(op)["results"][0]["status"] == "held"
    return op


def test_what_was_taken_in_is_told_with_its_figures_and_with_what_it_settles(world: World, phone: Phone):
    op = holding(phone)

    Desk(world).take_in(op["op_id"])

    [change] = phone.pull()["changes"]
    assert (change["settles"], change["kind"], change["rev"]) == (op["op_id"], "correct", 1)
    assert change["activity"]["counters"] == {"vehicles": 50}
    assert "reason" not in change
    assert phone.pull()["changes"] == []


def test_what_was_refused_is_told_with_the_reason_though_nothing_of_it_ever_stood(world: World, phone: Phone):
    op = holding(phone)

    Desk(world).refuse(op["op_id"], "Loggad två gånger")

    [change] = phone.pull()["changes"]
    assert change == {
        "municipality": LEKEBERG,
        "activity_id": id_of(op),
        "server_seq": 2,
        "rev": 0,
        "state": "voided",
        "kind": "void",
        "received_at": "2026-03-10T07:30:00Z",
        "stream_id": change["stream_id"],
        "reason": "Loggad två gånger",
        "settles": op["op_id"],
    }
    assert phone.pull()["changes"] == []


def test_a_phone_that_asks_from_the_beginning_is_told_what_was_decided_on_an_old_entry(
    world: World, phone: Phone
):
    old = {"started_at": "2026-01-20T08:00:00+01:00", "ended_at": "2026-01-20T09:00:00+01:00"}
    held, other = holding(phone, **old), phone.create(**old)
    phone.pull(other)
    Desk(world).take_in(held["op_id"])
    phone.cursors = {}

    told = phone.pull()

    assert decisions(told) == [(held["op_id"], "correct", "current", 1)]
    assert [each["activity_id"] for each in told["changes"]] == [id_of(held)]


def test_a_refused_change_leaves_what_stands_as_it_was(world: World, phone: Phone):
    op = phone.create()
    phone.pull(op)
    amend = phone.op(changing("amend", op, 1, note=SECRET, others=9))
    phone.pull(amend)

    Desk(world).refuse(amend["op_id"])

    answer = phone.pull()
    assert decisions(answer) == [(amend["op_id"], "void", "current", 1)]
    assert answer["changes"][0]["activity"]["others"] == 0


def test_what_waited_for_a_refused_entry_is_told_with_it(world: World, phone: Phone):
    op = holding(phone)
    waiting = phone.op(changing("amend", op, 1, others=2))
    assert phone.pull(waiting)["results"][0]["code"] == "waits_for_its_entry"

    Desk(world).refuse(op["op_id"])

    told = decisions(phone.pull())
    assert told == [(each["op_id"], "void", "voided", 0) for each in (op, waiting)]


def test_a_taking_in_is_told_though_the_entry_was_changed_since(world: World, phone: Phone):
    op, desk = holding(phone), Desk(world)
    desk.take_in(op["op_id"])
    desk.correct(id_of(op), facts_of(desk.stored(id_of(op)).activity) | {"others": 4}, reason="Fler var med.")

    answer = phone.pull()

    assert [(each["server_seq"], each.get("settles"), each["rev"]) for each in answer["changes"]] == [
        (2, op["op_id"], 2),
        (3, None, 2),
    ]
    assert answer["changes"][1]["reason"] == "Fler var med."


def test_what_was_thrown_away_on_the_phone_is_settled_too(world: World):
    broken, new = world.phone(world.anna), world.phone(world.anna)
    op = broken.create()
    void = broken.op({**changing("void", op, 1)})
    assert new.rescue(op, void, of=broken).json["results"][1]["status"] == "held"
    desk = Desk(world)
    desk.refuse(op["op_id"])

    assert {op["op_id"], void["op_id"]} == {each[0] for each in decisions(new.pull())}


def test_the_decision_comes_in_the_answer_that_gives_a_lost_receipt_again(world: World, phone: Phone):
    op = phone.create(note=SECRET)
    batch = phone.batch(op)
    phone.post(batch)  # the answer is lost
    Desk(world).refuse(op["op_id"])

    answer = phone.post(batch).json

    assert answer["results"][0]["status"] == "held"
    assert decisions(answer) == [(op["op_id"], "void", "voided", 0)]


def test_every_phone_of_its_author_is_told_and_nobody_else(world: World, phone: Phone):
    others = [world.phone(each) for each in (world.bo, world.worker, world.coordinator, world.chief)]
    refused, taken_in = holding(phone, participants=[world.bo.id]), holding(phone)
    Desk(world).refuse(refused["op_id"])
    Desk(world).take_in(taken_in["op_id"])

    assert [other.pull()["changes"] for other in others] == [[], [], [], []]
    assert {each[0] for each in decisions(world.phone(world.anna).pull())} == {
        refused["op_id"],
        taken_in["op_id"],
    }


def test_decisions_and_versions_come_in_one_order_and_in_pieces(world: World, monkeypatch):
    monkeypatch.setattr(feed, "MOST_CHANGES", 2)
    phone, elsewhere, desk = world.phone(world.anna), world.phone(world.anna), Desk(world)
    held = [holding(phone) for _ in range(4)]
    for each in held[:2]:
        desk.refuse(each["op_id"])
        elsewhere.send(elsewhere.create())
    for each in held[2:]:
        desk.take_in(each["op_id"])

    answers = [phone.pull()]
    while answers[-1]["more"]:
        answers.append(phone.pull())

    assert [len(answer["changes"]) for answer in answers] == [2, 2, 2]
    assert [each["server_seq"] for answer in answers for each in answer["changes"]] == [5, 6, 7, 8, 9, 10]
    assert [each[0] for answer in answers for each in decisions(answer)] == [each["op_id"] for each in held]


def test_an_operation_of_anybody_that_names_a_held_one_decides_nothing(world: World, phone: Phone):
    op, other = holding(phone), phone.create()
    phone.pull(other)
    with world.app.app_context(), writing(db.session(), Use.OWN):
        db.session.execute(
            text("update operation set facts = :facts where server_seq = 2"),
            {"facts": json.dumps({"author_organisation": "police", "settles": op["op_id"]})},
        )
    phone.cursors = {}

    assert [each for each in phone.pull()["changes"] if each["activity_id"] == id_of(op)] == []


@pytest.fixture
def asked(world: World) -> Iterator[list[tuple[str, Any]]]:
    """Every statement that asks for what was held, with what it was given."""
    found: list[tuple[str, Any]] = []

    def note(_connection, _cursor, statement, parameters, *_rest) -> None:
        if "AS held" in statement and not statement.startswith("EXPLAIN"):
            found.append((statement, parameters))

    with world.app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    yield found
    event.remove(engine, "before_cursor_execute", note)


def test_what_was_decided_is_found_by_its_index(world: World, phone: Phone, asked: list[tuple[str, Any]]):
    holding(phone)
    Desk(world, COORDINATOR).refuse(holding(phone)["op_id"])
    asked.clear()
    phone.cursors = {}
    phone.pull()

    [(statement, parameters)] = asked
    plan = plan_of(world, statement, parameters)
    assert any(FEW_OF_HELD in step for step in plan), plan
    assert not any("operation" in step for step in plan if re.search("^SCAN|Seq Scan", step)), plan


def plan_of(world: World, statement: str, parameters: Any) -> list[str]:
    """How the database would find it in a ledger that is too long to be read from end to end."""
    with world.app.app_context():
        connection = db.session.connection()
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        explain = {"sqlite": "EXPLAIN QUERY PLAN", "postgresql": "EXPLAIN"}[connection.dialect.name]
        return [str(row[-1]) for row in connection.exec_driver_sql(f"{explain} {statement}", parameters)]
