"""What a virtual phone asks once a day: by the rules of `reconciling.js` and `thrown_away.js`."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from typing import Any

import msgspec

from tests.simulation.answers import Raw, told_in
from tests.simulation.kept import MOST, UNSENT, Disk, Item, offer

MOST_RECONCILED = 500
Ask = Callable[[bytes], Raw | None]


def reconcile(disk: Disk, ask: Ask) -> bool:
    """Ask which of what the server said that it has, it has; whether it answered all of it."""
    settled = [each for each in disk.items.values() if _is_said_to_be_there(each)]
    for asked in (settled[at : at + MOST_RECONCILED] for at in range(0, len(settled), MOST_RECONCILED)):
        told = told_in(ask(_named(disk, asked)))
        if not isinstance(told.get("missing"), list):
            return False
        missing = set(told["missing"])
        for item in asked:
            if item.op_id in missing:
                offer(item)
            elif item.state == "archived":
                item.confirmed = True
    return True


def forgotten(disk: Disk, ask: Ask, clock: float) -> list[Item]:
    """What was thrown away and a restored server does not know: voids of nothing, with their numbers."""
    thrown = [item for item in disk.items.values() if item.closed][-MOST:]
    told: dict[str, Any] = told_in(ask(_named(disk, thrown))) if thrown else {}
    missing = set(told.get("missing") or ())
    return [_emptied(item, clock) for item in thrown if item.op_id in missing]


def _is_said_to_be_there(item: Item) -> bool:
    return item.receipt is not None and not item.closed and item.state not in UNSENT


def _named(disk: Disk, items: list[Item]) -> bytes:
    named = [{"op_id": item.op_id, "sha256": item.sha256} for item in items]
    return msgspec.json.encode({"protocol": 1, "stream_id": disk.stream_id, "items": named})


def _emptied(item: Item, clock: float) -> Item:
    named = f'"activity_id":"{item.activity_id}","municipality":"{item.municipality}"'
    text = f'{{"kind":"void",{named},"captured":{{"wall":{clock:.0f},"boot_id":"a"}}}}'
    return replace(item, kind="void", body=text, sha256=sha256(text.encode()).hexdigest())
