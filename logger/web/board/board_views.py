"""The rows of a board as pages print them: every word and mark of every row, ready-made."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from logger.domain.periods import Days
from logger.domain.pledges import Pledge
from logger.domain.progress.answers import TotalProgress
from logger.domain.terms import Vocabulary
from logger.services.boards.board_rows import BoardArea, BoardRow
from logger.services.boards.boards import Board
from logger.web.board.pace_words import rest_in_short
from logger.web.board.promises import short_promise
from logger.web.board.row_charts import RowChart, row_chart
from logger.web.board.span_pick import span_query
from logger.web.charts import Column, along, sparkline
from logger.web.figures import (
    Figure,
    StatusView,
    check_the_rule,
    expected_in_words,
    figure,
    is_still_needed,
    last_in_words,
    name_of,
    needed,
    status_view,
)
from logger.web.texts import t
from logger.web.words import amount

CHECK_THE_RULE = "Mer än dubbelt så mycket som lovat: kontrollera räkneregeln"


@dataclass(frozen=True, slots=True)
class RowView:
    """One row of the board. `weeks` are the eight columns with their values in words, for the table.

    `done` is what was done in the picked period, with the way to it; empty while none is picked.
    """

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
    done: str = ""
    done_query: str = ""


@dataclass(frozen=True, slots=True)
class AreaView:
    """A focus area of the board with its rows."""

    name: str
    rows: tuple[RowView, ...]


def area_views(
    areas: tuple[BoardArea, ...], pledge: Pledge, as_of: date, today: date, words: Vocabulary
) -> tuple[AreaView, ...]:
    """Every area with its rows."""
    return tuple(
        AreaView(area.name, tuple(row_view(each, pledge, as_of, today, words) for each in area.rows))
        for area in areas
    )


def row_view(row: BoardRow, pledge: Pledge, as_of: date, today: date, words: Vocabulary) -> RowView:
    """One row in words and marks."""
    weeks = tuple(amount(row.progress.kind, value) for value in row.weeks)
    left = rest_in_short(row) or needed(row)
    return RowView(
        id=row.commitment.id,
        name=name_of(row.commitment),
        line=short_promise(row, pledge, words),
        status=status_view(row.progress.status),
        figure=figure(row),
        needed=left,
        needed_name=t("behövs") if is_still_needed(row) and not rest_in_short(row) else "",
        last=last_in_words(row.last_activity, as_of, today),
        expected=_expected(row),
        chart=row_chart(row, today_line(row, pledge, as_of)),
        spark=sparkline(row.weeks),
        spark_label=t("De senaste åtta veckorna: {0}", ", ".join(weeks)),
        weeks=weeks,
        warning=t(CHECK_THE_RULE) if check_the_rule(row) else "",
    )


def with_done(
    areas: tuple[AreaView, ...], board: Board, done: Mapping[str, int], span: Days
) -> tuple[AreaView, ...]:
    """The same rows, each with what was done on the picked days."""
    kinds = {row.commitment.id: row.progress.kind for row in board.rows}
    query = span_query(span, board.as_of)

    def told(row: RowView) -> RowView:
        value = done.get(row.id, 0)
        return replace(row, done=amount(kinds[row.id], value), done_query=f"{query}#bakom")

    return tuple(AreaView(area.name, tuple(map(told, area.rows))) for area in areas)


def today_line(row: BoardRow, pledge: Pledge, as_of: date) -> float | None:
    """Where the date stands on the pledge's time, for rows that share it; None for others, and when over."""
    if row.commitment.valid != pledge.valid or row.pace.over or not row.pace.started:
        return None
    return along(as_of, pledge.valid)


def _expected(row: BoardRow) -> str:
    return expected_in_words(row.progress, row.pace) if isinstance(row.progress, TotalProgress) else ""
