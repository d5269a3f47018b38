"""Databases of either kind: empty ones, and copies of one that was filled once."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Generic, Protocol, TypeVar
from uuid import uuid4

Content = TypeVar("Content")


class Databases(Protocol):
    """Where databases of one kind are made."""

    def create_database(self, name: str, template: str | None = None) -> str:
        """Make a database, empty or a copy of another that nobody has open; return its address."""

    def drop_database(self, name: str) -> None:
        """Take it away, whoever has it open."""


class SqliteFiles:
    """Databases as files of one folder; an empty one is not there until it is opened."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def create_database(self, name: str, template: str | None = None) -> str:
        """The address of a file that is not there yet, or that has just been copied."""
        if template:
            # Who closes a database last writes its log into it: a log left over is somebody who has it open.
            assert not self._file(template).with_suffix(".db-wal").exists()
            shutil.copyfile(self._file(template), self._file(name))
        return f"sqlite:///{self._file(name)}"

    def drop_database(self, name: str) -> None:
        """Take the file away, and what SQLite keeps beside it."""
        for file in self._folder.glob(f"{name}.db*"):
            file.unlink()

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}.db"


class Mould(Generic[Content]):
    """A content that is made once on each kind of database, and cast for every test that wants it.

    `fill` puts it into the empty database at an address, closes what it opened and says what is in it.
    """

    def __init__(self, name: str, fill: Callable[[str], Content]) -> None:
        self._name = name
        self._fill = fill
        self._made: dict[Databases, Content] = {}

    @contextmanager
    def cast(self, databases: Databases) -> Iterator[tuple[str, Content]]:
        """The address of a database of one's own with the content in it, and what is in it."""
        if databases not in self._made:
            self._made[databases] = self._fill(databases.create_database(self._name))
        with new_database(databases, template=self._name) as address:
            yield address, self._made[databases]


@contextmanager
def new_database(databases: Databases, template: str | None = None) -> Iterator[str]:
    """The address of a database that is dropped afterwards."""
    name = f"test_{uuid4().hex}"
    yield databases.create_database(name, template)
    databases.drop_database(name)
