"""A plan read as a calendar, at an address that is secret and can be taken back."""

import pytest

from logger.extensions import db
from logger.services.people.users import disable_user
from tests.api.planning import PLAN, plan, press
from tests.readers.forms import form_in
from tests.worlds.town import NOW, OURS, OWN_PAGE, Town, address


def feed_of(town: Town, who: str) -> str:
    answer = press(town, who, f"{PLAN}/kalender", gor="ny")
    assert answer.status_code == 200
    shown: str = answer.text.partition('id="kalender-adress" type="text" value="')[2].partition('"')[0]
    return shown[shown.index("/kalender/") :]


def test_the_calendar_holds_the_own_organisations_plan_without_what_is_sensitive(town: Town):
    plan(town)
    plan(town, type="drug_operation", title="Insats", place="")
    plan(town, organisation="municipality", type="site_round", title="Rondering", place="")
    secret = feed_of(town, "officer")

    answer = town.client().get(secret)
    assert (answer.status_code, answer.content_type) == (200, "text/calendar; charset=utf-8")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.text.count("BEGIN:VEVENT") == 12
    assert "SUMMARY:Senast: Kontroll på Skolvägen" in answer.text.replace("\r\n ", "")
    assert "LOCATION:Skolvägen" in answer.text
    assert "Insats" not in answer.text
    assert "Rondering" not in answer.text


def test_an_address_that_is_none_makes_and_ends_no_secret(sqlite_town: Town):
    address_of_feed = feed_of(sqlite_town, "coordinator")
    nowhere = f"/plan/{OURS}/finns-inte/kalender"
    coordinator = sqlite_town.client("coordinator")
    fields = form_in(coordinator.get(PLAN).text, f"{PLAN}/kalender").to_dict(flat=False)
    for way in ("ny", "bort"):
        answer = coordinator.post(nowhere, data={**fields, "gor": way}, headers=OWN_PAGE)
        assert answer.status_code == 404
    assert sqlite_town.client().get(address_of_feed).status_code == 200


@pytest.mark.parametrize("how", ["taken back", "made anew", "disabled"])
def test_a_secret_address_is_dead_once_it_is_taken_back(sqlite_town: Town, how: str):
    secret = feed_of(sqlite_town, "officer")
    assert sqlite_town.client().get(secret).status_code == 200
    if how == "taken back":
        assert press(sqlite_town, "officer", f"{PLAN}/kalender", gor="bort").status_code == 303
    elif how == "made anew":
        assert sqlite_town.client().get(feed_of(sqlite_town, "officer")).status_code == 200
    else:
        with sqlite_town.app.app_context():
            disable_user(db.session(), address("officer"), NOW)
    assert sqlite_town.client().get(secret).status_code == 404
