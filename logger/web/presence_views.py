"""Närvaro as its page prints it: this period, the year so far, every period's bar, and what made one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from logger.domain.answers import Period, PeriodsProgress
from logger.domain.periods import Per
from logger.services.drilldown import Drilldown
from logger.web import charts
from logger.web.activity_words import ActivityWords
from logger.web.as_of import Picker
from logger.web.dates import MONTHS, period_mark, period_name, whole_weekday_date
from logger.web.drilldown_views import hidden_sentence
from logger.web.entry_views import EntryLine, contribution_lines
from logger.web.figures import Figure, StatusView, current_period, name_of, period_noun, status_view
from logger.web.period_charts import BarChart, Mark, PeriodState, bar_chart, strip
from logger.web.row_charts import STATE_WORDS, CellView, cell_view, grouped
from logger.web.words import amount, capital, hours_left, listed, whole

NAMED = 3
"""So many paused periods are named; more are counted."""


@dataclass(frozen=True, slots=True)
class Current:
    """The period under way: what it has come to, and what is left of it until when."""

    title: str
    figure: Figure
    bullet: charts.Bullet
    label: str
    left: str
    until: str


@dataclass(frozen=True, slots=True)
class SoFar:
    """A whole year, or the whole promise: how many periods were held, and what of the others."""

    title: str
    figure: Figure
    status: StatusView
    sentence: str


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
class YearLink:
    """Another year of the promise."""

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
    years: tuple[YearLink, ...]
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
    earlier: str
    earlier_text: str
    later: str
    later_text: str
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
        current=_current(opened, row.progress, row.per),
        so_far=_so_far(opened, year, marks, alone=len(by_year) == 1),
        years=tuple(YearLink(name, ways.to(_first_of(its)), name == year) for name, its in by_year.items()),
        chart_title=f"{'Timmar' if kind == 'hours' else 'Antal'} per {period_noun(row).one}",
        chart_label=_label(marks, opened),
        chart=chart,
        rungs=tuple((rung.y, _axis(kind, rung.value)) for rung in chart.rungs),
        goal=_axis(kind, goal),
        weeks=_weeks(year, marks, opened, ways),
        by_weeks=row.per is Per.ISO_WEEK,
        legend=_legend(marks),
        heading=_heading(opened),
        entries=contribution_lines(
            opened.entries, kind, ActivityWords(opened.words, opened.ledger.places), entries_at
        ),
        hidden=hidden_sentence(opened),
        **_steps(marks, picked, row.per, ways),
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


def _steps(marks: Sequence[Mark], picked: int, per: Per, ways: _Ways) -> dict[str, str]:
    """The ways to the period before and the one after, where they have begun."""
    before = marks[picked - 1] if picked else None
    after = marks[picked + 1] if picked + 1 < len(marks) and _begun(marks[picked + 1]) else None
    return {
        "earlier": ways.to(before) if before else "",
        "earlier_text": capital(period_name(per, before.days)) if before else "",
        "later": ways.to(after) if after else "",
        "later_text": capital(period_name(per, after.days)) if after else "",
    }


def _first_of(marks: Sequence[Mark]) -> Mark:
    """The newest begun period of a year, or its first."""
    return next((mark for mark in reversed(marks) if _begun(mark)), marks[0])


def _current(opened: Drilldown, progress: PeriodsProgress, per: Per) -> Current | None:
    period = None if opened.row.pace.over else current_period(progress, opened.as_of)
    if period is None:
        return None
    figure = Figure(amount(progress.kind, period.value), _of(progress.kind, period.at_least))
    left, until = _left(period, progress.kind)
    return Current(
        title=f"{capital(period_name(per, period.days))}, {_this(per)}",
        figure=figure,
        bullet=charts.bullet(period.value, period.at_least, None),
        label=str(figure),
        left=left,
        until=until,
    )


def _this(per: Per) -> str:
    return "den här veckan" if per is Per.ISO_WEEK else "pågår"


def _of(kind: str, at_least: int) -> str:
    return f"av {amount(kind, at_least)} timmar" if kind == "hours" else f"av {whole(at_least)}"


def _left(period: Period, kind: str) -> tuple[str, str]:
    last = whole_weekday_date(period.days.last, period.days.last)
    if period.met:
        return "Hållet", f"redan nu, perioden slutar {last}."
    lacking = period.at_least - period.value
    left = hours_left(lacking) if kind == "hours" else whole(lacking)
    return f"{left} kvar", f"till {last}."


def _so_far(opened: Drilldown, year: str, marks: Sequence[Mark], *, alone: bool) -> SoFar:
    noun = period_noun(opened.row)
    kept = sum(mark.state is PeriodState.KEPT for mark in marks)
    missed = sum(mark.state is PeriodState.MISSED for mark in marks)
    scored = kept + missed
    of = f"av {noun.of(scored)} {noun.kept(kept)}" if scored else f"{noun.none()} slut än"
    title = f"Hela {year}" if opened.row.pace.over or not _open(marks) else f"Hittills {year}"
    return SoFar(
        title=(title if year else "Hittills").strip(),
        figure=Figure(whole(kept) if scored else "", of),
        status=status_view(opened.row.progress.status),
        sentence=" ".join(_of_the_others(opened, marks, missed)) + ("" if alone else _of_all(opened)),
    )


def _open(marks: Sequence[Mark]) -> bool:
    return any(mark.state in (PeriodState.CURRENT, PeriodState.FUTURE) for mark in marks)


def _of_all(opened: Drilldown) -> str:
    progress = opened.row.progress
    assert isinstance(progress, PeriodsProgress)
    noun = period_noun(opened.row)
    return f" Hela löftet: {whole(progress.periods_met)} av {noun.of(progress.periods_scored)}."


def _of_the_others(opened: Drilldown, marks: Sequence[Mark], missed: int) -> list[str]:
    noun, per = period_noun(opened.row), opened.row.per
    assert per is not None
    said = [f"{capital(noun.of(missed))} missades." if missed else ""]
    for state, verb in (
        (PeriodState.PAUSED, "var paus"),
        (PeriodState.UNSCORED, "ligger delvis utanför löftet"),
    ):
        names = [period_name(per, mark.days) for mark in marks if mark.state is state]
        if names and len(names) <= NAMED:
            said.append(f"{capital(listed(names))} {verb} och bedöms inte.")
        elif names:
            said.append(f"{noun.of(len(names))} {verb} och bedöms inte.")
    return [each for each in said if each]


def _label(marks: Sequence[Mark], opened: Drilldown) -> str:
    noun = period_noun(opened.row)
    counted = [(state, sum(mark.state is state for mark in marks)) for state in PeriodState]
    parts = [f"{STATE_WORDS[state]} {number}" for state, number in counted if number]
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
                word=capital(STATE_WORDS[mark.state]),
            )
        )
    return tuple(weeks)


def _legend(marks: Sequence[Mark]) -> tuple[Legend, ...]:
    counts = {state: sum(mark.state is state for mark in marks) for state in PeriodState}
    numbered = (PeriodState.KEPT, PeriodState.MISSED, PeriodState.PAUSED, PeriodState.UNSCORED)
    return tuple(
        Legend(_shape(state), f"{STATE_WORDS[state]} {number}" if state in numbered else STATE_WORDS[state])
        for state, number in counts.items()
        if number
    )


def _shape(state: PeriodState) -> CellView:
    return CellView(state, 0.5, "", date.min, "")


def _heading(opened: Drilldown) -> str:
    assert opened.row.per is not None
    assert opened.period is not None
    name = capital(period_name(opened.row.per, opened.period))
    if not opened.entries and not opened.hidden:
        return f"{name}: inga aktiviteter"
    return f"{name}: aktiviteterna bakom {amount(opened.row.progress.kind, opened.amount)}"
