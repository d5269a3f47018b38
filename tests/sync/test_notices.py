"""What a phone is told of itself: that it was cloned, that its browser was cleared, that its clock is off."""

from datetime import timedelta
from typing import Any

import pytest

from tests.faults import Fired, Room, fault
from tests.worlds.phones import NOW, Phone, World


def notices(phone: Phone, *ops: dict[str, Any], **batch: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = phone.pull(*ops, **batch)["notices"]
    return found


def twin_of(phone: Phone, world: World) -> Phone:
    """The phone's profile copied to another phone: the same sign-in, stream, numbers and cursors."""
    return world.phone(phone.person, stream_id=phone.stream_id, seq=phone.seq, cursors=dict(phone.cursors))


@fault("cloned profile", room=Room.DEVICE, expect="both entries are stored, and the second phone is told")
def test_a_cloned_profile_is_noticed_and_both_entries_are_kept(
    phone: Phone, world: World, rows, fired: Fired
):
    phone.pull(phone.create(), floor=1)
    twin = twin_of(phone, world)
    assert notices(phone, phone.create(), floor=2) == []

    answer = twin.pull(twin.create(), floor=2)

    assert answer["notices"] == [{"code": "stream_cloned"}]
    assert [result["status"] for result in answer["results"]] == ["stored"]
    assert rows("select count(*) from activity") == [(3,)]
    twice = rows("select seq from operation group by stream_id, seq having count(*) > 1")
    fired(twice == [(2,)], "one number drawn by two phones")


def test_a_cloned_phone_goes_on_counting_in_a_stream_of_its_own(phone: Phone, world: World, rows):
    phone.pull(phone.create(), floor=1)
    twin = twin_of(phone, world)
    phone.pull(phone.create(), floor=2)
    twin.pull(twin.create(), floor=2)

    twin.stream_id = world.phone(world.anna).stream_id
    assert notices(twin, twin.create(), floor=3) == []
    assert notices(twin, floor=4) == []
    assert notices(phone, phone.create(), floor=3) == []

    assert sorted(rows("select first_seq, highest_seq, floor from stream")) == [(1, 3, 3), (3, 3, 4)]
    assert rows("select count(*) from activity") == [(5,)]


def test_a_copy_is_told_again_where_the_answer_that_told_it_was_lost(phone: Phone, world: World):
    phone.pull(phone.create(), floor=1)
    twin = twin_of(phone, world)
    phone.pull(phone.create(), floor=2)
    batch = twin.batch(twin.create(), floor=2)

    told = [twin.post(batch).json["notices"] for _ in range(2)]

    assert told == [[{"code": "stream_cloned"}]] * 2


def test_a_batch_sent_again_is_no_clone(phone: Phone):
    batch = phone.batch(phone.create(), phone.create())

    assert [phone.post(batch).json["notices"] for _ in range(3)] == [[], [], []]


def test_two_numbers_alike_in_one_batch_are_a_clone(phone: Phone):
    first, second = phone.create(), phone.create(seq=1)
    second["seq"] = first["seq"]

    assert notices(phone, first, second) == [{"code": "stream_cloned"}]


@fault(
    "origin storage evicted",
    room=Room.DEVICE,
    expect="the phone is told which stream it lost, and the server names what never came of it",
)
def test_a_cleared_browser_is_told_what_it_had(phone: Phone, world: World, rows, fired: Fired):
    _never_sent, sent = phone.create(), phone.create()
    phone.pull(sent, floor=1)

    cleared = world.phone(world.anna)
    fired(cleared.stream_id != phone.stream_id and not cleared.cursors, "storage that remembers nothing")

    lost = {
        "code": "storage_lost",
        "stream_id": phone.stream_id,
        "highest_seq": 2,
        "last_contact": "2026-03-09T12:00:00Z",
    }
    assert notices(cleared, floor=1) == [lost]
    assert notices(cleared, floor=1) == []
    devices = cleared.devices()
    waiting = {device["stream_id"]: device["waiting"] for device in devices}
    assert waiting == {phone.stream_id: 1, cleared.stream_id: 0}


def test_a_cleared_browser_is_told_until_an_answer_came_through(phone: Phone, world: World):
    phone.pull(phone.create(), floor=1)
    cleared = world.phone(world.anna)

    lost = [cleared.post(cleared.batch(floor=1)).json["notices"][0]["code"] for _ in range(2)]

    assert lost == ["storage_lost"] * 2


def test_another_phone_of_the_same_user_has_lost_nothing(phone: Phone, world: World):
    phone.pull(phone.create(), floor=1)
    other = world.phone(world.bo)

    assert notices(other, other.create(), floor=1) == []


@fault(
    "clock ±1 day", room=Room.DEVICE, expect="everything is stored, and the phone is told how far it is off"
)
@pytest.mark.parametrize("days", [-1, 1])
def test_a_clock_a_day_off_is_told_and_refuses_nothing(phone: Phone, days: int, fired: Fired):
    off = timedelta(days=days)

    answer = phone.pull(phone.create(), client_now=(NOW + off).isoformat())

    fired(answer["notices"] == [{"code": "clock_off", "seconds": off.total_seconds()}], "a clock a day off")
    assert [result["status"] for result in answer["results"]] == ["stored"]
    [device] = phone.devices()
    assert device["clock_offset"] == off.total_seconds()


@pytest.mark.parametrize("seconds", [-600, 0, 600])
def test_ten_minutes_are_nobody_s_business(phone: Phone, seconds: int):
    assert notices(phone, client_now=(NOW + timedelta(seconds=seconds)).isoformat()) == []


@pytest.mark.parametrize("seconds", [-601, 601])
def test_more_than_ten_minutes_are_told(phone: Phone, seconds: int):
    off = notices(phone, client_now=(NOW + timedelta(seconds=seconds)).isoformat())

    assert off == [{"code": "clock_off", "seconds": seconds}]
