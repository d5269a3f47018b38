"""Two entries of one time become one record, and every figure counts it once."""

import json
from typing import Any

import pytest

from logger.domain.people.people import Role
from logger.domain.records import Kind, State
from logger.domain.refusing.desk_refusals import NotAlike, NotCurrent, OtherVersionStands, ReasonMissing
from logger.domain.refusing.refusals import NotAllowed, NotFound
from tests.worlds.desks import CHIEF, ELSEWHERE, TOWN_COORDINATOR, WHY, Desk, is_whole, somebody
from tests.worlds.phones import Phone, World, changing

BOTH = ["police", "municipality"]


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(world)


def logged(phone: Phone, **body: Any) -> str:
    op = phone.create(**body)
    assert phone.statuses(op) == [("stored", None)]
    activity_id: str = json.loads(op["body"])["activity_id"]
    return activity_id


@pytest.fixture
def two(world: World, phone: Phone) -> tuple[str, str]:
    """Anna and the municipality's worker logged one check, ten minutes apart, each counting the other."""
    mine = logged(phone, others=1, note="Lugnt")
    theirs = logged(
        world.phone(world.worker),
        organisations=["municipality"],
        started_at="2026-03-09T08:10:00+01:00",
        others=1,
        note="Kallt",
    )
    return mine, theirs


def test_those_of_one_time_at_one_place_by_two_people_are_alike(world: World, two, phone: Phone, desk: Desk):
    mine, theirs = two
    bo, cilla = world.phone(world.bo), phone
    logged(bo, place="lanna-badgruva")
    logged(bo, type="foot_patrol", focus=[], counters={})
    logged(bo, started_at="2026-03-09T08:16:00+01:00")
    logged(cilla)  # the same person twice is another matter

    assert desk.alike(mine) == [theirs]
    assert Desk(world, CHIEF).alike(mine) == []


def test_fifteen_minutes_apart_is_alike_and_the_nearest_comes_first(world: World, phone: Phone, desk: Desk):
    mine = logged(phone)
    far = logged(world.phone(world.bo), started_at="2026-03-09T08:15:00+01:00")
    near = logged(world.phone(world.bo), started_at="2026-03-09T07:55:00+01:00")

    assert desk.alike(mine) == [near, far]


def test_a_place_is_needed_to_be_alike(world: World, phone: Phone, desk: Desk):
    mine = logged(phone, place=None)
    other = logged(world.phone(world.bo), place=None)

    assert desk.alike(mine) == []
    with pytest.raises(NotAlike):
        desk.merge(mine, other)


def test_the_kept_one_has_the_people_and_organisations_of_both(world: World, two, desk: Desk):
    mine, theirs = two

    kept = desk.merge(mine, theirs)

    assert (kept.rev, kept.state, kept.author) == (2, State.CURRENT, world.anna.id)
    assert kept.activity.organisations == frozenset(BOTH)
    assert set(kept.activity.participants) == {world.anna.id, world.worker.id}
    assert kept.activity.others == 0  # each of the two had counted the other
    assert desk.opened(mine).note == "Lugnt"
    assert is_whole(world)


def test_the_other_one_is_voided_and_says_what_took_it_up(world: World, two, desk: Desk):
    mine, theirs = two

    desk.merge(mine, theirs)

    assert (desk.stored(theirs).state, desk.stored(theirs).rev) == (State.VOIDED, 2)
    last = desk.opened(theirs).history[-1]
    assert last.kind is Kind.MERGE
    assert last.body is not None
    assert (last.body["into"], last.body["reason"]) == (mine, WHY)


def test_it_counts_once(two, desk: Desk, rows):
    desk.merge(*two)

    assert rows("select count(*) from activity where state = 'current'") == [(1,)]


def test_an_edit_of_the_voided_one_ends_in_conflict(world: World, phone: Phone, desk: Desk):
    first = phone.create()
    worker = world.phone(world.bo)
    second = worker.create()
    phone.send(first)
    worker.send(second)
    mine, theirs = (json.loads(op["body"])["activity_id"] for op in (first, second))
    desk.merge(mine, theirs)

    [result] = worker.send(worker.op(changing("amend", second, 1, others=3)))

    assert result["status"] == "conflict"
    assert result["current"]["state"] == "voided"
    assert is_whole(world)


def test_one_can_take_up_two(world: World, two, desk: Desk):
    mine, theirs = two
    third = logged(world.phone(world.bo), others=4)
    desk.merge(mine, theirs)

    kept = desk.merge(mine, third, kept_rev=2)

    assert kept.activity.people == 5  # as many as the one that says most, and no fewer than are named
    assert len(kept.activity.participants) == 3
    assert is_whole(world)


def test_merging_a_version_that_no_longer_stands_is_refused(world: World, two, phone: Phone, desk: Desk):
    mine, theirs = two
    with pytest.raises(OtherVersionStands):
        desk.merge(mine, theirs, kept_rev=2)
    with pytest.raises(OtherVersionStands):
        desk.merge(mine, theirs, merged_rev=2)
    with pytest.raises(ReasonMissing):
        desk.merge(mine, theirs, reason=" ")
    desk.strike(theirs)
    with pytest.raises(NotCurrent):
        desk.merge(mine, theirs, merged_rev=2)
    assert desk.stored(mine).rev == 1


def test_what_is_not_alike_is_not_merged_nor_an_activity_with_itself(world: World, phone: Phone, desk: Desk):
    mine = logged(phone)
    other = logged(world.phone(world.bo), started_at="2026-03-09T08:16:00+01:00")

    for kept, merged in ((mine, other), (mine, mine)):
        with pytest.raises(NotAlike):
            desk.merge(kept, merged)


@pytest.mark.parametrize(
    ("who", "refusal"),
    [(ELSEWHERE, NotFound), (CHIEF, NotAllowed), (somebody("Johan", Role.OFFICER), NotFound)],
)
def test_only_the_municipality_s_coordinators_merge(world: World, two, who, refusal):
    with pytest.raises(refusal):
        Desk(world, who).merge(*two)
    assert Desk(world, TOWN_COORDINATOR).merge(*two).rev == 2
