"""What was done as the body of an operation tells it: the reverse of reading one."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from logger.domain.activities import Activity
from logger.domain.entering.entries import Content
from logger.domain.periods import STOCKHOLM
from logger.domain.proposed_places import document


def facts_of(done: Activity | Content) -> dict[str, Any]:
    """The bare facts as JSON values: no note and nobody by name."""
    return {
        "type": done.type,
        "focus": sorted(done.focus),
        "place": done.place,
        **({"proposed_place": document(done.proposed)} if done.proposed else {}),
        "started_at": _local(done.started_at),
        "ended_at": _local(done.ended_at) if done.ended_at else None,
        "organisations": sorted(done.organisations),
        "others": done.others,
        "targeted": done.targeted,
        "outcome": done.outcome.value,
        "counters": dict(done.counters),
    }


def body_bytes(body: Mapping[str, Any]) -> bytes:
    """The body as the bytes that are kept."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


def _local(instant: datetime) -> str:
    return instant.astimezone(STOCKHOLM).isoformat()
