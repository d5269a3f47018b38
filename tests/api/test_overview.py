"""Many municipalities at once say what each one's board says."""

import re
from collections import Counter
from datetime import date

from logger import clock
from logger.api.pledge_schemas import OverviewSchema
from logger.domain.people.people import Municipality
from logger.domain.progress.pace import Status
from logger.extensions import db
from logger.services.boards.overviews import MunicipalityStands, Overview
from logger.services.recording import KeptEntry, keep_activities
from logger.services.transactions import writing
from logger.web.board.overview_page import Asked, overview_page
from logger.web.desk_frame import towns_named
from logger.web.words import STATUS_WORDS
from tests.api.test_desk_pages import text_of
from tests.readers.html import HtmlValidator
from tests.worlds.town import OURS, PLEDGE, Town, activity, user_id

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


COUNTRY = "/riket"


def test_the_countrys_page_says_what_the_overview_says_and_compares_nobody(
    sqlite_town: Town, html_validator: HtmlValidator
):
    client = sqlite_town.client("chief")
    told, page = client.get(OVERVIEW).json, client.get(COUNTRY)
    assert not html_validator.faults(page.text, COUNTRY)
    words = text_of(page.text)
    for status, number in told["statuses"].items():
        assert f"{number} {STATUS_WORDS[Status(status)]}" in words
    shown = re.findall(r'country__name">([^<]+)<', page.text)
    assert shown == sorted(each["name"] for each in told["municipalities"])
    assert re.findall(r'chooser__pledge">(\d+)', page.text) == [str(len(shown))]
    late = {one["commitment"] for m in told["municipalities"] for p in m["pledges"] for one in p["late"]}
    assert set(re.findall(r'<a href="/oversikt/\w+/[^"/]+/([^"]+)" lang="sv">', page.text)) == late

    assert client.get(COUNTRY, headers={"If-None-Match": page.headers["ETag"]}).status_code == 304
    assert client.get(f"{COUNTRY}?q=ingen").headers["ETag"] != page.headers["ETag"]
    assert "Ingen kommun här passar." in client.get(f"{COUNTRY}?q=ingen").text


def test_many_municipalities_are_counted_where_few_are_named():
    names = ["Askersund", "Kumla", "Lekeberg", "Nora", "Örebro"]
    assert towns_named(names) == "Askersund, Kumla, Lekeberg, Nora och Örebro"
    assert towns_named(["Arvika", *names]).replace("\u00a0", " ") == "6 kommuner"


def test_the_country_of_290_municipalities_is_one_page_by_name():
    towns = tuple(
        MunicipalityStands(Municipality(f"{code:04}", f"Kommun {code}", f"k{code}", "mitt"), ())
        for code in range(290)
    )
    page = overview_page(Overview(date(2026, 9, 30), towns), Asked("kommun 28"), COUNTRY)
    assert page.count == "11\u00a0kommuner"
    assert [each.name for each in page.towns] == ["Kommun 28", *(f"Kommun 28{last}" for last in range(10))]
    assert page.ways[0].text == "Alla 290"
