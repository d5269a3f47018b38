"""The bodies of what is done at a desk: made here, and read again whenever the ledger is folded."""

import re
from collections.abc import Mapping
from typing import Any

from logger.domain.entering.body_reader import UUID, read_entry
from logger.domain.entering.entries import Correct, Create, DeskDeed, Merge, MergedInto, TakeIn, Unreadable
from logger.domain.entering.strict_json import NotJsonError, parse
from logger.domain.entering.upcasting import FILE_SCHEMA
from logger.domain.said import Said

# What a correction may change; participants, note and author are the author's own.
FACTS = (
    *("type", "focus", "place", "started_at", "ended_at", "organisations", "others"),
    *("targeted", "outcome", "counters", "proposed_place"),
)
_OF_THE_AUTHOR = ("participants", "note")

Body = Mapping[str, Any]


def read_desk_body(body: bytes) -> DeskDeed | Unreadable:
    """What the body of a `correct` or `merge` does, under schema 0; never raises."""
    try:
        raw = parse(body)
    except NotJsonError as error:
        return Unreadable("bad_body", {"body": Said("Går inte att läsa ({0}).", error)})
    return read_desk_deed(raw) if isinstance(raw, dict) else Unreadable("bad_body", {"body": "Inget objekt."})


def read_desk_deed(raw: Body) -> DeskDeed | Unreadable:
    """The same of a body that is parsed already; what is wrong is told in Swedish by field."""
    for name, has_form in _FORMS.items():
        if not has_form(raw.get(name)):
            return _faulty(name)
    match raw.get("kind"):
        case "correct":
            return _taken_in(raw) if "takes_in" in raw else _corrected(raw)
        case "merge":
            return _merged(raw)
        case _:
            return _faulty("kind")


def facts_in(body: Body) -> dict[str, Any]:
    """The facts in the body of any entry, as a correction gives them."""
    return {name: body[name] for name in FACTS if name in body}


def _corrected(raw: Body) -> Correct | Unreadable:
    entry = _content_of(raw, FACTS)
    if isinstance(entry, Unreadable):
        return entry
    return Correct(entry.activity_id, entry.municipality, raw["base_rev"], entry.content, raw["reason"])


def _taken_in(raw: Body) -> TakeIn | Unreadable:
    entry = _content_of(raw, (*FACTS, *_OF_THE_AUTHOR))
    author, organisation = raw.get("author"), raw.get("author_organisation")
    if isinstance(entry, Unreadable):
        return entry
    if not (author is None or _is_id(author)) or not isinstance(organisation, str):
        return _faulty("author")
    return TakeIn(
        entry.activity_id,
        entry.municipality,
        raw["base_rev"],
        entry.content,
        author,
        organisation,
        str(raw["takes_in"]),
        raw["reason"],
    )


def _content_of(raw: Body, names: tuple[str, ...]) -> Create | Unreadable:
    """The content as an entry of the file's schema would give it."""
    content = {name: raw[name] for name in names if name in raw}
    named = {name: raw.get(name) for name in ("activity_id", "municipality")}
    entry = read_entry({"kind": "create", **named, **content}, FILE_SCHEMA)
    if isinstance(entry, Create | Unreadable):
        return entry
    return Unreadable("bad_body", {"started_at": "Tiden är orimlig."})


def _merged(raw: Body) -> Merge | MergedInto | Unreadable:
    named = raw["activity_id"], raw["municipality"], raw["base_rev"]
    if _is_id(raw.get("into")):
        return MergedInto(*named, raw["into"], raw["reason"])
    # Disposal takes the participants out of a body; the rest of it stays.
    organisations, participants = raw.get("organisations"), raw.get("participants", [])
    if not (_is_id(raw.get("merged")) and _are_texts(organisations) and _are_texts(participants)):
        return _faulty("merged")
    if not _is_number(raw.get("others")):
        return _faulty("others")
    return Merge(
        *named, raw["merged"], tuple(organisations or ()), tuple(participants), raw["others"], raw["reason"]
    )


def _faulty(name: str) -> Unreadable:
    return Unreadable("bad_body", {name: "Saknas eller har fel form."})


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and UUID.fullmatch(value) is not None


def _is_code(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[0-9]{4}", value) is not None


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**31


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


_FORMS = {"activity_id": _is_id, "municipality": _is_code, "base_rev": _is_number, "reason": _is_text}
