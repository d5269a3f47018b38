"""The geometry of charts over periods: strips of weeks, and bars of what each period came to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from logger.domain.periods import Days
from logger.domain.progress.answers import Period
from logger.web.charts import percent


class PeriodState(StrEnum):
    """How a period stands; each has a shape of its own."""

    KEPT = "kept"
    MISSED = "missed"
    PAUSED = "paused"
    UNSCORED = "unscored"
    CURRENT = "current"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Mark:
    """One period of a strip; `share` (0 to 1) is how far the current one has come."""

    days: Days
    state: PeriodState
    value: int
    at_least: int
    share: float


def strip(
    periods: Sequence[Period], calendar: Sequence[Days], as_of: date, pauses: Sequence[Days]
) -> tuple[Mark, ...]:
    """A mark for each period of the calendar, the answer's periods first and those to come after.

    `pauses` tell a period that was excused from one that was never to be scored.
    """
    answered = {period.days: period for period in periods}
    return tuple(
        _mark(answered[days], as_of, pauses) if days in answered else _to_come(days) for days in calendar
    )


def state_of(period: Period, as_of: date, pauses: Sequence[Days]) -> PeriodState:
    """How the period stands as of the date."""
    if period.closed and period.scored:
        return PeriodState.KEPT if period.met else PeriodState.MISSED
    if not period.scored and any(pause.touches(period.days) for pause in pauses):
        return PeriodState.PAUSED
    if as_of in period.days and not period.closed:
        return PeriodState.CURRENT
    return PeriodState.UNSCORED


def _mark(period: Period, as_of: date, pauses: Sequence[Days]) -> Mark:
    share = min(period.value / period.at_least, 1.0) if period.at_least else 0.0
    return Mark(period.days, state_of(period, as_of, pauses), period.value, period.at_least, round(share, 3))


def _to_come(days: Days) -> Mark:
    return Mark(days, PeriodState.FUTURE, 0, 0, 0.0)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the chart over time: `x` and `width` in percent, `y` and `height` in units from the top.

    `short` is what the current period still lacks to its goal, as (y, height).
    """

    x: float
    width: float
    y: float
    height: float
    short: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Rung:
    """A line across the chart, with the value that it stands for."""

    y: float
    value: int


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars over time with their goal; `height` units high, and the percent width of one period."""

    height: float
    pitch: float
    bars: tuple[Bar, ...]
    goal: Rung | None
    rungs: tuple[Rung, ...]


def bar_chart(marks: Sequence[Mark], at_least: int, height: float = 240.0) -> BarChart:
    """Bars of every mark's value, scaled so that the highest, and twice the goal, have room."""
    top = max([mark.value for mark in marks] + [2 * at_least, 1])
    scale = (height - 8) / top
    pitch = 100 / max(len(marks), 1)
    goal = Rung(round(height - at_least * scale, 2), at_least) if at_least else None
    return BarChart(
        height=height,
        pitch=percent(pitch),
        bars=tuple(_bar(mark, number, pitch, scale, height) for number, mark in enumerate(marks)),
        goal=goal,
        rungs=tuple(Rung(round(height - value * scale, 2), value) for value in _rungs(top, at_least)),
    )


def _rungs(top: int, at_least: int) -> range:
    """Values of the lines above the goal: multiples of it, at most three of them."""
    if not at_least:
        return range(0)
    step = max(1, -(-(top // at_least) // 3)) * at_least
    return range(at_least + step, top + 1, step)


def _bar(mark: Mark, number: int, pitch: float, scale: float, height: float) -> Bar:
    tall = round(mark.value * scale, 2)
    lacking = mark.at_least - mark.value
    short = None
    if mark.state is PeriodState.CURRENT and lacking > 0:
        short = (round(height - mark.at_least * scale, 2), round(lacking * scale, 2))
    return Bar(
        x=percent((number + 0.2) * pitch),
        width=percent(0.6 * pitch),
        y=round(height - tall, 2),
        height=tall,
        short=short,
    )
