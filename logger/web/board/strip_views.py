"""Strips of periods in words: each period's shape and name, in lines of a year or a month."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from logger.domain.periods import Days, Per
from logger.services.boards.board_rows import BoardRow
from logger.web.board.period_charts import Mark, PeriodState
from logger.web.dates import month_in_words, period_name, weekday_date
from logger.web.figures import figure, period_noun
from logger.web.texts import t
from logger.web.words import PERIODS, amount, capital

STATE_WORDS = {
    PeriodState.KEPT: "hållen",
    PeriodState.MISSED: "missad",
    PeriodState.PAUSED: "paus",
    PeriodState.UNSCORED: "bedöms inte",
    PeriodState.CURRENT: "pågår",
    PeriodState.FUTURE: "kommer",
}
NEUTER = {PeriodState.KEPT: "hållet", PeriodState.MISSED: "missat"}


def state_word(state: PeriodState, per: Per) -> str:
    """The word for how a period stands: a week is "hållen", a quarter "hållet"."""
    words = STATE_WORDS | NEUTER if PERIODS[per].neuter else STATE_WORDS
    return t(words[state])


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
    """A line of a strip: a year of weeks, a month of days, or all there is."""

    name: str
    cells: tuple[CellView, ...]


def strip_label(marks: Sequence[Mark], row: BoardRow) -> str:
    """A strip in words: "38 av 46 veckor hållna, 8 veckor missades, 1 vecka var paus"."""
    noun = period_noun(row)
    missed = sum(mark.state is PeriodState.MISSED for mark in marks)
    paused = sum(mark.state is PeriodState.PAUSED for mark in marks)
    parts = [f"{figure(row)} {noun.kept(2)}" if figure(row).value else str(figure(row))]
    if missed:
        parts.append(t("{0} missades", noun.of(missed)))
    if paused:
        parts.append(t("{0} var paus", noun.of(paused)))
    return capital(", ".join(parts))


def _year_of_week(days: Days) -> str:
    return str(days.first.isocalendar().year)


def _month_of_day(days: Days) -> str:
    return f"{month_in_words(days.first.month)} {days.first.year}"


def _one_line(_: Days) -> str:
    return ""


HAS_LINES: dict[Per, Callable[[Days], str]] = {Per.ISO_WEEK: _year_of_week, Per.DAY: _month_of_day}


def grouped(marks: Sequence[Mark], per: Per) -> dict[str, tuple[Mark, ...]]:
    """The marks by the name of their line: weeks by ISO year, days by month, all else in one line.

    A part of a week before the first whole year stands before its week 1, as the signed time begins with it.
    """
    name_of_line = HAS_LINES.get(per, _one_line)
    names = [name_of_line(mark.days) for mark in marks]
    if per is Per.ISO_WEEK and len(names) > 1 and names.count(names[0]) == 1:
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
    text = f"{capital(name)}: {state_word(mark.state, per)}"
    if mark.state is not PeriodState.FUTURE:
        text = t("{0}, {1} av {2}", text, amount(kind, mark.value), amount(kind, mark.at_least))
    if per is Per.ISO_WEEK:
        text = f"{text} ({weekday_date(mark.days.first)})"
    return CellView(mark.state, mark.share, text, mark.days.first, name)
