"""What phones keep of a plan: the own organisation's, about now, told anew when anything becomes of it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from logger import clock
from logger.api.plan_schemas import DueSchema
from logger.domain.periods import Days
from logger.domain.planning.plans import Done, NotDone, PlanItem
from logger.domain.planning.recurrence import Monthly, Once, Weekly
from logger.extensions import db
from logger.services.transactions import writing
from logger.store.plan import plans
from logger.store.tables import ActivityRow
from tests.api.test_desk_pages import seen
from tests.worlds.town import NOW, OURS, PLEDGE, Town, user_id

ADDRESS = f"/api/v1/plan/{OURS}"
YEAR = Days(date(2026, 1, 1), date(2026, 12, 31))
CHECK, WEEKLY, THEIRS, GONE = (f"0198d7a0-0000-7000-8000-00000000090{number}" for number in range(4))
ITEMS = (
    PlanItem(CHECK, "police", "Kontroll", Monthly(2), YEAR, type="traffic_check", place="skolvagen"),
    PlanItem(WEEKLY, "police", "Skolvägen på morgonen", Weekly(0), YEAR, unit="Områdespoliserna"),
    PlanItem(THEIRS, "municipality", "Rondering", Monthly(1), YEAR, type="site_round"),
    PlanItem(GONE, "police", "Nationaldagen", Once(), Days(date(2026, 6, 6), date(2026, 6, 6))),
)


@pytest.fixture
def planned(sqlite_town: Town) -> Town:
    with sqlite_town.app.app_context(), writing(db.session()):
        for item in ITEMS:
            plans.put_item(db.session(), OURS, PLEDGE, item, user_id("coordinator"), NOW)
    return sqlite_town


def times(town: Town, who: str = "officer") -> list[dict[str, Any]]:
    answer = town.client(who).get(ADDRESS)
    assert DueSchema().validate(answer.json) == {}
    found: list[dict[str, Any]] = answer.json["times"]
    return found


def test_the_own_times_about_now_come_with_what_is_to_be_logged(planned: Town):
    told = times(planned)

    assert [each["plan_item"].partition("/")[2] for each in told] == [
        *("2026-11-23", "2026-11.1", "2026-11.2", "2026-11-30"),
        *("2026-12.1", "2026-12.2"),
    ]
    assert told[1] == {
        "plan_item": f"{CHECK}/2026-11.1",
        "title": "Kontroll",
        "unit": "",
        "type": "traffic_check",
        "place": "skolvagen",
        "days": {"from": "2026-11-01", "to": "2026-11-30"},
        "outcome": None,
        "reason": "",
    }
    assert [each["title"] for each in times(planned, "worker")] == ["Rondering", "Rondering"]


def test_what_became_of_a_time_is_told_and_what_was_taken_back_is_open(planned: Town):
    with planned.inside() as session, writing(session):
        by = user_id("officer")
        done = Done(planned.activities["officer"], by, NOW)
        plans.put_outcome(session, OURS, (CHECK, "2026-11.1"), done)
        plans.put_outcome(session, OURS, (WEEKLY, "2026-11-23"), NotDone("Sjukdom", by, NOW))
    first = planned.client("officer").get(ADDRESS)

    assert {each["plan_item"]: (each["outcome"], each["reason"]) for each in first.json["times"][:3]} == {
        f"{WEEKLY}/2026-11-23": ("not_done", "Sjukdom"),
        f"{CHECK}/2026-11.1": ("done", ""),
        f"{CHECK}/2026-11.2": (None, ""),
    }
    with planned.inside() as session, writing(session):
        row = session.get(ActivityRow, (OURS, planned.activities["officer"]))
        row.state = "withdrawn"
    assert times(planned)[1]["outcome"] is None


def test_it_is_told_anew_when_the_plan_changes_on_another_day_and_to_another_organisation(
    planned: Town, monkeypatch: pytest.MonkeyPatch
):
    def etag(who: str = "officer") -> str:
        return str(planned.client(who).get(ADDRESS).headers["ETag"])

    first = etag()
    again = planned.client("officer").get(ADDRESS, headers={"If-None-Match": first})
    assert (again.status_code, again.data, etag()) == (304, b"", first)
    assert etag("worker") != first
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(hours=11, minutes=5))  # past midnight
    assert etag() != first


def test_presence_says_what_is_planned_in_the_week_and_would_count(planned: Town):
    thursday, sunday = (Days(day, day) for day in (date(2026, 11, 19), date(2026, 11, 22)))
    with planned.app.app_context(), writing(db.session()):
        for number, item in enumerate(
            (
                PlanItem("", "police", "Fotpatrull i centrum", Once(), sunday, type="foot_patrol"),
                PlanItem("", "police", "Över redan", Once(), thursday, type="foot_patrol"),
                PlanItem("", "municipality", "Rondering på torget", Once(), sunday, type="site_round"),
            )
        ):
            own = replace(item, id=f"0198d7a0-0000-7000-8000-00000000091{number}")
            plans.put_item(db.session(), OURS, PLEDGE, own, user_id("coordinator"), NOW)

    page = seen(planned, f"/narvaro/{OURS}/{PLEDGE}/presence")
    assert "Planerat: Fotpatrull i centrum söndag 22 november." in page
    assert "Över redan" not in page
    assert "Rondering på torget" not in page  # the promise is the police's
    assert "Planerat" not in seen(planned, f"/narvaro/{OURS}/{PLEDGE}/presence?as_of=2026-11-21")
