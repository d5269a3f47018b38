"""The board as its page prints it: every word and mark of every row, ready-made."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from logger.domain.answers import TotalProgress
from logger.domain.pledges import Pledge
from logger.services.boards import WEEKS_BACK, BoardArea, BoardRow
from logger.web.as_of import Picker
from logger.web.charts import GOAL_AT, Column, along, sparkline
from logger.web.dates import short_date
from logger.web.figures import (
    Figure,
    StatusView,
    check_the_rule,
    expected_in_words,
    figure,
    last_in_words,
    name_of,
    needed,
    status_view,
)
from logger.web.monday import Phrase
from logger.web.promises import short_promise
from logger.web.row_charts import RowChart, row_chart
from logger.web.words import NO_BREAK, amount

HEADING_SHARE = 2.4
"""About how many percent of a chart's width a letter of its heading takes."""

CHECK_THE_RULE = "Mer än dubbelt så mycket som lovat: kontrollera räkneregeln"


@dataclass(frozen=True, slots=True)
class RowView:
    """One row of the board. `weeks` are the eight columns with their values in words, for the table."""

    id: str
    name: str
    line: str
    status: StatusView
    figure: Figure
    needed: str
    needed_name: str
    last: str
    expected: str
    chart: RowChart | None
    spark: tuple[Column, ...]
    spark_label: str
    weeks: tuple[str, ...]
    warning: str


@dataclass(frozen=True, slots=True)
class BoardPage:
    """The whole board. `base` and `query` make the address of a commitment: base, its id, query."""

    picker: Picker
    sentence: tuple[Phrase, ...]
    notices: tuple[str, ...]
    areas: tuple["AreaView", ...]
    today_at: float | None
    today_text: str
    base: str
    query: str
    caption: str
    week_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AreaView:
    """A focus area of the board with its rows."""

    name: str
    rows: tuple[RowView, ...]


def area_views(
    areas: tuple[BoardArea, ...], pledge: Pledge, as_of: date, today: date, counters: Mapping[str, str]
) -> tuple[AreaView, ...]:
    """Every area with its rows. `counters` are the words for counters by code."""
    return tuple(
        AreaView(area.name, tuple(row_view(each, pledge, as_of, today, counters) for each in area.rows))
        for area in areas
    )


def row_view(row: BoardRow, pledge: Pledge, as_of: date, today: date, counters: Mapping[str, str]) -> RowView:
    """One row in words and marks."""
    weeks = tuple(amount(row.progress.kind, value) for value in row.weeks)
    left = needed(row)
    return RowView(
        id=row.commitment.id,
        name=name_of(row.commitment),
        line=short_promise(row, pledge, counters),
        status=status_view(row.progress.status),
        figure=figure(row),
        needed=left,
        needed_name="" if left.startswith("senast") or left.endswith("över") else "behövs",
        last=last_in_words(row.last_activity, as_of, today),
        expected=_expected(row),
        chart=row_chart(row, today_line(row, pledge, as_of)),
        spark=sparkline(row.weeks),
        spark_label=f"De senaste åtta veckorna: {', '.join(weeks)}",
        weeks=weeks,
        warning=CHECK_THE_RULE if check_the_rule(row) else "",
    )


def today_line(row: BoardRow, pledge: Pledge, as_of: date) -> float | None:
    """Where the date stands on the pledge's time, for rows that share it; None for others, and when over."""
    if row.commitment.valid != pledge.valid or row.pace.over or not row.pace.started:
        return None
    return along(as_of, pledge.valid)


def week_names(as_of: date) -> tuple[str, ...]:
    """The names of the eight weeks up to the date, oldest first: "v. 41"."""
    weeks = [as_of - timedelta(weeks=number) for number in reversed(range(WEEKS_BACK))]
    return tuple(f"v.{NO_BREAK}{day.isocalendar().week}" for day in weeks)


def heading_at(line: float | None, text: str) -> float | None:
    """Where the heading over the dotted line is centred, so that it stays off the goal's."""
    if line is None:
        return None
    half = len(text) * HEADING_SHARE / 2
    return round(min(max(line, half), GOAL_AT - 7 - half), 2)


def expected_heading(as_of: date, today: date) -> str:
    """Over the carets: "väntat i dag", or what was to be expected on another day."""
    return "väntat i dag" if as_of == today else f"väntat {short_date(as_of, today)}"


def _expected(row: BoardRow) -> str:
    return expected_in_words(row.progress, row.pace) if isinstance(row.progress, TotalProgress) else ""
