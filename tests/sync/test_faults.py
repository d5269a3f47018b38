"""What may break around the door, each fault made to happen: nothing lost, nothing twice."""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import time_machine
from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionInTimeError
from sqlalchemy.pool import NullPool

from logger.api import sync as door
from logger.extensions import db
from logger.services.running.ledger_checks import Damage, damage, strays
from logger.services.syncing import batch_judging, settling
from logger.store.databases import engine
from tests.at_once import at_once
from tests.faults import Fired, Room, fault
from tests.worlds.phones import LEKEBERG, NOW, OREBRO, Phone, World, changing

THREADS = 8


class Fault:
    """Raises once, then lets everything through, and knows whether it did."""

    def __init__(self, deed: Callable[..., Any]) -> None:
        self.deed = deed
        self.fired = False

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        if not self.fired:
            self.fired = True
            raise RuntimeError("the power went")
        return self.deed(*args, **kwargs)


@fault("answer lost after commit", room=Room.NETWORK, expect="the same receipts again, and each entry once")
def test_an_answer_lost_after_the_commit_is_given_again(phone: Phone, rows, monkeypatch, fired: Fired):
    lost = Fault(door._members)
    monkeypatch.setattr(door, "_members", lost)
    ops = [phone.create() for _ in range(5)]

    assert phone.post(phone.batch(*ops)).status == 500
    fired(lost.fired, "the answer")
    assert rows("select count(*) from activity") == [(5,)]

    assert {(each["status"], each["duplicate"]) for each in phone.send(*ops)} == {("stored", True)}
    assert rows("select count(*) from activity") == [(5,)]
    assert rows("select count(*) from operation") == [(5,)]


def test_a_crash_before_the_commit_leaves_nothing_and_the_batch_comes_again(phone: Phone, world: World, rows):
    crash = Fault(lambda _connection: None)
    with world.app.app_context():
        event.listen(db.engine, "commit", crash)
    op = phone.create()

    assert phone.post(phone.batch(op)).status == 500
    assert crash.fired
    assert rows("select count(*) from operation") == [(0,)]

    [receipt] = phone.send(op)
    assert (receipt["status"], "duplicate" in receipt) == ("stored", False)
    assert rows("select count(*) from activity") == [(1,)]


@pytest.mark.parametrize(("room", "deed"), [(batch_judging, "judge"), (settling, "read_body")])
def test_a_fault_in_one_item_is_logged_without_what_was_written(
    phone: Phone, monkeypatch, caplog, room, deed
):
    def breaks(*_given):
        raise ValueError("Anna Andersson, Storgatan 1")

    monkeypatch.setattr(room, deed, breaks)
    op = phone.create(note="Anna Andersson, Storgatan 1")

    assert phone.statuses(op) == [("retry", "internal")]
    assert op["op_id"] in caplog.text
    assert "ValueError at " in caplog.text
    assert "test_faults.py" in caplog.text
    assert "Storgatan" not in caplog.text


@fault("one item raising", room=Room.SERVER, expect="it alone comes again; its neighbours are stored")
@pytest.mark.parametrize("deed", ["judge", "folded", "counted_towards"])
def test_an_item_that_breaks_the_judge_comes_again_alone(phone: Phone, rows, monkeypatch, fired: Fired, deed):
    does = getattr(batch_judging, deed)

    def breaks_on_a_walk(*given):
        if any(getattr(getattr(each, "content", each), "type", "") == "night_walk" for each in given):
            raise KeyError("night_walk")
        return does(*given)

    monkeypatch.setattr(batch_judging, deed, breaks_on_a_walk)
    walk = phone.create(type="night_walk", focus=[], counters={})

    assert phone.statuses(phone.create(), walk, phone.create()) == [
        ("stored", None),
        ("retry", "internal"),
        ("stored", None),
    ]
    fired(rows("select count(*) from operation") == [(2,)], "an exception in judging one of three")
    monkeypatch.undo()
    assert phone.statuses(walk) == [("stored", None)]
    assert rows("select count(*) from activity") == [(3,)]


@pytest.fixture
def impatient(monkeypatch) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 1)


@pytest.fixture
def locked(impatient: None, world: World) -> Iterator[Callable[[], None]]:
    """Another process holds what every batch needs; call it to let go."""
    with world.app.app_context():
        other = engine.make_engines(db.engine.url.render_as_string(hide_password=False)).write
    connection = other.connect()
    connection.execute(text("update counter set durable_through = durable_through"))
    yield connection.rollback
    connection.close()
    other.dispose()


def test_a_locked_database_is_busy_for_now(impatient: None, phone: Phone, request, rows):
    phone.send(phone.create())
    let_go = request.getfixturevalue("locked")
    op = phone.create()

    answer = phone.post(phone.batch(op))

    assert (answer.status, answer.json["code"]) == (503, "busy")
    let_go()
    assert phone.statuses(op) == [("stored", None)]
    assert rows("select count(*) from activity") == [(2,)]


@fault("replayed POST", room=Room.NETWORK, expect="the same batch at the same moment is taken once")
def test_the_same_batch_at_the_same_moment_is_taken_once(world: World, phone: Phone, rows, fired: Fired):
    batch = phone.batch(*[phone.create() for _ in range(10)])
    phones = [world.phone(world.anna) for _ in range(THREADS)]

    replies = at_once([partial(each.post, batch) for each in phones])

    assert {reply.status for reply in replies} == {200}
    first_told = [reply for reply in replies if "duplicate" not in reply.json["results"][0]]
    assert len(first_told) == 1
    fired(len(replies) - len(first_told) == THREADS - 1, "one batch, eight times at once")
    receipts = [[result | {"duplicate": True} for result in reply.json["results"]] for reply in replies]
    assert all(each == receipts[0] for each in receipts)
    assert rows("select count(*) from operation") == [(10,)]
    assert rows("select count(*) from activity") == [(10,)]


def test_the_same_entries_from_several_devices_at_the_same_moment_are_taken_once(world: World, rows):
    """The rescue file brought in on another phone, while the first one comes back to life."""
    phones = [world.phone(world.anna) for _ in range(THREADS)]
    ops = [phones[0].create() for _ in range(10)]

    results = at_once([partial(each.send, *ops) for each in phones])

    assert {receipt["status"] for each in results for receipt in each} == {"stored"}
    assert sum("duplicate" not in receipt for each in results for receipt in each) == len(ops)
    assert rows("select count(*) from activity") == [(10,)]


def test_edits_of_one_version_at_the_same_moment_leave_one_winner(world: World, rows):
    phones = [world.phone(world.anna) for _ in range(THREADS)]
    op = phones[0].create()
    phones[0].send(op)
    edits = [each.op(changing("amend", op, 1, others=n)) for n, each in enumerate(phones)]

    results = at_once([partial(each.statuses, edit) for each, edit in zip(phones, edits, strict=True)])

    assert sorted(result for [result] in results) == [
        *[("conflict", "other_version_stands")] * (THREADS - 1),
        ("stored", None),
    ]
    assert rows("select rev from operation where rev is not null order by rev") == [(1,), (2,)]


def test_phones_that_send_at_the_same_moment_share_one_whole_ledger(world: World, rows):
    phones = [world.phone(person) for person in (world.anna, world.bo) for _ in range(THREADS // 2)]

    def three_batches(each: Phone) -> list[str]:
        return [
            result["status"] for _ in range(3) for result in each.send(*[each.create() for _ in range(5)])
        ]

    told = at_once([partial(three_batches, each) for each in phones])

    assert {status for each in told for status in each} == {"stored"}
    assert rows("select count(*), max(server_seq) from operation") == [(THREADS * 15, THREADS * 15)]
    with world.app.app_context():
        assert damage(db.session(), LEKEBERG) == Damage(None, ())
        assert strays(db.session(), LEKEBERG) == []


@fault("pool exhausted", room=Room.DATABASE, expect="the phone is told when to come again, and is taken then")
def test_a_process_without_a_free_connection_is_busy_for_now(
    impatient: None, world: World, phone: Phone, rows, fired: Fired
):
    with world.app.app_context():
        writing_engine = db.engine
    op = phone.create()

    with time_machine.travel(NOW), holding_every_connection(writing_engine):  # a pool waits by the clock
        answer = phone.post(phone.batch(op))

    fired((answer.status, answer.json["code"]) == (503, "busy"), "every connection taken")
    assert rows("select count(*) from operation") == [(0,)]
    assert phone.statuses(op) == [("stored", None)]


@contextmanager
def holding_every_connection(pooled: Engine) -> Iterator[None]:
    """Take connections out of the pool until there is none left."""
    with ExitStack() as held, suppress(NoConnectionInTimeError):
        while True:
            try:
                held.enter_context(pooled.connect())
            except NoConnectionInTimeError:
                yield
                raise


def crosswise(world: World) -> str:
    """Lock two rows from two sides; what the database says of it."""
    with world.app.app_context():
        locking = create_engine(db.engine.url, poolclass=NullPool)
    lock = text("select 1 from municipality where code = :code for update")
    with locking.connect() as one, locking.connect() as other, ThreadPoolExecutor(1) as pool:
        one.execute(lock, {"code": LEKEBERG})
        other.execute(lock, {"code": OREBRO})
        waiting = pool.submit(one.execute, lock, {"code": OREBRO})
        try:
            other.execute(lock, {"code": LEKEBERG})
        except OperationalError as error:
            return str(error)
        finally:
            other.rollback()
            victim = waiting.exception()
    return str(victim)


def deadlocks(world: World) -> int:
    """How many the database has ended, by its own log."""
    with world.app.app_context():
        folder = db.engine.url.query["host"]
    assert isinstance(folder, str)
    return (Path(folder) / "log").read_text().count("deadlock detected")


def until_it_is_free(phone: Phone, batch: dict[str, Any]) -> int:
    """Send it again, as a phone does, where a slow machine let others hold the ledgers for too long."""
    while (status := phone.post(batch).status) == 503:
        pass
    return status


@fault("deadlock", room=Room.DATABASE, expect="batches that touch the same towns in any order all go through")
def test_batches_over_several_municipalities_never_wait_crosswise(on_postgresql: World, fired: Fired):
    world = on_postgresql
    fired("deadlock detected" in crosswise(world), "a deadlock, where rows are locked in crossed order")
    before = deadlocks(world)
    phones = [world.phone(person) for person in (world.anna, world.bo) for _ in range(THREADS // 2)]
    towns: list[dict[str, Any]] = [{"municipality": LEKEBERG}, {"municipality": OREBRO, "place": None}]

    def three_batches(each: Phone, order: list[dict[str, Any]]) -> list[int]:
        return [
            until_it_is_free(
                each, each.batch(*[each.create(**town) for town in order], each.create(municipality="9999"))
            )
            for _ in range(3)
        ]

    told = at_once(
        [partial(three_batches, each, towns[:: 1 if at % 2 else -1]) for at, each in enumerate(phones)]
    )

    assert {status for each in told for status in each} == {200}
    assert deadlocks(world) == before
    with world.app.app_context():
        for ledger in (LEKEBERG, OREBRO, "0000"):
            assert damage(db.session(), ledger) == Damage(None, ())
            counted = text("select count(*) from operation where municipality = :ledger")
            assert db.session.execute(counted, {"ledger": ledger}).scalar_one() == THREADS * 3


def test_no_note_is_ever_logged(phone: Phone, caplog):
    phone.send(
        phone.create(note="ring 070-123 45 67"), phone.op("{"), phone.op(json.dumps({"note": "hemligt"}))
    )

    assert "070" not in caplog.text
    assert "hemligt" not in caplog.text


def test_phones_of_one_copied_profile_that_send_at_the_same_moment_lose_nothing(world: World, rows):
    """The unsent of the profile lies on both, and each has logged under the number that comes next."""
    one = world.phone(world.anna)
    shared = [one.create() for _ in range(5)]
    other = world.phone(world.anna, stream_id=one.stream_id, seq=one.seq)
    batches = [(each, each.batch(*shared, each.create())) for each in (one, other)]

    replies = at_once([partial(each.post, batch) for each, batch in batches])

    assert {result["status"] for reply in replies for result in reply.json["results"]} == {"stored"}
    first, second = (reply.json["results"][:5] for reply in replies)
    told = [[result | {"duplicate": True} for result in each] for each in (first, second)]
    assert told[0] == told[1]
    assert [reply.json["notices"] for reply in replies].count([{"code": "stream_cloned"}]) == 1
    assert rows("select count(*), max(server_seq) from operation") == [(7, 7)]
    assert rows("select count(*) from activity") == [(7,)]
