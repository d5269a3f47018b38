"""Disposal: what may be reduced to its bare facts by a decision, what waits, and what must not change."""

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from logger.domain.activities import Activity
from logger.domain.entering.operations import Operation
from logger.domain.entering.reducing import is_stand_in
from logger.domain.records import Status, StoredActivity

USUAL_MONTHS = 12
LEAST_MONTHS = 3  # phones keep and show their own entries for thirty days, notes and all
LONGEST_DECISION = 80
DISPOSED = "disposed"  # what the audit chain calls it
_UNSETTLED = frozenset({Status.HELD, Status.CONFLICT})


@dataclass(frozen=True, slots=True)
class Marker:
    """What the audit chain says of a portion: whose, of days before which, how many, by what decision."""

    organisation: str
    before: date
    activities: int
    decision: str

    def written(self) -> str:
        """It as the object of an event."""
        facts = f"before:{self.before} activities:{self.activities} decision:{self.decision}"
        return f"organisation:{self.organisation} {facts}"


_MARKER = re.compile(
    r"organisation:(?P<organisation>\S+) before:(?P<before>\S+) activities:(?P<activities>\d+)"
    r" decision:(?P<decision>.+)"
)


def read_marker(text: str) -> Marker | None:
    """The marker that was written so; None for what is none."""
    found = _MARKER.fullmatch(text)
    if found is None:
        return None
    before = date.fromisoformat(found["before"])
    return Marker(found["organisation"], before, int(found["activities"]), found["decision"])


def months_before(today: date, months: int) -> date:
    """The same day so many months ago, or the last one of a shorter month."""
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def line_of(server_seq: int, body: bytes) -> bytes:
    """What a reduced body gives to the digest that the marker vouches for."""
    return f"{server_seq} {sha256(body).hexdigest()}\n".encode()


def waits(operations: Sequence[Operation], durable_through: int) -> bool:
    """Whether something about an activity is open: not durable yet, or held or in conflict without an answer.

    An answer is the author's own later word, or a decision at a desk. `operations` are all that name it.
    """
    return any(
        each.server_seq > durable_through
        or (each.status in _UNSETTLED and not any(_answers(other, each) for other in operations))
        for each in operations
    )


def _answers(later: Operation, asked: Operation) -> bool:
    if later.status is not Status.STORED or later.server_seq <= asked.server_seq:
        return False
    return later.facts.get("settles") == asked.op_id or later.author == asked.author is not None


def linked(activities: Iterable[Activity]) -> list[frozenset[str]]:
    """The ids in groups that must go together: at the same time, with the same person in them.

    The hours of one person are counted once. A stand-in of its own in each would make two persons of one.
    """
    in_order = sorted(activities, key=lambda each: (each.started_at, each.id))
    group_of = {each.id: frozenset({each.id}) for each in in_order}
    latest: dict[str, Activity] = {}
    for each in in_order:
        if each.voided or each.ended_at is None:
            continue
        for person in {person for person in each.participants if not is_stand_in(person)}:
            before = latest.get(person)
            if before is None or before.ended_at is None or before.ended_at <= each.started_at:
                latest[person] = each
                continue
            together = group_of[before.id] | group_of[each.id]
            group_of |= dict.fromkeys(together, together)
            latest[person] = max(before, each, key=lambda one: one.ended_at or one.started_at)
    return list(dict.fromkeys(group_of.values()))


def only_people_left(before: StoredActivity, after: StoredActivity) -> bool:
    """Whether nothing but note, author and names is gone, and as many take part as before."""
    people = after.activity.participants
    as_before = replace(
        after,
        author=before.author,
        has_note=before.has_note,
        activity=replace(after.activity, participants=before.activity.participants),
    )
    return (
        as_before == before
        and after.author is None
        and not after.has_note
        and len(set(people)) == len(set(before.activity.participants))
        and all(map(is_stand_in, people))
    )
