"""What the phone says of its entries, held against what lies in its outbox: never sent too early."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

_UNSENT = {"queued", "sending"}
_IN_NEED = {"needs_fix", "conflict", "held", "quarantined"}
_AT_THE_DESK = {"rescued", "user_disabled", "waits_for_its_entry"}
_SETTLED = {"acked", "archived"}
_ATTEMPTS = 20


@dataclass(frozen=True)
class Standing:
    """How many activities wait for the server, how many for their author, and how many for a coordinator."""

    waiting: int = 0
    need: int = 0
    held: int = 0

    def is_too_early_for(self, on_disk: "Standing") -> bool:
        """Whether words that say this say more than is so."""
        return self.waiting + self.need < on_disk.waiting + on_disk.need

    def tells(self, on_disk: "Standing") -> bool:
        """Whether words that say this tell what is so; what waits for a coordinator is told last."""
        is_alone = on_disk.waiting == on_disk.need == 0
        same = (self.waiting, self.need) == (on_disk.waiting, on_disk.need)
        return same and self.held == (on_disk.held if is_alone or self.held else 0)


def said(words: str) -> Standing:
    """What a line of state says: "1 behöver dig, 2 väntar" of three, "Allt skickat" of none."""
    return Standing(
        waiting=_count(words, r"(\d+) väntar|Skickar (\d+)"),
        need=_count(words, r"(\d+) behöver"),
        held=_count(words, r"(\d+) hos samordnaren"),
    )


def held(operations: Iterable[dict[str, Any]]) -> Standing:
    """What lies in the outbox comes to, counted by activity; made anew here, not by the app's own rules."""
    by_activity = sorted(operations, key=lambda one: (_activity(one), one["seq"]))
    words = [_word(list(group)) for _, group in groupby(by_activity, _activity)]
    return Standing(*map(words.count, ("waiting", "need", "held")))


def await_agreement(
    words_of_state: Callable[[], list[str]],
    on_disk: Callable[[], list[dict[str, Any]]],
    await_others: Callable[[list[str]], object],
) -> None:
    """Return when every line of state tells what lies on disk; fails where one says more."""
    words, there = words_of_state(), held(on_disk())
    for _ in range(_ATTEMPTS):
        spoken = [said(each) for each in words]
        assert not any(each.is_too_early_for(there) for each in spoken), (
            f"the screen says {words}, on disk are {there}"
        )
        if all(each.tells(there) for each in spoken):
            return
        # The disk was ahead of the screen: its next word is on its way.
        await_others(words)
        words, there = words_of_state(), held(on_disk())
    raise AssertionError(f"the screen still says {words}, on disk are {there}")


def _word(operations: list[dict[str, Any]]) -> str:
    states = [one.get("state") if "body" in one else "quarantined" for one in operations]
    assert set(states) <= _UNSENT | _IN_NEED | _SETTLED, states
    first = next((one for one, state in zip(operations, states, strict=True) if state in _IN_NEED), None)
    if first:
        return "held" if first.get("receipt", {}).get("code") in _AT_THE_DESK else "need"
    return "waiting" if _UNSENT.intersection(states) else "settled"


def _activity(operation: dict[str, Any]) -> str:
    return str(operation.get("activity_id") or operation["seq"])


def _count(words: str, pattern: str) -> int:
    found = re.search(pattern, words)
    return int(next(filter(None, found.groups()))) if found else 0
