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
    by_browser: dict[str, int] = field(default_factory=dict)  # so often, of its starts; nothing without one
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
        return {
            "what": self.name,
            "control": self.control,
            **numbers,
            **self.by_browser,
            "holds": self.holds,
        }

    def __str__(self) -> str:
        kind = "control" if self.control else "claim"
        verdict = "as it must" if self.holds else "NOT AS IT MUST"
        noted = "".join(f"  {times} {name}" for name, times in self.by_browser.items())
        return (
            f"{self.name:<44} {kind:<8} {self.cuts:>3} cuts  {self.acknowledged:>6} acknowledged  "
            f"{self.lost:>5} lost  {self.twice} twice{noted}  {verdict}"
        )
