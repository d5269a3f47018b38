"""Where countries stand: on a server for one run, or in a folder where the next run finds them."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.standing import Country
from tests.servers.postgresql import ADMINISTRATOR, PostgresServer, make_folder, of_role


@contextmanager
def server(kept: Path | None, *, durable: bool) -> Iterator[PostgresServer]:
    """PostgreSQL in that folder, or in one that is gone afterwards."""
    folder = (kept or make_folder()).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    postgres = PostgresServer(folder)
    postgres.start(fsync=durable, watched=True)
    try:
        yield postgres
    finally:
        postgres.stop()
        if kept is None:
            shutil.rmtree(folder)


def standing(postgres: PostgresServer, size: int, instance: Path) -> Country:
    """The country of that size: as it was left, on this release's tables, or filled now."""
    name = f"country_{size}"
    whole = postgres.folder / name
    # As the administrator, who may watch its statements.
    url = of_role(postgres.url_of(name), ADMINISTRATOR)
    if whole.exists():
        found = Country(url, size, instance)
        found.sign_in_anew()
        return found
    postgres.drop_database(name)  # one that was left half full
    postgres.create_database(name)
    found = Country(url, size, instance)
    found.fill()
    whole.touch()
    return found
