"""What a phone works with offline, and when it is told anew."""

from datetime import timedelta

import pytest

from logger import clock
from logger.api.reference_schemas import ReferenceSchema
from logger.api.session_schemas import ColleaguesSchema
from logger.domain.activities import Activity
from logger.extensions import db
from logger.services.people import users
from logger.services.places.places import import_places
from logger.services.pledges.pledges import PledgeImport, import_pledge
from logger.services.recording import KeptEntry, keep_activities
from logger.services.transactions import writing
from tests.worlds.town import (
    NOW,
    OURS,
    PLEDGE,
    PLEDGE_FILE,
    THEIRS,
    Town,
    activity,
    address,
    user_id,
)

ADDRESS = f"/api/v1/reference/{OURS}"
OWN = "/api/v1/reference"


def version(town: Town) -> str:
    answer = town.client("officer").get(ADDRESS)
    assert answer.status_code == 200
    return str(answer.headers["ETag"])


def test_the_reference_has_everything_and_fits_its_description(town: Town):
    answer = town.client("officer").get(ADDRESS)

    assert ReferenceSchema().validate(answer.json) == {}
    reference = answer.json
    assert reference["municipality"] == {"code": OURS, "name": "Lekeberg"}
    assert reference["places"] == [
        {
            "id": "skolvagen",
            "name": "Skolvägen",
            "aliases": [],
            "kinds": ["road"],
            "point": [59.17, 14.87],
            "flagged": [{"from": "2025-01-01", "to": None}],
        }
    ]
    speed = next(each for each in reference["types"] if each["code"] == "traffic_check")
    assert "speed" in [focus["code"] for focus in speed["focus"]]
    assert "vehicles" in [counter["code"] for counter in speed["counters"]]


def test_a_phone_that_knows_nobody_is_told_of_where_its_user_works(town: Town):
    nobody, ours = town.client().get(OWN), town.client("officer").get(OWN)
    theirs = town.client("foreign officer").get(f"{OWN}?lang=en")

    assert (nobody.status_code, nobody.data) == (204, b"")
    assert (ours.json["municipality"]["code"], ours.headers["ETag"]) == (OURS, version(town))
    assert theirs.json["municipality"]["code"] == THEIRS
    again = town.client("officer").get(OWN, headers={"If-None-Match": ours.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_a_commitment_comes_with_its_sentences_and_the_same_figure_as_elsewhere(town: Town):
    client = town.client("coordinator")
    reference = client.get(ADDRESS).json
    commitment = reference["pledges"][0]["focus_areas"][0]["commitments"][0]
    as_of = reference["as_of"]
    elsewhere = client.get(f"/api/v1/municipalities/{OURS}/pledges/{PLEDGE}/progress?as_of={as_of}").json

    assert commitment["label"] == "Hastighetskontroller"
    assert commitment["rule_sentence"].startswith("Räknas: trafikkontroller")
    assert commitment["target_sentence"] == "Minst 52 tillfällen"
    assert commitment["counts"] == {"types": ["traffic_check"], "focus": ["speed"], "flagged": True}
    assert commitment["target"] == {"kind": "count", "at_least": 52}
    assert commitment["progress"] == elsewhere["progress"]["speed"]
    assert commitment["last_activity"] == "2026-03-09"


SENSITIVE = """
      - id: drugs
        wording: Polisen gör narkotikainsatser.
        counts: {types: [drug_operation]}
        target: {kind: ongoing}
      - id: drugs-by-day
        wording: Polisen gör en narkotikainsats om dagen.
        counts: {types: [drug_operation]}
        target: {kind: count, at_least: 1, per: day}
"""


def test_what_is_sensitive_reaches_phones_in_counts_and_programs_with_its_date(town: Town):
    with town.app.app_context():
        a_new_version(PLEDGE_FILE.format(code=OURS).rstrip() + SENSITIVE)
        a_new_activity(activity("sensitive", type="drug_operation", focus=frozenset(), counters={}))

    pledge = town.client("worker").get(ADDRESS).json["pledges"][0]
    told = {each["id"]: each for each in pledge["focus_areas"][0]["commitments"]}
    assert told["drugs"]["last_activity"] is None
    assert told["drugs"]["progress"] == {
        "kind": "ongoing",
        "value": 1,
        "status": "no_number",
        "last_activity": None,
    }
    assert told["drugs-by-day"]["last_activity"] is None
    assert (told["drugs-by-day"]["progress"]["periods"], told["drugs-by-day"]["progress"]["periods_met"]) == (
        [],
        1,
    )
    exact = (
        town.client("token").get(f"/api/v1/municipalities/{OURS}/pledges/{PLEDGE}/progress").json["progress"]
    )
    assert exact["drugs"]["last_activity"] == "2026-03-09"


def test_a_pledge_that_is_over_or_only_a_draft_is_left_out(town: Town):
    with town.app.app_context():
        over = PLEDGE_FILE.format(code=OURS).replace("2026", "2021")
        import_pledge(db.session(), PledgeImport(over, approve=True), clock.now())

    pledges = town.client("officer").get(ADDRESS).json["pledges"]
    assert [each["key"] for each in pledges] == [PLEDGE]


def test_asking_again_with_the_same_version_costs_nothing(town: Town):
    known = version(town)
    answer = town.client("coordinator").get(ADDRESS, headers={"If-None-Match": known})

    assert (answer.status_code, answer.data) == (304, b"")
    assert answer.headers["ETag"] == known
    assert answer.headers["Cache-Control"] == "no-store"


def a_new_activity(new: Activity | None = None) -> None:
    with writing(db.session()):
        entry = KeptEntry(new or activity("new"), user_id("officer"), "police", clock.now())
        keep_activities(db.session(), OURS, [entry], "phone")


def a_new_place() -> None:
    import_places(db.session(), '{"places": [{"id": "torget", "name": "Torget"}]}', OURS, clock.now())


def a_new_version(text: str | None = None) -> None:
    file = text or PLEDGE_FILE.format(code=OURS).replace("at_least: 52", "at_least: 53")
    import_pledge(db.session(), PledgeImport(file, approve=True), clock.now())


@pytest.mark.parametrize("change", [a_new_activity, a_new_place, a_new_version])
def test_whatever_changes_gives_a_new_version(town: Town, change):
    before = version(town)
    with town.app.app_context():
        change()

    assert version(town) != before


def test_a_new_day_gives_a_new_version(town: Town, monkeypatch):
    before = version(town)
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(hours=10, minutes=59))
    assert version(town) == before
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(hours=11))
    assert version(town) != before


def test_what_happens_elsewhere_changes_nothing_here(town: Town):
    before = version(town)
    with town.app.app_context():
        users.disable_user(db.session(), address("foreign officer"), clock.now())
        import_places(db.session(), '{"places": [{"id": "torget", "name": "Torget"}]}', "0882", clock.now())

    assert version(town) == before


def test_the_reference_names_nobody(town: Town):
    told = town.client("officer").get(ADDRESS).text
    assert not any(
        user_id(name) in told or name.title() in told for name in ("officer", "colleague", "worker")
    )


def test_colleagues_are_those_of_ones_own_organisation_but_oneself(town: Town):
    answer = town.client("officer").get("/api/v1/colleagues").json

    assert ColleaguesSchema().validate(answer) == {}
    assert [each["name"] for each in answer["colleagues"]] == ["Chief", "Colleague", "Coordinator", "Expired"]
    assert town.client("worker").get("/api/v1/colleagues").json == {
        "colleagues": [{"id": user_id("town coordinator"), "name": "Town Coordinator"}]
    }


def test_rules_and_goals_are_put_into_words_in_the_language_asked_for(town: Town):
    client = town.client("officer")
    swedish, english = client.get(ADDRESS), client.get(f"{ADDRESS}?lang=en")
    commitment = english.json["pledges"][0]["focus_areas"][0]["commitments"][0]

    assert commitment["rule_sentence"].startswith("Counts: traffic checks")
    assert commitment["target_sentence"] == "At least 52 occasions"
    assert commitment["wording"] == swedish.json["pledges"][0]["focus_areas"][0]["commitments"][0]["wording"]
    # A phone that changes its language is told anew, and then no more.
    changed = client.get(f"{ADDRESS}?lang=en", headers={"If-None-Match": swedish.headers["ETag"]})
    again = client.get(f"{ADDRESS}?lang=en", headers={"If-None-Match": english.headers["ETag"]})
    assert (changed.status_code, again.status_code) == (200, 304)
    assert client.get(f"{ADDRESS}?lang=fr").status_code == 422
