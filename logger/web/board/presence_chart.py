"""The periods under the bars of presence: each one's shape, number and month, and the legend beside them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from logger.domain.periods import Per
from logger.services.boards.drilldown import Drilldown
from logger.web.board.period_charts import Mark, PeriodState
from logger.web.board.strip_views import CellView, cell_view, state_word
from logger.web.dates import period_mark, period_name, short_month
from logger.web.figures import period_noun
from logger.web.words import amount, capital, whole


@dataclass(frozen=True, slots=True)
class Week:
    """One period under the chart; `mark` and `month` are empty where the axis names none."""

    cell: CellView
    mark: str
    numbered: bool
    month: str
    href: str
    picked: bool
    name: str
    value: str
    word: str


@dataclass(frozen=True, slots=True)
class Legend:
    """A shape, its word, and how many there are of it."""

    cell: CellView
    text: str


def begun(mark: Mark) -> bool:
    """Whether the period has begun."""
    return mark.state is not PeriodState.FUTURE


def chart_label(marks: Sequence[Mark], opened: Drilldown) -> str:
    """The chart in words: how many periods of each kind."""
    noun, per = period_noun(opened.row), opened.row.per
    assert per is not None
    counted = [(state, sum(mark.state is state for mark in marks)) for state in PeriodState]
    parts = [f"{state_word(state, per)} {number}" for state, number in counted if number]
    return f"{noun.of(len(marks))}: {', '.join(parts)}"


def axis(kind: str, value: int) -> str:
    """A value on the axis: "2 h"."""
    if kind != "hours":
        return whole(value)
    return f"{value // 3600} h" if value % 3600 == 0 else amount("hours", value)


def weeks_of(
    year: str, marks: Sequence[Mark], opened: Drilldown, way_to: Callable[[Mark], str]
) -> tuple[Week, ...]:
    """Every period under the chart."""
    per, kind = opened.row.per, opened.row.progress.kind
    assert per is not None
    weeks = []
    month = 0
    for mark in marks:
        middle = mark.days.first + timedelta(days=3)  # a week belongs to the month of its Thursday
        new_month = per is Per.ISO_WEEK and middle.month != month and str(middle.year) == year
        month = middle.month if new_month else month
        number = period_mark(per, mark.days)
        weeks.append(
            Week(
                cell=cell_view(mark, per, kind),
                mark=number,
                numbered=per is not Per.ISO_WEEK or number == "1" or int(number) % 5 == 0,
                month=short_month(middle.month) if new_month else "",
                href=way_to(mark) if begun(mark) else "",
                picked=mark.days == opened.period,
                name=capital(period_name(per, mark.days)),
                value=amount(kind, mark.value) if begun(mark) else "",
                word=capital(state_word(mark.state, per)),
            )
        )
    return tuple(weeks)


def legend_of(marks: Sequence[Mark], per: Per) -> tuple[Legend, ...]:
    """The shapes that there are, each with its word and number."""
    counts = {state: sum(mark.state is state for mark in marks) for state in PeriodState}
    numbered = (PeriodState.KEPT, PeriodState.MISSED, PeriodState.PAUSED, PeriodState.UNSCORED)
    return tuple(
        Legend(_shape(state), f"{state_word(state, per)} {number if state in numbered else ''}".strip())
        for state, number in counts.items()
        if number
    )


def _shape(state: PeriodState) -> CellView:
    return CellView(state, 0.5, "", date.min, "")
