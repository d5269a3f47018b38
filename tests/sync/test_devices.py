"""What the server knows of each phone: its numbers, its silence, and who may see or revoke it."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from logger.domain.phones.devices import SILENT_AFTER, Device
from logger.domain.refusing.refusals import NotFound
from logger.extensions import db
from logger.services.syncing import devices
from logger.services.transactions import writing
from logger.store.people import people
from tests.worlds.phones import LEKEBERG, NOW, OREBRO, OSKARSHAMN, Person, Phone, World, changing


def seen(world: World, person: Person, code: str = LEKEBERG) -> list[Device]:
    """The devices of a municipality as a person sees them."""
    with world.app.app_context():
        principal = people.principal_of(db.session(), person.id, NOW.date())
        return devices.of_municipality(db.session(), principal, code, NOW)


def own(world: World, person: Person) -> list[Device]:
    with world.app.app_context():
        principal = people.principal_of(db.session(), person.id, NOW.date())
        assert principal is not None
        return devices.own(db.session(), principal)


def test_a_phone_is_known_by_what_it_sent_and_said(phone: Phone, world: World):
    phone.post(phone.batch(phone.create(), phone.create(), floor=1, app_build="abc"))
    phone.post(phone.batch(floor=3, app_build="def", client_now=(NOW + timedelta(seconds=90)).isoformat()))

    [device] = own(world, world.anna)
    assert (device.stream_id, device.label, device.app_build) == (phone.stream_id, "Okänd enhet", "def")
    assert (device.organisation, device.unit) == ("police", "Lokalpolisområde Örebro")
    assert (device.first_contact, device.last_contact, device.clock_offset) == (NOW, NOW, 90)
    assert (device.numbers.first, device.numbers.highest, device.numbers.floor) == (1, 2, 3)
    assert (device.numbers.received_count, device.is_whole) == (2, True)


def test_a_number_that_never_came_is_missing_once_the_phone_no_longer_waits_for_it(
    phone: Phone, world: World
):
    first, lost, third, waiting, fifth = (phone.create() for _ in range(5))
    phone.post(phone.batch(first, third, fifth, floor=2))
    assert (own(world, world.anna)[0].numbers.missing, own(world, world.anna)[0].numbers.waiting_count) == (
        (),
        2,
    )

    phone.post(phone.batch(floor=4))
    [device] = own(world, world.anna)
    assert (device.numbers.missing, device.numbers.waiting_count) == ((2,), 1)
    assert not device.is_whole

    phone.post(phone.batch(lost, waiting, floor=6))
    assert own(world, world.anna)[0].is_whole


def test_what_was_thrown_away_is_missing_no_more_once_its_number_is_told(phone: Phone, world: World, rows):
    thrown, stands = phone.create(note="Ring Anna"), phone.create()
    phone.pull(floor=1)
    phone.pull(stands, floor=3)  # a restored database knows nothing of the first
    [device] = own(world, world.anna)
    assert device.numbers.missing == (1,)

    emptied = phone.op(changing("void", thrown, 0), op_id=thrown["op_id"], seq=thrown["seq"])
    assert phone.statuses(emptied) == [("stored", None)]

    [device] = own(world, world.anna)
    assert device.numbers.missing == ()
    # Late on its way since it was saved: nothing comes of it any more.
    assert phone.statuses(thrown) == [("rejected", "op_id_reused")]
    assert rows("select count(*) from activity") == [(1,)]


def test_a_series_begins_at_the_floor_of_the_first_contact(phone: Phone, world: World):
    phone.seq = 46
    phone.post(phone.batch(phone.create(), floor=47))
    phone.post(phone.batch(floor=48))

    [device] = own(world, world.anna)
    assert (device.numbers.first, device.numbers.received_count, device.is_whole) == (47, 1, True)


def test_a_phone_that_says_no_floor_keeps_the_one_it_said(phone: Phone, world: World):
    phone.post(phone.batch(phone.create(), floor=2))
    phone.post(phone.batch(floor=0))

    assert own(world, world.anna)[0].numbers.floor == 2


def test_refused_and_held_entries_were_received_as_well(phone: Phone, world: World):
    phone.post(phone.batch(phone.create(type="unheard_of"), phone.create(note="ring 070-123 45 67"), floor=1))
    phone.post(phone.batch(floor=3))

    assert own(world, world.anna)[0].is_whole


def test_a_coordinator_sees_the_own_organisation_s_devices_of_the_municipality(world: World):
    annas, bos, workers, cillas = (
        world.phone(person) for person in (world.anna, world.bo, world.worker, world.cilla)
    )
    for each in (annas, bos, workers, cillas):
        each.post(each.batch())

    of_the_police = {device.stream_id for device in seen(world, world.coordinator)}
    of_the_town = {device.stream_id for device in seen(world, world.town_coordinator)}

    assert of_the_police == {annas.stream_id, bos.stream_id}
    assert of_the_town == {workers.stream_id}
    assert {device.stream_id for device in seen(world, world.chief, OREBRO)} == of_the_police


def test_who_logged_in_the_municipality_is_seen_though_no_longer_of_it(world: World, rows):
    bos = world.phone(world.bo)
    bos.send(bos.create())
    with world.app.app_context():
        people_gone = "update \"grant\" set last = '2026-03-01' where user_id = :user"
        with writing(db.session()):
            db.session.execute(text(people_gone), {"user": _as_stored(world.bo.id)})

    assert {device.stream_id for device in seen(world, world.coordinator)} == {bos.stream_id}


def _as_stored(user_id: str) -> str:
    return user_id.replace("-", "") if db.engine.dialect.name == "sqlite" else user_id


@pytest.mark.parametrize("who", ["anna", "worker", "administrator", "cilla"])
def test_nobody_else_sees_devices(world: World, who: str):
    with pytest.raises(NotFound):
        seen(world, getattr(world, who))


def test_a_coordinator_of_elsewhere_sees_nothing_of_here(world: World):
    with pytest.raises(NotFound):
        seen(world, world.coordinator, OSKARSHAMN)


def test_a_silent_phone_is_told_from_one_that_was_just_here(phone: Phone, world: World):
    phone.post(phone.batch())

    [device] = seen(world, world.coordinator)
    assert not device.is_silent(NOW)
    assert device.is_silent(NOW + SILENT_AFTER)


def revoke(world: World, person: Person, stream_id: str) -> None:
    with world.app.app_context():
        principal = people.principal_of(db.session(), person.id, NOW.date())
        assert principal is not None
        devices.revoke(db.session(), principal, stream_id, NOW)


@pytest.mark.parametrize("who", ["anna", "administrator"])
def test_a_device_is_revoked_by_its_user_or_an_administrator(phone: Phone, world: World, rows, who: str):
    phone.send(phone.create())

    revoke(world, getattr(world, who), phone.stream_id)

    answer = phone.post(phone.batch(phone.create()))
    assert (answer.status, answer.json["code"]) == (410, "device_revoked")
    assert rows("select count(*) from operation") == [(1,)]
    assert rows("select count(*) from audit where action = 'device_revoke'") == [(1,)]


@pytest.mark.parametrize("who", ["bo", "coordinator", "chief", "worker"])
def test_nobody_else_revokes_a_device(phone: Phone, world: World, who: str):
    phone.send(phone.create())

    with pytest.raises(NotFound):
        revoke(world, getattr(world, who), phone.stream_id)

    assert phone.statuses(phone.create()) == [("stored", None)]
