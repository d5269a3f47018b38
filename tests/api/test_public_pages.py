"""The public page: what was published, whole for anyone, without a cookie, a name or a day of work."""

import csv
import io
import json
import xml.etree.ElementTree as Xml
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape
from typing import Any

import pytest
from sqlalchemy import select

from logger import clock
from logger.domain.words.vocabulary import BUILT_IN
from logger.extensions import db
from logger.services.pledges.pledges import PledgeImport, import_pledge
from logger.services.publishing.verification import verify
from logger.services.transactions import writing
from logger.store import vocabulary
from logger.store.tables import ActivityRow
from tests.api.test_desk_pages import seen, text_of
from tests.api.test_follow_ups import MONTH, approve, late_check, press, put_forward
from tests.api.test_old_books import take_in
from tests.readers.html import HtmlValidator
from tests.readers.open_schema import faults_of
from tests.worlds.town import NOW, OURS, PLEDGE, PLEDGE_FILE, Town

PAGE = f"/lofte/lekeberg/{PLEDGE}"
SEPTEMBER = f"{PAGE}/2026-09"


def test_anyone_reads_promise_result_rule_and_date(town: Town, html_validator: HtmlValidator):
    answer = town.client().get(PAGE)
    assert answer.status_code == 200
    assert not html_validator.faults(answer.text, PAGE)
    page = text_of(answer.text)
    assert "Medborgarlöfte 2026: så går det" in page
    assert "”Polisen genomför minst 52 hastighetskontroller där medborgare pekat ut problem.”" in page
    assert "4 av 52" in page
    assert "Räknas: trafikkontroller med fokus hastighet" in page
    assert "Till och med 30 september 2026. Publicerat 12 oktober 2026." in page
    assert "1 av 3 löften med mål är redan hållet. 2 ligger efter." in page


def test_no_person_and_no_cookie_is_on_it(town: Town):
    for client in (town.client(), town.client("coordinator")):
        answer = client.get(PAGE)
        assert "Set-Cookie" not in answer.headers
        for name in ("Officer", "Colleague", "Coordinator", "deltagare", "Lugnt."):
            assert name not in answer.text


def test_signed_in_or_not_the_bytes_are_the_same(town: Town):
    assert town.client().get(PAGE).data == town.client("coordinator").get(PAGE).data


def test_an_unchanged_page_is_not_sent_twice(town: Town):
    first = town.client().get(PAGE)
    assert first.cache_control.public
    assert first.cache_control.max_age == 300
    again = town.client().get(PAGE, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert not again.data


def test_the_municipalitys_page_lists_its_approved_pledges(town: Town, html_validator: HtmlValidator):
    answer = town.client().get("/lofte/lekeberg")
    assert not html_validator.faults(answer.text, "/lofte/lekeberg")
    assert PAGE in answer.text
    assert "2027" not in answer.text


def test_what_is_logged_after_the_freezing_is_a_correction_and_no_new_figure(town: Town):
    late_check(town, "late")
    page = text_of(town.client().get(PAGE).text)
    assert "4 av 52" in page
    assert "Rättelser (1)" in page
    assert "4 av 52 har blivit 5 av 52. 1 aktivitet kom in efter frysningen." in page


def test_a_pledge_of_which_nothing_is_published_shows_its_promises_and_no_figure(
    sqlite_town: Town, html_validator: HtmlValidator
):
    with sqlite_town.inside() as session:
        text = PLEDGE_FILE.format(code=OURS).replace("2026", "2024")
        import_pledge(session, PledgeImport(text, approve=True), NOW)
    answer = sqlite_town.client().get("/lofte/lekeberg/medborgarlofte-2024")
    assert not html_validator.faults(answer.text, "2024")
    page = text_of(answer.text)
    assert "Inga siffror är publicerade än." in page
    assert "”En trygghetsvandring genomförs.”" in page
    assert "av 52" not in page
    assert "Inga siffror är publicerade än." in text_of(sqlite_town.client().get("/lofte/lekeberg").text)


def test_comment_and_reason_stand_beside_the_figure(sqlite_town: Town):
    page = text_of(sqlite_town.client().get(SEPTEMBER).text)
    assert "Inte genomfört – därför Vägarna var avstängda." in page
    assert "Fler på Skolvägen." in page
    assert "Skolvägen Påtalat: Medborgardialog (januari 2025). 4 gånger, senast i mars 2026" in page


def publish(town: Town, monkeypatch: pytest.MonkeyPatch, day: int) -> Any:
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 11, day, 12, tzinfo=UTC))
    return press(town, "chief", f"{MONTH}/publicera")


def test_an_approved_month_is_published_after_its_delay_and_counts_once(
    town: Town, monkeypatch: pytest.MonkeyPatch
):
    take_in(town, reason="Polisens bok 2026", without_faulty="1", **{"type-1": "-"})
    put_forward(town)
    assert "Publicera" not in seen(town, MONTH, "chief").replace("publicera", "").replace("Publicerad", "")
    for who in ("chief", "town coordinator"):
        assert approve(town, who).status_code == 303
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 11, 7, 12, tzinfo=UTC))
    assert "Kan publiceras från och med 8 november 2026." in seen(town, MONTH, "chief")

    assert publish(town, monkeypatch, 22).status_code == 303

    october = text_of(town.client().get(PAGE).text)
    assert "Till och med 31 oktober 2026." in october
    assert "Därtill ca 190 uppskattade enligt tidigare bok. De räknas inte in i siffran." in october
    september = text_of(town.client().get(SEPTEMBER).text)
    assert "Till och med 30 september 2026." in september
    assert "Det här är en äldre publicering." in september
    assert "uppskattade" not in september
    with town.inside() as session:
        made = session.scalars(select(ActivityRow).where(ActivityRow.type == "published_result")).all()
        assert [(each.state, each.author_organisation) for each in made] == [("current", "police")]


def test_the_open_data_are_as_their_schema_says_and_hold_when_counted_again(town: Town):
    answer = town.client().get(f"{SEPTEMBER}/data.json")
    document = json.loads(answer.text)
    schema = json.loads(town.client().get(document["schema"]).text)
    assert faults_of(document, schema) == []
    assert document["address"] == SEPTEMBER
    found = verify(answer.text)
    assert found.holds
    assert [each.commitment.id for each in found.recounts] == ["speed", "presence", "walk"]

    document["commitments"][0]["progress"]["value"] = 50
    changed = verify(json.dumps(document))
    assert not changed.is_as_published
    assert changed.recounts[0].differences == ("value: publicerat 50, omräknat 4",)


def test_the_open_data_tell_no_person_and_no_day_of_work(town: Town):
    for form in ("data.json", "data.csv", "fakta.csv"):
        answer = town.client().get(f"{SEPTEMBER}/{form}")
        assert "Set-Cookie" not in answer.headers
        for secret in ("officer", "Officer", "chief", "Chief", "Lugnt.", "T08", "08:00"):
            assert secret not in answer.text
        again = town.client().get(f"{SEPTEMBER}/{form}", headers={"If-None-Match": answer.headers["ETag"]})
        assert again.status_code == 304


def test_the_table_opens_in_a_swedish_spreadsheet(sqlite_town: Town):
    text = sqlite_town.client().get(f"{SEPTEMBER}/data.csv").data.decode()
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text[1:]), delimiter=";"))
    assert rows[0]["Åtagande"] == "Hastighetskontroller"
    assert (rows[0]["Utfall"], rows[0]["Mål"], rows[0]["Väntat"]) == ("4", "52", "38,893")
    facts = sqlite_town.client().get(f"{SEPTEMBER}/fakta.csv").text
    by_place = [row for row in csv.DictReader(io.StringIO(facts)) if row["by"] == "place"]
    assert by_place[0]["name"] == "Skolvägen"


def test_the_feed_tells_what_was_published_and_where(sqlite_town: Town):
    answer = sqlite_town.client().get("/lofte/lekeberg/flode.xml")
    assert answer.headers["Content-Type"].startswith("application/atom+xml")
    atom = {"a": "http://www.w3.org/2005/Atom"}
    root = Xml.fromstring(answer.text)  # noqa: S314  # our own
    entries = root.findall("a:entry", atom)
    assert [each.findtext("a:title", "", atom) for each in entries] == [
        "Medborgarlöfte 2026: september\xa02026"
    ]
    assert entries[0].findtext("a:id", "", atom) == f"http://localhost{SEPTEMBER}"
    assert root.findtext("a:author/a:name", "", atom) == "Lekebergs kommun och Polisen"
    assert entries[0].findtext("a:updated", "", atom) == "2026-10-12T09:00:00Z"
    assert "Coordinator" not in answer.text


def test_the_feed_names_the_address_that_is_set_whatever_the_asker_calls_the_server(sqlite_town: Town):
    sqlite_town.app.config["SITE_ADDRESS"] = "https://lofte.example"
    answer = sqlite_town.client().get("/lofte/lekeberg/flode.xml", headers={"Host": "evil.example"})
    assert "https://lofte.example/lofte/lekeberg" in answer.text
    assert "evil" not in answer.text


@pytest.mark.parametrize("language", ["", "?lang=en"])
def test_whoever_cannot_use_a_page_is_told_whom_to_write_to(
    sqlite_town: Town, html_validator: HtmlValidator, language: str
):
    answer = sqlite_town.client().get(f"/tillganglighet{language}")
    assert not html_validator.faults(answer.text, "tillganglighet")
    assert 'href="mailto:tillganglighet@localhost"' in answer.text
    assert f"/tillganglighet{language}" in sqlite_town.client().get(f"{PAGE}{language}").text


def test_a_type_that_became_sensitive_after_the_freezing_is_published_in_one_number(
    sqlite_town: Town, monkeypatch: pytest.MonkeyPatch
):
    town = sqlite_town
    put_forward(town)
    for who in ("chief", "town coordinator"):
        approve(town, who)
    with town.app.app_context(), writing(db.session()):
        secret = replace(BUILT_IN.types["traffic_check"], sensitive=True)
        vocabulary.put_term(db.session(), "type", "", secret)
    assert publish(town, monkeypatch, 22).status_code == 303
    told = {each["id"]: each for each in town.client().get(f"{PAGE}/2026-10/data.json").json["commitments"]}
    assert (told["speed"]["sensitive"], told["speed"]["last"]) == (True, None)
    assert told["speed"]["facts"]["by_place"] == []
    assert len(told["speed"]["facts"]["by_period"]) == 1


def test_another_site_may_frame_the_embedded_page_and_it_alone(
    sqlite_town: Town, html_validator: HtmlValidator
):
    answer = sqlite_town.client("coordinator").get(f"{PAGE}/inbaddad")
    policy = answer.headers["Content-Security-Policy"]
    assert "frame-ancestors *" in policy
    assert "script-src 'none'" in policy
    assert "<script" not in answer.text
    assert "Set-Cookie" not in answer.headers
    assert answer.cache_control.public
    assert not html_validator.faults(answer.text, "embedded")
    page = text_of(answer.text)
    assert "Hastighetskontroller" in page
    assert "4 av 52" in page
    for other in (PAGE, SEPTEMBER, f"{SEPTEMBER}/utskrift"):
        assert "frame-ancestors 'none'" in sqlite_town.client().get(other).headers["Content-Security-Policy"]


def test_the_code_to_paste_stands_where_the_follow_up_is_published(sqlite_town: Town):
    september = seen(sqlite_town, MONTH.replace("-10", "-09"), "worker")
    assert f'src="http://localhost{PAGE}/inbaddad" title="Medborgarlöfte 2026"' in unescape(september)
    assert "inbaddad" not in seen(sqlite_town, MONTH, "coordinator")


def test_the_page_for_printing_is_open_and_has_nothing_to_press(
    sqlite_town: Town, html_validator: HtmlValidator
):
    answer = sqlite_town.client().get(f"{SEPTEMBER}/utskrift")
    assert not html_validator.faults(answer.text, "utskrift")
    assert '<details class="fold">' not in answer.text
    assert '<details class="fold" open>' in answer.text
    page = text_of(answer.text)
    assert "Inte genomfört – därför Vägarna var avstängda." in page
    for way in ("Öppna data", "Svenska", "English", "Tillgänglighet"):
        assert way not in page
