"""The geometry of a row's charts: from figures to marks, in percent of the width or units of a view box.

Nothing here is drawn; the macros in templates/macros/charts.html draw. Lengths along a bar are percent of its
width, so that a chart is as wide as its place and its strokes stay crisp.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from logger.domain.periods import Days
from logger.domain.progress.pace import Status

GOAL_AT = 86.0
"""Where the goal stands on every bar, so that all goals are one line down the page."""

HATCHED = frozenset({Status.WATCH, Status.BEHIND})
SPARK_WIDTH, SPARK_HEIGHT, SPARK_PITCH = 66.0, 24.0, 8.4


@dataclass(frozen=True, slots=True)
class Bullet:
    """A value against its goal. All lengths in percent of the width.

    `pointed` says that the value passes the end of the track. `hatch` is (from, width) of what is lacking to
    what is expected, and only for those who are behind. `goal` is None where nothing is to be reached.
    """

    value: float
    pointed: bool
    goal: float | None
    expected: float | None
    hatch: tuple[float, float] | None


def bullet(
    value: int, at_least: int | None, expected: Fraction | float | None, status: Status | None = None
) -> Bullet:
    """The bar of a value against `at_least`, both in the same unit. Without a goal the bar has no length."""
    if not at_least:
        return Bullet(0.0, pointed=False, goal=None, expected=None, hatch=None)
    length = value / at_least * GOAL_AT
    shown = min(length, 100.0)
    caret = None if expected is None else min(float(expected) / at_least * GOAL_AT, 100.0)
    lacking = caret is not None and caret > shown and status in HATCHED
    return Bullet(
        value=percent(shown),
        pointed=length > 100.0,
        goal=GOAL_AT,
        expected=None if caret is None else percent(caret),
        hatch=(percent(shown), percent(caret - shown)) if lacking and caret is not None else None,
    )


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a coverage: a place that is reached, or one that remains (open)."""

    x: float
    width: float
    reached: bool


def coverage_cells(reached: Sequence[bool]) -> tuple[Cell, ...]:
    """One cell for each place, together as wide as the way to a goal, 1.4 percent between them."""
    if not reached:
        return ()
    gap = min(1.4, GOAL_AT / len(reached) / 4)
    width = (GOAL_AT - gap * (len(reached) - 1)) / len(reached)
    return tuple(
        Cell(percent(number * (width + gap)), percent(width), done) for number, done in enumerate(reached)
    )


def along(day: date, valid: Days) -> float:
    """Where the end of a day stands on the way from the first day to the last, goals being at the last."""
    elapsed = (day - valid.first).days + 1
    return percent(min(max(elapsed / len(valid), 0.0), 1.0) * GOAL_AT)


def ticks(dates: Sequence[date], valid: Days) -> tuple[float, ...]:
    """One tick a day on which something was done, along the validity."""
    return tuple(along(day, valid) for day in sorted(set(dates)))


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sparkline, in units of its view box; `empty` is a dash on the ground."""

    x: float
    y: float
    width: float
    height: float
    empty: bool


def sparkline(values: Sequence[int]) -> tuple[Column, ...]:
    """Columns scaled to the highest of them; a zero is a dash."""
    highest = max(values, default=0)
    columns = []
    for number, value in enumerate(values):
        empty = value <= 0
        height = 1.6 if empty else max(3.0, round(value / highest * (SPARK_HEIGHT - 1), 2))
        x, y = round(number * SPARK_PITCH, 2), round(SPARK_HEIGHT - height, 2)
        columns.append(Column(x, y, 5.6, height, empty))
    return tuple(columns)


def percent(number: float) -> float:
    """A length fine enough for any screen."""
    return round(number, 2)
