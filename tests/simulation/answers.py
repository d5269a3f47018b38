"""How a virtual phone reads what comes back: by the rules of `core/answers.js` and `core/outbox.js`."""

from dataclasses import dataclass
from typing import Any

from tests.simulation.kept import Item

LONG = 10  # attempts: what an operation builds on has had its time to come
_ALREADY_SO = ("already_withdrawn", "unknown_activity")
_TOO_MUCH = (400, 408, 411, 413, 504)
_PAUSES = {
    "reauth": (401, "reauth"),
    "stream_owner_mismatch": (403, "other_user"),
    "device_revoked": (410, "revoked"),
    "upgrade_required": (426, "old_app"),
}


@dataclass(frozen=True, slots=True)
class Raw:
    """What came back: a status and the JSON in it, None where it is none."""

    status: int
    json: Any
    retry_after: float | None = None


def is_answer(raw: Raw | None, batch_id: str) -> bool:
    """Whether it is the server's own answer to this very batch: nothing else settles anything."""
    if raw is None or raw.status != 200 or not isinstance(raw.json, dict):
        return False
    answers = raw.json.get("protocol") == 1 and raw.json.get("batch_id") == batch_id
    return answers and isinstance(raw.json.get("results"), list)


def pause_by(raw: Raw | None) -> str | None:
    """Why sending waits for somebody."""
    code = raw.json.get("code") if raw is not None and isinstance(raw.json, dict) else None
    status, why = _PAUSES.get(str(code), (0, ""))
    return why if raw is not None and raw.status == status else None


def was_too_much(raw: Raw | None) -> bool:
    """A smaller batch may come through."""
    return raw is not None and raw.status in _TOO_MUCH and raw.retry_after is None


def told_in(raw: Raw | None) -> dict[str, Any]:
    """The JSON of a good answer; nothing where it is none."""
    return raw.json if raw is not None and raw.status == 200 and isinstance(raw.json, dict) else {}


def state_by(receipt: dict[str, Any], item: Item) -> str | None:
    """What a receipt makes of its operation; None where it settles nothing."""
    if not echoes(receipt, item):
        return None
    match receipt["status"]:
        case "stored":
            return "acked"
        case "rejected":
            takes_away = item.kind not in ("create", "amend")
            return "acked" if takes_away and receipt.get("code") in _ALREADY_SO else "needs_fix"
        case "conflict" | "held":
            state: str = receipt["status"]
            return state
        case _:
            return "conflict" if _is_stranded(item, receipt) else None


def echoes(receipt: dict[str, Any] | None, item: Item) -> bool:
    """Only a receipt that repeats the operation's own digest is one of it."""
    return receipt is not None and receipt["sha256"] == item.sha256


def is_refusal(change: dict[str, Any]) -> bool:
    """Makes no version of the activity: what stands is as it was."""
    return change["kind"] == "void" and "settles" in change and "reason" in change


def _is_stranded(item: Item, receipt: dict[str, Any]) -> bool:
    """What it builds on was lost with another phone or a restored server: a person must say what stands."""
    builds_on_nothing = receipt.get("code") in ("earlier_version_missing", "unknown_activity")
    return receipt["status"] == "retry" and builds_on_nothing and item.attempts >= LONG
