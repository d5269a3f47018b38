"""A pledge being written: plain data in the form of the pledge file, changed piece by piece.

Nothing here is changed in place: each function answers the document as it becomes.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from logger.domain.pledge_files.pledge_export import Document

_PLAIN = str.maketrans("åäöéüæø", "aaoeuao")
_NOT_IN_AN_ID = re.compile(r"[^a-z0-9]+")
LONGEST_ID = 40
# What nobody types: it follows from the municipality.
KEPT = ("format", "municipality", "local_police_district")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a commitment stands: its focus area and its place there, both from 0."""

    area: int
    index: int


def mark_of(part: object) -> str:
    """A short mark of a part of a draft: another one as soon as anything in the part is."""
    canonical = json.dumps(part, ensure_ascii=False, sort_keys=True)
    return sha256(canonical.encode()).hexdigest()[:16]


def heading_of(draft: Document) -> Document:
    """Everything but the focus areas."""
    return {key: value for key, value in draft.items() if key != "focus_areas"}


def outline_of(draft: Document) -> list[tuple[str, list[str]]]:
    """The names of the focus areas, each with the ids of its commitments: what moving and removing go by."""
    return [
        (str(area.get("name", "")), [str(each.get("id", "")) for each in area.get("commitments", ())])
        for area in areas_of(draft)
    ]


def areas_of(draft: Document) -> list[Document]:
    """The focus areas in the draft's order."""
    return list(draft.get("focus_areas", ()))


def commitments_of(draft: Document) -> Iterator[tuple[Spot, Document]]:
    """Every commitment with its spot, in the draft's order."""
    for number, area in enumerate(areas_of(draft)):
        for index, commitment in enumerate(area.get("commitments", ())):
            yield Spot(number, index), commitment


def find(draft: Document, commitment_id: str) -> tuple[Spot, Document] | None:
    """The first commitment of this id."""
    found = (each for each in commitments_of(draft) if each[1].get("id") == commitment_id)
    return next(found, None)


def with_heading(draft: Document, heading: Mapping[str, Any]) -> Document:
    """The draft under this heading: title, validity, parties. What is not given is not there."""
    kept: Document = {key: value for key, value in draft.items() if key in KEPT}
    given: Document = {key: value for key, value in heading.items() if value}
    return {**kept, **given, "focus_areas": areas_of(draft)}


def with_area(draft: Document, name: str) -> Document:
    """The draft with one more focus area, last."""
    return _with_areas(draft, [*areas_of(draft), {"name": name, "commitments": []}])


def with_area_named(draft: Document, number: int, name: str) -> Document:
    """The draft with another name on one focus area."""
    areas = areas_of(draft)
    areas[number] = {**areas[number], "name": name}
    return _with_areas(draft, areas)


def without_area(draft: Document, number: int) -> Document:
    """The draft without one focus area and all that stands in it."""
    areas = areas_of(draft)
    return _with_areas(draft, areas[:number] + areas[number + 1 :])


def with_area_moved(draft: Document, number: int, steps: int) -> Document:
    """The draft with one focus area moved down (or up, when less than 0) so many steps."""
    return _with_areas(draft, _moved(areas_of(draft), number, steps))


def with_commitment(draft: Document, area: int, commitment: Document, instead_of: Spot | None) -> Document:
    """The draft with the commitment last in its area, or where it stood if it stays in that area.

    Where it takes another id, those that are in addition to it follow.
    """
    before = None if instead_of is None else _at(draft, instead_of)
    if instead_of is not None and instead_of.area == area:
        changed = _with_commitments(draft, area, lambda all_of: _replaced(all_of, instead_of, commitment))
    else:
        rest = draft if instead_of is None else without_commitment(draft, instead_of)
        changed = _with_commitments(rest, area, lambda all_of: [*all_of, commitment])
    return changed if before is None else _following(changed, str(before["id"]), str(commitment["id"]))


def without_commitment(draft: Document, spot: Spot) -> Document:
    """The draft without one commitment."""
    return _with_commitments(
        draft, spot.area, lambda all_of: [*all_of[: spot.index], *all_of[spot.index + 1 :]]
    )


def with_commitment_moved(draft: Document, spot: Spot, steps: int) -> Document:
    """The draft with one commitment moved down (or up) so many steps within its focus area."""
    return _with_commitments(draft, spot.area, lambda all_of: _moved(all_of, spot.index, steps))


def new_id(name: str, taken: frozenset[str]) -> str:
    """An id made from a name: "Närvaro i kommunen" is narvaro-i-kommunen; the next free one."""
    words = _NOT_IN_AN_ID.sub("-", name.lower().translate(_PLAIN)).strip("-")
    plain = words[:LONGEST_ID].rstrip("-") or "atagande"
    numbered = (f"{plain}-{number}" for number in range(2, len(taken) + 3))
    return plain if plain not in taken else next(each for each in numbered if each not in taken)


def _at(draft: Document, spot: Spot) -> Document:
    found: Document = areas_of(draft)[spot.area]["commitments"][spot.index]
    return found


def _replaced(all_of: list[Document], spot: Spot, commitment: Document) -> list[Document]:
    return [*all_of[: spot.index], commitment, *all_of[spot.index + 1 :]]


def _following(draft: Document, before: str, after: str) -> Document:
    if before == after:
        return draft

    def renamed(commitment: Document) -> Document:
        target = commitment.get("target", {})
        if target.get("in_addition_to") != before:
            return commitment
        return {**commitment, "target": {**target, "in_addition_to": after}}

    areas = [{**area, "commitments": [*map(renamed, area["commitments"])]} for area in areas_of(draft)]
    return _with_areas(draft, areas)


def _with_areas(draft: Document, areas: Sequence[Document]) -> Document:
    return {**draft, "focus_areas": list(areas)}


def _with_commitments(draft: Document, number: int, change: Any) -> Document:
    areas = areas_of(draft)
    areas[number] = {**areas[number], "commitments": change(list(areas[number].get("commitments", ())))}
    return _with_areas(draft, areas)


def _moved(items: list[Any], index: int, steps: int) -> list[Any]:
    rest = items[:index] + items[index + 1 :]
    there = max(0, min(len(rest), index + steps))
    return [*rest[:there], items[index], *rest[there:]]
