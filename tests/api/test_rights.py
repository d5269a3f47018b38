"""Every route × method × person, executed: an unknown route fails, a denied object is a missing one.

The table says who gets in; everybody else is answered as the group says. GET changes nothing.
"""

import hmac
import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from logger.web import taking_files
from tests.worlds.rights.addresses import MISSING
from tests.worlds.rights.doing import DOING, NO_FORM_TOKEN, OF_ONES_OWN, WITH_A_TOKEN
from tests.worlds.rights.expected import SIGNED_OUT, WITH_TOKENS
from tests.worlds.rights.reading import READING
from tests.worlds.town import EVERYBODY, OWN_PAGE, PROGRAM, Town, town_in

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    folder = tmp_path_factory.mktemp("rights")
    with town_in(f"sqlite:///{folder / 'faltlogg.db'}", folder) as town:
        town.app.config["PUSH_KEY"] = f"{'A' * 43}.B{'A' * 86}"
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(taking_files, "FILES_A_MINUTE", 10_000)  # everybody tries every file here
            yield town


def test_every_route_is_in_the_table(town: Town):
    routes = {(rule.endpoint, method) for rule in town.app.url_map.iter_rules() for method in _own(rule)}

    listed = {(endpoint, "GET") for endpoint in READING}
    listed |= {(endpoint, deed.method) for endpoint, deeds in DOING.items() for deed in deeds}
    assert routes == listed


@pytest.mark.parametrize("endpoint", READING)
def test_reading_is_for_those_in_the_table_and_changes_nothing(town: Town, endpoint: str):
    before = town.contents()

    for raw, expected in READING[endpoint]:
        path = _path(town, raw)
        for who in EVERYBODY:
            answer = town.client(who).get(path, buffered=True)
            assert (who, path, answer.status_code) == (who, path, expected.of(who))
            assert town.client(who).head(path, buffered=True).status_code == expected.of(who)
            assert "/static/" in path or _is_kept_by_nobody_else(answer), path

    assert town.contents() == before


@pytest.mark.parametrize(
    "endpoint", ["activity_doors.activity", "municipalities.read_activity", "municipalities.read_progress"]
)
def test_what_is_denied_is_answered_like_what_is_missing(town: Town, endpoint: str):
    path, missing = (_path(town, raw) for raw, _ in (READING[endpoint][0], READING[endpoint][-1]))

    for who in ("administrator", "foreign officer", "foreign coordinator"):
        denied, absent = town.client(who).get(path), town.client(who).get(missing)
        if "inget-id" in missing:
            absent = town.client(who).get(missing.replace("inget-id", MISSING))
        assert (denied.status_code, _told(denied)) == (absent.status_code, _told(absent))


@pytest.mark.parametrize("endpoint", DOING)
def test_doing_is_for_those_in_the_table(town: Town, endpoint: str):
    for deed in DOING[endpoint]:
        for who in EVERYBODY:
            answer = town.client(who).open(
                deed.address,
                method=deed.method,
                json=_of(deed.json, who),
                data=dict(deed.form) or None,
                headers=PROGRAM if deed.address.startswith("/api/") else OWN_PAGE,
            )
            assert (who, deed.address, answer.status_code) == (who, deed.address, deed.expected.of(who))


def test_every_form_is_in_the_table_of_those_who_may():
    forms = {name for name, deeds in DOING.items() if deeds[0].expected is NO_FORM_TOKEN}
    assert forms == WITH_A_TOKEN.keys() | OF_ONES_OWN


@pytest.fixture(scope="module")
def signed_in_town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """A town of its own: in the other one sessions are ended, which is a deed like others."""
    folder = tmp_path_factory.mktemp("forms")
    with town_in(f"sqlite:///{folder / 'faltlogg.db'}", folder) as town:
        yield town


@pytest.mark.parametrize("endpoint", WITH_A_TOKEN)
def test_a_form_token_lets_nobody_do_what_is_not_theirs(signed_in_town: Town, endpoint: str):
    """Everybody sends the form with a right token of their own session; none of those named may do it."""
    town = signed_in_town
    may, told = WITH_A_TOKEN[endpoint]
    before = town.contents()
    for deed in DOING[endpoint]:
        for who in EVERYBODY:
            if who not in may:
                answer = town.client(who).post(
                    deed.address, data={**deed.form, "form_token": _form_token(town, who)}, headers=OWN_PAGE
                )
                assert (who, deed.address, answer.status_code) == (who, deed.address, _refused(who, told))
    assert town.contents() == before


def _refused(who: str, told: tuple[str, ...]) -> int:
    """Without a session there is no token that is right."""
    if who == "anonymous" or who in WITH_TOKENS:
        return 403
    if who in SIGNED_OUT:
        return 401
    return 403 if who in told else 404


def _form_token(town: Town, who: str) -> str:
    key, anchor = str(town.app.config["SECRET_KEY"]), f"form:the session of {who}"
    return hmac.new(key.encode(), anchor.encode(), sha256).hexdigest()


def test_other_methods_are_refused_everywhere(town: Town):
    for path, known in _paths_with_methods(town):
        for method in set(METHODS) - known:
            answer = town.client("coordinator").open(path, method=method, headers=PROGRAM)
            # A page's form token is asked for before anyone looks whether the page takes forms.
            assert answer.status_code in ((405,) if path.startswith("/api/") else (403, 405)), (method, path)


def _of(content: Any, who: str) -> Any:
    """The content with the person's name in it: one who fails too often would be made to wait."""
    if not isinstance(content, dict):
        return content
    return {
        key: each.replace("{who}", who) if isinstance(each, str) else each for key, each in content.items()
    }


def _own(rule: Any) -> set[str]:
    return set(rule.methods) - {"HEAD", "OPTIONS"}


def _paths_with_methods(town: Town) -> Iterator[tuple[str, set[str]]]:
    known: dict[str, set[str]] = {}
    for cases in READING.values():
        known.setdefault(_path(town, cases[0][0]), {"HEAD"}).add("GET")
    for deeds in DOING.values():
        for deed in deeds:
            known.setdefault(deed.address, set()).add(deed.method)
    yield from known.items()


def _path(town: Town, raw: str) -> str:
    return raw.format(release=_release(town.app), **town.activities)


def _release(app: Flask) -> str:
    release: str = app.config["RELEASE"]
    return release


def _is_kept_by_nobody_else(answer: TestResponse) -> bool:
    """What names a person or belongs to somebody is stored by no cache; what is public sets no cookie."""
    kept = answer.headers["Cache-Control"]
    return kept == "no-store" or ("Set-Cookie" not in answer.headers and "Cookie" not in answer.vary)


def _told(answer: TestResponse) -> str:
    """The body, without the number of the request and the addresses in it."""
    text = re.sub(r'"request_id":\s*"[0-9a-f]+"', "", answer.text)
    return re.sub(r'<span class="nowrap">[0-9a-f]+</span>', "", text)
