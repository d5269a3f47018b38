"""Where a commitment should stand by a date, and the word for where it stands."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor

from logger.domain.periods import Days, Season, in_season
from logger.domain.pledges import Commitment

NO_COLOUR_BEFORE = Fraction(15, 100)
SMALL_NO_COLOUR_BEFORE = Fraction(3, 4)
SMALL_GOAL = 4
NEARLY = Fraction(8, 10)


class Status(StrEnum):
    """The words for where a commitment stands."""

    NOT_STARTED = "not_started"
    NOT_SCORED = "not_scored"
    NO_NUMBER = "no_number"
    IN_PROGRESS = "in_progress"
    ON_PACE = "on_pace"
    WATCH = "watch"
    BEHIND = "behind"
    MET = "met"
    PARTLY_MET = "partly_met"
    NOT_MET = "not_met"


@dataclass(frozen=True, slots=True)
class Pace:
    """How far a commitment has come in its validity as of a date, in eligible days."""

    valid: Days
    as_of: date
    eligible: int
    elapsed: int

    @property
    def share(self) -> Fraction | None:
        """Eligible days up to the date out of all of them; None when no day is eligible."""
        return Fraction(self.elapsed, self.eligible) if self.eligible else None

    @property
    def started(self) -> bool:
        """Whether the validity has begun."""
        return self.as_of >= self.valid.first

    @property
    def over(self) -> bool:
        """Whether the date is the last day of the validity or past it."""
        return self.as_of >= self.valid.last

    def expected(self, goal: int) -> Fraction | None:
        """What the value should be by now; None without an eligible day or with nothing to reach."""
        return None if self.share is None or not goal else goal * self.share


def pace(commitment: Commitment, as_of: date) -> Pace:
    """The commitment's pace: a day of the validity is eligible on a rule weekday, in season, not paused."""
    days = eligible_days(commitment)
    return Pace(commitment.valid, as_of, len(days), bisect_right(days, as_of))


def eligible_days(commitment: Commitment) -> Sequence[date]:
    """The days on which the commitment can be worked at, in order."""
    rule = commitment.counts
    pauses = tuple(pause.days for pause in commitment.pauses)
    return _eligible(commitment.valid, rule.weekdays, rule.seasons, pauses)


@lru_cache(maxsize=1024)  # most of a pledge's commitments share them, and so do most pledges of a country
def _eligible(
    valid: Days, weekdays: tuple[int, ...], seasons: tuple[Season, ...], pauses: tuple[Days, ...]
) -> tuple[date, ...]:
    return tuple(
        day
        for day in valid
        if (not weekdays or day.weekday() in weekdays)
        and in_season(day, seasons)
        and not any(day in pause for pause in pauses)
    )


def status_of_total(value: int, goal: int | None, pace: Pace, *, small: bool) -> Status:
    """The status of a total, held to its whole goal: the first that holds."""
    if not pace.started:
        return Status.NOT_STARTED
    share, expected = pace.share, pace.expected(goal or 0)
    if not goal or share is None or expected is None:
        return Status.NOT_SCORED
    if value >= goal:
        return Status.MET
    if pace.over:
        return Status.NOT_MET
    if share < (SMALL_NO_COLOUR_BEFORE if small else NO_COLOUR_BEFORE):
        return Status.IN_PROGRESS
    if value >= (ceil(expected) if small else floor(expected)):
        return Status.ON_PACE
    return Status.WATCH if value >= NEARLY * expected else Status.BEHIND


def status_of_periods(met: Sequence[bool], pace: Pace, *, scorable: bool) -> Status:
    """The status of a promise for each period; `met` holds one answer per closed scored period.

    `scorable` says whether any period of the validity can be scored at all.
    """
    if not pace.started:
        return Status.NOT_STARTED
    if not scorable or (pace.over and not met):
        return Status.NOT_SCORED
    if not met:
        return Status.IN_PROGRESS
    if all(met):
        return Status.MET if pace.over else Status.ON_PACE
    if sum(met) >= NEARLY * len(met):
        return Status.PARTLY_MET if pace.over else Status.WATCH
    return Status.NOT_MET if pace.over else Status.BEHIND


def status_of_milestone(reached: int, pace: Pace) -> Status:
    """The status of something that is done or not."""
    if not pace.started:
        return Status.NOT_STARTED
    if reached:
        return Status.MET
    if pace.over:
        return Status.NOT_MET
    late = pace.share is not None and pace.share >= SMALL_NO_COLOUR_BEFORE
    return Status.WATCH if late else Status.IN_PROGRESS


def status_of_reported(value: int, at_least: int | None, pace: Pace) -> Status:
    """The status of monthly numbers, which have no pace."""
    if not pace.started:
        return Status.NOT_STARTED
    if at_least is None:
        return Status.NO_NUMBER
    if value >= at_least:
        return Status.MET
    return Status.NOT_MET if pace.over else Status.IN_PROGRESS
