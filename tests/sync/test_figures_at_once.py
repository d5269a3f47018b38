"""Figures that two deeds change at the same moment: the second builds on what the first has made of them."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

from sqlalchemy import text

from logger.extensions import db
from logger.services.kept.progress_rebuilding import differing, rebuild
from logger.services.transactions import writing
from logger.store.kept import putting
from tests.servers.postgresql import await_a_lock
from tests.worlds.phones import LEKEBERG, World

SECONDS = 30


class Holding:
    """A deed that stands still before its commit, the first time: written, and its ledger held."""

    def __init__(self, deed: Callable[..., None]) -> None:
        self.deed = deed
        self.holds, self.goes_on = Event(), Event()

    def __call__(self, *given: Any) -> None:
        self.deed(*given)
        if not self.holds.is_set():
            self.holds.set()
            assert self.goes_on.wait(SECONDS)


def test_a_batch_that_waited_for_another_counts_on_from_it(on_postgresql: World, monkeypatch):
    world = on_postgresql
    one, other = world.phone(world.anna), world.phone(world.bo)
    one.send(one.create())
    holding = Holding(putting.put_with)
    monkeypatch.setattr(putting, "put_with", holding)

    told = beside(world, holding, lambda: one.send(one.create()), lambda: other.send(other.create()))

    assert [result["status"] for results in told for result in results] == ["stored", "stored"]
    assert off(world) == []


def test_a_batch_that_waited_for_a_rebuilding_counts_on_from_it(on_postgresql: World, monkeypatch):
    world = on_postgresql
    phone = world.phone(world.anna)
    phone.send(phone.create())
    with world.app.app_context(), writing(db.session()):
        db.session.execute(text("delete from leaf"))
    assert len(off(world)) == 2
    holding = Holding(putting.put)
    monkeypatch.setattr(putting, "put", holding)

    def count_anew() -> None:
        with world.app.app_context():
            rebuild(db.session(), LEKEBERG)

    beside(world, holding, count_anew, lambda: phone.send(phone.create()))

    assert off(world) == []


def beside(world: World, holding: Holding, first: Callable[[], Any], second: Callable[[], Any]) -> list[Any]:
    """Do the second while the first stands still, which goes on when the second waits for it."""
    with world.app.app_context():
        engine = db.engine
    with ThreadPoolExecutor(2) as pool:
        begun = pool.submit(first)
        assert holding.holds.wait(SECONDS)
        waiting = pool.submit(second)
        await_a_lock(engine)
        holding.goes_on.set()
        return [begun.result(SECONDS), waiting.result(SECONDS)]


def off(world: World) -> list[Any]:
    """The commitments that are not kept as their activities have it."""
    with world.app.app_context():
        return differing(db.session(), LEKEBERG)
