"""The figures of a follow-up or a publication as tables: one line a commitment, one line a period."""

from collections.abc import Iterable, Iterator
from datetime import date

from logger.domain.follow_up.follow_ups import Assessment
from logger.domain.progress.answers import PeriodsProgress
from logger.services.boards.board_rows import BoardRow
from logger.services.follow_up.follow_ups import OpenedFollowUp
from logger.services.publishing.public_pages import PublicBoard
from logger.services.publishing.published_rows import day_of
from logger.web.board.period_charts import state_of
from logger.web.board.strip_views import state_word
from logger.web.figures import figure, name_of, status_view
from logger.web.papers.cells import Cell, Column, Hours, Month, Table
from logger.web.papers.figure_rows import (
    Beside,
    FigureRow,
    expected_of,
    goal_of,
    measured,
    share_of,
    unit_of,
    value_of,
)
from logger.web.texts import t

_NAME, _TEXT, _NUMBER = 34, 48, 11


def of_the_follow_up(opened: OpenedFollowUp) -> list[FigureRow]:
    """Every commitment of a follow-up, as frozen or as it is now."""
    return [
        FigureRow(
            area.name,
            told.row,
            Beside(
                rule=f"{told.rule}. {told.goal}.",
                deviation=told.note.deviation,
                assessment=told.note.assessment,
                because=told.note.because,
                comment=told.note.comment,
                in_period=told.in_period,
            ),
        )
        for area in opened.areas
        for told in area.rows
    ]


def of_the_publication(board: PublicBoard) -> list[FigureRow]:
    """Every commitment of a publication, as it was published: no day of work."""
    return [
        FigureRow(
            area.name,
            row,
            Beside(
                rule=f"{told['rule']}. {told['goal']}.",
                deviation=told["deviation"],
                assessment=Assessment(told["assessment"]) if told["assessment"] else None,
                because=told["because"],
                comment=told["comment"],
                last=day_of(told["last"]),
            ),
        )
        for area in board.areas
        for row in area.rows
        for told in [board.said_of(row.commitment)]
    ]


def figures_table(rows: Iterable[FigureRow], beside: Column) -> Table:
    """One line a commitment; `beside` is the column of what the period gave, or of when it was last done."""
    columns = (
        Column(t("Fokusområde"), 26, wraps=True),
        Column(t("Åtagande"), _NAME, wraps=True),
        Column(t("Läge"), 15),
        Column(t("Utfall"), _NUMBER),
        Column(t("Mål"), _NUMBER),
        Column(t("Enhet"), 16, wraps=True),
        Column(t("Andel av målet"), _NUMBER, wraps=True),
        Column(t("Väntat"), _NUMBER),
        beside,
        Column(t("Utfall i ord"), 20),
        Column(t("Inte genomfört – därför"), _TEXT, wraps=True),
        Column(t("Bedömning"), 18, wraps=True),
        Column(t("Därför att"), _TEXT, wraps=True),
        Column(t("Kommentar"), _TEXT, wraps=True),
        Column(t("Lydelse"), 60, wraps=True),
        Column(t("Så räknar vi"), 60, wraps=True),
    )
    return Table(t("Åtaganden"), columns, tuple(tuple(_figure(each)) for each in rows), fixed=2)


def _figure(each: FigureRow) -> Iterator[Cell]:
    row, progress, said = each.row, each.progress, each.said
    yield from (each.area, name_of(each.commitment), status_view(progress.status).word)
    yield None if row.few else measured(progress, value_of(progress))
    yield measured(progress, goal_of(progress))
    yield from (unit_of(row), share_of(progress), measured(progress, expected_of(progress)))
    yield Month(said.last) if said.last else measured(progress, said.in_period)
    yield from (str(figure(row)), said.deviation, said.judged, said.because, said.comment)
    yield from (each.commitment.wording, said.rule)


def periods_table(rows: Iterable[FigureRow], as_of: date) -> Table:
    """One line for each period of the promises that are judged by it, as a strip of weeks tells them."""
    columns = (
        Column(t("Åtagande"), _NAME),
        Column(t("Från"), 13),
        Column(t("Till"), 13),
        Column(t("Utfall"), _NUMBER),
        Column(t("Mål"), _NUMBER),
        Column(t("Läge"), 15),
    )
    lines = (line for each in rows for line in _periods(each.row, as_of))
    return Table(t("Perioder"), columns, tuple(lines))


def _periods(row: BoardRow, as_of: date) -> Iterator[tuple[Cell, ...]]:
    progress = row.progress
    if not isinstance(progress, PeriodsProgress) or row.per is None:
        return
    pauses = [pause.days for pause in row.commitment.pauses]
    for each in progress.periods:
        state = state_word(state_of(each, as_of, pauses), row.per)
        yield (
            name_of(row.commitment),
            each.days.first,
            each.days.last,
            _amount(progress, each.value),
            _amount(progress, each.at_least),
            state,
        )


def _amount(progress: PeriodsProgress, value: int) -> Cell:
    return Hours(value) if progress.kind == "hours" else value
