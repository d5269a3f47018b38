"""The chart of a commitment: which one it is, its marks, and the same in words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, assert_never

from logger.domain.answers import (
    MilestoneProgress,
    OngoingProgress,
    PeriodsProgress,
    ReportedProgress,
    TotalProgress,
)
from logger.domain.periods import Days, Per
from logger.services.board_rows import BoardRow
from logger.web import charts
from logger.web.dates import MONTHS_WHOLE, long_date, period_name, weekday_date
from logger.web.figures import current_period, expected_in_words, figure, period_noun
from logger.web.period_charts import Mark, PeriodState, strip
from logger.web.words import amount, capital, listed


@dataclass(frozen=True, slots=True)
class BulletChart:
    """A bar against its goal. `today` is where the date stands on the pledge's time, in percent."""

    label: str
    bullet: charts.Bullet
    today: float | None
    kind: Literal["bullet"] = "bullet"


@dataclass(frozen=True, slots=True)
class CoverageChart:
    """One cell a place."""

    label: str
    cells: tuple[charts.Cell, ...]
    today: float | None
    kind: Literal["coverage"] = "coverage"


@dataclass(frozen=True, slots=True)
class MilestoneChart:
    """A line to a ring, filled when done."""

    label: str
    done: bool
    today: float | None
    kind: Literal["milestone"] = "milestone"


@dataclass(frozen=True, slots=True)
class TicksChart:
    """One tick a day along the validity."""

    label: str
    ticks: tuple[float, ...]
    today: float | None
    kind: Literal["ticks"] = "ticks"


@dataclass(frozen=True, slots=True)
class CellView:
    """One period of a strip: its shape, how full the current one is, its name and what it came to."""

    state: PeriodState
    share: float
    text: str
    first: date
    name: str


@dataclass(frozen=True, slots=True)
class StripLine:
    """A line of a strip, a year or a month, as wide as `columns`."""

    name: str
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class StripChart:
    """The current period's bar, and every period by shape."""

    label: str
    bullet: charts.Bullet | None
    lines: tuple[StripLine, ...]
    columns: str
    kind: Literal["strip"] = "strip"


RowChart = BulletChart | CoverageChart | MilestoneChart | TicksChart | StripChart


def row_chart(row: BoardRow, today_line: float | None) -> RowChart | None:
    """The chart of a row; None for what has no picture (a number a month without a goal)."""
    match row.progress:
        case TotalProgress(kind="coverage"):
            reached = [each.reached for each in row.places]
            return CoverageChart(_coverage_label(row), charts.coverage_cells(reached), today_line)
        case TotalProgress(value=value, at_least=goal, expected=expected, status=status) as total:
            caret = None if row.pace.over or not row.pace.started else expected
            bullet = charts.bullet(value, goal, caret, status)
            return BulletChart(_total_label(row, total), bullet, today_line) if goal else None
        case PeriodsProgress() as periods:
            return _strip_chart(row, periods)
        case MilestoneProgress(value=value):
            return MilestoneChart(str(figure(row)), bool(value), today_line)
        case OngoingProgress():
            ticks = charts.ticks(row.dates, row.commitment.valid)
            return TicksChart(_ongoing_label(row), ticks, today_line)
        case ReportedProgress(value=value, at_least=goal, status=status):
            if not goal:
                return None
            return BulletChart(str(figure(row)), charts.bullet(value, goal, None, status), today_line)
        case _:
            assert_never(row.progress)


def _total_label(row: BoardRow, total: TotalProgress) -> str:
    expected = expected_in_words(total, row.pace)
    return f"{figure(row)}, väntat {expected}" if expected else str(figure(row))


def _coverage_label(row: BoardRow) -> str:
    remaining = [each.place.name for each in row.places if not each.reached]
    return f"{figure(row)}, kvar: {listed(remaining)}" if remaining else str(figure(row))


def _ongoing_label(row: BoardRow) -> str:
    if row.last_activity is None:
        return str(figure(row))
    return f"{figure(row)}, senast {long_date(row.last_activity)}"


def _strip_chart(row: BoardRow, periods: PeriodsProgress) -> StripChart:
    assert row.per is not None
    pauses = [pause.days for pause in row.commitment.pauses]
    marks = strip(periods.periods, row.calendar, row.pace.as_of, pauses)
    current = current_period(periods, row.pace.as_of)
    bar = charts.bullet(current.value, current.at_least, None) if current and not row.pace.over else None
    return StripChart(
        label=strip_label(marks, row),
        bullet=bar,
        lines=begun(lines(marks, row.per, periods.kind)),
        columns=str(row.per) if row.per in _LINE_NAMES else "few",
    )


STATE_WORDS = {
    PeriodState.KEPT: "hållen",
    PeriodState.MISSED: "missad",
    PeriodState.PAUSED: "paus",
    PeriodState.UNSCORED: "bedöms inte",
    PeriodState.CURRENT: "pågår",
    PeriodState.FUTURE: "kommer",
}


def strip_label(marks: Sequence[Mark], row: BoardRow) -> str:
    """A strip in words: how many of each, and which ones were missed."""
    noun = period_noun(row)
    missed = [mark.days.first for mark in marks if mark.state is PeriodState.MISSED]
    paused = sum(mark.state is PeriodState.PAUSED for mark in marks)
    parts = [f"{figure(row)} {noun.kept(2)}" if missed or figure(row).value else str(figure(row))]
    if missed:
        parts.append(f"{noun.of(len(missed))} missades")
    if paused:
        parts.append(f"{noun.of(paused)} var paus")
    return capital(", ".join(parts))


def _year_of_week(days: Days) -> str:
    return str(days.first.isocalendar().year)


def _month_of_day(days: Days) -> str:
    return f"{MONTHS_WHOLE[days.first.month - 1]} {days.first.year}"


def _one_line(_: Days) -> str:
    return ""


_LINE_NAMES: dict[Per, Callable[[Days], str]] = {Per.ISO_WEEK: _year_of_week, Per.DAY: _month_of_day}


def grouped(marks: Sequence[Mark], per: Per) -> dict[str, tuple[Mark, ...]]:
    """The marks by the name of their line: weeks by ISO year, days by month, all else in one line.

    A part of a week before the first whole year stands before its week 1, as the signed time begins with it.
    """
    name_of_line = _LINE_NAMES.get(per, _one_line)
    names = [name_of_line(mark.days) for mark in marks]
    if per is Per.ISO_WEEK and names.count(names[0]) == 1 and len(names) > 1:
        names[0] = names[1]
    return {
        name: tuple(mark for mark, its in zip(marks, names, strict=True) if its == name)
        for name in dict.fromkeys(names)
    }


def lines(marks: Sequence[Mark], per: Per, kind: str) -> tuple[StripLine, ...]:
    """The marks in lines, each cell with its words."""
    return tuple(
        StripLine(name, tuple(cell_view(mark, per, kind) for mark in its))
        for name, its in grouped(marks, per).items()
    )


def begun(all_lines: tuple[StripLine, ...]) -> tuple[StripLine, ...]:
    """The lines of which something is past or under way, the first at least."""
    future = PeriodState.FUTURE
    return tuple(
        line
        for line in all_lines
        if line is all_lines[0] or any(cell.state is not future for cell in line.cells)
    )


def cell_view(mark: Mark, per: Per, kind: str) -> CellView:
    """One period's shape with its words: "Vecka 5: missad, 1:45 av 2:00"."""
    name = period_name(per, mark.days)
    text = f"{capital(name)}: {STATE_WORDS[mark.state]}"
    if mark.state is not PeriodState.FUTURE:
        text = f"{text}, {amount(kind, mark.value)} av {amount(kind, mark.at_least)}"
    if per is Per.ISO_WEEK:
        text = f"{text} ({weekday_date(mark.days.first)})"
    return CellView(mark.state, mark.share, text, mark.days.first, name)
