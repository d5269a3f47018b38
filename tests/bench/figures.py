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


@dataclass
class Figures:
    """Measures by name and size, one a round; the first round warms up and is not kept."""

    rounds: int
    warming: bool = True
    _noted: defaultdict[tuple[str, int], list[float]] = field(default_factory=lambda: defaultdict(list))

    def note(self, name: str, size: int, milliseconds: float) -> None:
        """Keep a measure of this round."""
        if not self.warming:
            self._noted[name, size].append(milliseconds)

    def of(self, name: str, size: int = 0) -> float:
        """The median over the rounds."""
        return statistics.median(self._noted[name, size])

    def ratio(self, name: str, size: int, to: str, of: int) -> float:
        """The median of the rounds' ratios: what is measured in one round shares the machine's mood."""
        pairs = zip(self._noted[name, size], self._noted[to, of], strict=True)
        return statistics.median(one / other for one, other in pairs)


@dataclass(frozen=True)
class Line:
    """A figure beside its goal."""

    what: str
    goal: str
    found: str
    is_met: bool


def told(figures: Figures, sizes: Sequence[int]) -> str:
    """The page of what was measured."""
    lines = [
        f"| {each.what} | {each.goal} | {each.found} | {'yes' if each.is_met else '**no**'} |"
        for each in (*_boards(figures, sizes), *_overviews(figures, sizes), *_writing(figures))
    ]
    return "\n".join((*_head(figures, sizes), *lines, "", *_medians(figures, sizes), ""))


def _boards(figures: Figures, sizes: Sequence[int]) -> Iterator[Line]:
    small, large = sizes[0], sizes[-1]
    for size in sizes[1:]:
        ratio = figures.ratio("board", size, "board", small)
        name = f"A municipality's board at {_number(size)} activities against {_number(small)}"
        yield Line(f"{name}, database time", "≤ 1.1 ×", f"{ratio:.2f} ×", ratio <= 1.1)
        ratio = figures.ratio("p99", size, "p99", small)
        yield Line(f"{name}, HTTP p99", "≤ 1.3 ×", f"{ratio:.2f} ×", ratio <= 1.3)
    faster = figures.ratio("grouped", large, "board", large)
    what = f"The board's database time at {_number(large)} against GROUP BY"
    yield Line(what, "≥ 30 × faster", f"{faster:.0f} ×", faster >= 30)
    ratio = figures.ratio("known", large, "http", large)
    yield Line("An unchanged board (ETag, 304) against the 200", "≤ 0.5 ×", f"{ratio:.2f} ×", ratio <= 0.5)


def _overviews(figures: Figures, sizes: Sequence[int]) -> Iterator[Line]:
    for size in sizes:
        taken = figures.of("overview", size)
        what = f"Overview of 290 municipalities at {_number(size)} activities, database time"
        yield Line(what, "≤ 10 ms", f"{taken:.1f} ms", taken <= 10)


def _writing(figures: Figures) -> Iterator[Line]:
    for batch in (1, 50):
        ratio = figures.ratio(f"kept {batch}", 0, f"plain {batch}", 0)
        what = f"Keeping progress and presence, batches of {batch} through the sync door"
        yield Line(what, "≤ 1.3 × the insert", f"{ratio:.2f} ×", ratio <= 1.3)


def _head(figures: Figures, sizes: Sequence[int]) -> Iterator[str]:
    git = ["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"]
    commit = subprocess.run(git, capture_output=True, text=True, check=False).stdout.strip() or "unknown"
    listed = " ".join(map(str, sizes))
    yield "# Benchmarks"
    yield ""
    yield "What `make bench` last showed. Ratios are medians over the rounds of what was measured in one"
    yield "round, interleaved; times are medians and say something of this machine alone."
    yield ""
    load = f"load {os.getloadavg()[0]:.0f} at the end"
    machine = f"{os.cpu_count()} cores, {load}, Python {platform.python_version()}"
    yield f"- Commit {commit}, {clock.today().isoformat()}, {machine}."
    yield f"- `python -m tests.bench.bench_progress --sizes {listed} --rounds {figures.rounds}`: PostgreSQL,"
    yield "  every commit on disk, 290 municipalities with a pledge of twelve commitments over two years."
    yield ""
    yield "| what | goal | measured | met |"
    yield "|---|---|---|---|"


def _medians(figures: Figures, sizes: Sequence[int]) -> Iterator[str]:
    names = {
        "board": "board, database",
        "grouped": "the same by GROUP BY",
        "overview": "overview, database",
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
    yield "| milliseconds a batch | with progress | without |"
    yield "|---|---|---|"
    for batch in (1, 50):
        kept, plain = figures.of(f"kept {batch}"), figures.of(f"plain {batch}")
        yield f"| {batch} | {kept:.2f} | {plain:.2f} |"


def _number(size: int) -> str:
    return f"{size:,}".replace(",", " ")
