"""Bodies of what is done at a desk: read or refused by field, and never a crash."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logger.domain.activities import Activity
from logger.domain.duplicates import together
from logger.domain.entering.desk_bodies import read_desk_body, read_desk_deed
from logger.domain.entering.entries import Correct, Merge, MergedInto, TakeIn, Unreadable
from tests.worlds.ledgers import activity

ID, OTHER = "0198d7a0-0000-7000-8000-000000000001", "0198d7a0-0000-7000-8000-000000000002"
NAMED = {"activity_id": ID, "municipality": "1814", "base_rev": 1, "reason": "Fel plats"}
FACTS = {"type": "foot_patrol", "started_at": "2026-03-09T08:00:00+01:00", "organisations": ["police"]}
CORRECT = {**NAMED, **FACTS, "kind": "correct"}
TAKE_IN = {**CORRECT, "base_rev": 0, "author": ID, "author_organisation": "police", "takes_in": OTHER}
MERGE = {
    **NAMED,
    "kind": "merge",
    "merged": OTHER,
    "organisations": ["police"],
    "participants": [ID],
    "others": 0,
}
INTO = {**NAMED, "kind": "merge", "into": OTHER}


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_are_read_or_refused(data):
    assert isinstance(read_desk_body(data), Unreadable)


@pytest.mark.parametrize(
    ("body", "deed"), [(CORRECT, Correct), (TAKE_IN, TakeIn), (MERGE, Merge), (INTO, MergedInto)]
)
def test_each_deed_is_read_and_misses_nothing_it_must_say(body: dict[str, Any], deed: type):
    assert isinstance(read_desk_body(json.dumps(body).encode()), deed)
    needed = body.keys() - {"participants", "author"}
    for name in needed - {"takes_in", "into"}:
        assert isinstance(read_desk_deed({key: body[key] for key in body if key != name}), Unreadable), name
        assert isinstance(read_desk_deed({**body, name: [[]]}), Unreadable), name


def test_a_merge_without_its_people_is_still_read():
    """Disposal takes names out of bodies, and the ledger is folded all the same."""
    deed = read_desk_deed({key: MERGE[key] for key in MERGE if key != "participants"})
    assert isinstance(deed, Merge)
    assert deed.participants == ()


def test_a_correction_says_nothing_of_people_or_notes():
    deed = read_desk_deed({**CORRECT, "participants": [OTHER], "note": "Lugnt"})
    assert isinstance(deed, Correct)
    assert (deed.content.participants, deed.content.has_note) == ((), False)


def people(named: str, others: int) -> Activity:
    return activity(participants=tuple(named), others=others)


@pytest.mark.parametrize(
    ("kept", "merged", "named", "others"),
    [
        (("a", 1), ("b", 1), "ab", 0),
        (("a", 0), ("b", 0), "ab", 0),
        (("ab", 0), ("b", 0), "ab", 0),
        (("a", 3), ("b", 0), "ab", 2),
        (("", 2), ("", 5), "", 5),
    ],
)
def test_nobody_is_counted_twice_and_nobody_is_lost(kept, merged, named, others):
    both = together(people(*kept), people(*merged))
    assert (both.participants, both.others) == (tuple(named), others)
