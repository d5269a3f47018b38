"""A clock that a test moves: how far it is off stands in a file, in seconds, for every process to read."""

from datetime import datetime, timedelta
from pathlib import Path

from logger import clock

NAME = "clock-is-off-by"
really_now = clock.now


def moved(file: Path) -> datetime:
    """The present instant by the moved clock."""
    return really_now() + timedelta(seconds=float(file.read_text()))


def move(file: Path, moment: datetime) -> None:
    """Let it be this moment now; the clock goes on from there. In one step: it is read meanwhile."""
    new = file.with_suffix(".new")
    new.write_text(str((moment - really_now()).total_seconds()))
    new.replace(file)
