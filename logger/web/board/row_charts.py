"""The chart of a commitment: which one it is, its marks, and the same in words."""

from dataclasses import dataclass
from typing import Literal, assert_never

from logger.domain.progress.answers import (
    MilestoneProgress,
    OngoingProgress,
    PeriodsProgress,
    ReportedProgress,
    TotalProgress,
)
from logger.services.boards.board_rows import BoardRow
from logger.web import charts
from logger.web.board.period_charts import strip
from logger.web.board.strip_views import HAS_LINES, StripLine, begun, lines, strip_label
from logger.web.dates import long_date
from logger.web.figures import current_period, expected_in_words, figure
from logger.web.texts import t
from logger.web.words import listed


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
    return t("{0}, väntat {1}", figure(row), expected) if expected else str(figure(row))


def _coverage_label(row: BoardRow) -> str:
    remaining = [each.place.name for each in row.places if not each.reached]
    return t("{0}, kvar: {1}", figure(row), listed(remaining)) if remaining else str(figure(row))


def _ongoing_label(row: BoardRow) -> str:
    if row.last_activity is None:
        return str(figure(row))
    return t("{0}, senast {1}", figure(row), long_date(row.last_activity))


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
        columns=str(row.per) if row.per in HAS_LINES else "few",
    )
