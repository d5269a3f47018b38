"""Presence in figures: the period under way, and the year so far."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from urllib.parse import urlencode

from logger.domain.periods import Days, Per
from logger.domain.planning.plans import Planned
from logger.domain.progress.answers import Period, PeriodsProgress
from logger.services.boards.drilldown import Drilldown
from logger.web import charts
from logger.web.board.period_charts import Mark, PeriodState, state_of
from logger.web.board.span_pick import span_name
from logger.web.board.strip_views import state_word
from logger.web.dates import period_name, whole_weekday_date
from logger.web.figures import Figure, StatusView, current_period, period_noun, status_view
from logger.web.texts import t
from logger.web.words import amount, capital, hours_left, listed, whole

NAMED = 3
"""So many paused periods, and so much of what is planned, are named; more are counted."""

A_WEEK = 7  # days


@dataclass(frozen=True, slots=True)
class Before:
    """The period before it: which, and how it went."""

    name: str
    href: str
    words: str


@dataclass(frozen=True, slots=True)
class Current:
    """The period under way: what it has come to, what is left of it until when, and how the last one went."""

    title: str
    figure: Figure
    bullet: charts.Bullet
    label: str
    left: str
    until: str
    href: str
    before: Before | None
    planned: str


@dataclass(frozen=True, slots=True)
class SoFar:
    """A whole year, or the whole promise: how many periods were held, and what of the others."""

    title: str
    figure: Figure
    status: StatusView
    sentence: str


@dataclass(frozen=True, slots=True)
class PickedSpan:
    """What some picked days came to, whatever the promise's own periods."""

    name: str
    amount: str
    a_week: str


def current_of(
    opened: Drilldown, progress: PeriodsProgress, per: Per, today: date, planned: Sequence[Planned]
) -> Current | None:
    """The period that the date lies in; None when the promise is over or has not begun."""
    period = None if opened.row.pace.over else current_period(progress, opened.as_of)
    if period is None:
        return None
    figure = Figure(amount(progress.kind, period.value), _of(progress.kind, period.at_least))
    left, until = _left(period, progress.kind)
    name = capital(period_name(per, period.days))
    return Current(
        title=f"{name}, {_this(per)}" if today in period.days else name,
        figure=figure,
        bullet=charts.bullet(period.value, period.at_least, None),
        label=str(figure),
        left=left,
        until=until,
        href=_to(opened, period),
        before=_before(opened, progress, per, period),
        planned=_planned(planned),
    )


def days_under_way(opened: Drilldown, today: date) -> Days | None:
    """The period that is under way today, where the page tells of today."""
    progress = opened.row.progress
    if not isinstance(progress, PeriodsProgress) or opened.as_of != today or opened.row.pace.over:
        return None
    period = current_period(progress, today)
    return None if period is None else period.days


def _planned(planned: Sequence[Planned]) -> str:
    """What is to be done in the period, the first first: "Planerat: Fotpatrull fredag 4 december."."""
    named = [f"{each.item.title} {_due(each.occurrence.days)}" for each in planned[:NAMED]]
    more = len(planned) - len(named)
    return (
        t("Planerat: {0}.", listed([*named, t("{0} till", whole(more))] if more else named)) if named else ""
    )


def _due(due: Days) -> str:
    """The day, or the last of the days, that it is due on."""
    last = whole_weekday_date(due.last, due.last)
    return last if len(due) == 1 else t("senast {0}", last)


def _to(opened: Drilldown, period: Period) -> str:
    asked = {"as_of": opened.as_of.isoformat(), "week": period.days.first.isoformat()}
    return f"?{urlencode(asked)}#bakom"


def _before(opened: Drilldown, progress: PeriodsProgress, per: Per, current: Period) -> Before | None:
    """On a Monday the week under way says nothing yet."""
    over = [each for each in progress.periods if each.days.last < current.days.first]
    if not over:
        return None
    last, pauses = over[-1], [pause.days for pause in opened.row.commitment.pauses]
    state = state_word(state_of(last, opened.as_of, pauses), per)
    came_to = f"{amount(progress.kind, last.value)} {t('av {0}', amount(progress.kind, last.at_least))}"
    return Before(capital(period_name(per, last.days)), _to(opened, last), f"{came_to}, {state}.")


def _this(per: Per) -> str:
    return t("den här veckan") if per is Per.ISO_WEEK else t("pågår")


def _of(kind: str, at_least: int) -> str:
    return t("av {0} timmar", amount(kind, at_least)) if kind == "hours" else t("av {0}", whole(at_least))


def _left(period: Period, kind: str) -> tuple[str, str]:
    last = whole_weekday_date(period.days.last, period.days.last)
    if period.met:
        return t("Hållet"), t("redan nu, perioden slutar {0}.", last)
    lacking = period.at_least - period.value
    left = hours_left(lacking) if kind == "hours" else whole(lacking)
    return t("{0} kvar", left), t("till {0}.", last)


def so_far_of(opened: Drilldown, year: str, marks: Sequence[Mark], *, alone: bool) -> SoFar:
    """A line of periods: how many were held, and what of the others."""
    noun = period_noun(opened.row)
    kept = sum(mark.state is PeriodState.KEPT for mark in marks)
    missed = sum(mark.state is PeriodState.MISSED for mark in marks)
    scored = kept + missed
    of = t("av {0} {1}", noun.of(scored), noun.kept(kept)) if scored else t("{0} slut än", noun.none())
    title = t("Hela {0}", year) if opened.row.pace.over or not _open(marks) else t("Hittills {0}", year)
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
    if not progress.periods_scored:
        return ""
    noun = period_noun(opened.row)
    return t(" Hela löftet: {0} av {1}.", whole(progress.periods_met), noun.of(progress.periods_scored))


def _of_the_others(opened: Drilldown, marks: Sequence[Mark], missed: int) -> list[str]:
    noun, per = period_noun(opened.row), opened.row.per
    assert per is not None
    said = [t("{0} missades.", capital(noun.of(missed))) if missed else ""]
    for state, verb in (
        (PeriodState.PAUSED, t("var paus")),
        (PeriodState.UNSCORED, t("ligger delvis utanför löftet")),
    ):
        names = [period_name(per, mark.days) for mark in marks if mark.state is state]
        if names and len(names) <= NAMED:
            said.append(t("{0} {1} och bedöms inte.", capital(listed(names)), verb))
        elif names:
            said.append(t("{0} {1} och bedöms inte.", noun.of(len(names)), verb))
    return [each for each in said if each]


def picked_of(opened: Drilldown) -> PickedSpan | None:
    """What the picked days came to, and in a week of them; None while none are picked."""
    span, kind = opened.pick.within, opened.row.progress.kind
    if span is None:
        return None
    weeks = Fraction(len(span), A_WEEK)
    mean = amount(kind, int(opened.amount / weeks)) if weeks > 1 else ""
    return PickedSpan(
        span_name(span), amount(kind, opened.amount), t("i snitt {0} i veckan", mean) if mean else ""
    )
