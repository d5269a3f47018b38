"""From the bytes of an operation's body to the entry it makes, with every fault named by field."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar

from logger.domain.activities import Outcome
from logger.domain.entering.entries import Amend, Content, Create, Entry, Unreadable, Void, Wild, Withdraw
from logger.domain.entering.sayings_reader import SAYING, planned_in, read_saying
from logger.domain.entering.strict_json import NotJsonError, parse
from logger.domain.entering.upcasting import FILE_SCHEMA, UPCASTING, Body
from logger.domain.personal_data import Level, judge
from logger.domain.places import ProposedPlace
from logger.domain.proposed_places import read_proposed
from logger.domain.records import Kind
from logger.domain.said import Said

NOTE_LENGTH = 140
FIRST_YEAR, LAST_YEAR = 1970, 2100
MOST_COUNTED = 100_000
MOST_COUNTED_IN_A_FILE = 1_000_000_000
MOST_LISTED = 50
MOST_UNNAMED = 200  # more than went anywhere together, and one slip of the hand cannot make a promise kept

UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_CODE = re.compile(r"[^\x00-\x1f\x7f]{1,60}")
_MUNICIPALITY = re.compile(r"[0-9]{4}")
_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?:Z|[+-][0-9]{2}:[0-9]{2})"
)
_OF_ALL = frozenset({"kind", "activity_id", "municipality", "captured"})
_OF_CONTENT = frozenset(
    {
        *("type", "focus", "place", "started_at", "ended_at", "organisations", "participants", "others"),
        *("targeted", "outcome", "counters", "note", "plan_item", "proposed_place"),
    }
)
_KEYS: Mapping[Kind, frozenset[str]] = {
    Kind.CREATE: _OF_ALL | _OF_CONTENT,
    Kind.AMEND: _OF_ALL | _OF_CONTENT | {"base_rev"},
    Kind.WITHDRAW: _OF_ALL | {"base_rev", "reason"},
    Kind.VOID: _OF_ALL | {"base_rev", "reason"},
}

Value = TypeVar("Value")


def read_body(body: bytes, schema: int) -> Entry:
    """The entry that the body of an operation makes, under the schema it was written for.

    Never raises: what cannot be read is an `Unreadable` with code `bad_body` and a sentence for each field.
    """
    try:
        raw = parse(body)
    except NotJsonError as error:
        return Unreadable("bad_body", {"body": Said("Går inte att läsa ({0}).", error)})
    if not isinstance(raw, dict):
        return Unreadable("bad_body", {"body": "Ska vara ett objekt."})
    return read_entry(raw, schema)


def read_entry(body: Body, schema: int) -> Entry:
    """The same of a body that is parsed already; what is by file or desk is kept to the second."""
    risen = UPCASTING(body, schema)
    if risen.get("kind") == SAYING:
        return read_saying(risen)
    return _Reader(risen, of_file=schema == FILE_SCHEMA).entry()


class _Reader:
    """Reads the fields of one body and remembers what was wrong with which."""

    def __init__(self, body: Body, *, of_file: bool) -> None:
        self.body = body
        self.of_file = of_file
        self.most_counted = MOST_COUNTED_IN_A_FILE if of_file else MOST_COUNTED
        self.faults: dict[str, str] = {}
        self.wild = False

    def entry(self) -> Entry:
        kind = self._choice("kind", {kind.value: kind for kind in _KEYS})
        activity_id = self._text("activity_id", UUID)
        municipality = self._text("municipality", _MUNICIPALITY)
        for key in self.body.keys() - _KEYS[kind or Kind.AMEND]:
            self.faults[str(key)[:40]] = "Okänt fält."
        self._captured()
        if kind is None or activity_id is None or municipality is None:
            return Unreadable("bad_body", self.faults, kind, activity_id, municipality)
        made = self._of(kind, activity_id, municipality)
        if self.faults:
            return Unreadable("bad_body", self.faults, kind, activity_id, municipality)
        return Wild(kind, activity_id, municipality) if self.wild else made

    def _of(self, kind: Kind, activity_id: str, municipality: str) -> Entry:
        match kind:
            case Kind.CREATE:
                planned = planned_in(self.body.get("plan_item"))
                return Create(activity_id, municipality, self._content(), planned)
            case Kind.AMEND:
                base_rev = self._whole("base_rev", 1, 2**31 - 1)
                return Amend(activity_id, municipality, base_rev, self._content())
            case Kind.WITHDRAW:
                self._words("reason", MOST_LISTED * 4)
                return Withdraw(activity_id, municipality, self._whole("base_rev", 1, 2**31 - 1))
            case _:
                level = _level(self._words("reason", MOST_LISTED * 4))
                base_rev = self._whole("base_rev", 0, 2**31 - 1, default=0)
                return Void(activity_id, municipality, base_rev, level)

    def _content(self) -> Content:
        started_at = self._instant("started_at")
        ended_at = None if self.body.get("ended_at") is None else self._instant("ended_at")
        note = self._words("note", NOTE_LENGTH)
        plan_item = self._words("plan_item", 60)
        proposed = self._proposed()
        return Content(
            type=self._text("type", _CODE) or "",
            started_at=started_at,
            ended_at=ended_at,
            organisations=self._listed("organisations", _CODE, least=1),
            focus=self._listed("focus", _CODE),
            place=None if self.body.get("place") is None else self._text("place", _CODE),
            participants=self._listed("participants", _CODE if self.of_file else UUID),
            others=self._others(),
            targeted=self._yes_or_no("targeted"),
            outcome=self._choice("outcome", {each.value: each for each in Outcome}, Outcome.COMPLETED)
            or Outcome.COMPLETED,
            counters=self._counters(),
            has_note=bool(note),
            note_level=_level(note, plan_item, proposed.name if proposed else ""),
            proposed=proposed,
        )

    def _proposed(self) -> ProposedPlace | None:
        value = self.body.get("proposed_place")
        if value is None:
            return None
        read = read_proposed(value)
        fault = read if isinstance(read, str) else "Posten har redan en plats." * bool(self.body.get("place"))
        if fault or isinstance(read, str):
            self.faults["proposed_place"] = fault
            return None
        return read

    def _read(self, name: str, sentence: str, read: Callable[[Any], Value | None]) -> Value | None:
        value = read(self.body.get(name))
        if value is None:
            self.faults[name] = sentence
        return value

    def _text(self, name: str, pattern: re.Pattern[str]) -> str | None:
        return self._read(name, "Saknas eller har fel form.", lambda value: _matched(value, pattern))

    def _choice(self, name: str, choices: Mapping[str, Value], default: Value | None = None) -> Value | None:
        if name not in self.body and default is not None:
            return default
        return self._read(
            name,
            "Är inget av det som går att välja.",
            lambda value: choices.get(value) if isinstance(value, str) else None,
        )

    def _words(self, name: str, longest: int) -> str:
        value = self.body.get(name)
        if value is None:
            return ""
        if not isinstance(value, str) or len(value) > longest:
            self.faults[name] = Said("Ska vara text, högst {0} tecken.", longest)
            return ""
        return value.strip()

    def _whole(self, name: str, least: int, most: int, *, default: int | None = None) -> int:
        if name not in self.body and default is not None:
            return default
        sentence = Said("Ska vara ett heltal från {0} till {1}.", least, most)
        value = self._read(name, sentence, lambda value: value if _is_whole(value, least, most) else None)
        return least if value is None else value

    def _others(self) -> int:
        most = self.most_counted if self.of_file else MOST_UNNAMED
        others = self._whole("others", 0, most, default=0)
        if "others" in self.faults:
            self.faults["others"] = Said("Deltagare utan namn ska vara ett heltal från 0 till {0}.", most)
        return others

    def _yes_or_no(self, name: str) -> bool:
        value = self.body.get(name, False)
        if not isinstance(value, bool):
            self.faults[name] = "Ska vara sant eller falskt."
        return value is True

    def _listed(self, name: str, pattern: re.Pattern[str], *, least: int = 0) -> tuple[str, ...]:
        value = self.body.get(name, [])
        if not isinstance(value, list) or not least <= len(value) <= MOST_LISTED:
            self.faults[name] = Said("Ska vara en lista med {0} till {1} delar.", least, MOST_LISTED)
            return ()
        if any(_matched(each, pattern) is None for each in value) or len(set(value)) != len(value):
            self.faults[name] = "Någon del har fel form eller står två gånger."
            return ()
        return tuple(value)

    def _counters(self) -> Mapping[str, int]:
        value = self.body.get("counters", {})
        if not isinstance(value, dict) or len(value) > MOST_LISTED:
            self.faults["counters"] = "Ska vara namn med antal."
            return {}
        for name, number in value.items():
            if _matched(name, _CODE) is None or not _is_whole(number, 0, self.most_counted):
                self.faults["counters"] = Said("Antal ska vara heltal från 0 till {0}.", self.most_counted)
                return {}
        return value

    def _instant(self, name: str) -> datetime:
        text = _matched(self.body.get(name), _INSTANT)
        if text is not None and not FIRST_YEAR <= int(text[:4]) <= LAST_YEAR:
            self.wild = True
            return _NEVER
        try:
            instant = datetime.fromisoformat(text or "").astimezone(UTC)
            return instant if self.of_file else instant.replace(second=0, microsecond=0)
        except ValueError:
            self.faults[name] = "Ska vara en tid med datum, klockslag och tidszon."
            return _NEVER

    def _captured(self) -> None:
        """How the phone's clock stood: shape alone, since nothing is refused for its clock."""
        value = self.body.get("captured", {})
        if not isinstance(value, dict) or not all(
            isinstance(each, str | int | float) and len(str(each)) <= 64 for each in value.values()
        ):
            self.faults["captured"] = "Ska vara klockans läge."


_NEVER = datetime.min.replace(tzinfo=UTC)


def _level(*texts: str) -> Level:
    """The guard's word on the worst of the texts; an id made by chance may look like anything."""
    return max((judge(_written(text)).level for text in texts), default=Level.OK)


def _written(text: str) -> str:
    """What somebody may have written in it: all but an id, which the name of one of its times may follow."""
    named = planned_in(text)
    if named is not None:
        return named[1]
    return "" if UUID.fullmatch(text) else text


def _matched(value: Any, pattern: re.Pattern[str]) -> str | None:
    return value if isinstance(value, str) and pattern.fullmatch(value) else None


def _is_whole(value: Any, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
