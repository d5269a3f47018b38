"""A commitment's figures in words: where it stands, of how much, what is left, and the promise in short."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import assert_never

from logger.domain.periods import Per
from logger.domain.pledges import Commitment
from logger.domain.progress.answers import (
    MilestoneProgress,
    OngoingProgress,
    Period,
    PeriodsProgress,
    Progress,
    ReportedProgress,
    TotalProgress,
)
from logger.domain.progress.outlook import needed_per_week
from logger.domain.progress.pace import SMALL_GOAL, Pace, Status
from logger.domain.progress.place_facts import SMALLEST
from logger.services.boards.board_rows import BoardRow
from logger.web.dates import short_date, short_weekday
from logger.web.texts import t
from logger.web.words import (
    NO_BREAK,
    PERIODS,
    PLACE,
    PLACE_KINDS,
    STATUS_SYMBOLS,
    STATUS_WORDS,
    TIME,
    Noun,
    amount,
    decimal,
    hours_left,
    whole,
)

CHECK_THE_RULE_OVER = 2
"""A value more than this many times its goal says more about the rule than about the work."""


@dataclass(frozen=True, slots=True)
class StatusView:
    """A status as a page shows it: the code for its class, the symbol's id, the word."""

    code: str
    symbol: str
    word: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as a page shows it: "32" and "av 52", either of which may be empty."""

    value: str
    of: str

    def __str__(self) -> str:
        return " ".join(part for part in (self.value, self.of) if part)


def status_view(status: Status) -> StatusView:
    """The status as a shape and a word."""
    return StatusView(str(status), STATUS_SYMBOLS[status], t(STATUS_WORDS[status]))


def figure(row: BoardRow) -> Figure:
    """What the commitment has come to, beside what was promised."""
    if row.few:
        reported = isinstance(row.progress, ReportedProgress)
        few = f"{whole(SMALLEST)} {t('redovisade')}" if reported else TIME.of(SMALLEST)
        return Figure("", t("färre än {0}", few))
    return figure_of(row.progress, row.per)


def figure_of(progress: Progress, per: Per | None) -> Figure:
    """The same of a progress; `per` is the period that is judged on its own, if there is one."""
    match progress:
        case TotalProgress() as total:
            return _of_total(total)
        case PeriodsProgress() as periods:
            assert per is not None
            return _of_periods(periods, PERIODS[per])
        case MilestoneProgress(value=value):
            return Figure("", t("Klart") if value else t("Inte klart"))
        case OngoingProgress(value=value):
            return Figure(whole(value), TIME.alone(value))
        case ReportedProgress(value=value, at_least=goal):
            return Figure(whole(value), t("redovisade") if goal is None else t("av {0}", whole(goal)))
        case _:
            assert_never(progress)


def _of_total(total: TotalProgress) -> Figure:
    value = amount(total.kind, total.value)
    if total.at_least is None:
        return Figure(value, t("timmar") if total.kind == "hours" else TIME.alone(total.value))
    return Figure(value, t("av {0}", amount(total.kind, total.at_least)))


def _of_periods(progress: PeriodsProgress, noun: Noun) -> Figure:
    if not progress.periods_scored:
        return Figure("", t("{0} slut än", noun.none()))
    scored = progress.periods_scored
    return Figure(whole(progress.periods_met), t("av {0}", noun.of(scored)))


def period_noun(row: BoardRow) -> Noun:
    """What the periods of a promise for each period are called."""
    assert row.per is not None
    return PERIODS[row.per]


def needed(row: BoardRow) -> str:
    """What is left, in the fewest words: "1,3/vecka", "1 till", "senast 31 dec". Empty when nothing is."""
    match row.progress:
        case TotalProgress(at_least=int(goal), value=value, kind=kind) if value > goal:
            return t("{0} över", amount(kind, value - goal))
        case TotalProgress(at_least=int(goal), value=value, kind=kind) if value < goal and not row.pace.over:
            return _still_needed(kind, goal - value, row)
        case PeriodsProgress() as periods if not row.pace.over:
            return _left_of_the_period(periods, row.pace.as_of)
        case MilestoneProgress(value=0) if not row.pace.over:
            return t("senast {0}", short_date(row.pace.valid.last, row.pace.as_of))
        case _:
            return ""


def is_still_needed(row: BoardRow) -> bool:
    """Whether what `needed` tells is an amount still to be done, not a surplus or a last day."""
    match row.progress:
        case TotalProgress(at_least=int(goal), value=value):
            return value <= goal
        case MilestoneProgress():
            return False
        case _:
            return True


def _still_needed(kind: str, lacking: int, row: BoardRow) -> str:
    if kind == "coverage":
        return places_noun(row).of(lacking)
    a_week = needed_per_week(row.commitment, row.progress, row.pace.as_of)
    if a_week is None:
        return ""
    if is_small(row) or a_week >= lacking or a_week < Fraction(1, 10):
        return t("{0} till", hours_left(lacking) if kind == "hours" else whole(lacking))
    if kind == "hours":
        return t("{0}/vecka", hours_left(ceil(a_week)))
    return t("{0}/vecka", decimal(a_week, 0 if a_week >= 10 else 1))


def _left_of_the_period(progress: PeriodsProgress, as_of: date) -> str:
    current = current_period(progress, as_of)
    if current is None or current.met:
        return ""
    lacking = current.at_least - current.value
    left = hours_left(lacking) if progress.kind == "hours" else whole(lacking)
    last = current.days.last
    soon = (last - as_of).days < 7
    return t("{0} t.o.m. {1}", left, short_weekday(last) if soon else short_date(last, as_of))


def current_period(progress: PeriodsProgress, as_of: date) -> Period | None:
    """The period that the date lies in; None when there is none or the date is past the last."""
    return next((each for each in reversed(progress.periods) if as_of in each.days), None)


def is_small(row: BoardRow) -> bool:
    """Whether the goal is so small that one occasion is a large part of it."""
    goal = row.progress.at_least if isinstance(row.progress, TotalProgress) else None
    return goal is not None and row.progress.kind != "hours" and goal <= SMALL_GOAL


def lacking_today(row: BoardRow) -> int:
    """How much less there is than there should be by now: occasions, or seconds for hours; at least one."""
    progress = row.progress
    assert isinstance(progress, TotalProgress)
    assert progress.expected is not None
    expected = ceil(progress.expected) if is_small(row) else floor(progress.expected)
    return max(1, expected - progress.value)


def places_noun(row: BoardRow) -> Noun:
    """What the places of a coverage are called: "skolor" when all of them are schools."""
    shared = frozenset.intersection(*(each.place.kinds for each in row.places)) if row.places else frozenset()
    known = [kind for kind in PLACE_KINDS if kind in shared]
    return PLACE_KINDS[known[0]] if known else PLACE


def expected_in_words(progress: TotalProgress, pace: Pace) -> str:
    """What should have been reached: "36,6", or hours; empty where nothing is expected or all is over."""
    if progress.expected is None or pace.over or not pace.started:
        return ""
    if progress.kind == "hours":
        return amount("hours", floor(progress.expected))
    return decimal(progress.expected)


def check_the_rule(row: BoardRow) -> bool:
    """Whether so much more was done than promised that the counting rule deserves a look."""
    match row.progress:
        case TotalProgress(value=value, at_least=int(goal)) if goal:
            return value > CHECK_THE_RULE_OVER * goal
        case _:
            return False


def last_in_words(day: date | None, as_of: date, today: date) -> str:
    """When something was last done: "i dag", "9 sep", with the year when it is another."""
    if day is None:
        return ""
    if day == today:
        return t("i dag")
    # The year may stand on a line of its own where the place is narrow.
    return short_date(day, as_of).replace(f"{NO_BREAK}{day.year}", f" {day.year}")


def name_of(commitment: Commitment) -> str:
    """What a commitment is called where there is no room for its wording."""
    return commitment.label or commitment.wording
