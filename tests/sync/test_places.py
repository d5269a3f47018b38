"""Places from the field to the register: proposed, decided on, changed, merged; figures stay explained."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from logger.domain.people.people import Principal, Role
from logger.domain.places import Flag, Place
from logger.domain.progress.progress import commitment_progress
from logger.domain.records import ActivityFilter
from logger.domain.refusing.desk_refusals import PersonalDataInReason, ReasonMissing
from logger.domain.refusing.place_refusals import (
    MergedAlready,
    NameTaken,
    PlaceChanged,
    PlaceFaulty,
    ProposalDecided,
    SamePlace,
)
from logger.domain.refusing.refusals import NotAllowed, NotFound
from logger.extensions import db
from logger.services.activities.activities_transfer import export_activities
from logger.services.activities.activity_lists import list_activities
from logger.services.files.activities_files import read_activities_text
from logger.services.kept.ledgers import ledger_for
from logger.services.places import place_proposals, place_register
from logger.services.places.place_register import Merge
from logger.services.pledges.pledges import approved_pledges
from logger.services.reference import reference, version_of
from tests.worlds.desks import (
    CHIEF,
    COORDINATOR,
    ELSEWHERE,
    LATER,
    TOWN_COORDINATOR,
    Desk,
    is_whole,
    somebody,
)
from tests.worlds.phones import LEKEBERG, NOW, Phone, World, changing, creating

FOREST = {"name": "Norra skogen", "point": [59.167, 14.868]}
OFFICER = somebody("Anna", Role.OFFICER)


@contextmanager
def session_of(world: World) -> Iterator[Any]:
    with world.app.app_context():
        yield db.session()


def propose(phone: Phone, proposed: Any = FOREST, **body: Any) -> str:
    """Something done at a place that is not listed; the activity's id."""
    op = phone.op(creating(place=None, proposed_place=proposed, **body), schema=2)
    assert phone.statuses(op) == [("stored", None)]
    return str(json.loads(op["body"])["activity_id"])


def proposed_in(world: World, by: Principal = COORDINATOR) -> tuple[Any, ...]:
    with session_of(world) as session:
        return place_proposals.proposals_of(session, by, LEKEBERG).proposals


def decide(world: World, how: Callable[..., Any], *given: Any, by: Principal = COORDINATOR) -> Any:
    with session_of(world) as session:
        return how(session, by, LEKEBERG, *given, LATER)


def speed_checks(world: World) -> int:
    """The figure of the checks where citizens pointed out."""
    with session_of(world) as session:
        [stored] = approved_pledges(session, LEKEBERG)
        ledger = ledger_for(session, LEKEBERG, stored)
        speed = stored.pledge.commitment("speed")
        value = commitment_progress(stored.pledge, speed, ledger, NOW.date()).answer()["value"]
        assert isinstance(value, int)
        return value


def test_what_is_done_at_a_proposed_place_is_stored_and_counts_as_at_none(world: World, phone: Phone):
    op = phone.op(creating(place=None, proposed_place=FOREST), schema=2)

    [receipt] = phone.send(op)

    assert [each["commitment"] for each in receipt["counted_towards"]] == ["presence"]
    assert speed_checks(world) == 0
    [proposal] = proposed_in(world)
    assert (proposal.name, proposal.point, proposal.organisations, proposal.same) == (
        *("Norra skogen", (59.167, 14.868)),
        *(frozenset({"police"}), None),
    )
    assert is_whole(world)


def test_another_phone_of_its_author_is_told_what_was_proposed(world: World, phone: Phone):
    other = world.phone(world.anna)
    other.pull()
    propose(phone)

    [change] = other.pull()["changes"]

    assert change["activity"]["proposed_place"] == FOREST


def test_accepted_it_is_a_place_its_entries_are_there_and_their_authors_are_told(world: World, phone: Phone):
    first, second = propose(phone), propose(world.phone(world.bo), {"name": "norra  Skogen"})
    phone.pull()
    wanted = Place("", "Norra skogen", frozenset({"park"}), (Flag(date(2026, 1, 1)),), (59.167, 14.868))

    kept = decide(world, place_proposals.accept, "norra skogen", wanted)

    assert (kept.id, kept.name) == ("norra-skogen", "Norra skogen")
    assert proposed_in(world) == ()
    for each in (first, second):
        stored = Desk(world).stored(each)
        assert (stored.activity.place, stored.activity.proposed, stored.rev) == ("norra-skogen", None, 2)
    assert speed_checks(world) == 2
    [change] = phone.pull()["changes"]
    assert (change["kind"], change["reason"]) == ("correct", "Platsen finns nu: Norra skogen")
    assert change["activity"]["place"] == "norra-skogen"
    assert is_whole(world)


def test_said_to_be_a_listed_place_that_one_goes_by_the_name_too(world: World, phone: Phone):
    done = propose(phone, {"name": "Skolbacken"})

    decide(world, place_proposals.accept_as, "skolbacken", "skolvagen")

    assert Desk(world).stored(done).activity.place == "skolvagen"
    assert speed_checks(world) == 1
    later = propose(phone, {"name": "SKOLBACKEN"})
    [proposal] = proposed_in(world)
    assert (proposal.same.id, proposal.entries[0].activity.id) == ("skolvagen", later)
    assert is_whole(world)


def test_refused_the_entry_stands_without_a_place_and_its_author_reads_why(world: World, phone: Phone):
    done = propose(phone)
    phone.pull()
    for reason, no in (("", ReasonMissing), ("ring 070-123 45 67", PersonalDataInReason)):
        with pytest.raises(no):
            decide(world, place_proposals.refuse, "norra skogen", reason)

    decide(world, place_proposals.refuse, "norra skogen", "Det är privat mark")

    stored = Desk(world).stored(done)
    assert (stored.activity.place, stored.activity.proposed) == (None, None)
    [change] = phone.pull()["changes"]
    assert change["reason"] == "Det är privat mark"
    assert proposed_in(world) == ()
    assert is_whole(world)


def test_what_was_decided_or_taken_back_is_decided_no_more(world: World, phone: Phone):
    op = phone.op(creating(place=None, proposed_place=FOREST), schema=2)
    phone.send(op)
    phone.send(phone.op(changing("withdraw", op, 1)))

    with pytest.raises(ProposalDecided):
        decide(world, place_proposals.refuse, "norra skogen", "Finns inte")


def test_a_correction_of_something_else_leaves_what_was_proposed(world: World, phone: Phone):
    done = propose(phone)
    stands = Desk(world).stored(done).activity
    facts = {**creating(place=None, proposed_place=FOREST), "counters": {"vehicles": 7}}

    after = Desk(world).correct(done, facts)

    assert after.activity == replace(stands, counters={"vehicles": 7})
    assert is_whole(world)


def test_a_name_that_points_out_a_person_is_sealed_until_its_author_changes_it(world: World, phone: Phone):
    op = phone.op(creating(place=None, proposed_place={"name": "Hos 070-123 45 67"}), schema=2)
    assert phone.statuses(op) == [("held", "personal_data")]

    assert proposed_in(world) == ()
    [waiting] = Desk(world).waiting().waiting
    assert waiting.entry.done is not None
    assert waiting.entry.done.proposed is None
    after = Desk(world).take_in(op["op_id"])
    assert after is not None
    assert after.activity.proposed is None
    assert is_whole(world)


def test_who_may_see_and_decide_on_proposals(world: World, phone: Phone):
    propose(phone)
    assert len(proposed_in(world, TOWN_COORDINATOR)) == len(proposed_in(world, CHIEF)) == 1
    for stranger in (OFFICER, ELSEWHERE):
        with pytest.raises(NotFound):
            proposed_in(world, stranger)
    with pytest.raises(NotAllowed):
        decide(world, place_proposals.refuse, "norra skogen", "Nej", by=CHIEF)


def test_a_place_is_added_and_changed_and_phones_fetch_it_anew(world: World):
    def version() -> str:
        with session_of(world) as session:
            return version_of(session, COORDINATOR, LEKEBERG, NOW, "release")

    before = version()
    added = decide(world, place_register.add_place, Place("", "  Åsens\u200b grustag "))
    between = version()
    known = place_register.version_of(added)
    changed = replace(added, name="Åsens grustag", kinds=frozenset({"area"}), aliases=("Täkten",))
    decide(world, place_register.change_place, changed, known)

    assert (added.id, added.name) == ("asens-grustag", "Åsens grustag")
    assert len({before, between, version()}) == 3
    with pytest.raises(PlaceChanged):
        decide(world, place_register.change_place, changed, known)
    with session_of(world) as session:
        assert place_register.register_of(session, OFFICER, LEKEBERG).places["asens-grustag"] == changed


@pytest.mark.parametrize(
    ("place", "field"),
    [
        (Place("", " \u200b"), "name"),
        (Place("", "a" * 121), "name"),
        (Place("", "Hos 19850709-9805"), "name"),
        (Place("", "Bron", aliases=("070-123 45 67",)), "aliases"),
        (Place("", "Bron", frozenset({"volcano"})), "kinds"),
        (Place("", "Bron", flagged=(Flag(date(2026, 2, 1), date(2026, 1, 1)),)), "flagged"),
        (Place("", "Bron", flagged=(Flag(date(2026, 2, 1), source="ring 070-123 45 67"),)), "flagged"),
    ],
)
def test_a_place_that_does_not_hold_together_is_refused_by_field(world: World, place: Place, field: str):
    with pytest.raises(PlaceFaulty) as refused:
        decide(world, place_register.add_place, place)
    assert refused.value.fields.keys() == {field}


def test_a_name_is_given_once(world: World):
    with pytest.raises(NameTaken):
        decide(world, place_register.add_place, Place("", "skolvägen"))


def test_a_double_is_the_other_place_for_figures_phones_and_files(world: World, phone: Phone):
    at_the_bath = creating(place="lanna-badgruva")
    assert phone.statuses(phone.op(at_the_bath)) == [("stored", None)]
    assert speed_checks(world) == 0

    kept = decide(world, place_register.merge_places, Merge("lanna-badgruva", "skolvagen"))

    assert (kept.former, kept.aliases) == (("lanna-badgruva",), ("Lanna badgruva",))
    assert kept.kinds == {"road", "bathing_site"}
    assert speed_checks(world) == 1
    late = phone.op(creating(place="lanna-badgruva"))
    [receipt] = phone.send(late)
    assert {each["commitment"] for each in receipt["counted_towards"]} == {"speed", "presence"}
    assert speed_checks(world) == 2
    with session_of(world) as session:
        told = reference(session, COORDINATOR, LEKEBERG, NOW)
        assert list(told.places) == ["skolvagen"]
        register = place_register.register_of(session, COORDINATOR, LEKEBERG)
        assert register.visited.keys() == {"skolvagen"}
        file = json.dumps(export_activities(session, LEKEBERG))
    read = read_activities_text(file)
    assert {each.place for each in read.activities} == {"skolvagen"}
    assert read.places["lanna-badgruva"].id == "skolvagen"
    assert is_whole(world)


def test_a_merge_of_merges_leads_to_the_last_place(world: World):
    decide(world, place_register.add_place, Place("", "Bron", flagged=(Flag(date(2026, 2, 1)),)))
    decide(world, place_register.merge_places, Merge("lanna-badgruva", "bron"))
    decide(world, place_register.merge_places, Merge("bron", "skolvagen"))

    with session_of(world) as session:
        places = place_register.register_of(session, COORDINATOR, LEKEBERG).places
    assert places["lanna-badgruva"] is places["bron"] is places["skolvagen"]
    assert sorted(places["skolvagen"].former) == ["bron", "lanna-badgruva"]
    assert Flag(date(2026, 2, 1)) in places["skolvagen"].flagged
    for into, no in (("skolvagen", SamePlace), ("finns-inte", SamePlace), ("bron", MergedAlready)):
        with pytest.raises(no):
            decide(world, place_register.merge_places, Merge("skolvagen", into))


def test_only_coordinators_of_the_municipality_change_places(world: World):
    for reader in (OFFICER, CHIEF):
        with pytest.raises(NotAllowed):
            decide(world, place_register.add_place, Place("", "Bron"), by=reader)
    with pytest.raises(NotFound):
        decide(world, place_register.add_place, Place("", "Bron"), by=ELSEWHERE)


def test_of_sensitive_work_no_visit_is_told(world: World, phone: Phone):
    phone.send(phone.op(creating(type="drug_operation", focus=[], counters={})))
    with session_of(world) as session:
        assert place_register.register_of(session, OFFICER, LEKEBERG).visited == {}
    earlier = "2026-03-02T08:00:00+01:00"
    phone.send(phone.op(creating(started_at=earlier, ended_at=None)))
    with session_of(world) as session:
        [at] = place_register.register_of(session, OFFICER, LEKEBERG).visited.values()
    assert at == NOW - timedelta(days=7, hours=5)


def test_what_was_logged_at_a_double_is_listed_at_the_place_and_may_be_the_same_as_another(
    world: World, phone: Phone
):
    mine, theirs = creating(place="lanna-badgruva"), creating()
    phone.send(phone.op(mine))
    bo = world.phone(world.bo)
    bo.send(bo.op(theirs))
    assert Desk(world).alike(theirs["activity_id"]) == []

    decide(world, place_register.merge_places, Merge("lanna-badgruva", "skolvagen"))

    assert Desk(world).alike(theirs["activity_id"]) == [mine["activity_id"]]
    for place in ("skolvagen", "lanna-badgruva"):
        with session_of(world) as session:
            found = list_activities(session, COORDINATOR, LEKEBERG, ActivityFilter(place=place))
        assert {each.stored.activity.id for each in found.activities} == {
            mine["activity_id"],
            theirs["activity_id"],
        }
    Desk(world).merge(theirs["activity_id"], mine["activity_id"])
    assert speed_checks(world) == 1
    assert is_whole(world)
