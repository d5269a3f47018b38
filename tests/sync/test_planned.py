"""What a phone says of a planned time: done, not done and why, taken back."""

import json
from datetime import date, timedelta
from functools import partial
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import text

from logger.domain.periods import Days
from logger.domain.places import Place
from logger.domain.planning.plans import PlanItem
from logger.domain.planning.recurrence import Monthly
from logger.extensions import db
from logger.services.people.users import disable_user
from logger.services.running.ledger_checks import Damage, damage, strays
from logger.services.transactions import writing
from logger.store import places
from logger.store.plan import plans
from tests.at_once import at_once
from tests.worlds.phones import LEKEBERG, NOW, Phone, World, changing, creating

ITEM = "0198d7a0-0000-7000-8000-000000000901"
FOR_ALL = "0198d7a0-0000-7000-8000-000000000902"
THEIRS = "0198d7a0-0000-7000-8000-000000000903"
MARCH = f"{ITEM}/2026-03.1"
YEAR = Days(date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture(autouse=True)
def _plan(world: World) -> None:
    """Twice a month a check at the road; something that nothing is logged of; the municipality's own."""
    items = [
        PlanItem(ITEM, "police", "Kontroll", Monthly(2), YEAR, type="traffic_check", place="skolvagen"),
        PlanItem(FOR_ALL, "police", "Möte med rektorn", Monthly(1), YEAR),
        PlanItem(THEIRS, "municipality", "Rondering", Monthly(1), YEAR, type="site_round"),
    ]
    with world.app.app_context(), writing(db.session()):
        for item in items:
            plans.put_item(db.session(), LEKEBERG, "medborgarlofte-2026", item, "coordinator", NOW)


def said(phone: Phone, outcome: str = "not_done", planned: str = MARCH, **body: Any) -> dict[str, Any]:
    """A word on a planned time, as the phone saves it."""
    whole = {"kind": "plan", "activity_id": str(uuid4()), "municipality": LEKEBERG, "plan_item": planned}
    return phone.op(whole | {"outcome": outcome, "captured": {}} | body, schema=3)


def came(phone: Phone, *ops: Any) -> list[tuple[str, str | None]]:
    """What the receipts tell of each."""
    return [(receipt["status"], receipt.get("plan")) for receipt in phone.send(*ops)]


@pytest.fixture
def outcomes(rows):
    """What the plan holds: time, whether an activity did it, why not."""
    return lambda: rows(
        "select occurrence, activity is not null, reason from plan_outcome order by occurrence"
    )


def test_an_entry_answers_for_its_time_and_the_same_batch_again_changes_nothing(
    phone: Phone, world: World, outcomes
):
    op = phone.create(plan_item=MARCH)

    assert came(phone, op) == came(phone, op) == [("stored", "done")]

    assert outcomes() == [("2026-03.1", 1, "")]
    with world.app.app_context():
        assert damage(db.session(), LEKEBERG) == Damage(None, ())
        assert strays(db.session(), LEKEBERG) == []


def test_of_two_phones_that_did_the_same_the_first_answers_and_both_entries_stand(
    phone: Phone, world: World, rows, outcomes
):
    first, second = phone.create(plan_item=MARCH), world.phone(world.bo).create(plan_item=MARCH)

    assert came(phone, first) == [("stored", "done")]
    assert came(world.phone(world.bo), second) == [("stored", "taken")]

    assert outcomes() == [("2026-03.1", 1, "")]
    assert rows("select count(*) from activity") == [(2,)]


def test_an_entry_that_is_taken_back_leaves_its_time_open_for_the_next(phone: Phone, outcomes):
    first = phone.create(plan_item=MARCH)
    back = phone.op(changing("withdraw", first, 1))

    told = came(phone, first, back, phone.create(plan_item=MARCH))

    assert told == [("stored", "done"), ("stored", None), ("stored", "done")]
    assert outcomes() == [("2026-03.1", 1, "")]


def test_not_done_is_said_once_and_taken_back_by_its_own_author_alone(phone: Phone, world: World, outcomes):
    other = world.phone(world.bo)
    why = said(phone, "not_done", reason="Vägen var avstängd")

    assert came(phone, why, why) == [("stored", "not_done")] * 2
    assert came(other, said(other, "not_done", reason="Sjukdom")) == [("stored", "not_done")]
    assert came(other, said(other, "open")) == [("stored", "taken")]
    assert outcomes() == [("2026-03.1", 0, "Vägen var avstängd")]
    assert came(phone, said(phone, "open"), said(phone, "open")) == [("stored", "open")] * 2
    assert outcomes() == []


def test_a_deed_goes_before_a_word_whichever_comes_first(phone: Phone, outcomes):
    why, done = said(phone, "not_done", reason="Sjukdom"), phone.create(plan_item=MARCH)

    assert came(phone, why, done, said(phone, "not_done", reason="Sjukdom")) == [
        ("stored", "not_done"),
        ("stored", "done"),
        ("stored", "taken"),
    ]
    assert outcomes() == [("2026-03.1", 1, "")]


def test_what_is_nothing_that_is_logged_is_done_by_saying_so(phone: Phone, outcomes):
    meeting = f"{FOR_ALL}/2026-03.1"

    assert came(phone, said(phone, "done", meeting), said(phone, "done")) == [
        ("stored", "done"),
        ("stored", "unfit"),
    ]
    assert outcomes() == [("2026-03.1", 0, "")]


@pytest.mark.parametrize(
    ("planned", "body", "told"),
    [
        pytest.param(MARCH, {"place": "lanna-badgruva"}, "unfit", id="another place"),
        pytest.param(MARCH, {"outcome": "interrupted"}, "unfit", id="interrupted"),
        pytest.param(f"{ITEM}/2026-02.1", {}, "unfit", id="another month"),
        pytest.param(f"{ITEM}/2026-03.3", {}, "gone", id="a time that it has no more"),
        pytest.param(f"{uuid4()}/2026-03.1", {}, "gone", id="an item that is taken away"),
        pytest.param(f"{THEIRS}/2026-03.1", {}, "gone", id="another organisation's"),
        pytest.param(ITEM, {}, None, id="no time at all"),
    ],
)
def test_an_entry_is_kept_whatever_became_of_the_plan(phone: Phone, rows, outcomes, planned, body, told):
    assert came(phone, phone.create(plan_item=planned, **body)) == [("stored", told)]
    assert outcomes() == []
    assert rows("select count(*) from activity") == [(1,)]


@pytest.mark.parametrize(("planned_at", "done_at"), [("skolvagen", "dubblett"), ("dubblett", "skolvagen")])
def test_by_whichever_of_its_ids_a_place_is_named_it_is_the_place(
    phone: Phone, world: World, outcomes, planned_at, done_at
):
    """The plan was made, or the phone fetched its map, before the two turned out to be one."""
    with world.app.app_context(), writing(db.session()):
        places.put(db.session(), LEKEBERG, Place("dubblett", "Skolvägen 2", frozenset({"road"})))
        db.session.execute(text("update plan_item set place = :place"), {"place": planned_at})
        places.merge(db.session(), LEKEBERG, "dubblett", "skolvagen")

    assert came(phone, phone.create(plan_item=MARCH, place=done_at)) == [("stored", "done")]
    assert outcomes() == [("2026-03.1", 1, "")]


def test_of_two_answers_at_the_same_moment_the_first_stands(phone: Phone, world: World, outcomes):
    phones = [world.phone(person) for person in (world.anna, world.bo) for _ in range(4)]
    ops = [each.create(plan_item=MARCH) for each in phones]

    told = at_once([partial(came, each, op) for each, op in zip(phones, ops, strict=True)])

    assert sorted(plan or "" for [(_, plan)] in told) == ["done", *["taken"] * 7]
    assert outcomes() == [("2026-03.1", 1, "")]


def test_what_was_done_in_its_days_answers_however_late_the_phone_comes(phone: Phone, world: World, outcomes):
    with world.app.app_context(), writing(db.session()):
        db.session.execute(text("update plan_item set last_day = '2026-03-10'"))
    op = phone.create(
        plan_item=MARCH, started_at="2026-03-01T08:00:00+01:00", ended_at="2026-03-01T09:00:00+01:00"
    )

    assert came(phone, op) == [("stored", "done")]
    assert outcomes() == [("2026-03.1", 1, "")]


def test_a_time_that_reads_as_a_number_points_out_nobody(phone: Phone):
    op = phone.create(plan_item="85070998-0701-4234-8567-070123456789/2026-03.1")

    assert came(phone, op) == [("stored", "gone")]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param({"reason": ""}, id="no reason"),
        pytest.param({"reason": "x" * 201}, id="a long one"),
        pytest.param({"reason": 1}, id="a number for one"),
        pytest.param({"outcome": "cancelled"}, id="no such word"),
        pytest.param({"plan_item": ITEM}, id="no time"),
        pytest.param({"type": "presence"}, id="something of an entry"),
        pytest.param({"captured": 1}, id="no clock"),
    ],
)
def test_a_word_that_says_nothing_is_refused_and_names_what_is_wrong(phone: Phone, body, outcomes):
    [receipt] = phone.send(said(phone, **{"outcome": "not_done", "reason": "Sjukdom"} | body))

    assert (receipt["status"], receipt["code"], list(receipt["errors"])) == (
        "rejected",
        "bad_body",
        list(body),
    )
    assert outcomes() == []


def test_a_reason_that_points_out_somebody_stands_nowhere(phone: Phone, outcomes):
    ops = [
        said(phone, "not_done", reason="Anna, 070-123 45 67, ville inte"),
        said(phone, "not_done", f"{ITEM}/19850709-9805", reason="Sjukdom"),
    ]

    assert phone.statuses(*ops) == [("rejected", "personal_data_in_reason")] * 2
    assert outcomes() == []


def test_a_word_of_one_who_was_shut_out_is_kept_and_changes_nothing(phone: Phone, world: World, outcomes):
    op = said(phone, "not_done", reason="Sjukdom")
    with world.app.app_context():
        disable_user(db.session(), "anna@example.se", NOW + timedelta(minutes=1))

    assert came(phone, op) == [("stored", "gone")]
    assert outcomes() == []


def test_a_word_makes_no_activity_and_the_ledger_still_holds(phone: Phone, world: World, rows):
    phone.send(said(phone, "not_done", reason="Sjukdom"), phone.op(creating()))

    assert rows("select kind, rev from operation order by server_seq") == [(None, None), ("create", 1)]
    assert rows("select count(*) from activity") == [(1,)]
    assert json.loads(bytes(rows("select body from operation_body")[0][0]))["kind"] in {"plan", "create"}
    with world.app.app_context():
        assert damage(db.session(), LEKEBERG) == Damage(None, ())
        assert strays(db.session(), LEKEBERG) == []
