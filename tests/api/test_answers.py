"""What every answer carries, and how every "no" is said."""

import re
from typing import Any

import pytest
from flask import request

from logger.config import Settings
from logger.factory import create_app
from logger.web.headers import CONTENT_SECURITY_POLICY
from tests.worlds.town import CHEAP, OURS, PLEDGE, PROGRAM, Town

ON_EVERY_ANSWER = {
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types faltlogg"
    ),
}
NO_DEVICE = "camera=(), microphone=(), payment=(), usb=()"
ADDRESSES = (
    "/",
    "/logga-in",
    "/oversikt",
    f"/oversikt/{OURS}/{PLEDGE}",
    f"/lofte/lekeberg/{PLEDGE}",
    "/sw.js",
    "/api/v1/session",
    "/api/v1/",
    f"/api/v1/reference/{OURS}",
    "/api/v1/reference",
    f"/api/v1/plan/{OURS}",
    "/static/{release}/css/base.css",
    "/static/old/css/base.css",
    "/ingenting",
    "/api/v1/ingenting",
    "/.well-known/security.txt",
)


@pytest.mark.parametrize("path", ADDRESSES)
@pytest.mark.parametrize("who", ["anonymous", "coordinator"])
def test_every_answer_has_exactly_these_headers(sqlite_town: Town, path: str, who: str):
    path = path.format(release=sqlite_town.app.config["RELEASE"])
    answer = sqlite_town.client(who).get(path, buffered=True)

    assert {name: answer.headers.getlist(name) for name in ON_EVERY_ANSWER} == {
        name: [value] for name, value in ON_EVERY_ANSWER.items()
    }
    on_the_phone = path in ("/", "/sw.js")
    assert (
        answer.headers["Permissions-Policy"] == f"geolocation=({'self' if on_the_phone else ''}), {NO_DEVICE}"
    )
    assert len(answer.headers["X-Request-Id"]) == 16


def test_the_policy_has_nothing_unsafe():
    assert "unsafe" not in CONTENT_SECURITY_POLICY


@pytest.mark.parametrize(
    "path",
    [
        "/logga-in",
        f"/oversikt/{OURS}/{PLEDGE}",
        f"/aktiviteter/{OURS}",
        "/api/v1/session",
        "/api/v1/colleagues",
    ],
)
def test_what_is_somebody_s_own_is_kept_nowhere(sqlite_town: Town, path: str):
    assert sqlite_town.client("coordinator").get(path).headers["Cache-Control"] == "no-store"


def test_a_file_of_this_release_is_kept_for_ever_and_one_of_another_is_not_there(sqlite_town: Town):
    release = sqlite_town.app.config["RELEASE"]
    client = sqlite_town.client("coordinator")
    kept = client.get(f"/static/{release}/css/base.css", buffered=True)

    assert set(kept.headers["Cache-Control"].split(", ")) == {"public", "max-age=31536000", "immutable"}
    assert "Set-Cookie" not in kept.headers
    assert "Cookie" not in kept.vary
    assert client.get("/static/0123456789ab/css/base.css").status_code == 404
    assert client.get(f"/static/{release}/..%2f..%2fapp.py").status_code == 404


@pytest.mark.parametrize(
    "name",
    [
        "a" * 300 + ".js",
        "a" * 300 + ".png",
        "vendor/.stamp",
        "vendor/idb.d.ts",
        "js/core/shapes.d.ts",
        "tsconfig.json",
        "js/tsconfig.json",
        "sw.js",
        "css",
        "css/../sw.js",
    ],
)
def test_what_no_browser_needs_is_not_there(sqlite_town: Town, name: str):
    release = sqlite_town.app.config["RELEASE"]
    assert sqlite_town.client().get(f"/static/{release}/{name}").status_code == 404


def test_every_file_that_the_pages_name_is_there(sqlite_town: Town):
    client = sqlite_town.client("coordinator")
    pages = ("/", "/sw.js", "/manifest.webmanifest", "/oversikt", f"/lofte/lekeberg/{PLEDGE}", "/api/v1/")
    told = "".join(client.get(page, follow_redirects=True).text for page in pages)
    named = set(re.findall(r"/static/\w+/[\w./-]+", told))

    assert len(named) > 50
    assert {name for name in named if client.get(name, buffered=True).status_code != 200} == set()


@pytest.mark.parametrize("path", ["/", "/sw.js", f"/lofte/lekeberg/{PLEDGE}", "/manifest.webmanifest"])
def test_what_is_the_same_for_all_knows_nobody(sqlite_town: Town, path: str):
    anonymous, known = (
        sqlite_town.client(who).get(path, buffered=True) for who in ("anonymous", "coordinator")
    )

    assert anonymous.data == known.data
    assert "Set-Cookie" not in known.headers
    assert "Cookie" not in known.vary


@pytest.mark.parametrize(
    ("path", "method", "status", "code"),
    [
        ("/api/v1/ingenting", "GET", 404, "not_found"),
        ("/api/v1/session", "GET", 401, "reauth"),
        ("/api/v1/session", "PATCH", 405, "method_not_allowed"),
        (f"/api/v1/reference/{OURS}?x=1", "GET", 422, "malformed"),
    ],
)
def test_a_no_to_a_program_is_a_problem_with_a_stable_code(sqlite_town: Town, path, method, status, code):
    answer = sqlite_town.client().open(path, method=method, headers=PROGRAM)

    assert answer.status_code == status
    assert answer.mimetype == "application/problem+json"
    problem = answer.json
    assert (problem["status"], problem["code"], problem["type"]) == (
        status,
        code,
        f"urn:faltlogg:problem:{code}",
    )
    assert problem["request_id"] == answer.headers["X-Request-Id"]
    assert problem["detail"].endswith(".")
    assert "errors" not in problem or all(each.endswith(".") for each in problem["errors"].values())


def test_a_wrong_method_says_which_are_right(sqlite_town: Town):
    answer = sqlite_town.client().patch("/api/v1/session", headers=PROGRAM)
    assert {"GET", "POST", "DELETE"} <= set(answer.headers["Allow"].split(", "))


def test_a_no_on_a_page_is_a_page_with_a_way_on(sqlite_town: Town):
    answer = sqlite_town.client().get("/ingenting")

    assert (answer.status_code, answer.mimetype) == (404, "text/html")
    assert "Sidan finns inte" in answer.text
    assert answer.headers["X-Request-Id"] in answer.text


def _fails() -> str:
    raise LookupError("anteckning om någon")


def test_a_fault_of_ours_is_said_without_what_was_in_it(sqlite_url, tmp_path, capfd):
    app = create_app(Settings(sqlite_url, "of a test", tmp_path, password_cost=CHEAP))
    app.add_url_rule("/fel", "page", view_func=_fails)
    app.add_url_rule("/api/v1/fel", "program", view_func=_fails)

    client: Any = app.test_client()
    page, program = client.get("/fel"), client.get("/api/v1/fel")

    assert (page.status_code, program.status_code) == (500, 500)
    assert program.json["code"] == "internal"
    told = page.text + program.text + capfd.readouterr().err
    assert "LookupError" in told  # in the log, with where
    assert "anteckning" not in told


def test_the_log_has_a_line_a_request_without_queries_addresses_or_names(sqlite_url, tmp_path, capfd):
    app = create_app(Settings(sqlite_url, "of a test", tmp_path, password_cost=CHEAP))
    answer = app.test_client().get("/api/v1/openapi.json?secret=1", headers={"X-Request-Id": "forged"})

    line = capfd.readouterr().err
    assert '"route": "/api/v1/openapi.json"' in line
    assert answer.headers["X-Request-Id"] in line
    assert "secret" not in line
    assert "forged" not in line
    assert "127.0.0.1" not in line


def test_whom_to_tell_of_a_weakness_is_said_and_not_out_of_date(sqlite_town: Town):
    text = sqlite_town.client().get("/.well-known/security.txt").text
    assert text.startswith("Contact: ")
    assert "\nExpires: 20" in text


def test_only_the_configured_proxies_are_believed(sqlite_url, tmp_path):
    forwarded = {
        "X-Forwarded-Proto": "https",
        "X-Forwarded-Host": "faltlogg.example",
        "X-Forwarded-For": "192.0.2.7",
    }

    def scheme_and_host(hops: int) -> str:
        app = create_app(Settings(sqlite_url, "of a test", tmp_path, proxy_hops=hops, request_log=False))
        app.add_url_rule("/var", view_func=lambda: request.host_url)
        return app.test_client().get("/var", headers=forwarded).text

    assert scheme_and_host(0) == "http://localhost/"
    assert scheme_and_host(1) == "https://faltlogg.example/"


def test_a_screen_asks_at_once_for_all_the_scripts_it_needs(town: Town) -> None:
    asked = {
        path: set(
            re.findall(r'modulepreload" href="[^"]*/(js/[^"]+)"', town.client("anonymous").get(path).text)
        )
        for path in ("/", "/ny", f"/p/{OURS}/badet", "/mina")
    }
    assert "js/ui/form.js" not in asked["/"]
    assert {"js/app.js", "js/ui/form.js"} == asked["/ny"] == asked[f"/p/{OURS}/badet"]
    assert {"js/app.js", "js/ui/mine.js", "js/ui/mine_line.js"} < asked["/mina"]
