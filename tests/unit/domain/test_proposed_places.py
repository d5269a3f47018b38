"""A place that somebody proposes: how an entry tells of it, and how little it may tell."""

import json
from typing import Any

import pytest

from logger.domain.entering.body_reader import read_body
from logger.domain.entering.entries import Create, Unreadable
from logger.domain.entering.upcasting import NEWEST_SCHEMA
from logger.domain.personal_data import Level
from logger.domain.places import ProposedPlace
from logger.domain.proposed_places import LONGEST_NAME, coarse, is_coarse


def read(**body: Any) -> Create | Unreadable:
    whole = {
        "kind": "create",
        "activity_id": "0198d7a0-0000-7000-8000-000000000001",
        "municipality": "1814",
        "type": "presence",
        "started_at": "2026-03-09T08:00Z",
        "organisations": ["police"],
    }
    entry = read_body(json.dumps(whole | body).encode(), NEWEST_SCHEMA)
    assert isinstance(entry, Create | Unreadable)
    return entry


def test_an_entry_may_propose_a_place_by_name_and_a_coarse_point():
    entry = read(place=None, proposed_place={"name": " Norra\u200b skogen ", "point": [59.167, 14.868]})

    assert isinstance(entry, Create)
    assert entry.content.proposed == ProposedPlace("Norra skogen", (59.167, 14.868))
    assert entry.content.place is None


@pytest.mark.parametrize(
    "proposed",
    [
        "Norra skogen",
        {},
        {"name": ""},
        {"name": " \u200b"},
        {"name": 7},
        {"name": "a" * (LONGEST_NAME + 1)},
        {"name": "Skogen", "kinds": ["park"]},
        {"name": "Skogen", "point": [59.1671, 14.868]},
        {"name": "Skogen", "point": [59.167, 14.867]},
        {"name": "Skogen", "point": [91, 14]},
        {"name": "Skogen", "point": [59]},
        {"name": "Skogen", "point": [True, 14]},
        {"name": "Skogen", "point": ["59", "14"]},
    ],
)
def test_what_tells_too_much_or_nothing_is_refused_by_name(proposed: Any):
    entry = read(proposed_place=proposed)

    assert isinstance(entry, Unreadable)
    assert entry.fields.keys() == {"proposed_place"}


def test_an_entry_has_one_place_and_not_two():
    entry = read(place="skolvagen", proposed_place={"name": "Norra skogen"})

    assert isinstance(entry, Unreadable)
    assert entry.fields == {"proposed_place": "Posten har redan en plats."}


def test_the_guard_reads_the_name():
    entry = read(proposed_place={"name": "Hos Kalle 070-123 45 67"})

    assert isinstance(entry, Create)
    assert entry.content.note_level is Level.BLOCK


@pytest.mark.parametrize("point", [(59.16749, 14.86899), (55.3367, 13.3594), (69.06, 20.5487), (0.0, -180.0)])
def test_a_coarse_point_lies_within_a_square_of_about_a_hundred_metres(point: tuple[float, float]):
    near = coarse(point)

    assert is_coarse(near)
    assert abs(near[0] - point[0]) <= 0.0005 + 1e-9
    assert abs(near[1] - point[1]) <= 0.001 + 1e-9
