"""Ready-made shapes for what pledges promise: each fills in the target, and what the rule then needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from logger.domain.drafting.wording_hints import Plain
from logger.domain.pledge_files.target_keys import KEYS, Kind


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of promise by its Swedish name, with an example of the words that it is found in."""

    code: str
    name: str
    example: str
    target: Mapping[str, Any]
    counts: Mapping[str, Any] = field(default_factory=dict)


SHAPES = (
    Shape(
        "times", "Minst så många gånger", "minst 52 hastighetskontroller",
        {"kind": "count"},
    ),
    Shape(
        "times_each", "Så många gånger varje period", "uppföljning sker månadsvis",
        {"kind": "count", "at_least": 1, "per": "month"},
    ),
    Shape(
        "presence", "Timmar på plats varje vecka", "minst två timmar per vecka",
        {"kind": "hours", "at_least": 2, "per": "iso_week"},
    ),
    Shape(
        "each_place", "Varje plats, så många gånger", "synlig i alla fyra skolorna",
        {"kind": "coverage", "at_least": 1},
    ),
    Shape("once", "Genomförs en gång", "genomföra en trygghetsvandring", {"kind": "milestone"}),
    Shape(
        "cohort", "En årskurs eller grupp", "LUPP-enkät för årskurs 8",
        {"kind": "milestone"}, {"types": ["survey"]},
    ),
    Shape("ongoing", "Löpande, utan siffra", "utvecklar sin samverkan", {"kind": "ongoing"}),
    Shape("more", "Ökas", "det uppsökande arbetet ökas", {"kind": "increase"}),
    Shape(
        "sum", "En summa av något som räknas", "1 000 utandningsprov",
        {"kind": "sum"},
    ),
    Shape("reported", "Ett tal varje månad", "antalet kontakter redovisas varje månad", {"kind": "reported"}),
)  # fmt: skip
STAYS = ("at_least", "in_addition_to", "revisions", "pauses")
_BY_CODE = {shape.code: shape for shape in SHAPES}


def shaped(commitment: Plain, code: str) -> Plain:
    """The commitment in the shape: a goal that is given already stays, as does all of the rule."""
    shape = _BY_CODE.get(code)
    if shape is None:
        return commitment
    before, keys = commitment.get("target", {}), KEYS[Kind(shape.target["kind"])]
    kept = {key: before[key] for key in STAYS if key in before and key in keys}
    target = {**kept, **shape.target}
    return {**commitment, "counts": {**shape.counts, **commitment.get("counts", {})}, "target": target}
