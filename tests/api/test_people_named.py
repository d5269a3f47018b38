"""What people are called and sign in with, changed on their pages."""

import re

import pytest
from werkzeug.test import TestResponse

from logger.store.people import people
from tests.api.people_pages import EMAIL, LIST, code_in, deeds, forged, invite, of, send
from tests.api.test_codes import use
from tests.api.test_desk_pages import text_of
from tests.api.test_passwords import signs_in
from tests.readers.html import HtmlValidator
from tests.worlds.town import OURS, PASSWORD, Town, address


def change(town: Town, by: str, who: str, **typed: str) -> TestResponse:
    return send(town, by, of(who), f"{of(who)}/uppgifter", **typed)


def test_a_name_and_an_address_are_changed_and_everything_else_stays(
    town: Town, html_validator: HtmlValidator
):
    before = len(deeds(town))
    changed = change(town, "administrator", "officer", name="Åsa Öberg-Lind", email=" Asa.Lind@example.se ")
    assert (changed.status_code, deeds(town)[before:]) == (303, ["user_change"])

    shown = town.client("administrator").get(of("officer")).text
    assert "Åsa Öberg-Lind" in text_of(shown)
    assert "asa.lind@example.se" in text_of(shown)
    assert not html_validator.faults(shown, "person")
    assert town.client("officer").get("/losenord").status_code == 200, "who is signed in goes on"
    assert not signs_in(town, "officer", PASSWORD)
    assert signs_in(town, "officer", PASSWORD, email="asa.lind@example.se")


def test_saving_what_it_is_already_changes_nothing_and_is_no_deed(sqlite_town: Town):
    before = deeds(sqlite_town)
    assert change(sqlite_town, "administrator", "officer").status_code == 303
    assert deeds(sqlite_town) == before


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"name": " "}, "Skriv vad personen heter."),
        ({"email": "asa"}, "Skriv en e-postadress"),
        ({"email": "Worker@example.se"}, "Någon loggar redan in med den adressen."),
    ],
)
def test_what_nobody_can_be_called_is_said_beside_its_field_with_what_was_typed(
    sqlite_town: Town, html_validator: HtmlValidator, typed: dict[str, str], told: str
):
    answer = change(sqlite_town, "administrator", "officer", **{"name": "Åsa", **typed})
    assert (answer.status_code, told in answer.text) == (422, True)
    assert all(f'value="{each}"' in answer.text for each in typed.values() if each.strip())
    assert "<details" in answer.text
    assert not html_validator.faults(answer.text, "person")
    assert address("officer") in text_of(sqlite_town.client("administrator").get(of("officer")).text)


def test_whoever_invites_mends_an_address_until_the_person_has_come(sqlite_town: Town):
    """An address of an account that is in use is that account, as a code for it is."""
    worker = {"organisation": "municipality", "role": "municipal_worker", "where": f"kommun-{OURS}"}
    code = code_in(invite(sqlite_town, "town coordinator", **worker))
    with sqlite_town.inside() as session:
        account = people.account_of(session, EMAIL)
        assert account
    here = f"{LIST}/{account.user_id}"
    mended = send(sqlite_town, "town coordinator", here, f"{here}/uppgifter", email="asa@example.se")
    assert mended.status_code == 303
    assert use(sqlite_town, code, email=EMAIL).status_code == 401
    assert use(sqlite_town, code, email="asa@example.se").status_code == 303

    page = sqlite_town.client("town coordinator").get(here).text
    assert "/uppgifter" not in page
    stamp = re.findall(r'value="(\w{16})"', sqlite_town.client("administrator").get(here).text)[0]
    typed = {"version": stamp, "name": "Åsa", "email": "mallory@example.se"}
    assert forged(sqlite_town, "town coordinator", f"{here}/uppgifter", **typed).status_code == 403


def test_an_address_that_somebody_else_took_meanwhile_is_told_in_words(
    sqlite_town: Town, monkeypatch: pytest.MonkeyPatch
):
    taken = change(sqlite_town, "administrator", "officer", email="coordinator@example.se")
    monkeypatch.setattr("logger.services.people.keeping.people.account_of", lambda *_: None)
    meanwhile = change(sqlite_town, "administrator", "officer", email="coordinator@example.se")
    assert (meanwhile.status_code, text_of(meanwhile.text)) == (taken.status_code, text_of(taken.text))
