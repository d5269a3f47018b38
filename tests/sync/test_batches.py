"""The batch as a whole: what is refused before any item is looked at, and what the answer tells besides."""

import gzip
import json
from uuid import uuid4

import pytest
import time_machine
from sqlalchemy import update

from logger.extensions import db
from logger.services.transactions import writing
from logger.store.tables import StreamRow
from tests.faults import Fired, Room, fault
from tests.worlds.phones import (
    HEADERS,
    LEKEBERG,
    NOW,
    OREBRO,
    OSKARSHAMN,
    Phone,
    Reply,
    World,
    build_world,
    changing,
    close,
)

BATCH = {
    "protocol": 1,
    "batch_id": str(uuid4()),
    "stream_id": str(uuid4()),
    "app_build": "test",
    "client_now": NOW.isoformat(),
    "cursors": {},
    "floor": 0,
    "ops": [],
}


def text(**changes) -> bytes:
    return json.dumps(BATCH | changes).encode()


def packed(body: bytes) -> bytes:
    return gzip.compress(body)


def without(name: str) -> bytes:
    return json.dumps({key: value for key, value in BATCH.items() if key != name}).encode()


ODD_BODIES = {
    "a space": b" ",
    "no JSON": b"<html>",
    "half of it": text()[:-1],
    "something after it": text() + b"x",
    "two of them": text() * 2,
    "null": b"null",
    "a number": b"1",
    "a text": b'"ops"',
    "a list": b"[]",
    "an empty object": b"{}",
    "NaN": b'{"protocol": NaN}',
    "Infinity": b'{"protocol": -Infinity}',
    "too large a float": b'{"protocol": 1e999}',
    "too long a float": b'{"protocol": 1.' + b"0" * 9_000 + b"}",
    "too large an integer": b'{"protocol": 99999999999999999999}',
    "too long an integer": b'{"protocol": ' + b"9" * 9_000 + b"}",
    "lone surrogate": b'{"app_build": "\\ud800"}',
    "lone surrogate as a key": b'{"\\udfff": 1}',
    "NUL": b'{"app_build": "\\u0000"}',
    "raw NUL": b'{"app_build": "\x00"}',
    "raw line break": b'{"app_build": "\n"}',
    "a key twice": b'{"protocol": 1, "protocol": 1}',
    "no UTF-8": b'{"app_build": "\xff"}',
    "UTF-16": text().decode().encode("utf-16"),
    "a byte order mark": b"\xef\xbb\xbf" + text(),
    "deep lists": b"[" * 100_000 + b"]" * 100_000,
    "deep objects": b'{"a":' * 20_000 + b"1" + b"}" * 20_000,
    "thirteen deep": b"[" * 13 + b"]" * 13,
    "an unknown key": text(surprise=1),
    "no protocol": without("protocol"),
    "protocol as text": text(protocol="1"),
    "protocol as truth": text(protocol=True),
    "no stream": without("stream_id"),
    "a stream that is none": text(stream_id="stream"),
    "a stream with a line break": text(stream_id=f"{uuid4()}\n"),
    "no ops": without("ops"),
    "ops as an object": text(ops={}),
    "ops as null": text(ops=None),
    "a long build": text(app_build="x" * 41),
    "a build as a list": text(app_build=[]),
    "a clock of no zone": text(client_now="2026-03-09T12:00:00"),
    "a clock of nonsense": text(client_now="nu"),
    "a clock as a number": text(client_now=1.5),
    "a floor below zero": text(floor=-1),
    "cursors as a list": text(cursors=[]),
    "a cursor of nobody": text(cursors={"sverige": {}}),
    "a cursor without a head": text(cursors={LEKEBERG: {"epoch": str(uuid4()), "server_seq": 1}}),
    "a cursor of text": text(cursors={LEKEBERG: "x"}),
}
YEARS = ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00")


def test_odd_bodies_are_told_apart_from_batches_and_never_break_the_server(phone: Phone, rows):
    answers = {name: phone.post(body) for name, body in ODD_BODIES.items()}

    assert {name: answer.status for name, answer in answers.items()} == dict.fromkeys(answers, 400)
    assert {answer.kind for answer in answers.values()} == {"application/problem+json"}
    assert {answer.json["code"] for answer in answers.values()} == {"not_json", "bad_batch"}
    assert rows("select count(*) from stream") == [(0,)]


def test_a_clock_at_either_end_of_time_is_no_reason_to_refuse(phone: Phone):
    for year in YEARS:
        assert phone.post(phone.batch(client_now=year)).status == 200


def test_a_fault_in_the_batch_is_told_by_field_in_swedish(phone: Phone):
    problem = phone.post(text(floor=-1, ops=None)).json

    assert problem["status"] == 400
    assert set(problem["errors"]) == {"floor", "ops"}


def test_without_a_session_nothing_is_read(world: World):
    client = world.app.test_client()

    answer = Reply.of(client.post("/api/v1/sync", data=b"not even JSON", headers=HEADERS))

    assert (answer.status, answer.json["code"]) == (401, "reauth")


def test_a_request_from_another_site_is_refused(phone: Phone):
    answer = phone.post(phone.batch(), **{"Sec-Fetch-Site": "cross-site"})

    assert (answer.status, answer.json["code"]) == (403, "foreign_request")


def test_only_json_is_taken(phone: Phone):
    answer = phone.post(phone.batch(), **{"Content-Type": "text/plain"})

    assert (answer.status, answer.json["code"]) == (415, "wrong_media_type")


def test_a_body_that_does_not_tell_its_length_is_refused(world: World):
    client = world.app.test_client()
    client.set_cookie("faltlogg", world.anna.secret)

    answer = Reply.of(client.post("/api/v1/sync", headers=HEADERS | {"Transfer-Encoding": "chunked"}))

    assert (answer.status, answer.json["code"]) == (411, "length_required")


def test_a_body_may_be_packed(phone: Phone):
    answer = phone.post(
        packed(json.dumps(phone.batch(phone.create())).encode()), **{"Content-Encoding": "gzip"}
    )

    assert [result["status"] for result in answer.json["results"]] == ["stored"]


@fault("gzip bomb", room=Room.NETWORK, expect="unpacking stops at a mebibyte, and the batch is refused")
def test_a_packed_bomb_stops_at_a_mebibyte(phone: Phone, fired: Fired):
    bomb = gzip.compress(b" " * 200_000_000, compresslevel=9)

    answer = phone.post(bomb, **{"Content-Encoding": "gzip"})

    fired(len(bomb) < 256 * 1024, "200 MB in less than a request may have")
    assert (answer.status, answer.json["code"]) == (413, "too_large")


@fault("truncated or corrupt JSON", room=Room.NETWORK, expect="nothing is settled; the whole batch is taken")
def test_a_packed_body_cut_anywhere_settles_nothing(phone: Phone, rows, fired: Fired):
    whole = packed(json.dumps(phone.batch(*[phone.create() for _ in range(5)])).encode())
    cuts = [whole[:length] for length in range(1, len(whole), 37)]
    cuts += [whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in range(12, len(whole), 61)]

    answers = {phone.post(cut, **{"Content-Encoding": "gzip"}).status for cut in cuts}

    assert answers == {400}
    fired(len(cuts) > 20, "bodies cut off or spoilt on the way")
    assert rows("select count(*) from stream") == [(0,)]
    results = phone.post(whole, **{"Content-Encoding": "gzip"}).json["results"]
    assert {result["status"] for result in results} == {"stored"}


@pytest.mark.parametrize(
    "body",
    [b"no gzip", packed(text())[:-1], packed(text()) + b"x"],
    ids=["not packed", "cut off", "with a tail"],
)
def test_a_badly_packed_body_is_refused(phone: Phone, body):
    assert phone.post(body, **{"Content-Encoding": "gzip"}).json["code"] == "not_json"


def test_an_unknown_packing_is_refused(phone: Phone):
    answer = phone.post(phone.batch(), **{"Content-Encoding": "br"})

    assert (answer.status, answer.json["code"]) == (415, "unknown_encoding")


def test_more_than_256_kib_on_the_wire_is_refused(phone: Phone):
    assert phone.post(b" " * (256 * 1024 + 1)).status == 413


def test_more_than_a_hundred_operations_are_refused(phone: Phone, rows):
    answer = phone.post(phone.batch(*[phone.create() for _ in range(101)]))

    assert (answer.status, answer.json["code"]) == (413, "too_large")
    assert rows("select count(*) from operation") == [(0,)]


def test_a_later_protocol_is_told_to_update_whatever_its_shape(phone: Phone):
    answer = phone.post(b'{"protocol": 2, "batch": "something new"}')

    assert (answer.status, answer.json["code"]) == (426, "upgrade_required")


def test_a_phone_gone_wild_is_told_to_wait_and_hurts_no_other(database_url, tmp_path):
    with time_machine.travel(NOW, tick=False) as time:
        world = build_world(database_url, tmp_path, batches_a_minute=3)
        wild, calm = world.phone(world.anna), world.phone(world.bo)
        op = wild.create()
        assert [wild.post(wild.batch()).status for _ in range(3)] == [200] * 3

        answer = wild.post(wild.batch(op))

        assert (answer.status, answer.json["code"]) == (429, "too_many_batches")
        assert calm.statuses(calm.create()) == [("stored", None)]
        time.shift(60)
        assert wild.statuses(op) == [("stored", None)]
    close(world)


def test_a_stream_is_bound_to_the_user_who_used_it_first(world: World, rows):
    annas, bos = world.phone(world.anna), world.phone(world.bo)
    bos.stream_id = annas.stream_id
    annas.send(annas.create())

    answer = bos.post(bos.batch(bos.create()))

    assert (answer.status, answer.json["code"]) == (403, "stream_owner_mismatch")
    assert rows("select count(*) from operation") == [(1,)]
    assert annas.statuses(annas.create()) == [("stored", None)]


def test_a_first_batch_under_another_s_session_binds_and_stores_nothing(world: World, rows):
    """Somebody else signed in between the phone's question who is and its sending."""
    annas = world.phone(world.anna)
    annas_batch = annas.batch(annas.create(), user=world.anna.id)

    answer = world.phone(world.bo).post(annas_batch)

    assert (answer.status, answer.json["code"]) == (403, "stream_owner_mismatch")
    assert rows("select count(*) from stream") == rows("select count(*) from operation") == [(0,)]
    assert annas.post(annas_batch).json["results"][0]["status"] == "stored"


def test_a_revoked_device_sends_nothing(phone: Phone, world: World, rows):
    phone.send(phone.create())
    revoke(world)

    answer = phone.post(phone.batch(phone.create()))

    assert (answer.status, answer.json["code"]) == (410, "device_revoked")
    assert rows("select count(*) from operation") == [(1,)]


def revoke(world: World) -> None:
    with world.app.app_context(), writing(db.session()):
        db.session.execute(update(StreamRow).values(revoked_at=NOW))


def test_the_server_knows_the_highest_number_of_a_stream(phone: Phone, rows):
    first, second = phone.create(), phone.create()
    phone.send(second)
    phone.send(first)

    assert rows("select highest_seq, app_build from stream") == [(2, "test")]
    phone.send(phone.create())
    assert rows("select highest_seq from stream") == [(3,)]


def test_the_answer_tells_limits_and_what_is_durable(phone: Phone):
    answer = phone.post(phone.batch(phone.create(), phone.create(municipality=OSKARSHAMN))).json

    assert answer["protocol"] == 1
    assert answer["server_now"] == "2026-03-09T12:00:00Z"
    assert answer["durable_through"] == {LEKEBERG: 1, "0000": 1}
    assert answer["cursors"].keys() == {LEKEBERG}
    assert answer["limits"] == {
        "ops": 100,
        "body_bytes": 16_384,
        "wire_bytes": 262_144,
        "inflated_bytes": 1_048_576,
    }
    assert (answer["changes"], answer["more"], answer["min_schema"]) == ([], False, 1)


def test_a_phone_that_knows_this_history_is_not_asked_to_offer_again(phone: Phone):
    phone.cursors = phone.post(phone.batch(phone.create())).json["cursors"]

    later = phone.post(phone.batch(phone.create(), phone.create())).json

    assert later["resync"] is False
    assert phone.post(phone.batch()).json["resync"] is False
    assert later["cursors"][LEKEBERG]["server_seq"] == 3


@pytest.mark.parametrize(
    "seen",
    [{"epoch": str(uuid4())}, {"head": "0" * 64}, {"server_seq": 9}, {"server_seq": 0}],
    ids=["another epoch", "another chain", "ahead of us", "another beginning"],
)
def test_a_phone_that_has_seen_another_history_is_asked_to_offer_again(phone: Phone, seen):
    cursors = phone.post(phone.batch(phone.create(), phone.create())).json["cursors"]
    phone.cursors = {LEKEBERG: cursors[LEKEBERG] | seen}

    answer = phone.post(phone.batch()).json

    assert answer["resync"] is True
    assert answer["cursors"] == cursors


def test_a_ledger_that_is_gone_is_another_history(phone: Phone):
    phone.cursors = {OREBRO: {"epoch": str(uuid4()), "server_seq": 5, "head": "0" * 64}}

    assert phone.post(phone.batch()).json["resync"] is True


def test_a_cursor_of_a_municipality_out_of_reach_tells_nothing(phone: Phone, world: World):
    cilla = world.phone(world.cilla)
    cilla.send(cilla.create(municipality=OSKARSHAMN, place=None))
    phone.cursors = {OSKARSHAMN: {"epoch": str(uuid4()), "server_seq": 1, "head": "0" * 64}}

    answer = phone.post(phone.batch()).json

    assert answer["resync"] is False
    assert OSKARSHAMN not in {**answer["cursors"], **answer["durable_through"]}


def test_what_mended_a_refused_entry_is_waited_for_where_a_restore_lost_it(phone: Phone, rows):
    refused = phone.create(place="no-such-place")
    phone.send(refused)
    mended = phone.create(activity_id=json.loads(refused["body"])["activity_id"])
    cursors = phone.post(phone.batch()).json["cursors"]
    phone.cursors = {LEKEBERG: cursors[LEKEBERG] | {"server_seq": 9}}  # the mended one was seen, and is lost
    withdrawal = phone.op(changing("withdraw", mended, 1))

    answer = phone.post(phone.batch(withdrawal)).json

    assert answer["resync"] is True
    assert [(each["status"], each["code"]) for each in answer["results"]] == [("retry", "unknown_activity")]
    phone.cursors = {}
    assert phone.statuses(mended, withdrawal) == [("stored", None)] * 2
    assert rows("select state from activity") == [("withdrawn",)]
