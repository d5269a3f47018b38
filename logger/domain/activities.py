"""An activity: one thing that was done at one time, as it stands after every correction."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from logger.domain.periods import local_date
from logger.domain.places import ProposedPlace


class Outcome(StrEnum):
    """How it ended: an interrupted activity was presence, but never an occasion."""

    COMPLETED = "completed"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True)
class Activity:
    """One logged activity.

    `started_at` and `ended_at` are aware datetimes in UTC: Python subtracts two datetimes of one other zone
    by the wall clock, and a night in March would gain an hour. Where it was is a `place`, or one that its
    author `proposed` and that counts as no place until somebody accepts it. Raises ValueError for another
    zone and for an end before the start.
    """

    id: str
    type: str
    started_at: datetime
    ended_at: datetime | None = None
    organisations: frozenset[str] = frozenset()
    focus: frozenset[str] = frozenset()
    participants: tuple[str, ...] = ()
    others: int = 0
    place: str | None = None
    targeted: bool = False
    outcome: Outcome = Outcome.COMPLETED
    counters: Mapping[str, int] = field(default_factory=dict, hash=False)
    voided: bool = False
    proposed: ProposedPlace | None = None
    local_date: date = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        if self.started_at.tzinfo is not UTC or (self.ended_at and self.ended_at.tzinfo is not UTC):
            raise ValueError(f"activity {self.id}: instants must be in datetime.UTC")
        if self.ended_at and self.ended_at < self.started_at:
            raise ValueError(f"activity {self.id}: it ends before it starts")
        object.__setattr__(self, "local_date", local_date(self.started_at))

    @property
    def duration(self) -> timedelta | None:
        """How long it lasted; None without an end."""
        return None if self.ended_at is None else self.ended_at - self.started_at

    @property
    def people(self) -> int:
        """How many took part: distinct named ones and others, at least one."""
        return max(1, len(set(self.participants)) + self.others)

    @property
    def unnamed(self) -> int:
        """How many took part without being named: the others, or one when nobody at all is given."""
        return self.others if self.participants or self.others else 1
