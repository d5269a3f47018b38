"""What the phone says of its entries, held against what lies in its outbox: never sent too early."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

_UNSENT = {"queued", "sending"}
_IN_NEED = {"needs_fix", "conflict", "held", "quarantined"}
_SETTLED = {"acked", "archived"}


@dataclass(frozen=True)
class Standing:
    """How many activities wait for the server, and how many for their author."""

    waiting: int = 0
    need: int = 0


def said(words: str) -> Standing:
    """What a line of state says: "1 behöver dig, 2 väntar" of three, "Allt skickat" of none."""
    return Standing(
        waiting=_count(words, r"(\d+) väntar|Skickar (\d+)"), need=_count(words, r"(\d+) behöver")
    )


def held(operations: Iterable[dict[str, Any]]) -> Standing:
    """What lies in the outbox comes to, counted by activity; made anew here, not by the app's own rules."""
    by_activity = sorted(operations, key=lambda one: (_activity(one), one["seq"]))
    words = [_word(list(group)) for _, group in groupby(by_activity, _activity)]
    return Standing(waiting=words.count("waiting"), need=words.count("need"))


def _word(operations: list[dict[str, Any]]) -> str:
    states = [one.get("state") if "body" in one else "quarantined" for one in operations]
    assert set(states) <= _UNSENT | _IN_NEED | _SETTLED, states
    retraction = next((one for one in operations if one.get("kind") in ("withdraw", "void")), None)
    if retraction and retraction["state"] not in _IN_NEED:
        return "waiting" if retraction["state"] in _UNSENT else "removed"
    if _IN_NEED.intersection(states):
        return "need"
    return "waiting" if _UNSENT.intersection(states) else "sent"


def _activity(operation: dict[str, Any]) -> str:
    return str(operation.get("activity_id") or operation["seq"])


def _count(words: str, pattern: str) -> int:
    found = re.search(pattern, words)
    return int(next(filter(None, found.groups()))) if found else 0
