"""Entries that change after they were sent: taken back, amended, built upon, mended, thrown away."""

import json

from tests.worlds.phones import OSKARSHAMN, Phone, World, changing


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
