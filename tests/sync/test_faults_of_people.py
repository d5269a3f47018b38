"""What people and their clocks do to entries: nothing lost, nothing twice, and a sentence says why."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from logger.extensions import db
from logger.services.transactions import writing
from tests.faults import Fired, Room, fault
from tests.worlds.phones import LEKEBERG, NOW, Phone, World

YEARS = timedelta(days=3652)


def wall(offset: timedelta) -> dict[str, Any]:
    """What a phone notes of its clock, that much off."""
    return {"wall": (NOW + offset).isoformat(), "mono_ms": 1.0, "boot_id": "a"}


@fault(
    "clock ±10 years", room=Room.DEVICE, expect="the times that the officer confirmed count, and no others"
)
@pytest.mark.parametrize("off", [-YEARS, YEARS], ids=["behind", "ahead"])
def test_a_clock_ten_years_off_changes_no_count(phone: Phone, rows, off: timedelta, fired: Fired):
    right, wrong = phone.create(), phone.create(captured=wall(off))

    answer = phone.pull(right, wrong, client_now=(NOW + off).isoformat())

    fired(
        answer["notices"] == [{"code": "clock_off", "seconds": off.total_seconds()}], "a clock ten years off"
    )
    towards = [result["counted_towards"] for result in answer["results"]]
    assert towards[0] == towards[1] != []
    assert len(set(rows("select started_at, ended_at, created_at from activity"))) == 1


@fault("clock ±10 years", room=Room.DEVICE, expect="an entry from the future is kept and held for a person")
def test_an_entry_confirmed_ten_years_ahead_is_held(phone: Phone, rows, fired: Fired):
    ahead = phone.create(started_at="2036-03-09T08:00:00+01:00", ended_at="2036-03-09T09:00:00+01:00")

    [result] = phone.send(ahead)

    fired((result["status"], result["code"]) == ("held", "wild_clock"), "an entry from the year 2036")
    [(body,)] = rows("select body from operation_body")
    assert bytes(body).decode() == ahead["body"]
    assert rows("select count(*) from activity") == [(0,)]


@fault("summer time", room=Room.DEVICE, expect="an hour is an hour, also where the clock was turned")
@pytest.mark.parametrize(
    ("started_at", "ended_at"),
    [
        ("2025-03-30T01:30:00+01:00", "2025-03-30T03:30:00+02:00"),
        ("2025-10-26T02:30:00+02:00", "2025-10-26T02:30:00+01:00"),
    ],
    ids=["forwards", "back"],
)
def test_an_hour_over_the_turn_of_the_clock_is_an_hour(
    phone: Phone, started_at: str, ended_at: str, fired: Fired
):
    op = phone.create(started_at=started_at, ended_at=ended_at)
    fired(started_at[-6:] != ended_at[-6:], "an entry that begins in one time and ends in the other")

    assert phone.statuses(op) == [("stored", None)]

    activities = f"/api/v1/municipalities/{LEKEBERG}/activities"
    entry = phone.get(f"{activities}/{json.loads(op['body'])['activity_id']}").json
    assert (entry["started_at"], entry["ended_at"]) == (started_at, ended_at)
    began, ended = (datetime.fromisoformat(entry[name]) for name in ("started_at", "ended_at"))
    assert ended.astimezone(UTC) - began.astimezone(UTC) == timedelta(hours=1)


@fault("other time zone", room=Room.DEVICE, expect="the same moment counts the same, wherever it was written")
def test_a_phone_in_another_time_zone_logs_the_same_moment(phone: Phone, rows, fired: Fired):
    here = phone.create(started_at="2026-03-09T00:30:00+01:00", ended_at="2026-03-09T01:30:00+01:00")
    there = phone.create(started_at="2026-03-08T18:30:00-05:00", ended_at="2026-03-08T19:30:00-05:00")
    dates = [json.loads(op["body"])["started_at"][:10] for op in (here, there)]
    fired(dates[0] != dates[1], "one moment under two dates")

    results = phone.send(here, there)

    assert results[0]["counted_towards"] == results[1]["counted_towards"] != []
    assert len(set(rows("select started_at, ended_at from activity"))) == 1


@fault("2000 h instead of 2 h", room=Room.PEOPLE, expect="refused with a sentence, and mended by its author")
def test_a_slip_of_the_hand_is_told_at_once_and_mended(phone: Phone, rows, fired: Fired):
    slip = phone.create(ended_at="2026-05-31T16:00:00+02:00")

    [refused] = phone.send(slip)

    fired(refused["code"] == "too_long", "an entry of 2000 hours")
    assert refused["errors"] == {"ended_at": "Längre än ett dygn. Dela upp posten eller rätta slutet."}
    mended = phone.op(json.loads(slip["body"]) | {"ended_at": "2026-03-09T10:00:00+01:00"})
    assert phone.statuses(mended) == [("stored", None)]
    assert rows("select count(*) from activity") == [(1,)]


@fault(
    "pledge or place deleted that queued items name",
    room=Room.PEOPLE,
    expect="the entry is kept, its author is told which field, and sends it with another place",
)
def test_a_place_deleted_while_an_entry_waited_is_told_by_field(
    phone: Phone, world: World, rows, fired: Fired
):
    waiting, other = phone.create(), phone.create(place=None)
    with world.app.app_context(), writing(db.session()):
        db.session.execute(text("delete from place_flag where place = 'skolvagen'"))
        gone = db.session.execute(text("delete from place where id = 'skolvagen'"))
        fired(gone.rowcount == 1, "the place deleted")  # type: ignore[attr-defined]

    refused, stored = phone.send(waiting, other)

    assert (refused["code"], refused["errors"]) == (
        "unknown_place",
        {"place": "Platsen finns inte i kommunen."},
    )
    assert stored["status"] == "stored"
    mended = phone.op(json.loads(waiting["body"]) | {"place": "lanna-badgruva"})
    assert phone.statuses(mended) == [("stored", None)]
    assert rows("select count(*) from activity") == [(2,)]


@fault(
    "pledge or place deleted that queued items name",
    room=Room.PEOPLE,
    expect="the entry is stored all the same, and counts towards what is left",
)
def test_a_pledge_deleted_while_an_entry_waited_takes_no_entry_with_it(
    phone: Phone, world: World, rows, fired: Fired
):
    waiting = phone.create(plan_item="medborgarlofte-2026/speed")
    with world.app.app_context(), writing(db.session()):
        for of_it in ("delete from leaf", "delete from progress", "delete from pledge_version"):
            db.session.execute(text(of_it))
        gone = db.session.execute(text("delete from pledge"))
        fired(gone.rowcount == 1, "the pledge deleted")  # type: ignore[attr-defined]

    [receipt] = phone.send(waiting)

    assert (receipt["status"], receipt["counted_towards"]) == ("stored", [])
    assert rows("select count(*) from activity") == [(1,)]
