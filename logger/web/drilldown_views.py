"""An opened figure as its page prints it: promise, figure, rule, period, and what made it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from logger.domain.answers import TotalProgress
from logger.domain.causes import Course, Remaining, Undone, causes
from logger.domain.ledger import Mark
from logger.domain.outlook import Rest
from logger.domain.sentences import rule_sentence, target_sentence
from logger.domain.targets import Coverage, Goal
from logger.services.boards import usual_day
from logger.services.drilldown import Drilldown
from logger.web.activity_words import ActivityWords
from logger.web.as_of import Picker
from logger.web.board_views import CHECK_THE_RULE, today_line
from logger.web.cause_words import cause_lines
from logger.web.dates import days, long_date, month_name, period_name
from logger.web.entry_views import EntryLine, contribution_lines, near_lines
from logger.web.figures import (
    Figure,
    StatusView,
    check_the_rule,
    expected_in_words,
    figure,
    is_still_needed,
    name_of,
    needed,
    status_view,
)
from logger.web.grid_view import GridView, grid_view, picked_place
from logger.web.pace_words import expected_how, rest_sentence
from logger.web.period_lists import PeriodGroup, period_groups
from logger.web.row_charts import RowChart, row_chart
from logger.web.span_pick import SpanPicker, span_name, span_picker
from logger.web.texts import spoken, t
from logger.web.trend_view import TrendView, trend_view
from logger.web.words import ACTIVITY, PLACE, TIME, amount, capital, listed


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
        signed=_signed(opened, words),
        status=status_view(row.progress.status),
        figure=figure(row),
        chart=row_chart(row, today_line(row, opened.stored.pledge, opened.as_of)),
        rule=rule_sentence(commitment, opened.words, ledger.places, spoken(), pledge=opened.stored.pledge),
        target=target_sentence(commitment, opened.words, spoken()),
        facts=_facts(opened),
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
        outlook=_outlook(opened),
        causes=_causes(opened),
        plain=_plain(opened),
        back=back,
    )


def _span(opened: Drilldown, today: date, address: str) -> SpanPicker:
    latest = usual_day(opened.stored.pledge, today)
    return span_picker(opened.pick.within, opened.as_of, latest, address)


def _outlook(opened: Drilldown) -> str:
    """What was to be expected by the date and what is needed from here: "Väntat 36,6. Behövs 1,3/vecka."."""
    row = opened.row
    expected = expected_in_words(row.progress, row.pace) if isinstance(row.progress, TotalProgress) else ""
    left = needed(row)
    said = [t("Väntat till och med {0}: {1}.", long_date(opened.as_of), expected) if expected else ""]
    if left:
        said.append(t("Behövs {0}.", left) if is_still_needed(row) else f"{capital(left)}.")
    return " ".join(each for each in (*said, rest_sentence(row)) if each)


def _causes(opened: Drilldown) -> tuple[str, ...]:
    """Why it is behind; empty where it is not."""
    row = opened.row
    course = Course(row.last_activity, row.weeks)
    found = causes(row.commitment, row.progress, course, opened.near, opened.as_of)
    # That it rests is said already, and what remains stands in the grid.
    return cause_lines(
        [each for each in found if not isinstance(each, Rest | Remaining | Undone)], row, opened.ledger.places
    )


def _signed(opened: Drilldown, words: ActivityWords) -> str:
    commitment = opened.row.commitment
    known = words.vocabulary.organisations
    names = {code: term.in_text(spoken()) for code, term in known.items()}
    performers = listed([names.get(code, code) for code in commitment.performers])
    responsible = listed([names.get(code, code) for code in commitment.responsible])
    parts = [
        t("Utförare: {0}", performers) if performers else "",
        t("Ansvarig: {0}", responsible) if responsible else "",
    ]
    return ". ".join(part for part in parts if part)


def _facts(opened: Drilldown) -> tuple[tuple[str, str], ...]:
    """The period, the date, and every pause and changed goal with its reason: what decides a figure."""
    commitment = opened.row.commitment
    facts = [(t("Gäller"), days(commitment.valid)), (t("Räknat till och med"), long_date(opened.as_of))]
    facts += [(t("Väntat"), how)] if (how := expected_how(opened.row)) else []
    facts += [("Paus", f"{days(pause.days)}: {pause.reason}") for pause in commitment.pauses]
    goal = getattr(commitment.target, "goal", None)
    if isinstance(goal, Goal):
        facts += [
            (t("Ändrat mål"), t("{0} från {1}: {2}", each.at_least, long_date(each.first), each.reason))
            for each in goal.revisions
        ]
    return tuple(facts)


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
