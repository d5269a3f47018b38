"""Holding a value to its goal: in total, on average, or in each period by itself."""

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache

from logger.domain.counting.tallies import Tally
from logger.domain.periods import Days, Per, calendar_periods, in_season
from logger.domain.pledges import Commitment
from logger.domain.progress.answers import Period, PeriodsProgress, TotalProgress
from logger.domain.progress.pace import SMALL_GOAL, Pace, status_of_periods, status_of_total
from logger.domain.targets import Amount, Goal, Hours, kind_of

SECONDS_IN_AN_HOUR = 3600


def in_total(commitment: Commitment, goal: Goal, value: Tally, pace: Pace) -> TotalProgress:
    """One number over the validity, held to the newest goal in effect."""
    amount = goal.on(pace.as_of)
    units, reached = in_units(commitment, amount), value(commitment.valid)
    return total(commitment, reached, units, pace, small=amount <= SMALL_GOAL)


def on_average(commitment: Commitment, goal: Goal, per: Per, value: Tally, pace: Pace) -> TotalProgress:
    """The goals of the scorable periods added up, against the values of all periods added up.

    Pauses lower no goal, partial periods count, and surplus carries.
    """
    days = commitment.valid
    periods = list(calendar_periods(per, days, commitment.counts.seasons))
    whole_goal = sum(goal_of(commitment, goal, each) for each in periods if scorable(commitment, per, each))
    values = sum(value(_clipped(each, days)) for each in periods)
    return total(commitment, values, whole_goal, pace, small=False)


def each_period(
    commitment: Commitment, goals: Goal | int, per: Per, value: Tally, pace: Pace
) -> PeriodsProgress:
    """Every period on its own, from the first of the validity to the one that the date lies in.

    `goals` is a goal with revisions, or the number of places to cover in each period.
    """
    every = calendar_periods(per, commitment.valid, commitment.counts.seasons)
    periods = tuple(
        _period(commitment, goals, per, each, value, pace) for each in every if each.first <= pace.as_of
    )
    decided = [period.met for period in periods if period.scored and period.closed]
    status = status_of_periods(decided, pace, scorable=goals != 0 and can_be_scored(commitment, per))
    return PeriodsProgress(kind_of(commitment.target), status, periods)


def total(
    commitment: Commitment,
    value: int,
    goal: int | None,
    pace: Pace,
    *,
    small: bool,
    remaining: Iterable[str] | None = None,
) -> TotalProgress:
    """The answer for one number against one goal in the value's own unit."""
    return TotalProgress(
        kind=kind_of(commitment.target),
        status=status_of_total(value, goal, pace, small=small),
        value=value,
        at_least=goal,
        expected=pace.expected(goal or 0),
        remaining=None if remaining is None else tuple(sorted(remaining)),
    )


def scorable(commitment: Commitment, per: Per, period: Days) -> bool:
    """Whether all of the period lies inside the validity and in season; for a day, on a rule weekday too."""
    rule = commitment.counts
    if not commitment.valid.covers(period):
        return False
    if per is Per.DAY and rule.weekdays and period.first.weekday() not in rule.weekdays:
        return False
    return not rule.seasons or all(in_season(day, rule.seasons) for day in period)


def can_be_scored(commitment: Commitment, per: Per) -> bool:
    """Whether any period of the validity can be scored at all."""
    every = calendar_periods(per, commitment.valid, commitment.counts.seasons)
    return any(scorable(commitment, per, each) for each in every)


def goal_of(commitment: Commitment, goal: Goal, period: Days) -> int:
    """The goal that held on the period's first day in the validity, in the value's unit."""
    return in_units(commitment, goal.on(max(period.first, commitment.valid.first)))


def in_units(commitment: Commitment, amount: Amount) -> int:
    """An amount of the pledge file in the unit of values: whole seconds for hours."""
    return _in_seconds(amount) if isinstance(commitment.target, Hours) else int(amount)


@lru_cache(maxsize=256)  # the same goal for each of a hundred weeks
def _in_seconds(hours: Amount) -> int:
    return round(Fraction(hours) * SECONDS_IN_AN_HOUR)


def _period(
    commitment: Commitment, goals: Goal | int, per: Per, days: Days, value: Tally, pace: Pace
) -> Period:
    at_least = goal_of(commitment, goals, days) if isinstance(goals, Goal) else goals
    reached = value(_clipped(days, commitment.valid))
    excused = any(pause.days.touches(days) for pause in commitment.pauses) and reached < at_least
    return Period(
        days=days,
        value=reached,
        at_least=at_least,
        scored=scorable(commitment, per, days) and not excused,
        closed=pace.as_of >= days.last,
    )


def _clipped(period: Days, valid: Days) -> Days:
    return Days(max(period.first, valid.first), min(period.last, valid.last))
