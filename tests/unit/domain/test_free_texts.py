"""What the guard reads of the texts in an entry: all that somebody may have written, and no id."""

import json

import pytest

from logger.domain.entering.body_reader import read_body
from logger.domain.entering.entries import Create
from logger.domain.entering.upcasting import NEWEST_SCHEMA
from logger.domain.personal_data import Level

ITEM = "19850709-9805-4805-8980-198507099805"


@pytest.mark.parametrize(
    ("field", "text", "level"),
    [
        ("plan_item", ITEM, Level.OK),
        ("plan_item", f"{ITEM}/2026-11-30", Level.OK),
        ("plan_item", f"{ITEM}/2026-w48", Level.OK),
        ("plan_item", f"{ITEM}/19850709-9805", Level.BLOCK),
        ("note", f"{ITEM}/19850709-9805", Level.BLOCK),
        ("note", "Lugnt i parken.", Level.OK),
    ],
)
def test_an_id_is_no_person_and_what_is_written_beside_it_may_be(field: str, text: str, level: Level) -> None:
    body = {
        "kind": "create",
        "activity_id": "0198d7a0-0000-7000-8000-000000000001",
        "municipality": "1814",
        "type": "presence",
        "started_at": "2026-03-09T08:00Z",
        "organisations": ["police"],
        field: text,
    }
    entry = read_body(json.dumps(body).encode(), NEWEST_SCHEMA)
    assert isinstance(entry, Create), entry
    assert entry.content.note_level is level
