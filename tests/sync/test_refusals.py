"""What the sync door refuses or holds: that item alone, for good, and with a word on what is wrong."""

from typing import Any
from uuid import uuid4

from logger.domain.entering.upcasting import NEWEST_SCHEMA
from tests.worlds.phones import OREBRO, OSKARSHAMN, Phone, changing, creating

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


def test_an_id_that_reads_as_a_number_points_out_nobody(phone: Phone):
    op = phone.create(plan_item="85070998-0701-4234-8567-070123456789")

    assert phone.statuses(op) == [("stored", None)]


def test_a_reason_that_points_out_a_person_is_held(phone: Phone):
    refused = phone.create(municipality=OSKARSHAMN)
    phone.send(refused)

    void = phone.op(changing("void", refused, 0, reason="Anna, 070-123 45 67, ville det"))

    assert phone.statuses(void) == [("held", "personal_data")]
