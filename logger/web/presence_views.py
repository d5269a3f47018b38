"""Närvaro as its page prints it: this period, the year so far, every period's bar, and what made one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from logger.domain.answers import PeriodsProgress
from logger.domain.periods import Per
from logger.services.drilldown import Drilldown
from logger.web.activity_words import ActivityWords
from logger.web.as_of import Picker
from logger.web.dates import MONTHS, period_mark, period_name
from logger.web.drilldown_views import hidden_sentence
from logger.web.entry_views import EntryLine, contribution_lines
from logger.web.figures import name_of, period_noun
from logger.web.period_charts import BarChart, Mark, PeriodState, bar_chart, strip
from logger.web.presence_stats import Current, SoFar, current_of, so_far_of
from logger.web.strip_views import CellView, cell_view, grouped, state_word
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


@dataclass(frozen=True, slots=True)
class WayOn:
    """The same page with another year or period picked."""

    name: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class PresencePage:
    """The whole page."""

    picker: Picker
    notices: tuple[str, ...]
    title: str
    wording: str
    current: Current | None
    so_far: SoFar
    years: tuple[WayOn, ...]
    chart_title: str
    chart_label: str
    chart: BarChart
    rungs: tuple[tuple[float, str], ...]
    goal: str
    weeks: tuple[Week, ...]
    by_weeks: bool
    legend: tuple[Legend, ...]
    heading: str
    entries: tuple[EntryLine, ...]
    hidden: str
    earlier: WayOn | None
    later: WayOn | None
    how_we_count: str
    period_word: str


def presence_page(
    opened: Drilldown,
    picker: Picker,
    notices: Sequence[str],
    address: str,
    how_we_count: str,
    entries_at: str,
) -> PresencePage:
    """The page in words and marks. `address` is its own, without a query."""
    row = opened.row
    assert isinstance(row.progress, PeriodsProgress)
    assert row.per is not None
    assert opened.period is not None
    by_year = grouped(_marks(opened), row.per)
    year = next(name for name, its in by_year.items() if any(mark.days == opened.period for mark in its))
    marks = by_year[year]
    kind = row.progress.kind
    goal = max((mark.at_least for mark in marks), default=0) or max(
        (each.at_least for each in row.progress.periods), default=0
    )
    chart = bar_chart(marks, goal)
    ways = _Ways(address, opened)
    picked = next(number for number, mark in enumerate(marks) if mark.days == opened.period)
    return PresencePage(
        picker=picker,
        notices=tuple(each for each in notices if each),
        title="Närvaro" if kind == "hours" else name_of(row.commitment),
        wording=row.commitment.wording,
        current=current_of(opened, row.progress, row.per),
        so_far=so_far_of(opened, year, marks, alone=len(by_year) == 1),
        years=tuple(WayOn(name, ways.to(_first_of(its)), name == year) for name, its in by_year.items()),
        chart_title=f"{'Timmar' if kind == 'hours' else 'Antal'} per {period_noun(row).one}",
        chart_label=_label(marks, opened),
        chart=chart,
        rungs=tuple((rung.y, _axis(kind, rung.value)) for rung in chart.rungs),
        goal=_axis(kind, goal) if goal else "",
        weeks=_weeks(year, marks, opened, ways),
        by_weeks=row.per is Per.ISO_WEEK,
        legend=_legend(marks, row.per),
        heading=_heading(opened),
        entries=contribution_lines(
            opened.entries, kind, ActivityWords(opened.words, opened.ledger.places), entries_at, opened.also
        ),
        hidden=hidden_sentence(opened),
        earlier=_beside(marks[picked - 1] if picked else None, row.per, ways),
        later=_beside(marks[picked + 1] if picked + 1 < len(marks) else None, row.per, ways),
        how_we_count=how_we_count,
        period_word=capital(period_noun(row).one),
    )


@dataclass(frozen=True, slots=True)
class _Ways:
    """Addresses of the same page with another period picked."""

    address: str
    opened: Drilldown

    def to(self, mark: Mark) -> str:
        asked = {"as_of": self.opened.as_of.isoformat(), "week": mark.days.first.isoformat()}
        return f"{self.address}?{urlencode(asked)}"


def _marks(opened: Drilldown) -> tuple[Mark, ...]:
    assert isinstance(opened.row.progress, PeriodsProgress)
    pauses = [pause.days for pause in opened.row.commitment.pauses]
    return strip(opened.row.progress.periods, opened.row.calendar, opened.as_of, pauses)


def _begun(mark: Mark) -> bool:
    return mark.state is not PeriodState.FUTURE


def _beside(mark: Mark | None, per: Per, ways: _Ways) -> WayOn | None:
    """The way to a period beside the picked one; None where there is none, or it has not begun."""
    if mark is None or not _begun(mark):
        return None
    return WayOn(capital(period_name(per, mark.days)), ways.to(mark), current=False)


def _first_of(marks: Sequence[Mark]) -> Mark:
    """The newest begun period of a year, or its first."""
    return next((mark for mark in reversed(marks) if _begun(mark)), marks[0])


def _label(marks: Sequence[Mark], opened: Drilldown) -> str:
    noun, per = period_noun(opened.row), opened.row.per
    assert per is not None
    counted = [(state, sum(mark.state is state for mark in marks)) for state in PeriodState]
    parts = [f"{state_word(state, per)} {number}" for state, number in counted if number]
    return f"{noun.of(len(marks))}: {', '.join(parts)}"


def _axis(kind: str, value: int) -> str:
    if kind != "hours":
        return whole(value)
    return f"{value // 3600} h" if value % 3600 == 0 else amount("hours", value)


def _weeks(year: str, marks: Sequence[Mark], opened: Drilldown, ways: _Ways) -> tuple[Week, ...]:
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
                month=MONTHS[middle.month - 1] if new_month else "",
                href=ways.to(mark) if _begun(mark) else "",
                picked=mark.days == opened.period,
                name=capital(period_name(per, mark.days)),
                value=amount(kind, mark.value) if _begun(mark) else "",
                word=capital(state_word(mark.state, per)),
            )
        )
    return tuple(weeks)


def _legend(marks: Sequence[Mark], per: Per) -> tuple[Legend, ...]:
    counts = {state: sum(mark.state is state for mark in marks) for state in PeriodState}
    numbered = (PeriodState.KEPT, PeriodState.MISSED, PeriodState.PAUSED, PeriodState.UNSCORED)
    return tuple(
        Legend(_shape(state), f"{state_word(state, per)} {number if state in numbered else ''}".strip())
        for state, number in counts.items()
        if number
    )


def _shape(state: PeriodState) -> CellView:
    return CellView(state, 0.5, "", date.min, "")


def _heading(opened: Drilldown) -> str:
    assert opened.row.per is not None
    assert opened.period is not None
    name = capital(period_name(opened.row.per, opened.period))
    if opened.period.first > opened.as_of or not opened.row.pace.started:
        return f"{name}: har inte börjat"
    if not opened.entries and not opened.hidden:
        return f"{name}: inga aktiviteter"
    return f"{name}: aktiviteterna bakom {amount(opened.row.progress.kind, opened.amount)}"
