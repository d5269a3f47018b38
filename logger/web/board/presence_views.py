"""Närvaro as its page prints it: this period, the year so far, every period's bar, and what made one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from logger.domain.periods import Days, Per
from logger.domain.planning.plans import Planned
from logger.domain.progress.answers import PeriodsProgress
from logger.domain.sentences.sentences import pause_sentence
from logger.services.boards.drilldown import Drilldown
from logger.services.boards.presence import presence_commitments
from logger.web.activities.activity_words import ActivityWords
from logger.web.activities.entry_views import EntryLine, contribution_lines
from logger.web.as_of import Picker
from logger.web.board.drilldown_views import hidden_sentence
from logger.web.board.period_charts import BarChart, Mark, bar_chart, strip
from logger.web.board.presence_chart import Legend, Week, axis, begun, chart_label, legend_of, weeks_of
from logger.web.board.presence_stats import Current, PickedSpan, SoFar, current_of, picked_of, so_far_of
from logger.web.board.span_pick import SpanPicker, span_name, span_picker
from logger.web.board.strip_views import grouped
from logger.web.board.trend_view import trend_sentence
from logger.web.dates import period_name
from logger.web.figures import name_of, period_noun
from logger.web.texts import spoken, t
from logger.web.words import amount, capital


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
    span: SpanPicker
    picked: PickedSpan | None
    notices: tuple[str, ...]
    title: str
    wording: str
    current: Current | None
    so_far: SoFar
    trend: str
    pauses: tuple[str, ...]
    promises: tuple[WayOn, ...]
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
    planned: Sequence[Planned] = (),
) -> PresencePage:
    """The page in words and marks. `address` is its own, without a query; `planned` is what is to come."""
    row = opened.row
    assert isinstance(row.progress, PeriodsProgress)
    assert row.per is not None
    assert opened.period is not None
    today = date.fromisoformat(picker.latest)
    by_year = grouped(_marks(opened), row.per)
    year = next(name for name, its in by_year.items() if any(mark.days == opened.period for mark in its))
    marks = by_year[year]
    kind = row.progress.kind
    goal = max((mark.at_least for mark in marks), default=0) or max(
        (each.at_least for each in row.progress.periods), default=0
    )
    chart = bar_chart(marks, goal)
    ways = _Ways(address, opened)
    earlier, later = _neighbours(marks, opened)
    return PresencePage(
        picker=picker,
        span=span_picker(opened.pick.within, opened.as_of, today, address),
        picked=picked_of(opened),
        notices=tuple(each for each in notices if each),
        title=t("Närvaro") if kind == "hours" else name_of(row.commitment),
        wording=row.commitment.wording,
        current=current_of(opened, row.progress, row.per, today, planned),
        so_far=so_far_of(opened, year, marks, alone=len(by_year) == 1),
        trend=trend_sentence(row) if row.pace.started and not row.pace.over else "",
        pauses=_pauses(opened, marks),
        promises=tuple(_promises(opened, address)),
        years=tuple(WayOn(name, ways.to(_first_of(its)), name == year) for name, its in by_year.items()),
        chart_title=t("Timmar per {0}" if kind == "hours" else "Antal per {0}", period_noun(row).alone(1)),
        chart_label=chart_label(marks, opened),
        chart=chart,
        rungs=tuple((rung.y, axis(kind, rung.value)) for rung in chart.rungs),
        goal=axis(kind, goal) if goal else "",
        weeks=weeks_of(year, marks, opened, ways.to),
        by_weeks=row.per is Per.ISO_WEEK,
        legend=legend_of(marks, row.per),
        heading=_heading(opened),
        entries=contribution_lines(
            opened.entries, kind, ActivityWords(opened.words, opened.ledger.places), entries_at, opened.also
        ),
        hidden=hidden_sentence(opened),
        earlier=_beside(earlier, row.per, ways),
        later=_beside(later, row.per, ways),
        how_we_count=how_we_count,
        period_word=capital(period_noun(row).alone(1)),
    )


@dataclass(frozen=True, slots=True)
class _Ways:
    """Addresses of the same page with another period picked."""

    address: str
    opened: Drilldown

    def to(self, mark: Mark) -> str:
        asked = {"as_of": self.opened.as_of.isoformat(), "week": mark.days.first.isoformat()}
        return f"{self.address}?{urlencode(asked)}"


def _neighbours(marks: Sequence[Mark], opened: Drilldown) -> tuple[Mark | None, Mark | None]:
    """The periods before and after the one shown; picked days have none."""
    if opened.pick.is_part:
        return None, None
    at = next(number for number, mark in enumerate(marks) if mark.days == opened.period)
    return marks[at - 1] if at else None, marks[at + 1] if at + 1 < len(marks) else None


def _pauses(opened: Drilldown, marks: Sequence[Mark]) -> tuple[str, ...]:
    """The pauses of the shown year with their public reasons."""
    shown = Days(marks[0].days.first, marks[-1].days.last)
    return tuple(
        pause_sentence(each, spoken()) for each in opened.row.commitment.pauses if each.days.touches(shown)
    )


def _promises(opened: Drilldown, address: str) -> list[WayOn]:
    """The pledge's promises of presence, where there are several of them."""
    among = presence_commitments(opened.stored.pledge)
    base = address.rpartition("/")[0]
    as_of = urlencode({"as_of": opened.as_of.isoformat()})
    mine = opened.row.commitment.id
    ways = [WayOn(name_of(each), f"{base}/{each.id}?{as_of}", each.id == mine) for each in among]
    return ways if len(ways) > 1 else []


def _marks(opened: Drilldown) -> tuple[Mark, ...]:
    assert isinstance(opened.row.progress, PeriodsProgress)
    pauses = [pause.days for pause in opened.row.commitment.pauses]
    return strip(opened.row.progress.periods, opened.row.calendar, opened.as_of, pauses)


def _beside(mark: Mark | None, per: Per, ways: _Ways) -> WayOn | None:
    """The way to a period beside the picked one; None where there is none, or it has not begun."""
    if mark is None or not begun(mark):
        return None
    return WayOn(capital(period_name(per, mark.days)), ways.to(mark), current=False)


def _first_of(marks: Sequence[Mark]) -> Mark:
    """The newest begun period of a year, or its first."""
    return next((mark for mark in reversed(marks) if begun(mark)), marks[0])


def _heading(opened: Drilldown) -> str:
    assert opened.row.per is not None
    assert opened.period is not None
    span = opened.pick.within
    name = span_name(span) if span else capital(period_name(opened.row.per, opened.period))
    if opened.period.first > opened.as_of or not opened.row.pace.started:
        return t("{0}: har inte börjat", name)
    if not opened.entries and not opened.hidden:
        return t("{0}: inga aktiviteter", name)
    return t("{0}: aktiviteterna bakom {1}", name, amount(opened.row.progress.kind, opened.amount))
