"""The feed: what a phone is told of its user's entries on other phones and at the desk, once and in order."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import Connection, event, text

from logger.domain.entering.body_writer import facts_of
from logger.domain.entering.feed import Window
from logger.extensions import db
from logger.services.syncing import feed
from logger.services.transactions import writing
from logger.store.syncing.feed import changes as changes_of
from tests.worlds.desks import Desk
from tests.worlds.phones import LEKEBERG, NOW, OREBRO, Phone, World, changing

LAST_WEEK = {"started_at": "2026-03-02T08:00:00+01:00", "ended_at": "2026-03-02T09:00:00+01:00"}
LAST_YEAR = {"started_at": "2025-12-02T08:00:00+01:00", "ended_at": "2025-12-02T09:00:00+01:00"}


def id_of(op: dict[str, Any]) -> str:
    activity_id: str = json.loads(op["body"])["activity_id"]
    return activity_id


def told(answer: dict[str, Any]) -> list[str]:
    return [change["activity_id"] for change in answer["changes"]]


def test_a_phone_learns_what_its_user_entered_on_another(world: World):
    first, second = world.phone(world.anna), world.phone(world.anna)
    op = first.create(note="Lugnt", participants=[world.anna.id, world.bo.id], others=3)
    first.send(op)

    [change] = second.pull()["changes"]

    assert change == {
        "municipality": LEKEBERG,
        "activity_id": id_of(op),
        "server_seq": 1,
        "rev": 1,
        "state": "current",
        "kind": "create",
        "received_at": "2026-03-09T12:00:00Z",
        "stream_id": first.stream_id,
        "activity": {
            "type": "traffic_check",
            "focus": ["speed"],
            "place": "skolvagen",
            "started_at": "2026-03-09T07:00:00+00:00",
            "ended_at": "2026-03-09T08:00:00+00:00",
            "organisations": ["police"],
            "people": 2,
            "others": 3,
            "targeted": False,
            "outcome": "completed",
            "counters": {"vehicles": 50},
            "has_note": True,
        },
    }
    assert second.pull()["changes"] == []


def test_what_a_batch_itself_did_is_told_by_its_receipts_alone(phone: Phone):
    op = phone.create()
    batch = phone.batch(op, phone.op(changing("amend", op, 1, others=1)))

    first, again = phone.post(batch).json, phone.post(batch).json

    assert (first["changes"], again["changes"]) == ([], [])
    assert again["cursors"] == first["cursors"]


def test_an_activity_is_told_once_as_it_stands_now(world: World):
    first, second = world.phone(world.anna), world.phone(world.anna)
    op, other = first.create(), first.create()
    first.send(op, other, first.op(changing("amend", op, 1, others=7)))

    changes = second.pull()["changes"]

    assert [(each["activity_id"], each["server_seq"], each["rev"]) for each in changes] == [
        (id_of(other), 2, 1),
        (id_of(op), 3, 2),
    ]
    assert (changes[1]["kind"], changes[1]["activity"]["others"]) == ("amend", 7)


@pytest.mark.parametrize(("kind", "state"), [("withdraw", "withdrawn"), ("void", "voided")])
def test_what_is_gone_leaves_its_name_and_no_facts(world: World, kind: str, state: str):
    first, second = world.phone(world.anna), world.phone(world.anna)
    op = first.create()
    first.send(op)
    second.pull()
    first.send(first.op(changing(kind, op, 1)))

    [change] = second.pull()["changes"]

    assert (change["state"], change["kind"], change["rev"]) == (state, kind, 2)
    assert "activity" not in change


def test_a_coordinator_s_words_come_along(world: World):
    phone, desk = world.phone(world.anna), Desk(world)
    corrected, kept, merged, struck = (phone.create(others=number) for number in range(4))
    phone.pull(corrected, kept, merged, struck)
    facts = facts_of(desk.stored(id_of(corrected)).activity) | {"counters": {"vehicles": 51}}
    desk.correct(id_of(corrected), facts, reason="Fel antal.")
    workers = world.phone(world.worker)
    theirs = [workers.create(organisations=["municipality"]) for _ in range(2)]
    workers.send(*theirs)
    desk.merge(id_of(kept), id_of(theirs[0]), reason="Samma kontroll.")
    desk.merge(id_of(theirs[1]), id_of(merged), reason="Samma kontroll.")
    desk.strike(id_of(struck), reason="Finns inte.")

    changes = {change["activity_id"]: change for change in phone.pull()["changes"]}

    told = {name: (each["kind"], each["state"], each["reason"]) for name, each in changes.items()}
    assert told == {
        id_of(corrected): ("correct", "current", "Fel antal."),
        id_of(kept): ("merge", "current", "Samma kontroll."),
        id_of(merged): ("merge", "voided", "Samma kontroll."),
        id_of(struck): ("void", "voided", "Finns inte."),
    }
    assert changes[id_of(corrected)]["activity"]["counters"] == {"vehicles": 51}
    assert changes[id_of(merged)]["merged_into"] == id_of(theirs[1])
    assert [name for name, each in changes.items() if "merged_into" in each] == [id_of(merged)]


def test_what_was_held_is_told_once_it_is_taken_in(world: World):
    phone = world.phone(world.anna)
    op = phone.create(note="ring 070-123 45 67")
    phone.pull(op)

    Desk(world).take_in(op["op_id"])

    [change] = phone.pull()["changes"]
    assert (change["activity_id"], change["kind"], change["rev"]) == (id_of(op), "correct", 1)
    assert change["activity"]["has_note"] is False


def test_an_author_s_own_reason_is_nobody_s_news(world: World):
    first, second = world.phone(world.anna), world.phone(world.anna)
    op = first.create()
    first.send(op, first.op(changing("void", op, 1, reason="Dubblett")))

    [change] = second.pull()["changes"]

    assert "reason" not in change


def test_a_long_feed_comes_in_pieces_each_change_once_and_in_order(world: World, monkeypatch):
    monkeypatch.setattr(feed, "MOST_CHANGES", 3)
    first, second = world.phone(world.anna), world.phone(world.anna)
    elsewhere = [first.create(municipality=OREBRO, place=None) for _ in range(4)]
    here = [first.create() for _ in range(7)]
    first.send(*elsewhere, *here)

    answers = [second.pull()]
    while answers[-1]["more"]:
        answers.append(second.pull())

    assert [len(answer["changes"]) for answer in answers] == [3, 3, 3, 2]
    assert [each for answer in answers for each in told(answer)] == [id_of(op) for op in [*here, *elsewhere]]
    assert not any(answer["resync"] for answer in answers)
    assert second.pull()["changes"] == []


@pytest.mark.parametrize("seen", [{"head": "0" * 64}, {"server_seq": 9}], ids=["another chain", "lost"])
def test_between_the_pieces_the_end_of_the_ledger_tells_a_lost_history(
    world: World, monkeypatch, seen: dict[str, Any]
):
    """What is lost may lie behind what the feed has come to, and the phone may have receipts of it."""
    monkeypatch.setattr(feed, "MOST_CHANGES", 2)
    first, second = world.phone(world.anna), world.phone(world.anna)
    ops = [first.create() for _ in range(5)]
    elsewhere = first.create(municipality=OREBRO, place=None)
    first.send(*ops, elsewhere)
    second.pull()
    cursor, other = (second.cursors[code] for code in (LEKEBERG, OREBRO))
    assert (cursor["server_seq"], cursor["ledger"]["server_seq"]) == (2, 5)
    assert (other["server_seq"], other["ledger"]["server_seq"]) == (0, 1)

    spoilt = {**second.cursors, LEKEBERG: cursor | {"ledger": cursor["ledger"] | seen}}
    answer = second.post(second.batch(cursors=spoilt)).json

    assert answer["resync"] is True
    assert told(answer) == [id_of(op) for op in ops[:2]]
    assert told(second.pull()) == [id_of(op) for op in ops[2:4]]
    assert told(second.pull()) == [id_of(ops[4]), id_of(elsewhere)]
    assert all("ledger" not in each for each in second.cursors.values())


def test_what_a_batch_itself_did_takes_no_room_from_what_is_told(world: World, monkeypatch):
    """Sent again after a lost answer, its own entries lie among those of another phone."""
    monkeypatch.setattr(feed, "MOST_CHANGES", 3)
    first, second = world.phone(world.anna), world.phone(world.anna)
    batch = second.batch(*[second.create() for _ in range(6)])
    second.post(batch)
    elsewhere = [first.create() for _ in range(3)]
    first.send(*elsewhere)

    answer = second.post(batch).json

    assert told(answer) == [id_of(op) for op in elsewhere]
    assert answer["more"] is False


def test_a_piece_is_read_off_the_index_in_its_order(world: World):
    """However many entries somebody has: a piece of the feed costs what it tells."""
    with world.app.app_context():
        windows = [Window(LEKEBERG, 1, 10**9), Window(OREBRO, 0, 10**9, NOW - timedelta(days=30))]
        asked: list[tuple[str, Any]] = []
        connection = db.session.connection()
        event.listen(connection, "before_cursor_execute", lambda *said: asked.append((said[2], said[3])))
        changes_of(db.session(), world.anna.id, windows, [str(uuid4())], 4)
        [(statement, parameters)] = asked
        plan = PLANS[connection.dialect.name](connection, statement, parameters)

    stretches = [step for step in plan if re.search(r"ix_activity_feed on activity at|SEARCH at ", step)]
    assert len(stretches) == len(windows), plan
    assert all("ix_activity_feed" in step for step in stretches), plan


def _plan_of_sqlite(connection: Connection, statement: str, parameters: Any) -> list[str]:
    steps = list(connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters))
    of_stretches = {step[1] for step in steps if " at " in step[3]}
    assert not [step for step in steps if step[1] in of_stretches and "TEMP B-TREE" in step[3]], steps
    return [step[3] for step in steps]


def _plan_of_postgresql(connection: Connection, statement: str, parameters: Any) -> list[str]:
    """In tables too long to be read through or sorted."""
    for dear in ("seqscan", "bitmapscan", "sort"):
        connection.exec_driver_sql(f"SET LOCAL enable_{dear} = off")
    return [row[0] for row in connection.exec_driver_sql(f"EXPLAIN {statement}", parameters)]


PLANS = {"sqlite": _plan_of_sqlite, "postgresql": _plan_of_postgresql}


def test_what_happens_between_the_pieces_is_told_too(world: World, monkeypatch):
    monkeypatch.setattr(feed, "MOST_CHANGES", 2)
    first, second = world.phone(world.anna), world.phone(world.anna)
    ops = [first.create() for _ in range(4)]
    first.send(*ops)
    pieces = [told(second.pull())]

    first.send(first.op(changing("amend", ops[0], 1)), first.op(changing("amend", ops[3], 1)))
    pieces += [told(second.pull()), told(second.pull())]

    assert pieces == [
        [id_of(ops[0]), id_of(ops[1])],
        [id_of(ops[2]), id_of(ops[0])],
        [id_of(ops[3])],
    ]


def test_a_phone_that_knows_nothing_gets_what_it_would_keep(world: World):
    first, second = world.phone(world.anna), world.phone(world.anna)
    old, recent = first.create(**LAST_YEAR), first.create(**LAST_WEEK)
    first.send(old, recent)

    assert told(second.pull()) == [id_of(recent)]
    assert second.cursors[LEKEBERG]["server_seq"] == 2


def test_an_old_entry_that_changes_is_told_to_a_phone_that_goes_on(world: World):
    first, second = world.phone(world.anna), world.phone(world.anna)
    old = first.create(**LAST_YEAR)
    first.send(old)
    second.pull()

    first.send(first.op(changing("withdraw", old, 1)))

    assert told(second.pull()) == [id_of(old)]


@pytest.mark.parametrize("spoilt", [{"epoch": str(uuid4())}, {"head": "0" * 64}, {"server_seq": 9}])
def test_a_phone_of_another_history_is_told_everything_anew(world: World, spoilt: dict[str, Any]):
    first, second = world.phone(world.anna), world.phone(world.anna)
    ops = [first.create() for _ in range(3)]
    first.send(*ops)
    second.pull()
    second.cursors = {LEKEBERG: second.cursors[LEKEBERG] | spoilt}

    answer = second.pull()

    assert answer["resync"] is True
    assert told(answer) == [id_of(op) for op in ops]
    assert second.pull()["resync"] is False


def test_a_lost_answer_s_news_is_told_again(world: World):
    first, second = world.phone(world.anna), world.phone(world.anna)
    op = first.create()
    first.send(op)
    mine = second.create()
    batch = second.batch(mine)

    assert told(second.post(batch).json) == [id_of(op)]
    assert told(second.post(batch).json) == [id_of(op)]


def test_nobody_is_told_of_anybody_else_s(world: World):
    annas, bos, coordinators = (world.phone(each) for each in (world.anna, world.bo, world.coordinator))
    annas.send(annas.create(participants=[world.bo.id]))

    assert bos.pull()["changes"] == []
    assert coordinators.pull()["changes"] == []


def test_nothing_is_told_of_a_municipality_that_the_author_left(world: World):
    first, second = world.phone(world.anna), world.phone(world.anna)
    first.send(first.create())
    with world.app.app_context(), writing(db.session()):
        gone = (NOW - timedelta(days=1)).date().isoformat()
        db.session.execute(
            text("update \"grant\" set last = :gone where district = 'orebro'"), {"gone": gone}
        )

    answer = second.pull()

    assert (answer["changes"], answer["cursors"]) == ([], {})


def test_a_note_is_in_no_answer(world: World):
    first, second = world.phone(world.anna), world.phone(world.anna)
    first.send(first.create(note="Hemligt möte"))

    assert "Hemligt" not in json.dumps(second.pull())
    assert world.anna.id not in json.dumps(second.post(second.batch()).json)


def test_every_change_comes_once_and_in_order_while_others_write_at_the_same_moment(world: World, rows):
    writers = [world.phone(person) for person in (world.anna, world.anna, world.bo, world.bo)]
    reader = world.phone(world.anna)
    start = Barrier(len(writers) + 1)
    numbers: list[tuple[int, int]] = []

    def write(writer: Phone) -> None:
        start.wait()
        for _ in range(6):
            op = writer.create()
            writer.send(op, *[writer.create() for _ in range(2)])
            writer.send(writer.op(changing("amend", op, 1)))

    def read() -> None:
        numbers.extend((each["server_seq"], each["rev"]) for each in reader.pull()["changes"])

    with ThreadPoolExecutor(len(writers)) as pool:
        written = [pool.submit(write, writer) for writer in writers]
        start.wait()
        while not all(each.done() for each in written):
            read()
        for each in written:
            each.result()
    read()

    sequence = [number for number, _ in numbers]
    assert sequence == sorted(set(sequence))
    standing = {
        (int(seq), int(rev))
        for seq, rev, author in rows("select server_seq, rev, author from activity")
        if str(author).replace("-", "") == world.anna.id.replace("-", "")
    }
    assert standing <= set(numbers)
    assert len(standing) == 36
