"""The sync door: every item settled exactly once, whatever the weather."""

import json

from tests.worlds.phones import LEKEBERG, OREBRO, Phone, World, creating


def test_an_entry_is_stored_and_its_receipt_echoes_the_digest(phone: Phone, rows):
    op = phone.create()

    [receipt] = phone.send(op)

    assert receipt == {
        "op_id": op["op_id"],
        "sha256": op["sha256"],
        "status": "stored",
        "ledger": LEKEBERG,
        "server_seq": 1,
        "received_at": "2026-03-09T12:00:00.000000Z",
        "rev": 1,
        "counted_towards": [
            {
                "pledge": "medborgarlofte-2026",
                "commitment": "speed",
                "label": "Hastighetskontroller",
            },
            {
                "pledge": "medborgarlofte-2026",
                "commitment": "presence",
                "label": "Polisen är i kommunen två timmar i veckan.",
            },
        ],
    }
    assert rows("select count(*) from activity where state = 'current'") == [(1,)]


def test_a_batch_sent_again_gets_the_same_receipts_and_changes_nothing(phone: Phone, rows):
    ops = [phone.create(), phone.create(type="presence", focus=[], counters={}), phone.create(type="nothing")]

    first = phone.send(*ops)
    again = phone.send(*ops)

    assert again == [receipt | {"duplicate": True} for receipt in first]
    assert rows("select count(*) from operation") == [(3,)]
    assert rows("select count(*) from activity") == [(2,)]


def test_an_operation_twice_in_one_batch_is_one(phone: Phone, rows):
    op = phone.create()

    first, second = phone.send(op, op)

    assert second == first | {"duplicate": True}
    assert rows("select count(*) from operation") == [(1,)]


def test_other_bytes_under_a_used_id_are_refused_and_the_first_stay(phone: Phone, rows):
    op = phone.create()
    other = phone.op(creating(type="other", focus=[], counters={}), op_id=op["op_id"])

    assert phone.statuses(op, other) == [("stored", None), ("rejected", "op_id_reused")]
    assert phone.statuses(other) == [("rejected", "op_id_reused")]
    assert rows("select type from activity") == [("traffic_check",)]


def test_another_user_does_not_see_the_receipt_of_an_id(world: World):
    op = world.phone(world.anna).create()
    world.phone(world.anna).send(op)

    assert world.phone(world.bo).statuses(op) == [("rejected", "op_id_reused")]


def test_seconds_are_floored_in_what_counts_and_kept_in_the_body(phone: Phone, rows):
    op = phone.create(started_at="2026-03-09T08:00:59+01:00", ended_at="2026-03-09T08:59:59.999+01:00")

    assert phone.statuses(op) == [("stored", None)]
    [(body,)] = rows("select body from operation_body")
    assert bytes(body).decode() == op["body"]
    [(started, ended)] = rows("select started_at, ended_at from activity")
    assert "07:00:00" in str(started)
    assert "07:59:00" in str(ended)


def test_whoever_logs_took_part_unless_others_are_named(phone: Phone, world: World, rows):
    phone.send(
        phone.create(started_at="2026-03-09T08:00:00+01:00"),
        phone.create(started_at="2026-03-09T08:30:00+01:00", participants=[world.bo.id]),
    )

    found = rows("select participants from activity order by started_at")
    names = [json.loads(each) if isinstance(each, str) else each for (each,) in found]
    assert names == [[world.anna.id], [world.bo.id]]


def test_only_the_own_organisation_s_people_can_be_put_down(phone: Phone, world: World):
    both = {"organisations": ["police", "municipality"]}

    assert phone.statuses(
        phone.create(participants=[world.worker.id], **both),
        phone.create(participants=[world.bo.id, world.worker.id], **both),
        phone.create(participants=[world.cilla.id], **both),
    ) == [("rejected", "unknown_participant"), ("rejected", "unknown_participant"), ("stored", None)]


def test_an_activity_is_made_once(phone: Phone):
    op = phone.create()
    again = phone.op(json.loads(op["body"]))

    assert phone.statuses(op, again) == [("stored", None), ("rejected", "activity_exists")]


def test_an_administrator_logs_nothing(world: World):
    phone = world.phone(world.administrator)

    assert phone.statuses(phone.create()) == [("rejected", "not_your_municipality")]


def test_a_worker_logs_in_the_own_municipality(world: World):
    phone = world.phone(world.worker)

    assert phone.statuses(
        phone.create(organisations=["municipality"]), phone.create(municipality=OREBRO, place=None)
    ) == [("stored", None), ("rejected", "not_your_municipality")]
