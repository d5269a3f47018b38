"""What people put into the form, and how it reads: as the body that a phone writes, and as bare facts."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from logger.domain.activities import Activity
from tests.simulation.rows import START

Facts = tuple[Any, ...]
KINDS: tuple[tuple[str, tuple[str, ...], str | None, str | None], ...] = (
    ("traffic_check", ("speed",), "skolvagen", "vehicles"),
    ("traffic_check", ("sobriety", "speed"), None, "breath_tests"),
    ("foot_patrol", ("centre",), None, None),
    ("bathing_site_visit", ("littering",), "lanna-badgruva", None),
    ("presence", (), None, None),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a person puts into the form; times are seconds since the simulation began."""

    kind: int
    started: int
    ended: int
    others: int = 0
    count: int = 0
    note: str = ""
    place: str | None = ""  # "" is the kind's own
    municipality: str = ""


def body(kind: str, activity_id: str, entry: Entry, rev: int | None, organisation: str, clock: float) -> str:
    """The body of an operation as the phone writes it, once."""
    type_, focus, place, counter = KINDS[entry.kind]
    where = place if entry.place == "" else entry.place
    base = "" if rev is None else f'"base_rev":{rev},'
    counters = f'"{counter}":{entry.count}' if counter else ""
    note = f'"note":{json.dumps(entry.note, ensure_ascii=False)},' if entry.note else ""
    return (
        f'{{"kind":"{kind}","activity_id":"{activity_id}",{base}"municipality":"{entry.municipality}",'
        f'"type":"{type_}","focus":{json.dumps(focus)},"place":{json.dumps(where)},'
        f'"started_at":"{_local(entry.started)}","ended_at":"{_local(entry.ended)}",'
        f'"organisations":["{organisation}"],"participants":[],"others":{entry.others},"targeted":false,'
        f'"outcome":"completed","counters":{{{counters}}},{note}"captured":{{"wall":{clock:.0f},"boot_id":"a"}}}}'
    )


def facts(entry: Entry, organisation: str) -> Facts:
    """What an entry tells, for comparison with what stands in the end."""
    type_, focus, place, counter = KINDS[entry.kind]
    where = place if entry.place == "" else entry.place
    counters = ((counter, entry.count),) if counter else ()
    return (type_, focus, where, entry.started, entry.ended, organisation, entry.others, counters)


def _local(seconds: int) -> str:
    return (START + timedelta(seconds=seconds)).isoformat()


def but(entry: Entry, **changes: Any) -> Entry:
    """The entry with something else in it."""
    given = {name: getattr(entry, name) for name in Entry.__slots__}
    return Entry(**given | changes)


def facts_of(activity: Activity) -> Facts:
    """The same of an activity as it stands."""
    return (
        activity.type,
        tuple(sorted(activity.focus)),
        activity.place,
        _seconds(activity.started_at),
        None if activity.ended_at is None else _seconds(activity.ended_at),
        *sorted(activity.organisations),
        activity.others,
        tuple(activity.counters.items()),
    )


def _seconds(instant: datetime) -> int:
    return round((instant - START).total_seconds())
