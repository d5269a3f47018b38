"""A database that lets nothing through for now: readers go on, deeds are asked to come again."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionInTimeError

from logger import clock
from logger.config import Settings
from logger.extensions import db
from logger.factory import create_app
from logger.store.databases import engine
from tests.worlds.town import CHEAP, NOW, OURS, PASSWORD, PLEDGE, PROGRAM, Town, address, town_in


@contextmanager
def held(town: Town) -> Iterator[None]:
    """Another process holds what every deed needs: on SQLite the write lock, on PostgreSQL the rows."""
    with town.app.app_context():
        other = engine.make_engines(db.engine.url.render_as_string(hide_password=False)).write
    with other.connect() as connection:
        connection.execute(text("update session set seen_at = seen_at"))
        yield
        connection.rollback()
    other.dispose()


def seen(town: Town) -> Any:
    with town.inside() as session:
        rows = session.execute(text("select seen_at from session order by seen_at desc"))
        return rows.scalars().first()


def test_a_reader_neither_fails_nor_waits_where_its_use_cannot_be_noted(town: Town, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(minutes=2))
    client = town.client("coordinator")
    before = seen(town)

    with held(town):
        begun = perf_counter()
        answers = [client.get(path).status_code for path in ("/api/v1/session", f"/oversikt/{OURS}/{PLEDGE}")]
        assert answers == [200, 200]
        assert perf_counter() - begun < engine.BUSY_SECONDS  # one that waited would take as long alone

    assert seen(town) == before
    assert client.get("/api/v1/session").status_code == 200
    assert seen(town) != before  # the next one notes it


def test_a_deed_that_cannot_be_done_now_is_asked_to_come_again(sqlite_url: str, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0)
    credentials = {"email": address("officer"), "password": PASSWORD}
    with town_in(sqlite_url, tmp_path) as town:
        client = town.client()
        fields = credentials | dict(
            re.findall(r'name="(form_token)" value="(\w+)"', client.get("/logga-in").text)
        )
        with held(town):
            program = client.post("/api/v1/session", json=credentials, headers=PROGRAM)
            page = client.post("/logga-in", data=fields, headers=PROGRAM)
        assert client.post("/api/v1/session", json=credentials, headers=PROGRAM).status_code == 200

    assert (program.status_code, program.mimetype) == (503, "application/problem+json")
    assert (program.json["code"], program.headers["Retry-After"]) == ("busy", "5")
    assert (page.status_code, page.mimetype, page.headers["Retry-After"]) == (503, "text/html", "5")
    assert "Tjänsten är upptagen." in page.text


def _lost() -> str:
    raise OperationalError("select 1", {}, Exception("anteckning om någon"))


def _no_connection() -> str:
    raise NoConnectionInTimeError


@pytest.mark.parametrize("view", [_lost, _no_connection])
def test_a_read_that_the_database_fails_is_asked_to_come_again(
    sqlite_url: str, tmp_path: Path, capfd, view: Callable[[], str]
):
    app = create_app(Settings(sqlite_url, "of a test", tmp_path, password_cost=CHEAP))
    paths = ("/upptagen", "/api/v1/upptagen")
    for path in paths:
        app.add_url_rule(path, path.replace("/", "-"), view_func=view)
    for path in paths:
        answer = app.test_client().get(path)
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
        told = answer.text + capfd.readouterr().err
        assert f" {view.__name__}" in told  # in the log, with where
        assert "anteckning" not in told
