"""What the doors' tests share."""

from pathlib import Path

import pytest

from tests.town import Town, build_town


@pytest.fixture
def town(database_url: str, tmp_path: Path) -> Town:
    """A town of one's own, on each kind of database."""
    return build_town(database_url, tmp_path)


@pytest.fixture
def sqlite_town(sqlite_url: str, tmp_path: Path) -> Town:
    """A town of one's own, where the kind of database does not matter."""
    return build_town(sqlite_url, tmp_path)
