"""What an entry's page says of people and of what others tried to do to it, and text that is fit to show."""

import json
import re
from dataclasses import replace

import pytest

from logger.domain.activities import Activity
from logger.domain.entering.operations import Operation
from logger.domain.people.people import Principal
from logger.domain.records import Kind, Status
from logger.domain.refusing.refusals import PlacesFileFaulty
from logger.services.activities.activity_lists import OpenedActivity, open_activity
from logger.services.bookkeeping import Draft, enter
from logger.services.places.places import import_places
from logger.services.recording import KeptEntry, keep_activities
from logger.services.transactions import writing
from logger.store import places
from logger.store.people import people
from tests.worlds.town import NOW, OURS, Town, activity, user_id

MIXED = activity(
    "mixed", participants=(user_id("officer"), user_id("worker"), user_id("colleague")), others=2
)


def keep(town: Town, kept: Activity, note: str = "") -> None:
    with town.inside() as session, writing(session):
        entry = KeptEntry(kept, user_id("officer"), "police", NOW, note)
        keep_activities(session, OURS, [entry], "phone")


def attempt(town: Town, author: str, status: Status) -> None:
    """Somebody tries to take the officer's activity back, in vain."""
    operation = Operation(
        municipality=OURS,
        server_seq=0,
        op_id=user_id(f"attempt of {author} {status}"),
        stream_id=user_id(f"stream of {author} {status}"),
        seq=1,
        kind=Kind.WITHDRAW,
        activity_id=town.activities["officer"],
        base_rev=1,
        rev=None,
        author=user_id(author),
        received_at=NOW,
        status=status,
        code="not_yours",
        schema=1,
        digest="",
        facts={"author_organisation": "police", "origin": "phone"},
    )
    with town.inside() as session, writing(session):
        enter(session, [Draft(operation, b"{}")])


def opened_by(town: Town, who: str, activity_id: str) -> OpenedActivity:
    with town.inside() as session:
        principal = people.principal_of(session, user_id(who), NOW.date())
        assert isinstance(principal, Principal)
        return open_activity(session, principal, OURS, activity_id)


def test_only_the_reader_s_own_organisation_is_named(sqlite_town: Town):
    keep(sqlite_town, MIXED)

    opened = opened_by(sqlite_town, "coordinator", MIXED.id)

    assert set(opened.names) == {user_id("officer"), user_id("colleague")}
    assert opened_by(sqlite_town, "town coordinator", MIXED.id).names == {}


def test_those_who_are_not_named_are_counted(sqlite_town: Town):
    keep(sqlite_town, MIXED)

    page = sqlite_town.client("coordinator").get(f"/aktiviteter/{OURS}/{MIXED.id}").text

    assert "Worker" not in page
    assert re.search(r"3\s\w+ utan namn", page)


@pytest.mark.parametrize("status", [Status.REJECTED, Status.HELD, Status.STORED])
def test_what_others_tried_in_vain_is_not_in_the_history(sqlite_town: Town, status: Status):
    attempt(sqlite_town, "colleague", status)
    attempt(sqlite_town, "officer", status)

    history = opened_by(sqlite_town, "coordinator", sqlite_town.activities["officer"]).history

    assert [(each.kind, each.author) for each in history] == [
        (Kind.CREATE, user_id("officer")),
        (Kind.WITHDRAW, user_id("officer")),
    ]


def test_a_note_is_shown_without_what_turns_or_hides_text(sqlite_town: Town):
    other = replace(MIXED, id=user_id("another activity"))
    keep(sqlite_town, other, "Lugnt\u202e vid\u0007\u200bA\u030a – 5 m²")

    assert opened_by(sqlite_town, "coordinator", other.id).note == "Lugnt vid Å – 5 m²"


def test_a_place_is_kept_without_what_turns_or_hides_text(sqlite_town: Town):
    place = {"id": "torget", "name": "Tor\u202eget\u0000", "kinds": [], "aliases": ["\u200bStora A\u030a"]}
    with sqlite_town.inside() as session:
        import_places(session, json.dumps({"places": [place]}), OURS, NOW)
        kept = places.places_of(session, OURS)["torget"]

    assert (kept.name, kept.aliases) == ("Torget", ("Stora Å",))


def test_a_place_with_nothing_to_see_in_its_name_is_refused(sqlite_town: Town):
    place = {"id": "torget", "name": "\u200b", "kinds": []}
    with sqlite_town.inside() as session, pytest.raises(PlacesFileFaulty, match="torget"):
        import_places(session, json.dumps({"places": [place]}), OURS, NOW)
