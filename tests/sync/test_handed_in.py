"""What is kept though nobody may be taken at their word: a rescue file, a disabled user's outbox."""

import json
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from sqlalchemy import text

from logger.extensions import db
from logger.services.people.users import disable_user
from logger.services.syncing import devices
from logger.services.transactions import writing
from logger.store.databases.engine import Use
from logger.store.people import people
from tests.faults import Fired, Room, fault
from tests.worlds.phones import LEKEBERG, NOW, OSKARSHAMN, Phone, World, changing


def disable(world: World, name: str = "anna") -> None:
    with world.app.app_context():
        disable_user(db.session(), f"{name}@example.se", NOW)


def told(results: list[dict[str, Any]]) -> list[tuple[str, str | None]]:
    return [(result["status"], result.get("code")) for result in results]


def rescued(by: Phone, *ops: dict[str, Any], of: Phone) -> list[tuple[str, str | None]]:
    return told(by.rescue(*ops, of=of).json["results"])


def test_a_rescue_file_is_held_and_what_was_there_keeps_its_receipt(phone: Phone, world: World, rows):
    sent, unsent, bad = phone.create(), phone.create(), phone.create(type="unheard_of")
    [receipt] = phone.send(sent)
    other = world.phone(world.anna)

    answer = other.rescue(sent, unsent, bad, of=phone)

    assert answer.json.keys() == {"protocol", "batch_id", "server_now", "results"}
    assert answer.json["results"][0] == receipt | {"duplicate": True}
    assert told(answer.json["results"]) == [
        ("stored", None),
        ("held", "rescued"),
        ("rejected", "unknown_type"),
    ]
    assert rows("select count(*) from activity") == [(1,)]
    again = other.rescue(sent, unsent, bad, of=phone).json["results"]
    assert again == [result | {"duplicate": True} for result in answer.json["results"]]
    assert phone.send(unsent) == [again[1]]


def test_what_was_rescued_is_missing_no_more(phone: Phone, world: World):
    first, second = phone.create(), phone.create()
    phone.pull(second, floor=1)
    other = world.phone(world.anna)

    other.rescue(first, of=phone)

    found = other.devices()
    [device] = [each for each in found if each["stream_id"] == phone.stream_id]
    assert (device["received"], device["missing"], device["waiting"]) == (2, [], 0)


def test_a_rescue_is_no_sign_of_life(phone: Phone, world: World, rows):
    phone.send(phone.create())
    other = world.phone(world.anna)
    before = rows("select seen_at, app_build, floor from stream")
    with time_machine.travel(NOW.replace(hour=18), tick=False):
        other.rescue(phone.create(), of=phone)

    assert rows("select seen_at, app_build, floor from stream") == before


def test_a_phone_never_heard_from_is_bound_to_its_user_by_the_rescue(phone: Phone, world: World, rows):
    other, bos = world.phone(world.anna), world.phone(world.bo)

    assert rescued(other, phone.create(), of=phone) == [("held", "rescued")]

    assert bos.rescue(bos.create(), of=phone).json["code"] == "stream_owner_mismatch"
    assert rows("select count(*) from operation") == [(1,)]


def test_a_chain_of_edits_is_kept_whole(phone: Phone, world: World, rows):
    sent = phone.create()
    phone.send(sent)
    made = phone.create()
    edits = [phone.op(changing("amend", sent, rev, others=rev)) for rev in (1, 2)]
    other = world.phone(world.anna)

    assert rescued(other, *edits, made, phone.op(changing("withdraw", made, 1)), of=phone) == [
        ("held", "rescued"),
        ("held", "waits_for_its_entry"),
        ("held", "rescued"),
        ("held", "waits_for_its_entry"),
    ]
    assert rows("select rev, others from activity") == [(1, 0)]


def test_throwing_away_what_was_refused_needs_nobody(phone: Phone, world: World):
    refused = phone.create(municipality=OSKARSHAMN)
    phone.send(refused)
    other = world.phone(world.anna)

    discarded = phone.op(changing("void", refused, 0))

    assert rescued(other, discarded, of=phone) == [("stored", None)]


def test_the_author_s_own_entry_settles_what_was_rescued(phone: Phone, world: World, rows):
    op = phone.create()
    other = world.phone(world.anna)
    other.rescue(op, of=phone)

    assert other.statuses(other.op(json.loads(op["body"]) | {"others": 1})) == [("stored", None)]
    assert rows("select rev, others from activity") == [(1, 1)]


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"made_at": "0001-01-01T00:00:00+14:00"}, 200),
        ({"made_at": "9999-12-31T23:59:59-14:00"}, 200),
        ({"made_at": "nu"}, 400),
        ({"ops": None}, 400),
        ({"ops": [{}] * 101}, 413),
        ({"protocol": 2}, 426),
        ({"stream_id": "x"}, 400),
        ({"surprise": 1}, 400),
    ],
)
def test_an_odd_rescue_file_is_no_fault(phone: Phone, world: World, changes: dict[str, Any], status: int):
    assert world.phone(world.anna).rescue(of=phone, **changes).status == status


@fault("device revoked", room=Room.PEOPLE, expect="nothing more is taken from it; its rescue file is held")
def test_a_revoked_device_s_entries_come_by_its_rescue_file(phone: Phone, world: World, rows, fired: Fired):
    phone.send(phone.create())
    with world.app.app_context():
        principal = people.principal_of(db.session(), world.administrator.id, NOW.date())
        assert principal is not None
        devices.revoke(db.session(), principal, phone.stream_id, NOW)
    unsent = phone.create()

    fired(phone.post(phone.batch(unsent)).json["code"] == "device_revoked", "410 for the whole batch")

    assert rows("select count(*) from operation") == [(1,)]
    assert rescued(world.phone(world.anna), unsent, of=phone) == [("held", "rescued")]
    assert rows("select count(*) from operation") == [(2,)]
    assert rows("select count(*) from activity") == [(1,)]


@fault(
    "disabled user with a full outbox",
    room=Room.PEOPLE,
    expect="all of it is kept and held, none of it counts, and nothing is told",
)
def test_a_disabled_user_s_outbox_is_held(phone: Phone, world: World, rows, fired: Fired):
    sent = phone.create()
    [receipt] = phone.send(sent)
    disable(world)
    fired(phone.get("/api/v1/session").status == 401, "a door closed to the disabled")
    outbox = [phone.create() for _ in range(100)]

    answer = phone.post(phone.batch(*outbox)).json

    assert set(told(answer["results"])) == {("held", "user_disabled")}
    assert (answer["changes"], answer["cursors"]) == ([], {})
    assert rows("select count(*) from activity") == [(1,)]
    assert rows("select count(*) from operation where status = 'held'") == [(100,)]
    assert phone.send(*outbox) == [result | {"duplicate": True} for result in answer["results"]]
    assert phone.send(sent) == [receipt | {"duplicate": True}]


def test_a_disabled_user_gets_in_nowhere_else(phone: Phone, world: World):
    op = phone.create()
    phone.send(op)
    disable(world)

    assert phone.rescue(op, of=phone).status == 401
    assert phone.reconcile(op).status == 401
    assert phone.get("/api/v1/devices").status == 401
    assert phone.get(f"/api/v1/municipalities/{LEKEBERG}/activities").status == 401


def test_a_disabled_user_takes_nothing_back(phone: Phone, world: World, rows):
    op = phone.create()
    phone.send(op)
    disable(world)

    assert phone.statuses(phone.op(changing("withdraw", op, 1))) == [("held", "user_disabled")]
    assert rows("select state from activity") == [("current",)]


def test_who_signed_out_before_is_not_heard_again(phone: Phone, world: World):
    phone.send(phone.create())
    phone.client.delete("/api/v1/session", headers={"Sec-Fetch-Site": "same-origin", "X-Faltlogg": "1"})
    with time_machine.travel(NOW.replace(hour=18), tick=False), world.app.app_context():
        disable_user(db.session(), "anna@example.se", NOW.replace(hour=18))

    assert phone.post(phone.batch(phone.create())).status == 401


def test_a_session_that_never_was_opens_nothing(world: World):
    disable(world)
    stranger = world.phone(world.anna)
    stranger.person = type(stranger.person)(stranger.person.id, "guessed")

    assert stranger.post(stranger.batch()).status == 401


@fault("session expired", room=Room.PEOPLE, expect="nothing is settled; the same user signs in and sends it")
def test_an_expired_session_settles_nothing(phone: Phone, world: World, rows, fired: Fired):
    op = phone.create()
    with time_machine.travel(NOW.replace(day=10), tick=False):
        answer = phone.post(phone.batch(op))
    fired((answer.status, answer.json["code"]) == (401, "reauth"), "a session past its hours")

    assert rows("select count(*) from operation") == [(0,)]
    assert phone.statuses(op) == [("stored", None)]


def test_what_is_there_and_what_is_not_is_told_by_digest(phone: Phone, world: World):
    kept, refused, never = phone.create(note="Lugnt"), phone.create(type="unheard_of"), phone.create()
    phone.send(kept, refused)
    other = phone.create() | {"op_id": refused["op_id"]}

    assert phone.reconcile(kept, refused, never).json == {"missing": [never["op_id"]], "different": []}
    assert phone.reconcile(kept, other).json == {"missing": [], "different": [refused["op_id"]]}
    assert phone.reconcile().json == {"missing": [], "different": []}


def test_a_reduced_body_cannot_differ(phone: Phone, world: World):
    op = phone.create()
    phone.send(op)
    with world.app.app_context(), writing(db.session(), Use.OWN):
        db.session.execute(text("update operation_body set body = :bare, salt = null"), {"bare": b"{}"})

    assert phone.reconcile(op).json == {"missing": [], "different": []}


@fault("other user's ids tried", room=Room.PEOPLE, expect="they are answered like ids that never were")
def test_another_s_ids_tell_nothing(phone: Phone, world: World, rows, fired: Fired):
    annas = phone.create()
    phone.send(annas)
    bos = world.phone(world.bo)
    never = bos.create()
    of_annas_stream = {"stream_id": phone.stream_id}
    fired(rows("select count(*) from operation") == [(1,)], "an operation of another's")

    assert bos.reconcile(annas, never).json["missing"] == [annas["op_id"], never["op_id"]]
    assert bos.statuses(annas) == [("rejected", "op_id_reused")]
    assert bos.statuses(bos.op(changing("withdraw", annas, 1))) == [("rejected", "not_yours")]
    for answer in (
        bos.reconcile(annas, **of_annas_stream),
        bos.post(bos.batch(never, **of_annas_stream)),
        bos.rescue(annas, of=phone),
    ):
        assert (answer.status, answer.json["code"]) == (403, "stream_owner_mismatch")
    assert rows("select state, rev from activity") == [("current", 1)]


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"items": [{"op_id": str(uuid4()), "sha256": "0" * 64}] * 500}, 200),
        ({"items": [{"op_id": str(uuid4()), "sha256": "0" * 64}] * 501}, 400),
        ({"items": [{"op_id": "x", "sha256": "0" * 64}]}, 400),
        ({"items": [{"op_id": str(uuid4()), "sha256": "0"}]}, 400),
        ({"items": [7]}, 400),
        ({"items": {}}, 400),
        ({"protocol": 2}, 426),
    ],
)
def test_an_odd_inventory_is_no_fault(phone: Phone, changes: dict[str, Any], status: int):
    assert phone.reconcile(**changes).status == status
