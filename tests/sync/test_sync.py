"""The sync door: every item settled exactly once, whatever the weather."""

import json
from typing import Any
from uuid import uuid4

from logger.domain.entering.upcasting import NEWEST_SCHEMA
from tests.worlds.phones import LEKEBERG, OREBRO, OSKARSHAMN, Phone, World, changing, creating


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


BAD_BODIES: dict[str, tuple[dict[str, Any] | str, str]] = {
    "a type that never was": (creating(type="unheard_of"), "rejected unknown_type"),
    "a type that the product makes": (
        creating(type="follow_up", focus=[], counters={}),
        "rejected type_made_by_product",
    ),
    "the focus of another type": (creating(focus=["alcohol"]), "rejected unknown_focus"),
    "a counter that never was": (creating(counters={"cows": 1}), "rejected unknown_counter"),
    "a place that never was": (creating(place="atlantis"), "rejected unknown_place"),
    "a place of the next municipality": (creating(municipality=OREBRO), "rejected unknown_place"),
    "an organisation that never was": (
        creating(organisations=["church"]),
        "rejected unknown_organisation",
    ),
    "only for another organisation": (
        creating(organisations=["municipality"]),
        "rejected not_your_organisation",
    ),
    "a colleague that never was": (creating(participants=[str(uuid4())]), "rejected unknown_participant"),
    "a municipality of others": (creating(municipality=OSKARSHAMN), "rejected not_your_municipality"),
    "a municipality that never was": (creating(municipality="9999"), "rejected not_your_municipality"),
    "ending before the start": (
        creating(ended_at="2026-03-09T07:00:00+01:00"),
        "rejected ends_before_start",
    ),
    "2000 hours instead of 2": (creating(ended_at="2026-05-31T16:00:00+02:00"), "rejected too_long"),
    "a number plate": (creating(note="Bilen var ABC123"), "held personal_data"),
    "a number in groups": (creating(note="Talade med 85 07 09 98 05"), "held personal_data"),
    "a number for a plan": (creating(plan_item="ring 070-123 45 67"), "held personal_data"),
    "before 1970": (creating(started_at="1959-01-01T08:00:00+01:00"), "held wild_clock"),
    "the year 1": (creating(started_at="0001-01-01T00:00:00+14:00"), "held wild_clock"),
    "the year 9999": (creating(started_at="9999-12-31T23:59:59-14:00"), "held wild_clock"),
    "a clock ten years ahead": (
        creating(started_at="2036-03-09T08:00:00Z", ended_at=None),
        "held wild_clock",
    ),
    "a long note": (creating(note="x" * 141), "rejected bad_body"),
    "fewer than nobody": (creating(others=-1), "rejected bad_body"),
    "more than went along": (creating(others=201), "rejected bad_body"),
    "a truth for a number": (creating(others=True), "rejected bad_body"),
    "half a vehicle": (creating(counters={"vehicles": 2.5}), "rejected bad_body"),
    "nobody's": (creating(organisations=[]), "rejected bad_body"),
    "30 February": (creating(started_at="2026-02-30T08:00:00+01:00"), "rejected bad_body"),
    "no time zone": (creating(started_at="2026-03-09T08:00:00"), "rejected bad_body"),
    "a kind for coordinators": (creating(kind="correct"), "rejected bad_body"),
    "an id that is none": (creating(activity_id="1"), "rejected bad_body"),
    "an unknown key": (creating(surprise=1), "rejected bad_body"),
    "nothing": ("", "rejected bad_body"),
    "a list": ("[]", "rejected bad_body"),
    "a key twice": ('{"kind": "create", "kind": "create"}', "rejected bad_body"),
    "half a character": ('{"note": "\\ud800"}', "rejected bad_body"),
    "a NUL": ('{"note": "\\u0000"}', "rejected bad_body"),
    "an endless number": ('{"others": ' + "9" * 5_000 + "}", "rejected bad_body"),
    "no number": ('{"others": NaN}', "rejected bad_body"),
    "a deep nest": ("[" * 5_000 + "]" * 5_000, "rejected bad_body"),
}


def test_a_bad_item_is_settled_for_good_and_touches_no_other(phone: Phone, rows):
    bad = [phone.op(body) for body, _ in BAD_BODIES.values()]
    good = [phone.create() for _ in bad]

    mixed = [op for pair in zip(bad, good, strict=True) for op in pair]
    results = phone.send(*mixed)

    told = {
        name: f"{result['status']} {result['code']}"
        for name, result in zip(BAD_BODIES, results[::2], strict=True)
    }
    assert told == {name: outcome for name, (_, outcome) in BAD_BODIES.items()}
    assert {result["status"] for result in results[1::2]} == {"stored"}
    assert phone.send(*bad) == [receipt | {"duplicate": True} for receipt in results[::2]]
    assert rows("select count(*) from activity") == [(len(good),)]
    assert rows("select count(*) from operation_body") == [(len(mixed),)]


def test_a_refusal_says_in_swedish_which_field_is_wrong(phone: Phone):
    [unreadable, unknown] = phone.send(
        phone.create(others=-1, targeted="yes"), phone.create(place="atlantis")
    )

    assert unreadable["errors"] == {
        "others": "Deltagare utan namn ska vara ett heltal från 0 till 200.",
        "targeted": "Ska vara sant eller falskt.",
    }
    assert unknown["errors"] == {"place": "Platsen finns inte i kommunen."}


SPOILT_ENVELOPES: list[tuple[dict[str, Any], tuple[str, str]]] = [
    ({"sha256": "0" * 64}, ("retry", "bad_digest")),
    ({"schema": NEWEST_SCHEMA + 1}, ("retry", "schema_too_new")),
    ({"schema": 0}, ("rejected", "bad_envelope")),
    ({"op_id": "no id"}, ("rejected", "bad_envelope")),
    ({"op_id": 7}, ("rejected", "bad_envelope")),
    ({"seq": 0}, ("rejected", "bad_envelope")),
    ({"seq": True}, ("rejected", "bad_envelope")),
    ({"body": None}, ("rejected", "bad_envelope")),
    ({"sha256": "abc"}, ("rejected", "bad_envelope")),
]


def test_a_spoilt_envelope_leaves_no_trace_and_touches_no_other(phone: Phone, rows):
    spoilt = [phone.create() | change for change, _ in SPOILT_ENVELOPES]

    assert phone.statuses(*spoilt, phone.create()) == [
        *(outcome for _, outcome in SPOILT_ENVELOPES),
        ("stored", None),
    ]
    assert rows("select count(*) from operation") == [(1,)]


def test_every_answer_echoes_the_digest_as_it_was_sent(phone: Phone):
    stored, large, spoilt = phone.create(), phone.op(" " * 16_385), phone.create() | {"sha256": "0" * 64}
    reused = phone.create(others=1) | {"op_id": stored["op_id"]}
    sent = [stored, large, spoilt, phone.create(others=-1), phone.create(municipality=OSKARSHAMN)]

    for ops in (sent, sent, [reused]):
        told = [(result["op_id"], result["sha256"]) for result in phone.send(*ops)]
        assert told == [(op["op_id"], op["sha256"]) for op in ops]


def test_what_is_no_object_is_an_item_of_its_own(phone: Phone):
    assert phone.statuses(None, 7, [], "op", phone.create()) == [
        *[("rejected", "bad_envelope")] * 4,
        ("stored", None),
    ]


def test_a_body_over_16_kib_is_refused(phone: Phone):
    assert phone.statuses(phone.op(" " * 16_385), phone.op(" " * 16_384)) == [
        ("rejected", "body_too_large"),
        ("rejected", "bad_body"),
    ]


def test_a_refused_municipality_is_receipted_in_the_ledger_of_none(phone: Phone, rows):
    [receipt] = phone.send(phone.create(municipality=OSKARSHAMN))

    assert receipt["ledger"] == "0000"
    assert rows("select count(*) from operation where municipality = '0882'") == [(0,)]


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


def test_the_own_organisation_stays_when_an_entry_is_changed(phone: Phone, rows):
    op = phone.create()
    amend = phone.op(changing("amend", op, 1, organisations=["municipality"]))

    assert phone.statuses(op, amend) == [("stored", None), ("rejected", "not_your_organisation")]
    assert rows("select rev from activity") == [(1,)]


def test_an_undone_entry_no_longer_counts(phone: Phone, rows):
    op = phone.create()
    withdraw = phone.op(changing("withdraw", op, 1))

    assert phone.statuses(op, withdraw) == [("stored", None), ("stored", None)]
    assert rows("select state, rev from activity") == [("withdrawn", 2)]
    assert phone.statuses(phone.op(changing("withdraw", op, 2))) == [("rejected", "already_withdrawn")]


def test_why_an_entry_was_taken_back_is_kept_with_the_taking_back(phone: Phone, rows):
    op = phone.create()
    withdraw = phone.op(changing("withdraw", op, 1, reason="Blev inte av"))
    endless = phone.op(changing("withdraw", op, 1, reason="x" * 201))

    assert phone.statuses(op, withdraw, endless) == [
        ("stored", None),
        ("stored", None),
        ("rejected", "bad_body"),
    ]
    bodies = [bytes(body).decode() for (body,) in rows("select body from operation_body")]
    assert any("Blev inte av" in body for body in bodies)


def test_an_amended_entry_has_a_new_version(phone: Phone, rows):
    op = phone.create()
    amend = phone.op(changing("amend", op, 1, counters={"vehicles": 51}))

    [_, receipt] = phone.send(op, amend)

    assert (receipt["status"], receipt["rev"]) == ("stored", 2)
    [(counters,)] = rows("select counters from activity")
    assert "51" in str(counters)


def test_an_edit_of_a_version_that_no_longer_stands_is_a_conflict_that_shows_the_one_that_does(phone: Phone):
    op = phone.create()
    phone.send(op, phone.op(changing("amend", op, 1, counters={"vehicles": 51})))

    [conflict] = phone.send(phone.op(changing("amend", op, 1, counters={"vehicles": 52})))

    assert (conflict["status"], conflict["code"]) == ("conflict", "other_version_stands")
    assert conflict["current"]["rev"] == 2
    assert conflict["current"]["counters"] == {"vehicles": 51}
    assert "participants" not in conflict["current"]


def test_an_edit_that_arrives_before_what_it_builds_on_comes_again(phone: Phone, rows):
    op = phone.create()
    second, third = (phone.op(changing("amend", op, rev, others=rev)) for rev in (1, 2))

    assert phone.statuses(third) == [("retry", "unknown_activity")]
    assert phone.statuses(op) == [("stored", None)]
    assert phone.statuses(third) == [("retry", "earlier_version_missing")]
    assert phone.statuses(second, third) == [("stored", None), ("stored", None)]
    assert rows("select rev, others from activity") == [(3, 2)]


def test_the_items_of_a_batch_are_judged_in_the_order_of_their_numbers(phone: Phone):
    op = phone.create()
    withdraw = phone.op(changing("withdraw", op, 1))

    assert phone.statuses(withdraw, op) == [("stored", None), ("stored", None)]


def test_only_the_author_changes_an_entry(world: World, rows):
    op = world.phone(world.anna).create()
    world.phone(world.anna).send(op)
    bo = world.phone(world.bo)

    assert (
        bo.statuses(
            bo.op(changing("withdraw", op, 1)),
            bo.op(changing("amend", op, 1)),
            bo.op(changing("void", op, 1)),
        )
        == [("rejected", "not_yours")] * 3
    )
    assert rows("select state, rev from activity") == [("current", 1)]


def test_an_entry_of_another_municipality_is_out_of_reach(world: World, rows):
    op = world.phone(world.anna).create()
    world.phone(world.anna).send(op)
    cilla = world.phone(world.cilla)

    assert cilla.statuses(cilla.op(changing("withdraw", op, 1))) == [("rejected", "not_your_municipality")]
    assert cilla.statuses(cilla.op(changing("withdraw", op, 1, municipality=OSKARSHAMN))) == [
        ("retry", "unknown_activity")
    ]
    assert rows("select state from activity") == [("current",)]


def test_undoing_a_held_entry_waits_with_it(phone: Phone):
    held = phone.create(note="ring 070-123 45 67")

    assert phone.statuses(held, phone.op(changing("withdraw", held, 1))) == [
        ("held", "personal_data"),
        ("held", "waits_for_its_entry"),
    ]


def test_undoing_a_refused_entry_is_refused(phone: Phone):
    refused = phone.create(type="unheard_of")

    assert phone.statuses(refused)[0][0] == "rejected"
    assert phone.statuses(phone.op(changing("withdraw", refused, 1))) == [("rejected", "unknown_activity")]


def test_a_refused_entry_that_was_mended_is_stored_under_its_own_id(phone: Phone, rows):
    refused = phone.create(type="unheard_of")
    mended = phone.op(json.loads(refused["body"]) | {"type": "other", "focus": [], "counters": {}})

    assert phone.statuses(refused, mended) == [("rejected", "unknown_type"), ("stored", None)]
    assert rows("select rev, type from activity") == [(1, "other")]


def test_a_held_entry_that_its_author_mended_is_stored_once(phone: Phone, rows):
    held = phone.create(note="ring 070-123 45 67")
    mended = phone.op(json.loads(held["body"]) | {"note": "ring mig"})

    assert phone.statuses(held) == [("held", "personal_data")]
    assert phone.statuses(mended) == [("stored", None)]
    assert rows("select rev, state from activity") == [(1, "current")]


def test_throwing_away_what_was_refused_is_told_and_changes_nothing(phone: Phone, rows):
    refused = phone.create(municipality=OSKARSHAMN)
    phone.send(refused)

    [receipt] = phone.send(phone.op(changing("void", refused, 0, reason="Fel kommun")))

    assert (receipt["status"], receipt["ledger"], receipt.get("rev")) == ("stored", "0000", None)
    assert rows("select count(*) from activity") == [(0,)]


def test_an_id_that_reads_as_a_number_points_out_nobody(phone: Phone):
    op = phone.create(plan_item="85070998-0701-4234-8567-070123456789")

    assert phone.statuses(op) == [("stored", None)]


def test_a_reason_that_points_out_a_person_is_held(phone: Phone):
    refused = phone.create(municipality=OSKARSHAMN)
    phone.send(refused)

    void = phone.op(changing("void", refused, 0, reason="Anna, 070-123 45 67, ville det"))

    assert phone.statuses(void) == [("held", "personal_data")]


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
