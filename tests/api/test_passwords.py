"""Changing a password: by its owner on a page, and by an operator; being shut out, and let in again."""

import re
from typing import Any

import pytest
from werkzeug.test import TestResponse

from logger import clock
from logger.services.letters import letters
from logger.services.people import users
from logger.services.people.password_hashing import PasswordHashing
from logger.services.plan import calendar_feeds
from logger.store.people import people
from tests.worlds.town import OWN_PAGE, PASSWORD, PROGRAM, Town, address, user_id

NEW = "rakt uppe på hustaket sitter en skata"


def change(client: Any, old: str = PASSWORD, new: str = NEW, again: str = NEW) -> TestResponse:
    token = re.findall(r'name="form_token" value="(\w+)"', client.get("/losenord").text)[-1]
    fields = {"form_token": token, "old": old, "new": new, "again": again}
    answer: TestResponse = client.post("/losenord", data=fields, headers=OWN_PAGE)
    return answer


def signs_in(town: Town, who: str, password: str, email: str = "") -> bool:
    credentials = {"email": email or address(who), "password": password}
    answer = town.client().post("/api/v1/session", json=credentials, headers=PROGRAM)
    return bool(answer.status_code == 200)


def test_whoever_says_the_old_one_signs_in_by_the_new_one_and_stays_signed_in_here_alone(town: Town):
    here = town.client("officer")
    other = town.client()
    other.post("/api/v1/session", json={"email": address("officer"), "password": PASSWORD}, headers=PROGRAM)

    answer = change(here)

    assert answer.status_code == 303
    assert here.get_cookie("faltlogg").value != "the session of officer"
    assert "Lösenordet är bytt" in here.get(answer.location).text
    assert "Lösenordet är bytt" not in town.client("colleague").get(answer.location).text
    assert "Lösenordet är bytt" not in here.get("/losenord?bytt=1").text
    assert here.get("/api/v1/session").json["user"]["id"] == user_id("officer")
    assert other.get("/api/v1/session").status_code == 401
    assert not signs_in(town, "officer", PASSWORD)
    assert signs_in(town, "officer", NEW)
    assert signs_in(town, "colleague", PASSWORD)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"old": "not the one"}, "Det nuvarande lösenordet stämmer inte."),
        ({"again": NEW.upper()}, "skrivet på två olika sätt"),
        ({"new": "kort", "again": "kort"}, "minst 12 tecken"),
        ({"new": "", "again": ""}, "minst 12 tecken"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_changed(sqlite_town: Town, fields: dict[str, str], told: str):
    client = sqlite_town.client("officer")
    answer = change(client, **fields)

    assert (answer.status_code, told in answer.text) == (422, True)
    assert client.get("/api/v1/session").status_code == 200
    assert signs_in(sqlite_town, "officer", PASSWORD)


def test_the_old_one_is_looked_at_before_anything_is_hashed(
    sqlite_town: Town, monkeypatch: pytest.MonkeyPatch
):
    hashed: list[str] = []
    monkeypatch.setattr(PasswordHashing, "hash", lambda _self, password: hashed.append(password))
    assert change(sqlite_town.client("officer"), old="not the one").status_code == 422
    assert hashed == []


def test_whoever_finds_a_desk_open_may_not_guess(sqlite_town: Town):
    client = sqlite_town.client("officer")
    told = [change(client, old=f"guess {number}").status_code for number in range(6)]

    assert told == [422] * 5 + [429]
    assert "Retry-After" in change(client).headers


def test_an_operator_gives_another_and_all_sign_ins_end(sqlite_town: Town):
    result = sqlite_town.app.test_cli_runner().invoke(args=["user", "password", address("officer")])

    assert result.exit_code == 0, result.output
    made = re.search(r"Lösenord: (\S+)", result.output)
    assert made
    assert sqlite_town.client("officer").get("/api/v1/session").status_code == 401
    assert not signs_in(sqlite_town, "officer", PASSWORD)
    assert signs_in(sqlite_town, "officer", made[1])
    nobody = sqlite_town.app.test_cli_runner().invoke(args=["user", "password", "nobody@example.se"])
    assert nobody.exit_code == 2


def test_one_who_was_shut_out_is_let_in_again(sqlite_town: Town):
    assert not signs_in(sqlite_town, "disabled", PASSWORD)

    result = sqlite_town.app.test_cli_runner().invoke(args=["user", "enable", address("disabled")])

    assert result.exit_code == 0, result.output
    assert signs_in(sqlite_town, "disabled", PASSWORD)
    assert sqlite_town.client("disabled").get("/api/v1/session").status_code == 401, "what was ended is ended"


def test_nothing_is_sent_any_more_to_one_who_was_shut_out_and_let_in_again(sqlite_town: Town):
    with sqlite_town.inside() as session:
        officer = people.principal_of(session, user_id("officer"), clock.now().date())
        assert officer
        secret = calendar_feeds.make(session, officer, clock.now())
        letters.want(session, officer, "sv", clock.now())
        users.disable_user(session, address("officer"), clock.now())
        users.enable_user(session, address("officer"), clock.now())
        assert not letters.wants(session, officer)
    assert sqlite_town.client().get(f"/kalender/{secret}.ics").status_code == 404
