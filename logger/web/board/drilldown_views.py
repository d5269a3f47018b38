"""An opened figure as its page prints it: promise, figure, rule, period, and what made it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from logger.domain.counting.ledger import Mark
from logger.domain.sentences.sentences import rule_sentence, target_sentence
from logger.domain.targets import Coverage
from logger.services.boards.boards import usual_day
from logger.services.boards.drilldown import Drilldown
from logger.web.activities.activity_words import ActivityWords
from logger.web.activities.entry_views import EntryLine, contribution_lines, near_lines
from logger.web.as_of import Picker
from logger.web.board.board_views import CHECK_THE_RULE, today_line
from logger.web.board.figure_facts import facts_of, late_because, outlook_of
from logger.web.board.grid_view import GridView, grid_view, picked_place
from logger.web.board.period_lists import PeriodGroup, period_groups
from logger.web.board.row_charts import RowChart, row_chart
from logger.web.board.span_pick import SpanPicker, span_name, span_picker
from logger.web.board.trend_view import TrendView, trend_view
from logger.web.dates import long_date, month_name, period_name
from logger.web.figures import (
    Figure,
    StatusView,
    check_the_rule,
    figure,
    name_of,
    status_view,
)
from logger.web.signed_by import signed_by
from logger.web.texts import spoken, t
from logger.web.words import ACTIVITY, PLACE, TIME, amount, capital


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """One place of a coverage: "Vallhallaskolan", "6 gånger"."""

    name: str
    times: str
    reached: bool


@dataclass(frozen=True, slots=True)
class PlainLine:
    """A mark or a monthly number: when, what, and from where in words or as a link."""

    when: str
    what: str
    source: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class DrilldownPage:
    """The whole page. `periods` are there to pick one from."""

    picker: Picker
    span: SpanPicker
    notices: tuple[str, ...]
    name: str
    wording: str
    signed: str
    status: StatusView
    figure: Figure
    chart: RowChart | None
    rule: str
    target: str
    facts: tuple[tuple[str, str], ...]
    periods: tuple[PeriodGroup, ...]
    trend: TrendView | None
    places: tuple[PlaceLine, ...]
    grid: GridView | None
    heading: str
    entries: tuple[EntryLine, ...]
    sum: str
    hidden: str
    whole: str
    near: tuple[EntryLine, ...]
    near_count: str
    outlook: str
    causes: tuple[str, ...]
    plain: tuple[PlainLine, ...]
    back: str


def drilldown_page(
    opened: Drilldown, picker: Picker, notices: Sequence[str], back: str, entries_at: str
) -> DrilldownPage:
    """The page in words. `back` is the board's address, `entries_at` the address that entries are under."""
    board, _, query = back.partition("?")
    address = f"{board}/{opened.row.commitment.id}"
    row, ledger = opened.row, opened.ledger
    commitment = row.commitment
    words = ActivityWords(opened.words, ledger.places)
    kind = row.progress.kind
    warning = (CHECK_THE_RULE + ".",) if check_the_rule(row) else ()
    return DrilldownPage(
        picker=picker,
        span=_span(opened, date.fromisoformat(picker.latest), address),
        notices=(*(each for each in notices if each), *warning),
        name=name_of(commitment),
        wording=commitment.wording,
        signed=signed_by(opened.row.commitment, words.vocabulary),
        status=status_view(row.progress.status),
        figure=figure(row),
        chart=row_chart(row, today_line(row, opened.stored.pledge, opened.as_of)),
        rule=rule_sentence(commitment, opened.words, ledger.places, spoken(), pledge=opened.stored.pledge),
        target=target_sentence(commitment, opened.words, spoken()),
        facts=facts_of(opened),
        periods=period_groups(opened),
        trend=trend_view(
            row, opened.as_of, address, opened.pick.within.first if opened.pick.within else None
        ),
        places=tuple(
            PlaceLine(each.place.name, TIME.of(each.occasions), each.reached) for each in row.places
        ),
        grid=grid_view(opened, address),
        heading=_heading(opened),
        entries=contribution_lines(opened.entries, kind, words, entries_at, opened.also),
        sum=_sum(opened),
        hidden=hidden_sentence(opened),
        whole=f"{address}?{query}#bakom" if opened.pick.is_part else "",
        near=near_lines(opened.near, words, entries_at, address, f"?{query}" if query else ""),
        near_count=ACTIVITY.of(len(opened.near)),
        outlook=outlook_of(opened),
        causes=late_because(opened),
        plain=_plain(opened),
        back=back,
    )


def _span(opened: Drilldown, today: date, address: str) -> SpanPicker:
    latest = usual_day(opened.stored.pledge, today)
    return span_picker(opened.pick.within, opened.as_of, latest, address)


def _period(opened: Drilldown) -> str:
    if opened.period is None or opened.row.per is None:
        return ""
    return capital(period_name(opened.row.per, opened.period))


def _heading(opened: Drilldown) -> str:
    figures = amount(opened.row.progress.kind, opened.amount)
    if opened.pick.is_part:
        return t("{0}: aktiviteterna bakom {1}", _part(opened), figures)
    if opened.row.per is not None and opened.period is None:
        return ""
    if opened.reports:
        return t("Månaderna bakom {0}", figures)
    period = _period(opened)
    return (
        t("{0}: aktiviteterna bakom {1}", period, figures)
        if period
        else t("Aktiviteterna bakom {0}", figures)
    )


def _part(opened: Drilldown) -> str:
    """Where and when what is shown was done: "Rödsleskolan, november 2026"."""
    place, span = picked_place(opened, opened.pick.place), opened.pick.within
    return ", ".join(filter(None, [place, span_name(span) if span else ""]))


def _sum(opened: Drilldown) -> str:
    """What the amounts add up to, in the figure's own unit."""
    match opened.row.commitment.target:
        case Coverage() if not opened.pick.is_part:
            return PLACE.of(opened.amount)
        case _:
            return amount(opened.row.progress.kind, opened.amount)


def hidden_sentence(opened: Drilldown) -> str:
    """What to say of activities that made the figure but are not for this reader; empty without any."""
    if not opened.hidden:
        return ""
    return t("{0} som andra har loggat visas inte för dig, men ingår i siffran.", ACTIVITY.of(opened.hidden))


def _plain(opened: Drilldown) -> tuple[PlainLine, ...]:
    marks = [_mark(each) for each in opened.marks]
    reports = [
        PlainLine(month_name(each.month), amount("reported", each.value), each.source)
        for each in opened.reports
    ]
    return (*marks, *reports)


def _mark(mark: Mark) -> PlainLine:
    is_link = mark.evidence.startswith(("https://", "http://"))
    link, source = (mark.evidence, "") if is_link else ("", mark.evidence)
    return PlainLine(long_date(mark.date), t("Markerat som genomfört"), source, link)
