"""What the doors' tests share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.town import Town, town_in


@pytest.fixture
def town(database_url: str, tmp_path: Path) -> Iterator[Town]:
    """A town of one's own, on each kind of database."""
    with town_in(database_url, tmp_path) as town:
        yield town


@pytest.fixture
def sqlite_town(sqlite_url: str, tmp_path: Path) -> Iterator[Town]:
    """A town of one's own, where the kind of database does not matter."""
    with town_in(sqlite_url, tmp_path) as town:
        yield town
