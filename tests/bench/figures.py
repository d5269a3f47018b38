"""What was measured, round by round, and each figure beside its goal."""

import os
import platform
import statistics
import subprocess
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from logger import clock

ROOT = Path(__file__).parents[2]
AT_WORK = ", at work"
"""What the names of processor times end in."""


@dataclass
class Figures:
    """Measures by name and size, one a round; the first round warms up and is not kept."""

    rounds: int
    warming: bool = True
    _noted: defaultdict[tuple[str, int], list[float]] = field(default_factory=lambda: defaultdict(list))

    def note(self, name: str, size: int, milliseconds: float, processor: float | None = None) -> None:
        """Keep a measure of this round, and how long of it a processor was at work."""
        if not self.warming:
            self._noted[name, size].append(milliseconds)
            if processor is not None:
                self._noted[name + AT_WORK, size].append(processor)

    def has(self, name: str, size: int = 0) -> bool:
        """Whether this was measured."""
        return (name, size) in self._noted

    def of(self, name: str, size: int = 0) -> float:
        """The median over the rounds."""
        return statistics.median(self._noted[name, size])

    def ratio(self, name: str, size: int, to: str, of: int) -> float:
        """The median of the rounds' ratios: what is measured in one round shares the machine's mood."""
        pairs = zip(self._noted[name, size], self._noted[to, of], strict=True)
        return statistics.median(one / other for one, other in pairs)


@dataclass(frozen=True)
class Line:
    """A figure beside its goal, and the same by processor time: what a busy machine takes is not in that."""

    what: str
    goal: str
    found: str
    is_met: bool
    at_work: str = ""

    def __str__(self) -> str:
        met = "yes" if self.is_met else "**no**"
        return f"| {self.what} | {self.goal} | {self.found} | {self.at_work or '–'} | {met} |"


def told(figures: Figures, sizes: Sequence[int], command: str) -> str:
    """The page of what was measured."""
    lines = (*_boards(figures, sizes), *_overviews(figures, sizes), *_writing(figures))
    return "\n".join((*_head(command), *map(str, lines), "", *_medians(figures, sizes), *_mood(), ""))


def _boards(figures: Figures, sizes: Sequence[int]) -> Iterator[Line]:
    small, large = sizes[0], sizes[-1]
    for size in sizes[1:]:
        name = f"A municipality's board at {_number(size)} activities against {_number(small)}"
        yield _times(figures, f"{name}, database time", 1.1, ("board", size), ("board", small))
        yield _times(figures, f"{name}, HTTP p99", 1.3, ("p99", size), ("p99", small))
    faster = figures.ratio("grouped", large, "board", large)
    at_work = figures.ratio("grouped" + AT_WORK, large, "board" + AT_WORK, large)
    what = f"The board's database time at {_number(large)} against GROUP BY"
    yield Line(what, "≥ 30 × faster", f"{faster:.0f} ×", faster >= 30, f"{at_work:.0f} ×")
    what = "An unchanged board (ETag, 304) against the 200"
    yield _times(figures, what, 0.5, ("known", large), ("http", large))


def _overviews(figures: Figures, sizes: Sequence[int]) -> Iterator[Line]:
    for size in sizes:
        taken, at_work = figures.of("overview", size), figures.of("overview" + AT_WORK, size)
        what = f"Overview of 290 municipalities at {_number(size)} activities, database time"
        yield Line(what, "≤ 10 ms", f"{taken:.1f} ms", taken <= 10, f"{at_work:.1f} ms")


def _writing(figures: Figures) -> Iterator[Line]:
    for batch in (1, 50):
        what = f"Keeping progress and presence, batches of {batch} through the sync door"
        yield _times(figures, what, 1.3, (f"kept {batch}", 0), (f"plain {batch}", 0))


def _times(figures: Figures, what: str, goal: float, one: tuple[str, int], other: tuple[str, int]) -> Line:
    """How many times the other the one takes, by the clock and, where that was measured, at work."""
    ratio = figures.ratio(*one, *other)
    (name, size), (than, of) = one, other
    at_work = ""
    if figures.has(name + AT_WORK, size):
        at_work = f"{figures.ratio(name + AT_WORK, size, than + AT_WORK, of):.2f} ×"
    return Line(what, f"≤ {goal} ×", f"{ratio:.2f} ×", ratio <= goal, at_work)


def _head(command: str) -> Iterator[str]:
    git = ["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"]
    commit = subprocess.run(git, capture_output=True, text=True, check=False).stdout.strip() or "unknown"
    yield "# Benchmarks"
    yield ""
    yield "What `make bench` last showed. Ratios are medians over the rounds of what was measured in one"
    yield "round, interleaved; times are medians and say something of this machine alone. *At work* is the"
    yield "same by the time that processors were at it (the database's servers; for writing, the app too):"
    yield "waiting for a processor that others have is not in it, nor waiting for the disk, but planning is."
    yield ""
    load = f"load {os.getloadavg()[0]:.0f} at the end"
    machine = f"{os.cpu_count()} cores, {load}, Python {platform.python_version()}"
    yield f"- Commit {commit}, {clock.today().isoformat()}, {machine}."
    yield f"- `{command}`: PostgreSQL, every commit on disk,"
    yield "  290 municipalities with a pledge of twelve commitments over two years."
    yield ""
    yield "| what | goal | measured | at work | met |"
    yield "|---|---|---|---|---|"


def _medians(figures: Figures, sizes: Sequence[int]) -> Iterator[str]:
    names = {
        "board": "board, database",
        "board" + AT_WORK: "board, database at work",
        "grouped": "the same by GROUP BY",
        "overview": "overview, database",
        "overview" + AT_WORK: "overview, database at work",
        "nation": "counts of 290 municipalities by GROUP BY",
        "http": "board, HTTP",
        "p99": "board, HTTP, slowest in a hundred",
        "known": "unchanged board, HTTP",
    }
    yield f"| milliseconds | {' | '.join(map(_number, sizes))} |"
    yield f"|---|{'---|' * len(sizes)}"
    for name, words in names.items():
        yield f"| {words} | {' | '.join(f'{figures.of(name, size):.2f}' for size in sizes)} |"
    yield ""
    yield "| milliseconds a batch | with progress | without | at work with | at work without |"
    yield "|---|---|---|---|---|"
    for batch in (1, 50):
        names_of = (f"kept {batch}", f"plain {batch}")
        taken = [*names_of, *(name + AT_WORK for name in names_of)]
        yield f"| {batch} | {' | '.join(f'{figures.of(name):.2f}' for name in taken)} |"


def _mood() -> Iterator[str]:
    """Whether the figures by the clock say more of the machine than of the system."""
    if os.getloadavg()[0] > 2 * (os.cpu_count() or 1):
        yield ""
        yield "The machine was busy with other work: what takes longer than a few milliseconds was"
        yield "interrupted, and figures by the clock swing from round to round; those at work compare."


def _number(size: int) -> str:
    return f"{size:,}".replace(",", " ")
