"""From the body of a word on a planned time to what it says, with every fault named by field."""

import re
from typing import Any

from logger.domain.entering.entries import Said, Unreadable, Word
from logger.domain.entering.upcasting import Body
from logger.domain.personal_data import judge, presentable

SAYING = "plan"
LONGEST_REASON = 200
_ID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_PLANNED = re.compile(rf"({_ID})/([0-9a-z][0-9a-z.-]{{0,22}})")
_MUNICIPALITY = re.compile(r"[0-9]{4}")
_KEYS = frozenset({"kind", "activity_id", "municipality", "plan_item", "outcome", "reason", "captured"})
_WORDS = {each.value: each for each in Word}
_MISSING = "Saknas eller har fel form."


def planned_in(text: Any) -> tuple[str, str] | None:
    """The item and the key of one of its times, as "<id>/<key>" names them; None for anything else."""
    found = _PLANNED.fullmatch(text) if isinstance(text, str) else None
    return None if found is None else (found[1], found[2])


def read_saying(body: Body) -> Said | Unreadable:
    """What the body says, or what is wrong with which of its fields."""
    activity_id = _matched(_ID, body.get("activity_id"))
    municipality = _matched(_MUNICIPALITY, body.get("municipality"))
    planned = planned_in(body.get("plan_item"))
    word = _word(body.get("outcome"))
    reason = body.get("reason", "")
    faults = {str(key)[:40]: "Okänt fält." for key in body.keys() - _KEYS}
    named = {"activity_id": activity_id, "municipality": municipality, "plan_item": planned, "outcome": word}
    faults |= {name: _MISSING for name, value in named.items() if value is None}
    if not isinstance(reason, str) or len(reason) > LONGEST_REASON:
        faults["reason"] = f"Ska vara text, högst {LONGEST_REASON} tecken."
    elif word is Word.NOT_DONE and not presentable(reason):
        faults["reason"] = "Skriv varför."
    if not isinstance(body.get("captured", {}), dict):
        faults["captured"] = "Ska vara klockans läge."
    if faults or activity_id is None or municipality is None or planned is None or word is None:
        return Unreadable("bad_body", faults, None, activity_id, municipality)
    why = presentable(reason) if word is Word.NOT_DONE else ""
    level = max(judge(reason).level, judge(planned[1]).level)  # the name of a time may be anything, too
    return Said(activity_id, municipality, planned, word, why, level)


def _word(value: Any) -> Word | None:
    return _WORDS.get(value) if isinstance(value, str) else None


def _matched(pattern: str | re.Pattern[str], value: Any) -> str | None:
    return value if isinstance(value, str) and re.fullmatch(pattern, value) else None
