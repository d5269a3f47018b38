"""Places × periods as a page prints it: a shape and a number in each cell, and the way to what was done."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from logger.domain.periods import Days
from logger.domain.progress.answers import Period, PeriodsProgress
from logger.domain.progress.place_grid import GridRow, PlaceGrid
from logger.services.boards.drilldown import Drilldown
from logger.web.board.period_charts import PeriodState, state_of
from logger.web.board.span_pick import span_query
from logger.web.board.strip_views import state_word
from logger.web.dates import period_mark, period_name
from logger.web.words import TIME, capital


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A period: its shortest name, and its whole one."""

    mark: str
    name: str


@dataclass(frozen=True, slots=True)
class GridCell:
    """What was done at a place in a period; `href` is empty where nothing was."""

    state: str
    number: str
    text: str
    href: str


@dataclass(frozen=True, slots=True)
class GridLine:
    """A place with its cells; `reached` over all of the validity."""

    name: str
    href: str
    cells: tuple[GridCell, ...]
    total: str
    total_href: str
    reached: bool


@dataclass(frozen=True, slots=True)
class GridView:
    """The whole grid. `judged` says that every period must be reached."""

    columns: tuple[GridColumn, ...]
    lines: tuple[GridLine, ...]
    judged: bool


def grid_view(opened: Drilldown, address: str) -> GridView | None:
    """The grid of an opened coverage; None of anything else, and without places."""
    grid = opened.grid
    if grid is None or not grid.rows:
        return None
    return GridView(
        columns=tuple(
            GridColumn(period_mark(grid.per, days), capital(period_name(grid.per, days)))
            for days in grid.periods
        ),
        lines=tuple(_line(opened, grid, row, address) for row in grid.rows),
        judged=grid.judged,
    )


def _line(opened: Drilldown, grid: PlaceGrid, row: GridRow, address: str) -> GridLine:
    place, code = quote(row.place.id, safe=""), opened.stored.municipality
    everything = span_query(opened.row.commitment.valid, opened.as_of)
    return GridLine(
        name=row.place.name,
        href=f"/platser/{code}/p/{place}" if row.place.id in opened.ledger.places else "",
        cells=tuple(
            _cell(opened, grid, days, number, f"{address}{span_query(days, opened.as_of)}&plats={place}")
            for days, number in zip(grid.periods, row.occasions, strict=True)
        ),
        total=TIME.of(row.total),
        total_href=f"{address}{everything}&plats={place}#bakom" if row.total else "",
        reached=not grid.judged and row.total >= grid.at_least,
    )


def _cell(opened: Drilldown, grid: PlaceGrid, days: Days, number: int, href: str) -> GridCell:
    state = _state(opened, grid, days, number)
    said = f"{capital(period_name(grid.per, days))}: {TIME.of(number)}"
    word = state_word(state, grid.per) if grid.judged or state is PeriodState.FUTURE else ""
    return GridCell(
        state=str(state) if grid.judged or state is PeriodState.FUTURE else ("done" if number else "none"),
        number=str(number) if number else "",
        text=f"{said}, {word}" if word else said,
        href=f"{href}#bakom" if number else "",
    )


def _state(opened: Drilldown, grid: PlaceGrid, days: Days, number: int) -> PeriodState:
    if days.first > opened.as_of:
        return PeriodState.FUTURE
    if number >= grid.at_least:
        return PeriodState.KEPT
    period = _period(opened, days)
    if period is None:
        return PeriodState.CURRENT
    as_missed = Period(days, 0, 1, period.scored, period.closed)
    pauses: Sequence[Days] = [pause.days for pause in opened.row.commitment.pauses]
    return state_of(as_missed, opened.as_of, pauses)


def _period(opened: Drilldown, days: Days) -> Period | None:
    progress = opened.row.progress
    if not isinstance(progress, PeriodsProgress):
        return None
    return next((each for each in progress.periods if each.days == days), None)


def picked_place(opened: Drilldown, place: str | None) -> str:
    """The name of the place that alone is shown; empty for all."""
    known = opened.ledger.places.get(place or "")
    return known.name if known else (place or "")
