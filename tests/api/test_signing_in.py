"""Signing in and out: on the page, by program, and what ends a session."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from argon2 import PasswordHasher
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from logger import clock
from logger.domain.people.known_browsers import UNKNOWN, Browser
from logger.domain.refusing.refusals import SignInFailed, TooManyAttempts
from logger.extensions import db
from logger.services.people import signing_in, users
from logger.services.people.password_hashing import PasswordHashing
from tests.worlds.town import CHEAP, OURS, OWN_PAGE, PASSWORD, PROGRAM, THEIRS, Town, address, user_id


def form(client: FlaskClient, path: str = "/logga-in") -> dict[str, str]:
    """The hidden fields of the form on the page."""
    html = client.get(path).text
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', html))


def post(client: FlaskClient, who: str, password: str = PASSWORD, **changes: str) -> TestResponse:
    fields = form(client) | {"email": address(who), "password": password} | changes
    return client.post("/logga-in", data=fields, headers=OWN_PAGE)


def attempt(
    town: Town,
    who: str,
    password: str = PASSWORD,
    *,
    network: str = "192.0.2.1",
    later: int = 0,
    browser: Browser = UNKNOWN,
):
    """The deed itself, at an instant of one's own."""
    with town.app.app_context():
        return signing_in.sign_in(
            db.session(),
            signing_in.Attempt(address(who), password, network, browser=browser),
            PasswordHashing(CHEAP),
            clock.now() + timedelta(seconds=later),
        )


def test_signing_in_on_the_page_leads_on_and_out_again(town: Town):
    client = town.client()

    answer = post(client, "officer", next="/oversikt")
    assert (answer.status_code, answer.location) == (303, "/oversikt")
    assert client.get("/api/v1/session").json["user"]["name"] == "Officer"

    answer = client.post("/logga-ut", data=form(client), headers=OWN_PAGE)
    assert (answer.status_code, answer.location) == (303, "/logga-in")
    assert client.get("/api/v1/session").status_code == 401


def test_a_phone_that_knows_nobody_may_ask_whether_anybody_is_signed_in(town: Town):
    asked = "/api/v1/session?or_nobody=1"

    nobody, somebody = town.client().get(asked), town.client("officer").get(asked)

    assert (nobody.status_code, nobody.data) == (204, b"")
    assert somebody.json["user"]["name"] == "Officer"
    assert town.client("expired").get(asked).status_code == 204
    assert town.client().get("/api/v1/session?or_nobody=0").status_code == 401
    assert town.client("disabled").get(asked).json["code"] == "user_disabled"
    assert town.client().get("/api/v1/session?besides=1").status_code == 422


def test_the_cookie_is_for_this_host_alone_and_outlives_the_browser(town: Town):
    cookie = post(town.client(), "officer").headers["Set-Cookie"]

    assert re.match(
        r"faltlogg=[\w-]{43}; Expires=[^;]+; Max-Age=43200; HttpOnly; Path=/; SameSite=Lax$", cookie
    )


def test_over_https_the_cookie_is_bound_to_host_and_transport(sqlite_town: Town):
    client = sqlite_town.client()
    answer = client.post(
        "/api/v1/session",
        json={"email": address("officer"), "password": PASSWORD},
        headers=PROGRAM,
        base_url="https://faltlogg.example",
    )

    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-faltlogg=")
    assert "Secure" in cookie
    assert "Domain" not in cookie


def test_the_address_is_known_in_any_case_and_the_password_in_no_other(town: Town):
    assert attempt(town, "officer").principal.user_id == user_id("officer")
    with town.app.app_context():
        again = signing_in.Attempt(f" {address('officer').upper()} ", PASSWORD, "192.0.2.1")
        begun = signing_in.sign_in(db.session(), again, PasswordHashing(CHEAP), clock.now())
        assert begun.principal.user_id == user_id("officer")
    with pytest.raises(SignInFailed):
        attempt(town, "officer", PASSWORD.upper())


@pytest.mark.parametrize("who", ["disabled", "nobody at all", "officer"])
def test_whatever_is_wrong_the_answer_is_the_same(town: Town, who: str):
    password = "not the password" if who == "officer" else PASSWORD
    answer = post(town.client(), who, password)

    assert answer.status_code == 401
    assert "E-postadressen och lösenordet hör inte ihop." in answer.text
    assert answer.headers.get("Set-Cookie", "").startswith("faltlogg=") is False


def test_an_unknown_user_takes_as_much_work_as_a_wrong_password(sqlite_town: Town, monkeypatch):
    runs: list[str] = []

    def counted(kind: str):
        deed = getattr(PasswordHasher, kind)

        def run(self: PasswordHasher, *args: str) -> object:
            runs.append(kind)
            return deed(self, *args)

        return run

    for kind in ("hash", "verify"):
        monkeypatch.setattr(PasswordHasher, kind, counted(kind))

    def work(who: str) -> list[str]:
        runs.clear()
        assert post(sqlite_town.client(), who, "not the password").status_code == 401
        return runs.copy()

    sqlite_town.app.config["PASSWORD_HASHING"] = PasswordHashing(CHEAP)  # of a process that just began
    assert work("officer") == ["hash", "verify"]  # the first one of all, whoever that is
    credentials = {"email": address("nobody at all"), "password": "not the password"}
    assert [work(who) for who in ("officer", "nobody at all", "disabled")] == [["verify"]] * 3
    runs.clear()
    sqlite_town.client().post("/api/v1/session", json=credentials, headers=PROGRAM)
    assert runs == ["verify"]


def test_a_session_is_a_new_one_at_every_sign_in_and_the_old_one_ends(town: Town):
    client = town.client()
    post(client, "officer")
    before = client.get_cookie("faltlogg").value
    post(client, "officer")
    after = client.get_cookie("faltlogg").value

    assert before != after
    old = town.client()
    old.set_cookie("faltlogg", before)
    assert old.get("/api/v1/session").status_code == 401
    assert client.get("/api/v1/session").status_code == 200


def test_the_database_keeps_no_secret_as_it_is(town: Town):
    client = town.client()
    post(client, "officer")
    secrets = [
        client.get_cookie("faltlogg").value,
        PASSWORD,
        *town.bearers.values(),
        address("officer") + "/x",
    ]

    kept = str(town.contents())
    assert not any(secret in kept for secret in secrets)


def test_disabling_a_user_ends_every_session(town: Town):
    client = town.client("officer")
    assert client.get("/api/v1/session").status_code == 200
    with town.app.app_context():
        users.disable_user(db.session(), address("officer"), clock.now())

    told = client.get("/api/v1/session")
    assert (told.status_code, told.json["code"]) == (401, "user_disabled"), "not one who may come back"
    assert post(town.client(), "officer").status_code == 401


def test_a_desk_that_lies_unused_is_signed_out_and_one_in_use_is_not(town: Town):
    begun = attempt(town, "coordinator")

    def at(minutes: int) -> bool:
        with town.app.app_context():
            now = clock.now() + timedelta(minutes=minutes)
            return signing_in.principal_of(db.session(), begun.secret, now) is not None

    assert [at(29), at(58), at(87), at(118)] == [True, True, True, False]


def test_after_five_failures_one_waits_and_is_never_locked_out(town: Town):
    for _ in range(5):
        with pytest.raises(SignInFailed):
            attempt(town, "officer", "wrong")

    with pytest.raises(TooManyAttempts) as waiting:
        attempt(town, "officer")
    assert waiting.value.wait_seconds == 1
    assert attempt(town, "officer", later=2)


def test_trying_while_waiting_does_not_make_the_wait_longer(town: Town):
    for _ in range(5):
        with pytest.raises(SignInFailed):
            attempt(town, "officer", "wrong")
    for _ in range(20):
        with pytest.raises(TooManyAttempts):
            attempt(town, "officer", "wrong")

    assert attempt(town, "officer", later=2)


def test_one_network_trying_many_accounts_waits_too(sqlite_town: Town):
    for number in range(30):
        with pytest.raises(SignInFailed):
            attempt(sqlite_town, f"nobody {number}", "wrong")

    with pytest.raises(TooManyAttempts):
        attempt(sqlite_town, "officer")
    assert attempt(sqlite_town, "officer", network="192.0.2.9")


@pytest.mark.parametrize(("who", "networks", "free"), [("officer", 50, 5), ("nobody", 1, 30)])
def test_of_many_tries_at_once_only_the_free_ones_are_looked_at(
    town: Town, monkeypatch, who: str, networks: int, free: int
):
    verified: list[str] = []
    start = Barrier(50)

    def wrong(_self: PasswordHashing, password: str, _stored: str | None) -> bool:
        verified.append(password)
        return False

    monkeypatch.setattr(PasswordHashing, "matches", wrong)

    def one_try(number: int) -> type[Exception]:
        name = who if networks > 1 else f"{who} {number}"
        start.wait()
        with pytest.raises((SignInFailed, TooManyAttempts)) as refused:
            attempt(town, name, f"guess {number}", network=f"192.0.2.{number % networks}")
        return refused.type

    with ThreadPoolExecutor(50) as pool:
        told = list(pool.map(one_try, range(50)))

    assert len(verified) == free
    assert (told.count(SignInFailed), told.count(TooManyAttempts)) == (free, 50 - free)


def test_a_sign_in_that_succeeds_is_not_held_against_its_network(town: Town):
    for number in range(30):
        with pytest.raises(SignInFailed):
            attempt(town, f"nobody {number}", "wrong")
    for who in ("officer", "colleague", "officer"):
        assert attempt(town, who, later=2)  # each would else wait from the one before


def test_a_success_leaves_nothing_to_remember(town: Town):
    with pytest.raises(SignInFailed):
        attempt(town, "officer", "wrong", network="192.0.2.2")
    for _ in range(40):
        attempt(town, "officer")
    assert len(town.contents()["sign_in_failure"]) == 1  # of the other network


def used_by(*names: str) -> Browser:
    """A browser in which these have signed in, one after the other."""
    shown = ""
    for number, name in enumerate(names):
        shown = Browser.showing("key", shown).after(user_id(name), f"{number:016x}")
    return Browser.showing("key", shown)


def wrong(town: Town, who: str, times: int, **how) -> None:
    for _ in range(times):
        with pytest.raises(SignInFailed):
            attempt(town, who, "wrong", **how)


def test_strangers_who_keep_trying_shut_nobody_out_of_a_browser_that_they_use(sqlite_town: Town):
    for number in range(12):  # from networks of their own, until the account waits as long as it can
        wrong(sqlite_town, "officer", 1, network=f"198.51.100.{number}", later=number * 130)
    at = 11 * 130 + 5

    with pytest.raises(TooManyAttempts):
        attempt(sqlite_town, "officer", later=at)
    for other in (used_by("colleague"), Browser.showing("another key", used_by("officer").marks[0])):
        with pytest.raises(TooManyAttempts):
            attempt(sqlite_town, "officer", later=at, browser=other)
    assert attempt(sqlite_town, "officer", later=at, browser=used_by("officer", "colleague"))


def test_one_in_the_house_who_keeps_trying_shuts_nobody_else_out(sqlite_town: Town):
    for number in range(30):
        wrong(sqlite_town, f"nobody {number}", 1)

    with pytest.raises(TooManyAttempts):
        attempt(sqlite_town, "officer")
    assert attempt(sqlite_town, "officer", browser=used_by("officer"))


def test_a_browser_that_is_known_waits_for_its_own_failures(sqlite_town: Town):
    wrong(sqlite_town, "officer", 5, browser=used_by("officer"))

    with pytest.raises(TooManyAttempts):
        attempt(sqlite_town, "officer", browser=used_by("officer"))
    assert attempt(sqlite_town, "officer"), "another browser has not failed"


def test_signing_in_makes_the_browser_known(sqlite_town: Town):
    client = sqlite_town.client()
    post(client, "officer")
    cookie = client.get_cookie("faltlogg-browser")
    known = Browser.showing("of a test", cookie.value)

    assert known.mark_of(user_id("officer"))
    assert not known.mark_of(user_id("colleague"))
    assert (cookie.http_only, cookie.same_site, cookie.max_age) == (True, "Lax", 365 * 24 * 60 * 60)
    client.post("/logga-ut", data=form(client), headers=OWN_PAGE)
    assert client.get_cookie("faltlogg-browser") == cookie
    assert not client.get("/oversikt").location.startswith("/oversikt"), "it opens nothing"


def test_waiting_is_said_with_how_long(sqlite_town: Town):
    client = sqlite_town.client()
    credentials = {"email": address("officer"), "password": "wrong"}
    codes = [client.post("/api/v1/session", json=credentials, headers=PROGRAM) for _ in range(6)]

    assert [each.status_code for each in codes] == [401] * 5 + [429]
    assert codes[-1].json["code"] == "too_many_attempts"
    assert int(codes[-1].headers["Retry-After"]) >= 1
    page = post(client, "officer")
    assert (page.status_code, "Vänta en stund" in page.text) == (429, True)
    assert "Retry-After" in page.headers


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "\t//evil", ""],
)
def test_signing_in_never_leads_to_another_site(sqlite_town: Town, elsewhere: str):
    assert post(sqlite_town.client(), "officer", next=elsewhere).location == "/"


def test_someone_signed_out_is_led_to_sign_in_and_back(sqlite_town: Town):
    client = sqlite_town.client()
    led = client.get(f"/oversikt/{OURS}/medborgarlofte-2026?as_of=2026-03-01")
    assert led.status_code == 303
    assert form(client, led.location)["next"] == f"/oversikt/{OURS}/medborgarlofte-2026?as_of=2026-03-01"


def test_the_session_says_who_and_where(town: Town):
    answer = town.client("officer").get("/api/v1/session").json

    assert answer["user"] == {
        "id": user_id("officer"),
        "name": "Officer",
        "organisation": "police",
        "role": "officer",
    }
    assert answer["municipalities"] == [{"code": OURS, "name": "Lekeberg", "slug": "lekeberg"}]
    assert answer["current"] == OURS
    assert answer["entries_kept_days"] == 30


def test_the_current_municipality_is_one_of_ones_own(town: Town):
    client = town.client("officer")
    chosen = client.put("/api/v1/session/municipality", json={"code": OURS}, headers=PROGRAM)
    refused = client.put("/api/v1/session/municipality", json={"code": THEIRS}, headers=PROGRAM)

    assert (chosen.status_code, chosen.json["current"]) == (200, OURS)
    assert refused.status_code == 404


def test_a_remember_cookie_is_nothing_here(sqlite_town: Town):
    client = sqlite_town.client("officer")
    client.set_cookie("remember_token", "anything")

    assert client.get("/api/v1/session").status_code == 200
    client.delete_cookie("faltlogg")
    assert client.get("/api/v1/session").status_code == 401
