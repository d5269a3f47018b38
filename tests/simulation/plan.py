"""How much of everything a simulation plays, and what came of it."""

from dataclasses import dataclass, field

from tests.simulation.oracle import Oracle
from tests.simulation.people import DAY
from tests.simulation.verdict import Verdict

DAYS_BETWEEN_RESTORES = 28


@dataclass(frozen=True)
class Plan:
    """How much of everything."""

    ops: int
    phones: int
    restores: int
    seed: int

    @property
    def seconds(self) -> float:
        """How long it all takes by the virtual clock."""
        return max(self.restores, 1) * DAYS_BETWEEN_RESTORES * DAY


@dataclass
class Outcome:
    """What came of it."""

    plan: Plan
    saved: int = 0
    restores: int = 0
    backups: int = 0
    took: float = 0.0
    lost_with_phones: int = 0
    fired: dict[str, int] = field(default_factory=dict)
    oracle: Oracle = field(default_factory=Oracle)
    requests: int = 0
    sent: int = 0
    wire: float = 0.0
    verdict: Verdict | None = None

    def count(self, what: str) -> None:
        """A fault that happened."""
        self.fired[what] = self.fired.get(what, 0) + 1
