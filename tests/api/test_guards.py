"""What an unsafe request must show: that it comes from a page of our own."""

import re
from typing import Any

import pytest

from tests.worlds.town import OURS, PASSWORD, PLEDGE, PROGRAM, Town, address


def form_token(client: Any) -> str:
    """The token in the form that this browser is shown."""
    found = re.search(r'name="form_token" value="(\w+)"', client.get("/logga-in").text)
    assert found
    return found[1]


CREDENTIALS = {"email": address("officer"), "password": PASSWORD}


def put(town: Town, headers: dict[str, str], who: str = "officer", **how):
    return town.client(who).put(
        "/api/v1/session/municipality", headers=headers, **({"json": {"code": OURS}} | how)
    )


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none", ""])
def test_a_request_from_elsewhere_is_refused(sqlite_town: Town, site: str):
    answer = put(sqlite_town, {"Sec-Fetch-Site": site, "X-Faltlogg": "1", "Origin": "http://localhost"})
    assert (answer.status_code, answer.json["code"]) == (403, "foreign_request")


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        ("http://localhost", 200),
        ("https://localhost", 403),
        ("http://evil.example", 403),
        ("null", 403),
        (None, 403),
    ],
)
def test_an_old_browser_is_known_by_its_origin(sqlite_town: Town, origin: str | None, status: int):
    headers = {"X-Faltlogg": "1"} | ({"Origin": origin} if origin else {})
    assert put(sqlite_town, headers).status_code == status


def test_the_api_wants_its_own_header_and_json(sqlite_town: Town):
    own_page = {"Sec-Fetch-Site": "same-origin"}
    assert put(sqlite_town, own_page).status_code == 403
    assert put(sqlite_town, own_page | {"X-Faltlogg": "0"}).status_code == 403
    answer = put(sqlite_town, PROGRAM, json=None, data={"code": OURS})
    assert (answer.status_code, answer.json["code"]) == (415, "wrong_media_type")


def test_a_token_needs_no_page_and_a_cookie_beside_it_counts_for_nothing(sqlite_town: Town):
    client = sqlite_town.client("token")
    client.set_cookie("faltlogg", "the session of officer")

    assert client.get("/api/v1/session").json["user"]["name"] == "token"
    assert client.put("/api/v1/session/municipality", json={"code": OURS}).status_code == 404


def test_a_false_token_is_nobody_even_with_a_session_beside_it(sqlite_town: Town):
    client = sqlite_town.client("officer")
    answer = client.get("/api/v1/session", headers={"Authorization": "Bearer faltlogg_false"})
    assert answer.status_code == 401
    # The page check is left out for what no browser sends by itself, so the session must not count here.
    deed = client.delete("/api/v1/session", headers={"Authorization": "Bearer faltlogg_false"})
    assert deed.status_code == 204
    assert sqlite_town.client("officer").get("/api/v1/session").status_code == 200


def test_a_token_opens_no_page(sqlite_town: Town):
    client = sqlite_town.client("token")
    client.set_cookie("faltlogg", "the session of coordinator")
    for path in ("/oversikt", f"/oversikt/{OURS}/{PLEDGE}", f"/aktiviteter/{OURS}"):
        assert client.get(path).location.startswith("/logga-in")
    assert client.get(f"/lofte/lekeberg/{PLEDGE}").status_code == 200
    assert client.get("/api/v1/session").status_code == 200


def test_a_chunked_body_is_refused_before_it_is_read(sqlite_town: Town):
    answer = sqlite_town.client("officer").post(
        "/api/v1/session", headers=PROGRAM | {"Transfer-Encoding": "chunked"}, json=CREDENTIALS
    )
    assert (answer.status_code, answer.json["code"]) == (411, "length_required")


@pytest.mark.parametrize("token", ["", "0" * 64, None])
def test_a_form_without_its_token_is_refused(sqlite_town: Town, token: str | None):
    client = sqlite_town.client()
    client.get("/logga-in")
    fields = CREDENTIALS | ({} if token is None else {"form_token": token})
    answer = client.post("/logga-in", data=fields, headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code == 403
    assert "Ladda om" in answer.text


def test_another_visitor_s_form_token_is_no_good(sqlite_town: Town):
    mine, theirs = sqlite_town.client(), sqlite_town.client()
    token = form_token(theirs)
    mine.get("/logga-in")
    answer = mine.post(
        "/logga-in", data=CREDENTIALS | {"form_token": token}, headers={"Sec-Fetch-Site": "same-origin"}
    )
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"x"',
        b'{"code": NaN}',
        b'{"code": "1814", "code": "0882"}',
        b"\xff",
        b"[" * 5000,
        b'{"code": "\\ud800"}',
        b'{"code": 1814}',
        b'{"code": null}',
        b'{"code": "1814", "x": 1}',
        b'{"code": "' + b"9" * 400_000 + b'"}',
    ],
)
def test_odd_bodies_are_answered_with_a_problem(sqlite_town: Town, body: bytes):
    answer = put(sqlite_town, PROGRAM, json=None, data=body, content_type="application/json")
    assert answer.status_code in (400, 411, 413, 415, 422), answer.text
    assert answer.mimetype == "application/problem+json"


def test_every_form_of_a_first_visit_is_taken(sqlite_town: Town):
    """The browser keeps one cookie for them all; the first form changes the language before signing in."""
    client = sqlite_town.client()
    tokens = re.findall(r'name="form_token" value="(\w+)"', client.get("/logga-in").text)

    answers = [
        client.post(
            "/sprak", data={"lang": "en", "form_token": each}, headers={"Sec-Fetch-Site": "same-origin"}
        )
        for each in tokens
    ]

    assert [each.status_code for each in answers] == [303, 303]


def test_a_nul_is_refused_in_whatever_is_sent_with_an_address(sqlite_town: Town):
    client = sqlite_town.client("coordinator")
    for query in ("type=%00", "type=a&type=b%00", "%00=a"):
        assert client.get(f"/aktiviteter/{OURS}?{query}").status_code == 400, query


ODD = ("%00", "%0a", "..", "%F0%9F%9A%93", "x" * 3000, "%ff", "'", "%25", "1814%00", "null", "-1", "%2f..%2f")
ADDRESSES = (
    "/oversikt/{odd}/{pledge}",
    "/oversikt/{ours}/{odd}",
    "/oversikt/{ours}/{pledge}/{odd}",
    "/oversikt/{ours}/{pledge}?as_of={odd}",
    "/oversikt/{ours}/{pledge}/speed?period={odd}",
    "/narvaro/{ours}/{pledge}/{odd}",
    "/narvaro/{ours}/{pledge}/presence?week={odd}",
    "/aktiviteter/{odd}",
    "/aktiviteter/{ours}?type={odd}&place={odd}&after={odd}&from={odd}",
    "/aktiviteter/{ours}/{odd}",
    "/lofte/{odd}",
    "/lofte/lekeberg/{odd}",
    "/logga-in?next={odd}",
    "/static/{odd}/css/base.css",
    "/static/{release}/{odd}",
    "/api/v1/reference/{odd}",
    "/api/v1/municipalities/{odd}/pledges",
    "/api/v1/municipalities/{ours}/pledges/{odd}/progress",
    "/api/v1/municipalities/{ours}/activities?cursor={odd}",
    "/api/v1/municipalities/{ours}/activities?limit={odd}",
    "/api/v1/municipalities/{ours}/activities/{odd}",
)


@pytest.mark.parametrize("raw", ADDRESSES)
def test_odd_addresses_are_never_a_fault_of_ours(town: Town, raw: str):
    client, release = town.client("coordinator"), town.app.config["RELEASE"]
    for odd in ODD:
        path = raw.format(odd=odd, ours=OURS, pledge=PLEDGE, release=release)
        assert client.get(path, buffered=True).status_code < 500, path


@pytest.mark.parametrize(
    "odd", ["\0", "a\0@b.se", "\ud800".encode("utf-8", "surrogatepass"), "x" * 100_000, "🚓"]
)
def test_odd_forms_are_never_a_fault_of_ours(town: Town, odd: str | bytes):
    client = town.client()
    token = form_token(client)
    for name in ("email", "password", "next", "form_token"):
        fields = CREDENTIALS | {"form_token": token, "next": "/"} | {name: odd}
        answer = client.post("/logga-in", data=fields, headers={"Sec-Fetch-Site": "same-origin"})
        assert answer.status_code < 500, name


@pytest.mark.parametrize("cookie", ["", "x", "å", "x" * 5000, '"', "%00"])
def test_odd_cookies_and_keys_are_nobody(town: Town, cookie: str):
    client = town.client()
    answers = [
        client.get("/api/v1/session", headers={"Cookie": f"faltlogg={cookie}; faltlogg-form={cookie}"}),
        client.get("/api/v1/session", headers={"Authorization": f"Bearer {cookie}"}),
        client.get("/api/v1/session", headers={"Authorization": cookie}),
    ]
    assert [each.status_code for each in answers] == [401, 401, 401]
