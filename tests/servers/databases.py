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
        """Make a database, empty or a copy of another that nobody has open; return its owner's address."""

    def let_app_in(self, name: str) -> None:
        """Give the app what it may do in a database that somebody else owns."""

    def app_url_of(self, name: str) -> str:
        """The address of a database as the app opens it."""

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
        return self.app_url_of(name)

    def let_app_in(self, name: str) -> None:
        """Nothing to do: who may write the file may do all."""

    def app_url_of(self, name: str) -> str:
        """The same for everybody."""
        return f"sqlite:///{self._file(name)}"

    def drop_database(self, name: str) -> None:
        """Take the file away, and what SQLite keeps beside it."""
        for file in self._folder.glob(f"{name}.db*"):
            file.unlink()

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}.db"


class Mould(Generic[Content]):
    """A content that is made once on each kind of database, and cast for every test that wants it.

    `fill` puts it into the empty database at its owner's address, closes what it opened and says what is in
    it; whoever wants it comes to it as the app does.
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
            databases.let_app_in(self._name)
        with _new(databases, self._name) as name:
            yield databases.app_url_of(name), self._made[databases]


@contextmanager
def new_database(databases: Databases) -> Iterator[str]:
    """The owner's address of an empty database that is dropped afterwards."""
    name = f"test_{uuid4().hex}"
    yield databases.create_database(name)
    databases.drop_database(name)


@contextmanager
def _new(databases: Databases, template: str) -> Iterator[str]:
    name = f"test_{uuid4().hex}"
    databases.create_database(name, template)
    yield name
    databases.drop_database(name)
