"""The shapes of a progress answer, one per way of judging, and their JSON form."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from logger.domain.periods import Days
from logger.domain.progress.pace import Status


@dataclass(frozen=True, slots=True)
class TotalProgress:
    """One number against one goal.

    `value` and `at_least` are occasions, seconds, a sum or places; `at_least` is None where there is no goal.
    `expected` is exact; None without a goal or an eligible day. `remaining` names the places that a coverage
    still lacks, sorted; None for other kinds.
    """

    kind: str
    status: Status
    value: int
    at_least: int | None
    expected: Fraction | None
    remaining: tuple[str, ...] | None = None

    def answer(self) -> dict[str, Any]:
        """The JSON keys of a total."""
        answer: dict[str, Any] = {"kind": self.kind, "value": self.value, "status": str(self.status)}
        if self.at_least is not None:
            answer["at_least"] = self.at_least
        if self.expected is not None:
            answer["expected"] = three_decimals(self.expected)
        if self.remaining is not None:
            answer["remaining"] = list(self.remaining)
        return answer


@dataclass(frozen=True, slots=True)
class Period:
    """One period in its calendar bounds; the value is clipped to the validity."""

    days: Days
    value: int
    at_least: int
    scored: bool
    closed: bool

    @property
    def met(self) -> bool:
        """Whether the value has reached the goal."""
        return self.value >= self.at_least

    def answer(self) -> dict[str, Any]:
        """The JSON keys of a period."""
        return {
            "from": self.days.first.isoformat(),
            "to": self.days.last.isoformat(),
            "value": self.value,
            "at_least": self.at_least,
            "scored": self.scored,
            "closed": self.closed,
            "met": self.met,
        }


@dataclass(frozen=True, slots=True)
class PeriodsProgress:
    """A promise for each period: "38 av 46 veckor"."""

    kind: str
    status: Status
    periods: tuple[Period, ...]

    @property
    def decided(self) -> tuple[Period, ...]:
        """The periods that are scored and closed."""
        return tuple(period for period in self.periods if period.scored and period.closed)

    @property
    def periods_met(self) -> int:
        """How many of the decided periods reached the goal."""
        return sum(period.met for period in self.decided)

    @property
    def periods_scored(self) -> int:
        """How many periods are decided."""
        return len(self.decided)

    def answer(self) -> dict[str, Any]:
        """The JSON keys of a promise for each period."""
        return {
            "kind": self.kind,
            "status": str(self.status),
            "periods": [period.answer() for period in self.periods],
            "periods_met": self.periods_met,
            "periods_scored": self.periods_scored,
        }


@dataclass(frozen=True, slots=True)
class MilestoneProgress:
    """Done (1) or not (0)."""

    status: Status
    value: int
    kind: str = "milestone"

    def answer(self) -> dict[str, Any]:
        """The JSON keys of a milestone."""
        return {"kind": self.kind, "value": self.value, "at_least": 1, "status": str(self.status)}


@dataclass(frozen=True, slots=True)
class OngoingProgress:
    """Occasions without a number to reach, and the rule date of the last."""

    status: Status
    value: int
    last_activity: date | None
    kind: str = "ongoing"

    def answer(self) -> dict[str, Any]:
        """The JSON keys of ongoing work."""
        last = self.last_activity.isoformat() if self.last_activity else None
        return {"kind": self.kind, "value": self.value, "status": str(self.status), "last_activity": last}


@dataclass(frozen=True, slots=True)
class ReportedProgress:
    """The sum of monthly numbers, against a goal where there is one."""

    status: Status
    value: int
    at_least: int | None
    kind: str = "reported"

    def answer(self) -> dict[str, Any]:
        """The JSON keys of monthly numbers."""
        answer: dict[str, Any] = {"kind": self.kind, "value": self.value, "status": str(self.status)}
        if self.at_least is not None:
            answer["at_least"] = self.at_least
        return answer


Progress = TotalProgress | PeriodsProgress | MilestoneProgress | OngoingProgress | ReportedProgress


def three_decimals(number: Fraction) -> float:
    """The number for showing; what it decides is decided by the exact one."""
    return round(float(number), 3)
