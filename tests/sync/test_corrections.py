"""A coordinator's corrections: operations of their own, on top of what the author wrote."""

import json
from typing import Any
from uuid import uuid4

import pytest

from logger.domain.entering.body_writer import facts_of
from logger.domain.people.people import Role
from logger.domain.records import Kind, State
from logger.domain.refusing.desk_refusals import (
    EntryFaulty,
    NotCurrent,
    NothingChanged,
    OtherVersionStands,
    PersonalDataInReason,
    ReasonMissing,
)
from logger.domain.refusing.refusals import NotAllowed, NotFound
from tests.worlds.desks import CHIEF, ELSEWHERE, TOWN_COORDINATOR, WHY, Desk, is_whole, somebody
from tests.worlds.phones import Phone, World, changing


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(world)


def logged(phone: Phone, **body: Any) -> tuple[dict[str, Any], str]:
    """A new activity of the phone's, as sent, and its id."""
    op = phone.create(**body)
    assert phone.statuses(op) == [("stored", None)]
    return op, json.loads(op["body"])["activity_id"]


def facts(desk: Desk, activity_id: str, **changes: Any) -> dict[str, Any]:
    return facts_of(desk.stored(activity_id).activity) | changes


def test_a_correction_changes_the_facts_and_leaves_the_author_the_people_and_the_note(
    world: World, phone: Phone, desk: Desk
):
    _, activity_id = logged(phone, note="Lugnt", participants=[world.anna.id, world.bo.id])

    after = desk.correct(activity_id, facts(desk, activity_id, place="lanna-badgruva", others=2))

    assert (after.rev, after.state, after.author) == (2, State.CURRENT, world.anna.id)
    assert (after.activity.place, after.activity.others) == ("lanna-badgruva", 2)
    assert set(after.activity.participants) == {world.anna.id, world.bo.id}
    opened = desk.opened(activity_id)
    assert opened.note == "Lugnt"
    last = opened.history[-1]
    assert (last.kind, last.author, last.body and last.body["reason"]) == (
        Kind.CORRECT,
        desk.principal.user_id,
        WHY,
    )
    assert is_whole(world)


def test_whoever_logged_alone_has_still_taken_part(world: World, phone: Phone, desk: Desk):
    _, activity_id = logged(phone)

    after = desk.correct(activity_id, facts(desk, activity_id, targeted=True))

    assert after.activity.participants == (world.anna.id,)
    assert is_whole(world)


def test_a_correction_of_another_version_is_refused_and_shows_the_one_that_stands(
    world: World, phone: Phone, desk: Desk
):
    op, activity_id = logged(phone)
    phone.send(phone.op(changing("amend", op, 1, others=7)))

    with pytest.raises(OtherVersionStands) as refused:
        desk.correct(activity_id, facts(desk, activity_id, targeted=True), base_rev=1)

    current = refused.value.current
    assert current is not None
    assert (current.rev, current.activity.others) == (2, 7)
    assert desk.stored(activity_id).rev == 2


def test_the_author_s_edit_of_what_was_corrected_ends_in_conflict(phone: Phone, desk: Desk):
    op, activity_id = logged(phone)
    desk.correct(activity_id, facts(desk, activity_id, place="lanna-badgruva"))

    [result] = phone.send(phone.op(changing("amend", op, 1, others=1)))

    assert result["status"] == "conflict"
    assert (result["current"]["rev"], result["current"]["place"]) == (2, "lanna-badgruva")


FAULTY: dict[str, dict[str, Any]] = {
    "type": {"type": "unheard_of"},
    "focus": {"focus": ["unheard_of"]},
    "place": {"place": "ingenstans"},
    "organisations": {"organisations": ["municipality"]},
    "ended_at": {"ended_at": "2026-03-09T07:00:00+01:00"},
    "started_at": {"started_at": "2026-03-12T08:00:00+01:00", "ended_at": None},
    "others": {"others": -1},
    "counters": {"counters": {"vehicles": "many"}},
}


@pytest.mark.parametrize("field", FAULTY)
def test_what_does_not_hold_together_is_refused_by_field(phone: Phone, desk: Desk, field: str):
    _, activity_id = logged(phone)

    with pytest.raises(EntryFaulty) as refused:
        desk.correct(activity_id, facts(desk, activity_id, **FAULTY[field]))

    assert field in refused.value.fields
    assert desk.stored(activity_id).rev == 1


def test_a_correction_that_changes_nothing_is_none(phone: Phone, desk: Desk):
    _, activity_id = logged(phone)

    with pytest.raises(NothingChanged):
        desk.correct(activity_id, facts(desk, activity_id))


@pytest.mark.parametrize(
    ("reason", "refusal"),
    [
        ("  \u200b ", ReasonMissing),
        ("Ring 070-123 45 67", PersonalDataInReason),
        ("x" * 201, EntryFaulty),
    ],
)
def test_a_reason_is_given_short_and_points_nobody_out(phone: Phone, desk: Desk, reason: str, refusal):
    _, activity_id = logged(phone)

    with pytest.raises(refusal) as refused:
        desk.correct(activity_id, facts(desk, activity_id, targeted=True), reason=reason)
    assert "reason" in refused.value.fields
    with pytest.raises(refusal):
        desk.strike(activity_id, reason=reason)


def test_a_struck_activity_counts_no_more_and_is_struck_once(world: World, phone: Phone, desk: Desk):
    op, activity_id = logged(phone)

    after = desk.strike(activity_id)

    assert (after.rev, after.state, after.activity.voided) == (2, State.VOIDED, True)
    for deed in (desk.strike, lambda each, **rev: desk.correct(each, facts(desk, each, others=1), **rev)):
        with pytest.raises(NotCurrent):
            deed(activity_id, base_rev=2)
    assert phone.statuses(phone.op(changing("amend", op, 1))) == [("conflict", "other_version_stands")]
    assert is_whole(world)


def test_the_other_organisation_s_facts_can_be_put_right(world: World, phone: Phone):
    _, activity_id = logged(phone)

    after = Desk(world, TOWN_COORDINATOR).correct(
        activity_id, facts(Desk(world), activity_id, place="lanna-badgruva")
    )

    assert (after.author, after.author_organisation) == (world.anna.id, "police")
    assert is_whole(world)


@pytest.mark.parametrize(
    ("who", "refusal"),
    [
        (ELSEWHERE, NotFound),
        (CHIEF, NotAllowed),
        (somebody("Ida", Role.ADMINISTRATOR), NotFound),
        (somebody("Johan", Role.OFFICER), NotFound),
    ],
)
def test_only_the_municipality_s_coordinators_correct_and_strike(world: World, phone: Phone, who, refusal):
    _, activity_id = logged(phone)
    desk = Desk(world, who)

    with pytest.raises(refusal):
        desk.correct(activity_id, facts(desk, activity_id, targeted=True))
    with pytest.raises(refusal):
        desk.strike(activity_id)
    assert desk.stored(activity_id).rev == 1


def test_what_is_not_there_cannot_be_corrected(desk: Desk, phone: Phone):
    _, activity_id = logged(phone)
    with pytest.raises(NotFound):
        desk.correct(str(uuid4()), facts(desk, activity_id, targeted=True))
