"""What disposal leaves of an operation's body: the bare facts, with stand-ins for those who took part.

A stand-in is a number that says nothing of the person. Figures that count heads, or add up the hours of each,
need to know how many there were and whether one was in two places at once; not who it was.
"""

import re
from collections.abc import Callable
from typing import Any

from logger.domain.entering.body_writer import body_bytes
from logger.domain.entering.desk_bodies import FACTS
from logger.domain.entering.operations import Operation
from logger.domain.entering.projection import logged_by
from logger.domain.entering.strict_json import NotJsonError, parse
from logger.domain.records import Kind

STAND_IN_BITS = 64
_STAND_IN = re.compile(r"00000000-0000-8000-[0-9a-f]{4}-[0-9a-f]{12}")
# All else goes: a field that is added later is a person's words until somebody writes it down here.
_STAYS = (
    *("kind", "activity_id", "municipality", "base_rev"),
    *FACTS,
    *("takes_in", "author_organisation", "merged", "into"),
)
_CHANGES_FACTS = frozenset({Kind.CREATE, Kind.AMEND, Kind.CORRECT, Kind.MERGE})
_AT_A_DESK = frozenset({Kind.CORRECT, Kind.MERGE})


def stand_in(number: int) -> str:
    """The id that stands for a person, of a number of 64 bits drawn by chance."""
    digits = f"{number:016x}"
    return f"00000000-0000-8000-{digits[:4]}-{digits[4:]}"


def is_stand_in(person: str) -> bool:
    """Whether the id stands for somebody whom disposal has taken out."""
    return _STAND_IN.fullmatch(person) is not None


def bare_body(operation: Operation, body: bytes, named: Callable[[str], str]) -> bytes:
    """The body without note, reasons, author and names; `named` gives the stand-in of a person.

    Of what changed no activity, only which one it named is left. Raises ValueError for the body of a stored
    entry that can no longer be read.
    """
    if operation.rev is None or operation.kind not in _CHANGES_FACTS:
        return body_bytes(_name_alone(operation))
    raw = _members(operation, body)
    bare = {name: raw[name] for name in _STAYS if name in raw}
    if people := raw.get("participants") or logged_by(operation):
        bare["participants"] = [person if is_stand_in(person) else named(person) for person in people]
    if operation.kind in _AT_A_DESK:
        bare["reason"] = ""
    return body_bytes(bare)


def _members(operation: Operation, body: bytes) -> dict[str, Any]:
    try:
        raw = parse(body)
    except NotJsonError as error:
        raise ValueError(f"operation {operation.op_id} cannot be read") from error
    if isinstance(raw, dict):
        return raw
    raise ValueError(f"operation {operation.op_id} says nothing")


def _name_alone(operation: Operation) -> dict[str, Any]:
    return {
        "kind": operation.kind,
        "activity_id": operation.activity_id,
        "municipality": operation.municipality,
        "base_rev": operation.base_rev,
    }
