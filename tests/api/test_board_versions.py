"""When a board is told anew, and what it says then."""

from datetime import timedelta

from logger import clock
from logger.extensions import db
from logger.services.kept.progress_rebuilding import differing, rebuild
from logger.services.places.places import import_places
from logger.services.pledges.pledges import PledgeImport, import_pledge
from logger.services.recording import KeptEntry, keep_activities
from logger.services.transactions import writing
from tests.worlds.town import NOW, OURS, PLEDGE, PLEDGE_FILE, Town, activity, user_id

BOARD = f"/oversikt/{OURS}/{PLEDGE}"
FIGURES = f"/api/v1/municipalities/{OURS}/pledges/{PLEDGE}/progress"


def version(town: Town, path: str, who: str = "coordinator") -> str:
    answer = town.client(who).get(path)
    assert answer.status_code == 200
    return str(answer.headers["ETag"])


def test_a_board_that_has_not_changed_is_not_told_again(sqlite_town: Town, monkeypatch):
    for path in (BOARD, FIGURES):
        known = version(sqlite_town, path)
        answer = sqlite_town.client("coordinator").get(path, headers={"If-None-Match": known})
        assert (answer.status_code, answer.data, answer.headers["ETag"]) == (304, b"", known)
        assert version(sqlite_town, f"{path}?as_of=2026-02-01") != known
        assert version(sqlite_town, path, "officer") != known
    today = version(sqlite_town, FIGURES, "token")
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(hours=11))
    assert version(sqlite_town, FIGURES, "token") != today


def test_one_who_may_not_see_it_is_not_told_that_it_is_unchanged(sqlite_town: Town):
    known = version(sqlite_town, BOARD)
    assert sqlite_town.client("administrator").get(BOARD, headers={"If-None-Match": known}).status_code == 404
    assert sqlite_town.client().get(BOARD, headers={"If-None-Match": known}).status_code != 304


def test_whatever_changes_is_told_and_kept(town: Town):
    def seen() -> tuple[str, str]:
        return version(town, BOARD), version(town, FIGURES)

    told = {seen()}
    with town.app.app_context():
        session = db.session()
        before = town.client("token").get(FIGURES).json["progress"]["speed"]["value"]
        with writing(session):
            new = KeptEntry(activity("new"), user_id("officer"), "police", clock.now())
            keep_activities(session, OURS, [new], "phone")
        told.add(seen())
        assert town.client("token").get(FIGURES).json["progress"]["speed"]["value"] == before + 1
        import_places(session, '{"places": [{"id": "skolvagen", "name": "Skolvägen"}]}', OURS, clock.now())
        told.add(seen())
        file = PLEDGE_FILE.format(code=OURS).replace("at_least: 52", "at_least: 53")
        import_pledge(session, PledgeImport(file, approve=True), clock.now())
        told.add(seen())
        assert town.client("token").get(FIGURES).json["progress"]["speed"]["at_least"] == 53
        assert differing(session, OURS) == []
        found = rebuild(session)
    assert len(told) == 4
    assert (found.mended, found.commitments > 0) == (0, True)
