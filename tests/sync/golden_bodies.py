"""Bodies as they were once queued or entered, with what each was read as: `golden/schema-<n>.json`.

A fixture is never changed. A new schema gets a file of its own, with every kind and its odd but valid forms.
"""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any

from logger.domain.entering.body_reader import read_body
from logger.domain.entering.desk_bodies import read_desk_body
from logger.domain.entering.entries import DeskDeed, Entry

FOLDER = Path(__file__).parent / "golden"
LATER = (
    "proposed",
    "planned",
)  # what an earlier schema could not say is not in its fixtures, and nothing when read
OF_THE_GUARD = ("note_level", "reason_level")  # the guard learns: its word is of the day, not of the schema


@dataclass(frozen=True)
class Golden:
    """One body, byte for byte, and the entry that it makes."""

    schema: int
    name: str
    body: str
    entry: dict[str, Any]

    @property
    def kind(self) -> str:
        kind: str = json.loads(self.body)["kind"]
        return kind


def golden(schema: int) -> list[Golden]:
    """All that there are of one schema."""
    fixtures = json.loads((FOLDER / f"schema-{schema}.json").read_text("utf-8"))
    return [Golden(schema, **fixture) for fixture in fixtures]


def schemas() -> list[int]:
    """The schemas that have fixtures."""
    return sorted(int(file.stem.removeprefix("schema-")) for file in FOLDER.glob("schema-*.json"))


def read(schema: int, body: str) -> dict[str, Any]:
    """What the body is read as, in JSON values."""
    at_a_desk = json.loads(body)["kind"] in ("correct", "merge")
    return told(read_desk_body(body.encode()) if at_a_desk else read_body(body.encode(), schema))


def told(entry: Entry | DeskDeed) -> dict[str, Any]:
    """An entry as JSON values, by the name of what it is."""
    values: dict[str, Any] = json.loads(
        json.dumps({"is": type(entry).__name__, **asdict(entry)}, default=_plain)
    )
    for part in (values, values.get("content") or {}):
        for name in OF_THE_GUARD:
            part.pop(name, None)
        for name in LATER:
            if part.get(name) is None:
                part.pop(name, None)
    return values


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    raise TypeError(type(value))
