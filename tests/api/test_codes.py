"""Coming with a code: whoever is invited, or lost a password, chooses one, once."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from werkzeug.test import TestResponse

from logger import clock
from logger.domain.people.invitations import as_typed
from logger.domain.refusing.people_refusals import CodeFailed
from logger.extensions import db
from logger.services.people import invitations, users
from logger.services.people.invitations import Choice
from logger.services.people.password_hashing import PasswordHashing
from logger.services.people.signing_in import Attempt
from tests.api.test_passwords import NEW, signs_in
from tests.worlds.town import CHEAP, NOW, OWN_PAGE, PASSWORD, Town, address, user_id

FAILED = "E-postadressen och koden hör inte ihop, eller så gäller koden inte längre."


def code_for(town: Town, who: str = "officer") -> str:
    with town.inside() as session:
        return users.invite(session, address(who), None, PasswordHashing(CHEAP), clock.now()).text


def use(town: Town, code: str, who: str = "officer", client: Any = None, **changes: str) -> TestResponse:
    client = client or town.client()
    token = re.findall(r'name="form_token" value="(\w+)"', client.get("/kod").text)[-1]
    fields = {"form_token": token, "email": address(who), "code": code, "new": NEW, "again": NEW}
    answer: TestResponse = client.post("/kod", data=fields | changes, headers=OWN_PAGE)
    return answer


def test_an_operator_invites_and_the_person_chooses_the_password(town: Town):
    asked = ["user", "invite", "ny.polis@example.se", "--name", "Ny Polis", "--organisation", "police"]
    result = town.app.test_cli_runner().invoke(args=[*asked, "--role", "officer", "--district", "orebro"])
    assert result.exit_code == 0, result.output
    code = re.search(r"Kod: ([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})\n", result.output)
    assert code

    client = town.client()
    answer = use(town, code[1], client=client, email=" Ny.Polis@example.se ")
    assert (answer.status_code, answer.location) == (303, "/")
    assert client.get("/api/v1/session").json["user"]["name"] == "Ny Polis"
    assert code[1] not in str(town.contents())

    again = use(town, code[1], email="ny.polis@example.se")
    assert (again.status_code, FAILED in again.text) == (401, True)


def test_a_new_code_ends_every_sign_in_and_the_old_password(town: Town):
    code = code_for(town)
    assert town.client("officer").get("/api/v1/session").status_code == 401
    assert not signs_in(town, "officer", PASSWORD)
    stolen = town.client()

    assert use(town, code.lower().replace("-", " "), client=stolen).status_code == 303
    assert signs_in(town, "officer", NEW)


def test_what_does_not_fit_is_answered_alike(sqlite_town: Town, monkeypatch: pytest.MonkeyPatch):
    code = code_for(sqlite_town)
    told = {
        "another code": use(sqlite_town, "K7QM-2XFD-9RTA"),
        "nobody": use(sqlite_town, code, "nobody at all"),
        "another's": use(sqlite_town, code, "colleague"),
        "shut out": use(sqlite_town, code_for(sqlite_town, "disabled"), "disabled"),
    }
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=7))
    told["too late"] = use(sqlite_town, code)

    assert {(name, each.status_code) for name, each in told.items()} == {(name, 401) for name in told}
    assert all(FAILED in each.text for each in told.values())
    bodies = {re.sub(r'value="[^"]*"', "", each.text) for each in told.values()}
    assert len(bodies) == 1
    assert signs_in(sqlite_town, "colleague", PASSWORD)


@pytest.mark.parametrize(
    ("changes", "told"),
    [({"again": NEW.upper()}, "skrivet på två olika sätt"), ({"new": "kort", "again": "kort"}, "minst 12")],
)
def test_a_password_that_cannot_be_leaves_the_code_unused(
    sqlite_town: Town, changes: dict[str, str], told: str
):
    code = code_for(sqlite_town)
    refused = use(sqlite_town, code, **changes)
    assert (refused.status_code, told in refused.text) == (422, True)
    assert use(sqlite_town, code).status_code == 303


def test_whoever_guesses_waits_as_at_the_sign_in(sqlite_town: Town):
    told = [use(sqlite_town, f"{number:012}").status_code for number in range(6)]
    assert told == [401] * 5 + [429]
    assert "Retry-After" in use(sqlite_town, "K7QM-2XFD-9RTA").headers


def test_a_code_is_used_once_however_many_come_at_the_same_time(town: Town):
    code = code_for(town)
    hashing = PasswordHashing(CHEAP)

    def come(number: int) -> str:
        with town.app.app_context():
            here = Attempt(address("officer"), "", f"192.0.2.{number}")
            chosen = Choice(code, f"{NEW} {number}")
            try:
                return invitations.use(db.session(), chosen, here, hashing, clock.now()).principal.user_id
            except CodeFailed:
                return "failed"

    with ThreadPoolExecutor(4) as pool:
        told = list(pool.map(come, range(4)))
    assert sorted(told) == sorted([user_id("officer"), *["failed"] * 3])


def test_a_password_that_an_operator_gives_takes_a_code_back(sqlite_town: Town):
    code = code_for(sqlite_town)
    result = sqlite_town.app.test_cli_runner().invoke(args=["user", "password", address("officer")])
    assert result.exit_code == 0
    assert use(sqlite_town, code).status_code == 401


def test_a_code_is_what_was_meant_however_it_is_typed():
    assert as_typed(" k7qm–2xfd 9rta ") == "K7QM2XFD9RTA"
    assert as_typed("OIL0-1234-5678") == "011012345678"


def test_a_session_that_was_planted_is_not_the_one_that_begins(sqlite_town: Town):
    client = sqlite_town.client("colleague")
    answer = use(sqlite_town, code_for(sqlite_town), client=client)
    assert answer.status_code == 303
    assert "the session of" not in client.get_cookie("faltlogg").value
    assert sqlite_town.client("colleague").get("/api/v1/session").status_code == 401
