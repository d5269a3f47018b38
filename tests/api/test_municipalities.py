"""A municipality's pledges, figures and activities, as programs get them."""

import json
from base64 import urlsafe_b64encode
from datetime import date

import pytest

from logger.api.activity_schemas import ActivitiesSchema, ActivitySchema, OpenedActivitySchema
from logger.api.pledge_schemas import PledgesSchema, ProgressSchema
from logger.domain.progress.progress import progress
from logger.domain.words.vocabulary import BUILT_IN
from logger.services.files.activities_files import read_activities_text
from logger.services.files.pledge_files import read_pledge_text
from tests.worlds.town import OURS, PLEDGE, PLEDGE_FILE, Town, user_id

HERE = f"/api/v1/municipalities/{OURS}"


def test_the_pledges_are_those_that_count_with_their_files(town: Town):
    answer = town.client("token").get(f"{HERE}/pledges").json

    assert PledgesSchema().validate(answer) == {}
    assert [(each["key"], each["version"], each["demo"]) for each in answer["pledges"]] == [
        (PLEDGE, 1, False)
    ]
    read = read_pledge_text(json.dumps(answer["pledges"][0]["file"]), BUILT_IN)
    assert read == read_pledge_text(PLEDGE_FILE.format(code=OURS), BUILT_IN)


def test_the_figures_are_the_engine_s_own_answers(town: Town):
    answer = town.client("token").get(f"{HERE}/pledges/{PLEDGE}/progress?as_of=2026-06-30").json

    assert ProgressSchema().validate(answer) == {}
    assert (answer["municipality"], answer["pledge"], answer["version"]) == (OURS, PLEDGE, 1)
    assert answer["as_of"] == "2026-06-30"
    assert answer["progress"]["walk"] == {"kind": "milestone", "value": 1, "at_least": 1, "status": "met"}
    assert answer["progress"]["speed"] == {
        "kind": "count",
        "value": 4,
        "at_least": 52,
        "expected": 25.786,
        "status": "behind",
    }


def test_the_same_figures_come_of_the_activities_as_read_by_a_program(town: Town):
    client = town.client("token")
    activities = client.get(f"{HERE}/activities").json["activities"]
    file = {
        "places": [
            {"id": "skolvagen", "name": "Skolvägen", "kinds": ["road"], "flagged": [{"from": "2025-01-01"}]}
        ],
        "activities": [
            {key: each[key] for key in each if key not in ("rev", "state")} for each in activities
        ],
        "marks": [{"commitment": "walk", "date": "2026-05-20"}],
    }
    pledge = read_pledge_text(PLEDGE_FILE.format(code=OURS), BUILT_IN)

    figures = progress(pledge, read_activities_text(json.dumps(file)), date(2026, 6, 30))

    answer = client.get(f"{HERE}/pledges/{PLEDGE}/progress?as_of=2026-06-30").json
    assert {name: each.answer() for name, each in figures.items()} == answer["progress"]


@pytest.mark.parametrize("as_of", ["2026-02-30", "today", "0001-01-01x", "2026-06-30T00:00"])
def test_a_day_that_is_none_is_refused(sqlite_town: Town, as_of: str):
    answer = sqlite_town.client("token").get(f"{HERE}/pledges/{PLEDGE}/progress?as_of={as_of}")
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["as_of"])


@pytest.mark.parametrize("as_of", ["0001-01-01", "9999-12-31", "2020-01-01"])
def test_any_day_there_is_has_an_answer(sqlite_town: Town, as_of: str):
    answer = sqlite_town.client("token").get(f"{HERE}/pledges/{PLEDGE}/progress?as_of={as_of}")
    assert answer.status_code == 200


def test_pages_together_are_every_activity_once_newest_first(town: Town):
    client = town.client("token")
    seen: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        page = client.get(f"{HERE}/activities?limit=1{f'&cursor={cursor}' if cursor else ''}").json
        assert ActivitiesSchema().validate(page) == {}
        seen += [each["id"] for each in page["activities"]]
        cursor = page["next"]

    assert sorted(seen) == sorted(
        town.activities[name] for name in ("officer", "colleague", "worker", "coordinator")
    )


def test_an_officer_gets_own_activities_and_a_coordinator_all_that_stand(town: Town):
    def ids(who: str) -> set[str]:
        return {each["id"] for each in town.client(who).get(f"{HERE}/activities").json["activities"]}

    assert ids("officer") == {town.activities["officer"]}
    assert ids("coordinator") == {
        town.activities[name] for name in ("officer", "colleague", "worker", "coordinator")
    }


def test_another_organisation_s_people_are_only_counted(town: Town):
    def one(who: str, whose: str):
        return town.client(who).get(f"{HERE}/activities/{town.activities[whose]}").json

    whole, bare = one("coordinator", "officer"), one("town coordinator", "officer")
    assert ActivitySchema().validate(whole) == ActivitySchema().validate(bare) == {}
    assert (whole["participants"], whole["others"]) == ([user_id("officer")], 0)
    assert (bare["participants"], bare["others"]) == ([], 1)
    assert one("token", "officer") == bare
    assert one("coordinator", "worker")["participants"] == []


def test_an_author_alone_reads_the_whole_of_an_entry(town: Town):
    def one(who: str):
        return town.client(who).get(f"{HERE}/activities/{town.activities['officer']}").json

    assert OpenedActivitySchema().validate(one("officer")) == {}
    assert (one("officer")["note"], one("officer")["participants"]) == ("Lugnt.", [user_id("officer")])
    assert ["note" in one(who) for who in ("coordinator", "chief", "town coordinator", "token")] == [
        False
    ] * 4


def test_one_that_was_voided_says_so(town: Town):
    answer = town.client("coordinator").get(f"{HERE}/activities/{town.activities['voided']}").json
    assert (answer["state"], answer["voided"], answer["rev"]) == ("voided", True, 2)


@pytest.mark.parametrize("query", ["limit=0", "limit=501", "limit=x", "cursor=nonsense", "x=1", "cursor=YQ"])
def test_a_question_out_of_bounds_is_refused(sqlite_town: Town, query: str):
    answer = sqlite_town.client("token").get(f"{HERE}/activities?{query}")
    assert (answer.status_code, answer.json["code"]) == (422, "malformed")


@pytest.mark.parametrize(
    "position",
    [
        "0001-01-01T00:00:00+14:00 0198d7a0-0000-7000-8000-000000000001",
        "9999-12-31T23:59:59-14:00 0198d7a0-0000-7000-8000-000000000001",
        "2026-03-09T08:00:00+00:00 1",
        "2026-03-09T08:00:00+00:00 \x00",
        "2026-03-09T08:00:00+00:00 ' or 1=1 --",
    ],
)
def test_a_cursor_of_nonsense_is_refused(town: Town, position: str):
    cursor = urlsafe_b64encode(position.encode()).decode().rstrip("=")

    answer = town.client("token").get(f"{HERE}/activities?cursor={cursor}")

    assert (answer.status_code, list(answer.json["errors"])) == (422, ["cursor"])
