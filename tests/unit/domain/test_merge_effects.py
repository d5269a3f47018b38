"""What merging two places does to promises: only those that cover both have one place fewer."""

from logger.domain.merge_effects import lowered_by
from logger.domain.places import Gazetteer, Place
from logger.domain.words.vocabulary import BUILT_IN
from logger.services.files.pledge_files import read_pledge_text

PLACES = Gazetteer(
    Place(name, name, frozenset({kind}))
    for name, kind in {"norra": "school", "sodra": "school", "torget": "square"}.items()
)
PLEDGE = read_pledge_text(
    """
format: 1
municipality: "1814"
title: Medborgarlöfte 2026
valid: {from: 2026-01-01, to: 2026-12-31}
parties: [police, municipality]
focus_areas:
  - name: Skolor
    commitments:
      - id: named
        wording: A
        counts: {places: [norra, sodra, torget]}
        target: {kind: coverage}
      - id: kinds
        wording: B
        counts: {place_kinds: [school]}
        target: {kind: coverage}
      - id: counted
        wording: C
        counts: {places: [norra, sodra]}
        target: {kind: count, at_least: 4}
""",
    BUILT_IN,
)


def lowered(one: str, other: str) -> dict[str, int]:
    return {each.commitment.id: each.places for each in lowered_by(PLEDGE.commitments, PLACES, one, other)}


def test_only_promises_that_cover_both_places_lose_one():
    assert lowered("norra", "sodra") == {"named": 3, "kinds": 2}
    assert lowered("norra", "torget") == {"named": 3}
    assert lowered("norra", "nowhere") == {}
