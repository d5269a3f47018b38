"""The shape of a demo plan: which work, how often, where, when and by whom."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from logger.domain.periods import Season

EVERY_DAY = frozenset(range(7))
SCHOOL_DAYS = frozenset(range(5))
WEEKEND_NIGHTS = frozenset({4, 5})
SUMMER = Season((5, 20), (8, 31))
SPRING_TERM = Season((1, 10), (6, 10))
AUTUMN_TERM = Season((8, 20), (12, 20))


@dataclass(frozen=True)
class Line:
    """One kind of work, `times` in the whole of a pledge's validity, spread evenly over the fitting days.

    It starts between two clock hours and lasts one of the `minutes`; the places take turns. `within` is the
    part of the validity that it lies in, in shares of the fitting days.
    """

    type: str
    times: int
    organisations: tuple[str, ...] = ("police",)
    places: tuple[str | None, ...] = (None,)
    focus: tuple[str, ...] = ()
    minutes: tuple[int, ...] = (30, 45, 60)
    hours: tuple[int, int] = (9, 16)
    weekdays: frozenset[int] = EVERY_DAY
    seasons: tuple[Season, ...] = ()
    within: tuple[float, float] = (0.0, 1.0)
    people: tuple[int, int] = (1, 2)
    targeted: bool = False
    counters: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def by(self) -> Literal["police", "municipality"]:
        """Whose people log it."""
        return "police" if "police" in self.organisations else "municipality"


@dataclass(frozen=True)
class OnDays:
    """Work on certain days: (years after the first of the validity, month, day)."""

    line: Line
    days: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True)
class Presence:
    """Hours topped up to what the pledge says a week, but for the share of weeks that is missed."""

    hours: float
    missed: float
    places: tuple[str | None, ...]


@dataclass(frozen=True)
class MarkOn:
    """A coordinator's mark on a certain day (years after the first of the validity, month, day)."""

    commitment: str
    day: tuple[int, int, int]
    evidence: str


@dataclass(frozen=True)
class Plan:
    """All the work on one pledge."""

    lines: tuple[Line, ...]
    days: tuple[OnDays, ...] = ()
    presence: Presence | None = None
    marks: tuple[MarkOn, ...] = ()
