"""What power cuts came to, as numbers that a reader can hold against the claim."""

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Result:
    """So many cuts, so much acknowledged, and what of it was gone; a control is meant to lose some."""

    name: str
    control: bool = False
    cuts: int = 0
    acknowledged: int = 0
    lost: int = 0
    twice: int = 0
    faults: list[str] = field(default_factory=list)
    # So often a browser threw its whole IndexedDB away, and forgot that somebody logs here.
    discarded: int | None = None
    unmarked: int | None = None
    _kept: set[str] = field(default_factory=set)

    def add_cut(self, told: set[str], found: set[str], twice: int, faults: list[str]) -> None:
        """One more cut: what was told to be kept before it, and what was found after it."""
        self.cuts += 1
        self.acknowledged += len(told - self._kept)
        self._kept |= told  # what survived the cuts before must survive this one too
        self.lost += len(self._kept - found)
        self._kept &= found
        self.twice += twice
        self.faults += faults

    @property
    def holds(self) -> bool:
        """Whether it came out as it must: a control that loses nothing shows that nothing was tried."""
        if self.control:
            return self.lost > 0
        return self.acknowledged > 0 and not (self.lost or self.twice or self.faults)

    def told(self) -> dict[str, Any]:
        """The numbers, as JSON."""
        numbers = {name: getattr(self, name) for name in ("cuts", "acknowledged", "lost", "twice")}
        by_browser = {"databases_discarded": self.discarded, "marks_forgotten": self.unmarked}
        thrown_away = {} if self.discarded is None else by_browser
        return {
            "what": self.name,
            "control": self.control,
            **numbers,
            **thrown_away,
            "holds": self.holds,
        }

    def __str__(self) -> str:
        kind = "control" if self.control else "claim"
        verdict = "as it must" if self.holds else "NOT AS IT MUST"
        return (
            f"{self.name:<44} {kind:<8} {self.cuts:>3} cuts  {self.acknowledged:>6} acknowledged  "
            f"{self.lost:>5} lost  {self.twice} twice  {self.discarded or 0} discarded  {verdict}"
        )
