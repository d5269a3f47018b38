"""The server's databases over power cuts: phones send, the power goes, and every receipt must still hold."""

import random
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Protocol

from sqlalchemy import text

from logger import clock
from logger.extensions import db
from logger.services.running.soundness import faults
from logger.store.databases import schema
from logger.store.databases.engine import make_engines
from tests.operation.retained import Retaining, stored_ids
from tests.operation.served import Served, serve
from tests.power.disk import Disk
from tests.power.results import Result
from tests.servers.postgresql import PostgresServer
from tests.worlds.phones import World, build_world, close

PHONES = 3
DURABLE, WEAK = "app:app", "tests.power.weak:app"


class Database(Protocol):
    """A database on the disk."""

    url: str

    def start(self) -> None:
        """Serve from what is on the disk."""

    def die(self) -> None:
        """End at once: the power is gone."""

    def stop(self) -> None:
        """End in order."""


@dataclass
class Sqlite:
    """A file, opened by the app itself."""

    disk: Disk
    url: str = field(init=False)

    def __post_init__(self) -> None:
        self.url = f"sqlite:///{self.disk.path}/faltlogg.db"

    def start(self) -> None:
        """Nothing to do: the next who opens it replays its log."""

    def die(self) -> None:
        """Nothing to do: it lives in the server's processes."""

    def stop(self) -> None:
        """Nothing to do either."""


class Postgresql:
    """A cluster of its own."""

    def __init__(self, disk: Disk) -> None:
        folder = disk.path / "pg"
        folder.mkdir()
        self._server = PostgresServer(folder)
        self.start()
        self.url = self._server.create_database("faltlogg")

    def start(self) -> None:
        """Recover, and serve."""
        self._server.bury()
        self._server.start(fsync=True)

    def die(self) -> None:
        """Every process of it at once."""
        self._server.kill_hard()

    def stop(self) -> None:
        """As it is stopped in operation."""
        self._server.stop()


def cut_power(
    name: str, folder: Path, make: Callable[[Disk], Database], cuts: int, seed: int, *, app: str = DURABLE
) -> Result:
    """Cut the power so many times under load, each time at a moment drawn from the seed."""
    chance = random.Random(seed)
    result = Result(name, control=app != DURABLE)
    with _disk(folder) as disk:
        database = make(disk)
        try:
            world = _new_world(database.url, folder)
            disk.settle()
            for _ in range(cuts):
                served = serve(world, database.url, folder / "instance", app, WEB_CONCURRENCY="1")
                told = _work_until_cut(served, disk, chance.randint(5, 60))
                close(world)
                database.die()
                disk.restore()
                database.start()
                result.add_cut(told, *_found(world))
                close(world)
            database.stop()
        finally:
            database.die()
    return result


def _work_until_cut(served: Served, disk: Disk, enough: int) -> set[str]:
    """What phones were told is stored, by the moment of the cut."""
    phones = [served.phone() for _ in range(PHONES)]
    stop, some = Event(), Event()

    def work(phone: Retaining) -> None:
        while not stop.is_set():
            phone.log(2)
            phone.sync()
            if sum(len(each.acknowledged) for each in phones) >= enough:
                some.set()

    with ThreadPoolExecutor(PHONES) as pool:
        for phone in phones:
            phone.phone.client.seconds = 10  # type: ignore[attr-defined]
            pool.submit(work, phone)
        try:
            assert some.wait(timeout=120), "the phones do not come through"
            told = set().union(*(set(phone.acknowledged) for phone in phones))
            disk.cut()
        finally:
            stop.set()
            served.server.kill()
    return told


def _found(world: World) -> tuple[set[str], int, list[str]]:
    """What is stored, how much of it twice, and what does not hold together."""
    with world.app.app_context():
        stored = stored_ids(db.session())
        made = db.session.execute(text("select count(*) from operation where rev = 1")).scalar_one()
        shown = db.session.execute(text("select count(*) from activity")).scalar_one()
        wrong = [each.sentence for each in faults(db.session())]
        db.session.remove()
    twice = len(stored) - len(set(stored)) + abs(made - shown)
    return set(stored), twice, wrong


def _new_world(url: str, folder: Path) -> World:
    engine = make_engines(url).write
    schema.upgrade(engine)
    engine.dispose()
    world = build_world(url, folder, clock.now())
    close(world)
    return world


@contextmanager
def _disk(folder: Path) -> Iterator[Disk]:
    disk = Disk(folder, megabytes=192)
    try:
        yield disk
    finally:
        disk.remove()
