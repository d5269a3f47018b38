"""What disposal may take, what it leaves, and what goes together."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from logger.domain.activities import Activity
from logger.domain.disposal import Marker, linked, months_before, only_people_left, read_marker, waits
from logger.domain.entering.operations import Operation
from logger.domain.entering.projection import folded, step_of
from logger.domain.entering.reducing import bare_body, is_stand_in, stand_in
from logger.domain.entering.upcasting import NEWEST_SCHEMA
from logger.domain.records import Kind, Status
from tests.sync.golden_bodies import Golden, golden, schemas

ANNA, BO = "6f1c1e9e-0000-4000-8000-00000000000a", "6f1c1e9e-0000-4000-8000-00000000000b"
EIGHT = datetime(2026, 3, 9, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)
FREE_TEXT = ("note", "reason", "plan_item", "captured", "author")


def operation(kind: Kind | None = Kind.CREATE, **changes: Any) -> Operation:
    given: dict[str, Any] = {
        "municipality": "1814",
        "server_seq": 1,
        "op_id": "6f1c1e9e-0000-4000-8000-000000000001",
        "stream_id": "6f1c1e9e-0000-4000-8000-000000000002",
        "seq": 1,
        "kind": kind,
        "activity_id": "0198d7a0-0000-7000-8000-000000000005",
        "base_rev": None,
        "rev": 1,
        "author": ANNA,
        "received_at": EIGHT,
        "status": Status.STORED,
        "code": None,
        "schema": NEWEST_SCHEMA,
        "digest": "",
        "facts": {"author_organisation": "police", "origin": "phone"},
    }
    return Operation(**given | changes)


def named(person: str) -> str:
    return stand_in(int(person[-2:], 16))


BODIES = [
    body
    for schema in schemas()
    for body in golden(schema)
    if body.kind in ("create", "amend", "correct", "merge") and body.entry["is"] not in ("Wild", "Unreadable")
]


@pytest.mark.parametrize("body", BODIES, ids=lambda body: f"{body.schema} {body.name}")
def test_the_bare_facts_of_every_schema_say_the_same_without_a_person(body: Golden):
    of = operation(Kind(body.kind), schema=body.schema, rev=7)
    bare = bare_body(of, body.body.encode(), lambda person: stand_in(sum(person.encode())))

    read = json.loads(bare)
    assert not [name for name in FREE_TEXT if read.get(name)]
    assert all(map(is_stand_in, read.get("participants", [])))
    was, left = step_of(of, body.body.encode()), step_of(of.unsigned(), bare)
    assert was is not None
    assert left is not None
    standing = folded(None, step_of(operation(), CREATED) or was)
    before, after = folded(standing, was).activity, folded(standing, left).activity
    assert replace(after, participants=before.participants) == before
    assert len(set(after.participants)) == len(set(before.participants))


CREATED = json.dumps(
    {
        "kind": "create",
        "activity_id": "0198d7a0-0000-7000-8000-000000000005",
        "municipality": "1814",
        "type": "traffic_check",
        "started_at": "2026-03-09T09:00:00+01:00",
        "organisations": ["police"],
        "note": "Lugnt",
    }
).encode()


def test_who_logged_it_took_part_and_is_one_among_the_nameless():
    before = folded(None, step_of(operation(), CREATED))  # type: ignore[arg-type]
    bare = bare_body(operation(), CREATED, named)
    after = folded(None, step_of(operation().unsigned(), bare))  # type: ignore[arg-type]

    assert before.activity.participants == (ANNA,)
    assert after.activity.participants == (named(ANNA),)
    assert only_people_left(before, after)
    assert not only_people_left(before, before)
    assert not only_people_left(before, replace(after, activity=replace(after.activity, participants=())))
    assert not only_people_left(before, replace(after, activity=replace(after.activity, others=1)))
    assert not only_people_left(before, replace(after, rev=2))


def test_a_body_that_is_reduced_again_stays_as_it_is():
    once = bare_body(operation(), CREATED, named)

    assert bare_body(operation().unsigned(), once, named) == once


@pytest.mark.parametrize("body", [b"not JSON", b'{"kind":"create","type":"070-123 45 67"}'])
def test_of_what_changed_nothing_only_its_name_is_left(body: bytes):
    refused = operation(status=Status.REJECTED, rev=None)

    assert json.loads(bare_body(refused, body, named)) == {
        "kind": "create",
        "activity_id": refused.activity_id,
        "municipality": "1814",
        "base_rev": None,
    }


HELD = operation(status=Status.HELD, rev=None, server_seq=3)
CONFLICT = replace(HELD, status=Status.CONFLICT)


NO_ANSWER = {
    "nothing": [],
    "its author before": [operation(Kind.AMEND, server_seq=2, rev=2)],
    "another": [operation(Kind.AMEND, server_seq=4, rev=2, author=BO)],
    "what was refused": [operation(Kind.AMEND, server_seq=4, rev=None, status=Status.REJECTED)],
}
ANSWER = {
    "its author": [operation(Kind.AMEND, server_seq=4, rev=2)],
    "a desk": [operation(Kind.CORRECT, server_seq=4, author=BO, facts={"settles": HELD.op_id})],
}


@pytest.mark.parametrize("asked", [HELD, CONFLICT], ids=["held", "in conflict"])
def test_what_is_held_or_in_conflict_waits_for_a_word(asked: Operation):
    assert [name for name, others in NO_ANSWER.items() if not waits([asked, *others], 9)] == []
    assert [name for name, others in ANSWER.items() if waits([asked, *others], 9)] == []


def test_what_no_verified_copy_holds_waits():
    assert waits([operation(server_seq=5)], durable_through=4)
    assert not waits([operation(server_seq=5)], durable_through=5)


def at(name: str, start: float, hours: float | None, *people: str, **changes: Any) -> Activity:
    begun = EIGHT + HOUR * start
    ended = None if hours is None else begun + HOUR * hours
    return Activity(name, "foot_patrol", begun, ended, participants=people, **changes)


@pytest.mark.parametrize(
    ("activities", "groups"),
    [
        ([at("a", 0, 2, ANNA), at("b", 1, 2, ANNA, BO), at("c", 2.5, 1, BO)], ["abc"]),
        ([at("a", 0, 1, ANNA), at("b", 1, 1, ANNA)], ["a", "b"]),
        ([at("a", 0, 2, ANNA), at("b", 1, 2, BO)], ["a", "b"]),
        ([at("a", 0, 9, ANNA), at("b", 1, 1, ANNA), at("c", 5, 1, ANNA)], ["abc"]),
        ([at("a", 0, 2, ANNA), at("b", 1, 2, ANNA, voided=True)], ["a", "b"]),
        ([at("a", 0, 2, ANNA), at("b", 1, None, ANNA)], ["a", "b"]),
        ([at("a", 0, 2, stand_in(1)), at("b", 1, 2, stand_in(1))], ["a", "b"]),
    ],
    ids=["a chain", "one after another", "two people", "within", "voided", "without an end", "stand-ins"],
)
def test_one_person_at_two_places_at_once_goes_as_one(activities: list[Activity], groups: list[str]):
    assert sorted("".join(sorted(each)) for each in linked(activities)) == groups


def test_a_marker_is_read_as_it_was_written():
    marker = Marker("police", date(2026, 6, 1), 12, "KS 2026/123 § 4: before:x decision:y")

    assert read_marker(marker.written()) == marker
    assert len(Marker("o" * 40, date(2026, 6, 1), 99_999, "b" * 80).written()) <= 200
    assert read_marker("user:1") is None


@pytest.mark.parametrize(
    ("today", "months", "limit"),
    [
        (date(2027, 6, 1), 12, date(2026, 6, 1)),
        (date(2027, 5, 31), 3, date(2027, 2, 28)),
        (date(2027, 1, 15), 13, date(2025, 12, 15)),
    ],
)
def test_months_are_counted_back_by_the_calendar(today: date, months: int, limit: date):
    assert months_before(today, months) == limit
