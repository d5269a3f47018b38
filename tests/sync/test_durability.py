"""When an entry is durable enough for its phone to forget it: at its commit, or once a backup is verified."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import time_machine

from logger.extensions import db
from logger.services.transactions import writing
from logger.store.syncing import counters
from tests.servers.databases import Databases, Mould
from tests.worlds.phones import LEKEBERG, NOW, OREBRO, World, close, open_app


@pytest.fixture
def world(worlds: Mould[World], databases: Databases, tmp_path: Path) -> Iterator[World]:
    """A world whose operator waits for backups."""
    with time_machine.travel(NOW, tick=False), worlds.cast(databases) as (address, first):
        world = replace(first, app=open_app(address, tmp_path, durable_after="backup"))
        yield world
        close(world)


def backed_up(world: World, through: dict[str, int]) -> None:
    with world.app.app_context(), writing(db.session()):
        counters.set_durable(db.session(), through)


def durable(world: World) -> dict[str, int]:
    phone = world.phone(world.anna)
    told: dict[str, int] = phone.post(phone.batch()).json["durable_through"]
    return told


def test_only_a_backup_makes_entries_durable(world: World):
    phone = world.phone(world.anna)
    phone.send(phone.create(), phone.create(), phone.create(municipality=OREBRO, place=None))
    assert durable(world) == {LEKEBERG: 0, OREBRO: 0}

    backed_up(world, {LEKEBERG: 2})
    phone.send(phone.create())

    assert durable(world) == {LEKEBERG: 2, OREBRO: 0}


@pytest.mark.parametrize("through", [1, 9], ids=["an older backup", "one of another history"])
def test_what_is_durable_never_goes_back_nor_past_what_was_drawn(world: World, through: int):
    phone = world.phone(world.anna)
    phone.send(*[phone.create() for _ in range(3)])
    backed_up(world, {LEKEBERG: 2})

    backed_up(world, {LEKEBERG: through})

    assert durable(world) == {LEKEBERG: 2}
