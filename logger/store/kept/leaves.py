"""Leaves of day books as kept: the pages of some days, and the time that somebody was there on each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import delete
from sqlalchemy.orm import Session

from logger.domain.counting.day_book import DayBook
from logger.domain.counting.windows import Interval
from logger.domain.periods import instant_of
from logger.store.statements import table_of
from logger.store.tables import LeafRow

Key = tuple[str, str, str]
"""Municipality, pledge, commitment."""
LeafKey = tuple[Key, date]
"""Of which commitment, and the leaf's first day."""
Presence = dict[date, list[Interval]]
"""Merged intervals by the local day that they lie on."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """Some days of a commitment, written down together."""

    pages: DayBook
    presence: Presence = field(default_factory=dict)


_LEAF = table_of(LeafRow)
_MICROSECOND = timedelta(microseconds=1)


def forget(
    session: Session, municipality: str, pledge: str, commitments: Iterable[str] | None = None
) -> None:
    """Keep no leaf of these commitments of the pledge, or of any."""
    query = delete(_LEAF).where(_LEAF.c.municipality == municipality, _LEAF.c.pledge == pledge)
    if commitments is not None:
        query = query.where(_LEAF.c.commitment.in_(list(commitments)))
    session.execute(query)


def presence_read(kept: Mapping[str, Any] | None) -> Presence:
    """The time that was written."""
    days = {date.fromordinal(int(day)): merged for day, merged in (kept or {}).items()}
    return {
        day: [(midnight + start * _MICROSECOND, midnight + end * _MICROSECOND) for start, end in merged]
        for day, merged in days.items()
        for midnight in (instant_of(day),)
    }


def presence_written(presence: Presence) -> dict[str, Any] | None:
    """By the day's ordinal; microseconds since its midnight, since instants are long."""
    return {
        str(day.toordinal()): [
            [(instant - midnight) // _MICROSECOND for instant in interval] for interval in merged
        ]
        for day, merged in sorted(presence.items())
        if merged
        for midnight in (instant_of(day),)
    } or None
