"""Many municipalities at once say what each one's board says."""

from collections import Counter

from logger import clock
from logger.api.schemas import OverviewSchema
from logger.extensions import db
from logger.services.recording import KeptEntry, keep_activities
from logger.services.transactions import writing
from tests.town import OURS, PLEDGE, Town, activity, user_id

OVERVIEW = "/api/v1/overview"
FIGURES = f"/api/v1/municipalities/{OURS}/pledges/{PLEDGE}/progress"


def test_the_overview_says_what_the_boards_say(town: Town):
    with town.app.app_context(), writing(db.session()):
        entries = [KeptEntry(activity(f"new {at}"), user_id("officer"), "police", clock.now()) for at in "ab"]
        keep_activities(db.session(), OURS, entries, "phone")

    told = town.client("coordinator").get(OVERVIEW).json
    board = town.client("coordinator").get(FIGURES).json["progress"]

    assert OverviewSchema().validate(told) == {}
    [ours] = [each for each in told["municipalities"] if each["municipality"] == OURS]
    [pledge] = [each for each in ours["pledges"] if each["pledge"] == PLEDGE]
    stand = {name: each["status"] for name, each in board.items()}
    assert pledge["statuses"] == Counter(stand.values())
    late = {each["commitment"]: each["status"] for each in pledge["late"]}
    assert late == {name: status for name, status in stand.items() if status in ("behind", "watch")}
    assert told["statuses"] == sum(
        (Counter(p["statuses"]) for m in told["municipalities"] for p in m["pledges"]), Counter()
    )


def test_one_who_follows_nothing_is_told_of_nothing(sqlite_town: Town):
    assert sqlite_town.client("administrator").get(OVERVIEW).json["municipalities"] == []
