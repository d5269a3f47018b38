"""A rule tried on what has been done, as the page prints it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from logger.domain.drafting.draft_reading import Known
from logger.domain.periods import Days, local_date
from logger.services.pledges.rule_trials import LONGEST, Trial, Tried
from logger.web.activities.activity_words import REASONS, ActivityWords
from logger.web.as_of import day_in
from logger.web.dates import clock, days, weekday_date
from logger.web.pledges.typed import Typed, text
from logger.web.texts import t
from logger.web.words import ACTIVITY, amount, capital, whole

A_YEAR = timedelta(days=364)


@dataclass(frozen=True, slots=True)
class TrialLine:
    """One activity with what it gave, or why it gave nothing."""

    when: str
    title: str
    gave: str
    why: str


@dataclass(frozen=True, slots=True)
class TrialView:
    """The form's period and, once tried, what came of it."""

    first: str
    last: str
    faults: Mapping[str, str]
    heading: str = ""
    summary: str = ""
    reasons: tuple[tuple[str, str], ...] = ()
    lines: tuple[TrialLine, ...] = ()
    next: int = 0
    previous: int = -1


def days_in(form: Typed, today: date) -> tuple[Days | None, TrialView]:
    """The period that was typed (the last year where nothing was), and the form over it."""
    typed = {"first": text(form, "prova.from"), "last": text(form, "prova.to")}
    first = day_in(typed["first"]) if typed["first"] else today - A_YEAR
    last = day_in(typed["last"]) if typed["last"] else today
    faults = {}
    if first is None:
        faults["prova.from"] = t("Dagen finns inte.")
    if last is None:
        faults["prova.to"] = t("Dagen finns inte.")
    if first and last and last < first:
        faults["prova.to"] = t("Slutet ligger före början.")
    if first and last and (last - first).days >= LONGEST:
        faults["prova.to"] = t("Högst två år åt gången.")
    shown = TrialView(
        first.isoformat() if first else typed["first"], last.isoformat() if last else typed["last"], faults
    )
    return (None if faults or not first or not last else Days(first, last)), shown


def trial_view(trial: Trial, known: Known) -> TrialView:
    """What came of it."""
    words = ActivityWords(known.words, known.places)
    others = sum(number for _, number in trial.reasons)
    return TrialView(
        trial.days.first.isoformat(),
        trial.days.last.isoformat(),
        {},
        heading=f"{capital(days(trial.days))}: {amount(trial.kind, trial.amount)}",
        summary=t("{0} räknas, {1} gör det inte.", ACTIVITY.of(trial.counted), whole(others)),
        reasons=tuple((capital(t(REASONS[reason])), whole(number)) for reason, number in trial.reasons),
        lines=tuple(_line(each, trial.kind, words) for each in trial.lines),
        next=trial.page + 1 if trial.more else 0,
        previous=trial.page - 1,
    )


def _line(tried: Tried, kind: str, words: ActivityWords) -> TrialLine:
    activity = tried.activity
    when = f"{weekday_date(local_date(activity.started_at))} {clock(activity.started_at)}"
    place = words.place(activity.place)
    title = f"{words.type(activity.type)}, {place}" if place else words.type(activity.type)
    if tried.reason is not None:
        return TrialLine(when, title, "", t("Räknas inte: {0}", t(REASONS[tried.reason])))
    return TrialLine(when, title, f"+{amount(kind, tried.gave)}", t("Räknas"))
