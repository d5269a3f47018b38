"""Held entries: they wait, a person decides, and nobody reads a sealed note."""

import json
from typing import Any
from uuid import uuid4

import pytest

from logger.domain.people.people import Grant, Principal, Role
from logger.domain.people.policy import Sight
from logger.domain.records import State
from logger.domain.refusing.desk_refusals import DecidedAlready, EntryFaulty, ReasonMissing, WaitsForAnother
from logger.domain.refusing.refusals import NotAllowed, NotFound
from tests.worlds.desks import CHIEF, ELSEWHERE, TOWN_COORDINATOR, WHY, Desk, is_whole, somebody
from tests.worlds.phones import LEKEBERG, Phone, World, changing

SEALED = "ring 070-123 45 67"


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(world)


def held(phone: Phone, **body: Any) -> dict[str, Any]:
    op = phone.create(**body)
    assert phone.statuses(op)[0][0] == "held"
    return op


def activity_of(op: dict[str, Any]) -> str:
    activity_id: str = json.loads(op["body"])["activity_id"]
    return activity_id


def test_what_is_held_waits_without_its_sealed_note(phone: Phone, desk: Desk):
    op = held(phone, note=SEALED)

    page = desk.waiting()

    [waiting] = page.waiting
    assert (page.total, page.next) == (1, None)
    assert waiting.entry.operation.op_id == op["op_id"]
    assert (waiting.entry.sealed, waiting.entry.note, waiting.fits, waiting.own) == (True, "", True, False)
    assert waiting.author == "Anna"


def test_it_is_taken_in_as_its_author_s_own_without_the_sealed_note(world: World, phone: Phone, desk: Desk):
    op = held(phone, note=SEALED, others=2)

    after = desk.take_in(op["op_id"], with_note=True)

    assert after is not None
    assert (after.rev, after.state, after.author, after.author_organisation, after.origin) == (
        *(1, State.CURRENT, world.anna.id),
        *("police", "phone"),
    )
    assert (after.activity.participants, after.activity.others) == ((world.anna.id,), 2)
    assert not after.has_note
    assert desk.opened(activity_of(op)).note == ""
    assert desk.waiting().total == 0
    assert is_whole(world)


def test_the_author_goes_on_from_what_was_taken_in(world: World, phone: Phone, desk: Desk):
    op = held(phone, note=SEALED)
    desk.take_in(op["op_id"])

    assert phone.statuses(phone.op(changing("amend", op, 1, note="Lugnt"))) == [("stored", None)]
    assert desk.opened(activity_of(op)).note == "Lugnt"
    assert is_whole(world)


def test_a_wild_clock_waits_for_somebody_to_say_when_it_was(world: World, phone: Phone, desk: Desk):
    op = held(phone, started_at="1961-01-01T08:00:00+01:00", ended_at=None, note="Lugnt")
    [waiting] = desk.waiting().waiting
    assert not waiting.entry.times_known
    assert waiting.entry.note == "Lugnt"
    with pytest.raises(EntryFaulty) as refused:
        desk.take_in(op["op_id"])
    assert "started_at" in refused.value.fields

    times = {"started_at": "2026-03-09T08:00:00+01:00", "ended_at": "2026-03-09T08:30:00+01:00"}
    after = desk.take_in(op["op_id"], times=times)

    assert after is not None
    assert after.activity.started_at.isoformat() == "2026-03-09T07:00:00+00:00"
    assert after.has_note
    assert desk.opened(activity_of(op)).note == "Lugnt"
    assert is_whole(world)


def test_the_note_may_be_left_out(phone: Phone, desk: Desk):
    op = held(phone, started_at="2026-03-12T08:00:00+01:00", ended_at=None, note="Lugnt")
    with pytest.raises(EntryFaulty):
        desk.take_in(op["op_id"])  # still more than a day ahead

    after = desk.take_in(
        op["op_id"], with_note=False, times={"started_at": "2026-03-09T08:00:00+01:00", "ended_at": None}
    )

    assert after is not None
    assert not after.has_note


def test_a_note_that_nobody_judged_is_sealed_all_the_same(phone: Phone, desk: Desk):
    op = held(phone, started_at="1961-01-01T08:00:00+01:00", ended_at=None, note=SEALED)

    [waiting] = desk.waiting().waiting

    assert (waiting.entry.sealed, waiting.entry.note) == (True, "")
    after = desk.take_in(op["op_id"], times={"started_at": "2026-03-09T08:00:00+01:00"})
    assert after is not None
    assert not after.has_note


def test_words_that_nobody_judged_are_judged_when_taken_in(phone: Phone, desk: Desk):
    op = held(phone, started_at="1961-01-01T08:00:00+01:00", ended_at=None, type="unheard_of")

    with pytest.raises(EntryFaulty) as refused:
        desk.take_in(op["op_id"], times={"started_at": "2026-03-09T08:00:00+01:00"})

    assert "type" in refused.value.fields


def test_a_refused_entry_never_counts_and_is_decided_once(world: World, phone: Phone, desk: Desk, rows):
    op = held(phone, note=SEALED)

    with pytest.raises(ReasonMissing):
        desk.refuse(op["op_id"], reason="")
    desk.refuse(op["op_id"])

    assert desk.waiting().total == 0
    assert rows("select count(*) from activity") == [(0,)]
    for deed in (desk.refuse, desk.take_in):
        with pytest.raises(DecidedAlready):
            deed(op["op_id"])
    assert is_whole(world)


def test_what_builds_on_a_held_entry_waits_for_it(world: World, phone: Phone, desk: Desk):
    op = held(phone, started_at="1961-01-01T08:00:00+01:00", ended_at=None)
    edit = phone.op(changing("amend", op, 1, started_at="2026-03-09T08:00:00+01:00", others=3))
    assert phone.statuses(edit) == [("held", "waits_for_its_entry")]
    with pytest.raises(WaitsForAnother):
        desk.take_in(edit["op_id"])

    desk.take_in(op["op_id"], times={"started_at": "2026-03-09T09:00:00+01:00"})
    after = desk.take_in(edit["op_id"])

    assert after is not None
    assert (after.rev, after.activity.others) == (2, 3)
    assert is_whole(world)


def test_refusing_an_entry_refuses_what_builds_on_it(world: World, phone: Phone, desk: Desk):
    op = held(phone, note=SEALED)
    phone.send(phone.op(changing("withdraw", op, 1)))

    desk.refuse(op["op_id"])

    assert desk.waiting().total == 0
    assert is_whole(world)


def test_a_held_edit_is_taken_in_on_the_version_it_was_made_from(world: World, phone: Phone, desk: Desk):
    op = phone.create(note="Lugnt")
    edit = phone.op(changing("amend", op, 1, note=SEALED, others=5))
    assert phone.statuses(op, edit) == [("stored", None), ("held", "personal_data")]

    after = desk.take_in(edit["op_id"])

    assert after is not None
    assert (after.rev, after.activity.others, after.has_note) == (2, 5, False)
    assert after.created_at != after.changed_at
    assert is_whole(world)


def test_the_author_s_own_word_settles_it(world: World, phone: Phone, desk: Desk):
    op = held(phone, note=SEALED)
    other = held(phone, note=SEALED)

    phone.send(phone.op(changing("void", op, 0)))

    assert [each.entry.operation.op_id for each in desk.waiting().waiting] == [other["op_id"]]
    stranger = world.phone(world.bo)
    stranger.send(stranger.op(changing("void", other, 0)))
    assert desk.waiting().total == 1


def test_nobody_decides_on_their_own(world: World, phone: Phone):
    op = held(phone, note=SEALED)
    grants = (Grant(Role.COORDINATOR, municipality=LEKEBERG),)
    desk = Desk(world, Principal(world.anna.id, "Anna", "police", grants, (LEKEBERG,)))

    assert desk.waiting().waiting[0].own
    with pytest.raises(NotAllowed):
        desk.take_in(op["op_id"])
    with pytest.raises(NotAllowed):
        desk.refuse(op["op_id"])
    assert desk.waiting().total == 1


def test_the_chief_decides_too(world: World, phone: Phone):
    op = held(phone, note=SEALED)

    assert Desk(world, CHIEF).take_in(op["op_id"]) is not None


def test_the_other_organisation_decides_without_reading_who_or_what_was_noted(world: World, phone: Phone):
    op = held(phone, started_at="1961-01-01T08:00:00+01:00", ended_at=None, note="Lugnt")
    desk = Desk(world, TOWN_COORDINATOR)

    [waiting] = desk.waiting().waiting

    assert (waiting.sight, waiting.author) == (Sight.BARE, "")
    desk.take_in(op["op_id"], times={"started_at": "2026-03-09T08:00:00+01:00"})
    assert Desk(world).opened(activity_of(op)).note == "Lugnt"


@pytest.mark.parametrize(
    "who", [ELSEWHERE, somebody("Johan", Role.OFFICER), somebody("I", Role.ADMINISTRATOR)]
)
def test_to_all_others_there_is_nothing(world: World, phone: Phone, who: Principal):
    op = held(phone, note=SEALED)
    desk = Desk(world, who)

    for deed in (desk.waiting, lambda: desk.take_in(op["op_id"]), lambda: desk.refuse(op["op_id"])):
        with pytest.raises(NotFound):
            deed()


def test_what_was_never_held_is_not_there(phone: Phone, desk: Desk):
    op = phone.create()
    phone.send(op)

    for op_id in (op["op_id"], str(uuid4())):
        with pytest.raises(NotFound):
            desk.take_in(op_id)


def test_many_come_page_by_page_the_oldest_first(phone: Phone, desk: Desk):
    ops = [phone.create(note=SEALED) for _ in range(60)]
    phone.send(*ops)

    first = desk.waiting()
    second = desk.waiting(first.next or 0)

    told = [each.entry.operation.op_id for each in (*first.waiting, *second.waiting)]
    assert told == [op["op_id"] for op in ops]
    assert (first.total, second.next) == (60, None)


def test_the_reason_is_only_in_the_body(phone: Phone, desk: Desk, rows):
    op = held(phone, note=SEALED)
    desk.refuse(op["op_id"])

    assert WHY not in str(rows("select facts from operation"))
