"""The small world behind a real gunicorn, and phones that reach it over the socket."""

import http.client
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import cast

from flask.testing import FlaskClient
from sqlalchemy import text

from logger.extensions import db
from tests.browser.live_server import LiveServer
from tests.operation.retained import Retaining, retaining
from tests.worlds.phones import Person, World

STRIKING = "tests.operation.striking:app"


@dataclass(frozen=True)
class Answer:
    """What a phone reads of an answer."""

    status_code: int
    mimetype: str
    data: bytes


@dataclass
class Line:
    """A line to the server: a connection for each request, as bad ones have it."""

    port: int
    seconds: float = 60
    cookies: dict[str, str] = field(default_factory=dict)

    def set_cookie(self, name: str, value: str) -> None:
        self.cookies[name] = value

    def post(self, path: str, data: bytes, headers: dict[str, str]) -> Answer:
        return self.request("POST", path, data, headers)

    def get(self, path: str) -> Answer:
        return self.request("GET", path, None, {})

    def request(self, method: str, path: str, data: bytes | None, headers: dict[str, str]) -> Answer:
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.seconds)
        try:
            connection.request(method, path, data, headers | {"Cookie": cookie})
            answer = connection.getresponse()
            kind = answer.headers.get_content_type()
            return Answer(answer.status, kind, answer.read())
        finally:
            connection.close()


@dataclass
class Served:
    """A world and the server before it; `world.app` is a second process's view of the same database."""

    world: World
    server: LiveServer

    def phone(self, person: Person | None = None) -> Retaining:
        """A phone of somebody's (Anna's), on a line to the server."""
        phone = retaining(self.world, person or self.world.anna)
        phone.phone.client = cast("FlaskClient", Line(self.server.port))
        return phone

    def arm(self, spot: str) -> Path:
        """Let the app strike at this spot; the file is gone once it has."""
        file = self.server.instance / spot
        file.touch()
        return file

    def await_file(self, pattern: str, count: int = 1) -> list[Path]:
        """Wait until the server has left so many files."""
        nap = Event()
        for _ in range(3_000):
            found = list(self.server.instance.glob(pattern))
            if len(found) >= count:
                return found
            nap.wait(0.02)
        raise AssertionError(f"the server never came to {pattern}")

    def count(self) -> int:
        """How many operations the database has, asked past the server."""
        with self.world.app.app_context(), db.engines["read"].connect() as connection:
            counted: int = connection.execute(text("select count(*) from operation")).scalar_one()
            return counted


def serve(
    world: World, url: str, instance: Path, app: str = STRIKING, *, cold: bool = False, **settings: str
) -> Served:
    """Start two processes over the world's database."""
    instance.mkdir(exist_ok=True)
    own = {"DATABASE_URL": url, "SECRET_KEY": "of a test", "WEB_CONCURRENCY": "2"}
    many = {"BATCHES_A_MINUTE": "1000000"}
    server = LiveServer(instance, app, cold=cold, **(own | many | settings))
    server.start()
    return Served(world, server)
