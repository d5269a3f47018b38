"""What the doors' tests share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.lock_order import held_to_the_order
from tests.servers.apps import ReopenedApp
from tests.servers.databases import Databases, Mould, SqliteFiles
from tests.worlds.town import Town, make_app, town_in


@pytest.fixture(autouse=True)
def _ledgers_before_the_chain() -> Iterator[None]:
    """Whatever a test does at a door: no deed asks for a ledger once it has written to the audit chain."""
    with held_to_the_order():
        yield


@pytest.fixture(scope="session")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Mould[Town]:
    """The town that all the others are copies of."""
    folder = tmp_path_factory.mktemp("town")

    def build(database_url: str) -> Town:
        with town_in(database_url, folder) as town:
            return town

    return Mould("town", build)


@pytest.fixture(scope="session")
def reopened() -> ReopenedApp:
    """The app over whichever town is open."""
    return ReopenedApp(make_app)


@pytest.fixture
def town(towns: Mould[Town], databases: Databases, reopened: ReopenedApp, tmp_path: Path) -> Iterator[Town]:
    """A town of one's own, on each kind of database."""
    with towns.cast(databases) as (address, first):
        app = reopened.over(address, tmp_path)
        with town_in(address, tmp_path, first, app) as town:
            yield town


@pytest.fixture
def sqlite_town(
    towns: Mould[Town], sqlite_files: SqliteFiles, reopened: ReopenedApp, tmp_path: Path
) -> Iterator[Town]:
    """A town of one's own, where the kind of database does not matter."""
    with towns.cast(sqlite_files) as (address, first):
        app = reopened.over(address, tmp_path)
        with town_in(address, tmp_path, first, app) as town:
            yield town
