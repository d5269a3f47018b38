"""A draft is changed piece by piece, read as a file is, and its faults have a path."""

from typing import Any

from logger.domain.drafting.draft_reading import Known, read_commitment, read_draft
from logger.domain.drafting.pledge_drafts import (
    Spot,
    commitments_of,
    find,
    mark_of,
    new_id,
    outline_of,
    with_area,
    with_area_moved,
    with_commitment,
    with_commitment_moved,
    with_heading,
    without_area,
    without_commitment,
)
from logger.domain.words.vocabulary import BUILT_IN

KNOWN = Known(BUILT_IN)
HEADING = {"title": "Löfte", "valid": {"from": "2026-01-01", "to": "2026-12-31"}, "parties": ["police"]}
EMPTY = with_heading({"format": 1, "municipality": "1814"}, HEADING)


def draft(*ids: str) -> dict[str, Any]:
    made = with_area(EMPTY, "Trafik")
    for each in ids:
        made = with_commitment(made, 0, one(each), None)
    return made


def one(name: str, **target: Any) -> dict[str, Any]:
    return {"id": name, "wording": f"Om {name}", "target": {"kind": "count", "at_least": 1, **target}}


def ids(document: dict[str, Any]) -> list[str]:
    return [commitment["id"] for _, commitment in commitments_of(document)]


def test_nothing_is_changed_in_place():
    before = draft("a", "b")
    mark = mark_of(before)

    with_commitment_moved(before, Spot(0, 1), -1)
    without_commitment(before, Spot(0, 0))
    with_area_moved(with_area(before, "Ny"), 1, -1)

    assert mark_of(before) == mark


def test_commitments_are_moved_and_taken_away():
    assert ids(with_commitment_moved(draft("a", "b", "c"), Spot(0, 2), -1)) == ["a", "c", "b"]
    assert ids(with_commitment_moved(draft("a", "b"), Spot(0, 0), -1)) == ["a", "b"]
    assert ids(without_commitment(draft("a", "b"), Spot(0, 0))) == ["b"]
    assert ids(without_area(draft("a"), 0)) == []


def test_a_commitment_goes_to_another_area_and_keeps_its_place_in_its_own():
    two = with_area(draft("a", "b"), "Trygghet")
    spot, commitment = find(two, "a") or (Spot(9, 9), {})

    assert ids(with_commitment(two, 0, {**commitment, "label": "A"}, spot)) == ["a", "b"]
    moved = with_commitment(two, 1, commitment, spot)
    assert outline_of(moved) == [("Trafik", ["b"]), ("Trygghet", ["a"])]


def test_what_is_in_addition_to_follows_a_new_id():
    beyond = with_commitment(draft("a"), 0, one("b", in_addition_to="a"), None)

    renamed = with_commitment(beyond, 0, one("z"), Spot(0, 0))

    assert read_draft(renamed, KNOWN).pledge is not None


def test_a_fault_says_where_it_is_and_leaves_the_others_readable():
    broken = with_commitment(draft("a"), 0, one("b", at_least="många"), None)

    here = read_commitment(broken, Spot(0, 1), KNOWN)
    assert [fault.path for fault in here.faults] == [("target", "at_least")]
    assert read_draft(broken, KNOWN).pledge is None
    assert read_commitment(broken, Spot(0, 0), KNOWN).commitment is not None


def test_a_new_id_is_made_of_letters_that_every_address_can_hold():
    assert new_id("Närvaro i kommunen", frozenset()) == "narvaro-i-kommunen"
    assert new_id("Närvaro", frozenset({"narvaro", "narvaro-2"})) == "narvaro-3"
    assert new_id("–", frozenset()) == "atagande"
