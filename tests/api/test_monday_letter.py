"""The Monday letter: asked for by each, once a week, ended from the mail; seen by a real mail server."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from logger import clock
from logger.services.people.users import disable_user
from logger.services.transactions import writing
from logger.store.tables import UserRow
from tests.api.test_desk_deeds import post
from tests.api.test_desk_pages import seen, text_of
from tests.api.test_signing_in import form
from tests.readers.html import HtmlValidator
from tests.servers.smtp_sink import Sink, smtp_sink
from tests.worlds.town import NOW, OWN_PAGE, Town, address

PAGE = "/mandagsbrevet"


@pytest.fixture
def sink(sqlite_town: Town) -> Iterator[Sink]:
    with smtp_sink() as sink:
        sqlite_town.app.config.update(
            MAIL_SERVER=sink.address, MAIL_FROM="faltlogg@example.se", SITE_ADDRESS="https://logg.example.se"
        )
        yield sink


def ask_for_it(town: Town, who: str) -> None:
    assert post(town, PAGE, {"wanted": "1"}, who).status_code == 303


def send(town: Town) -> Any:
    return town.app.test_cli_runner().invoke(args=["monday", "send"])


def ending_in(mail: Any) -> str:
    found = re.search(r"https://logg.example.se(/mandagsbrevet/avsluta/\w+/\w+)", mail["List-Unsubscribe"])
    assert found
    return found[1]


def test_each_who_asked_has_one_a_week_and_nobody_else(
    sqlite_town: Town, sink: Sink, monkeypatch: pytest.MonkeyPatch
):
    for who in ("coordinator", "chief", "foreign coordinator"):
        ask_for_it(sqlite_town, who)

    assert "3 brev skickade" in send(sqlite_town).output
    assert "0 brev skickade" in send(sqlite_town).output

    assert {mail["To"] for mail in sink.taken} == {
        address(who) for who in ("coordinator", "chief", "foreign coordinator")
    }
    assert len(sink.taken) == 3
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=7))
    assert "3 brev skickade" in send(sqlite_town).output


@pytest.mark.parametrize("bad", ["chief@example.se, x@example.org", "chief@example.se\nBcc: x@example.org"])
def test_an_address_that_is_several_gets_nothing_and_holds_nobody_up(sqlite_town: Town, sink: Sink, bad: str):
    for who in ("coordinator", "chief", "foreign coordinator"):
        ask_for_it(sqlite_town, who)
    with sqlite_town.inside() as session, writing(session):
        session.execute(update(UserRow).where(UserRow.email == address("chief")).values(email=bad))

    assert "2 brev skickade, 1 togs inte emot" in send(sqlite_town).output
    assert {mail["To"] for mail in sink.taken} == {address("coordinator"), address("foreign coordinator")}


def test_who_asked_in_english_reads_it_in_english_and_ends_it_so(
    sqlite_town: Town, sink: Sink, html_validator: HtmlValidator
):
    client = sqlite_town.client("coordinator")
    client.set_cookie("lang", "en")
    client.post(PAGE, data=form(client, PAGE) | {"wanted": "1"}, headers=OWN_PAGE)
    ask_for_it(sqlite_town, "chief")
    send(sqlite_town)

    english, swedish = sorted(sink.taken, key=lambda mail: mail["To"] != address("coordinator"))
    assert english["Subject"] == "The Monday letter, week 47: 2 promises behind in Lekeberg"
    assert swedish["Subject"].startswith("Måndagsbrevet")
    text = english.get_body(("plain",)).get_content()
    assert "See how everything stands:" in text
    assert "Behind: " in text
    assert '<html lang="en">' in english.get_body(("html",)).get_content()
    end = re.search(r"https://logg.example.se(/\S+)>", english["List-Unsubscribe"])
    assert end
    assert end[1].endswith("?lang=en")
    page = sqlite_town.client().get(end[1]).text
    assert not html_validator.faults(page, end[1])
    assert "End the Monday letter?" in page
    assert "The letter is ended" in sqlite_town.client().post(end[1]).text


def test_the_letter_says_what_is_behind_in_words_and_names_nobody(sqlite_town: Town, sink: Sink):
    ask_for_it(sqlite_town, "coordinator")
    send(sqlite_town)

    (mail,) = sink.taken
    assert mail["Subject"] == "Måndagsbrevet vecka 47: 2 löften ligger efter i Lekeberg"
    text = mail.get_body(("plain",)).get_content()
    html = mail.get_body(("html",)).get_content()
    for said in (text_of(text), text_of(html)):
        assert "Hastighetskontroller ligger efter: 42 färre än väntat i dag." in said
        assert "Efter: Hastighetskontroller, 4 av 52" in said
        assert "Coordinator" not in said
        assert "Skolvägen" not in said
    assert "https://logg.example.se/oversikt/1814/medborgarlofte-2026" in text
    assert mail["Auto-Submitted"] == "auto-generated"


def test_one_press_in_the_mail_program_ends_it_signed_in_or_not(
    sqlite_town: Town, sink: Sink, html_validator: HtmlValidator
):
    ask_for_it(sqlite_town, "coordinator")
    send(sqlite_town)
    at = ending_in(sink.taken[0])
    nobody = sqlite_town.client()

    asked = nobody.get(at)  # a mail filter that follows every address ends nothing
    assert "Avsluta måndagsbrevet?" in asked.text
    assert not html_validator.faults(asked.text, at)
    assert "Avsluta brevet" in seen(sqlite_town, PAGE)
    assert nobody.post(at, data={"List-Unsubscribe": "One-Click"}).status_code == 200
    assert "Ja, skicka det till mig" in seen(sqlite_town, PAGE)
    assert nobody.post(at).status_code == 200
    assert "Brevet är avslutat" in nobody.get(at).text

    ask_for_it(sqlite_town, "coordinator")
    nobody.post(at)  # asked for anew, the old address ends nothing
    assert "Avsluta brevet" in seen(sqlite_town, PAGE)


def test_a_made_up_address_ends_nothing(sqlite_town: Town, sink: Sink):
    ask_for_it(sqlite_town, "coordinator")
    send(sqlite_town)
    at = ending_in(sink.taken[0])
    for made_up in (at[:-1] + ("0" if at[-1] != "0" else "1"), f"{PAGE}/avsluta/x/y"):
        assert sqlite_town.client().get(made_up).status_code == 404
        assert sqlite_town.client().post(made_up).status_code == 404
    assert "Avsluta brevet" in seen(sqlite_town, PAGE)


def test_what_the_server_does_not_take_is_sent_in_the_next_round(sqlite_town: Town, sink: Sink):
    ask_for_it(sqlite_town, "coordinator")
    sink.refuses = True
    refused = send(sqlite_town)
    assert (refused.exit_code, "1 togs inte emot" in refused.output) == (1, True)
    sink.refuses = False
    assert "1 brev skickade" in send(sqlite_town).output
    assert len(sink.taken) == 1


def test_nobody_disabled_has_a_letter(sqlite_town: Town, sink: Sink):
    ask_for_it(sqlite_town, "coordinator")
    with sqlite_town.inside() as session:
        disable_user(session, address("coordinator"), NOW)
    assert "0 brev skickade" in send(sqlite_town).output
    assert sink.taken == []


def test_without_a_mail_server_the_page_and_the_command_say_so(sqlite_town: Town):
    assert "skickar inga brev än" in seen(sqlite_town, PAGE)
    told = send(sqlite_town)
    assert (told.exit_code, "MAIL_SERVER" in told.output) == (1, True)
