"""How it goes from here: what each week that is left must bring, and whether there is anything to do now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from logger.domain.periods import ONE_DAY, in_season
from logger.domain.pledges import Commitment
from logger.domain.progress.answers import Progress, TotalProgress
from logger.domain.progress.pace import Status
from logger.domain.targets import Pause

OPEN = {Status.IN_PROGRESS, Status.ON_PACE, Status.WATCH, Status.BEHIND}
DAYS_IN_A_WEEK = 7


def needed_per_week(commitment: Commitment, progress: Progress, as_of: date) -> Fraction | None:
    """What a total must grow by in each week that is left ("behövs 1,3/vecka"), in the value's own unit.

    Days that are out of season or paused are not left, and the last week is a whole one. None for what is not
    a total, has been met, is over or not begun, and when no day is left.
    """
    if not isinstance(progress, TotalProgress) or progress.status not in OPEN or progress.at_least is None:
        return None
    left = sum(
        day > as_of and in_season(day, commitment.counts.seasons) and not commitment.paused_on(day)
        for day in commitment.valid
    )
    missing = progress.at_least - progress.value
    return Fraction(missing * DAYS_IN_A_WEEK, max(left, DAYS_IN_A_WEEK)) if left else None


@dataclass(frozen=True, slots=True)
class Rest:
    """Days that are not reckoned with: a `pause`, or (without one) the time out of season.

    `until` is the last of them; None where no day to work on is left in the validity.
    """

    pause: Pause | None
    until: date | None


def resting(commitment: Commitment, as_of: date) -> Rest | None:
    """Why nothing is waited for on the day, and until when; None when it is, and outside the validity."""
    if as_of not in commitment.valid or _is_open(commitment, as_of):
        return None
    pause = next((each for each in commitment.pauses if as_of in each.days), None)
    opening = next((day for day in commitment.valid if day > as_of and _is_open(commitment, day)), None)
    return Rest(pause, opening - ONE_DAY if opening else None)


def _is_open(commitment: Commitment, day: date) -> bool:
    return in_season(day, commitment.counts.seasons) and not commitment.paused_on(day)


@dataclass(frozen=True, slots=True)
class Trend:
    """What the later half of some weeks came to, and the earlier half."""

    lately: int
    before: int
    weeks: int


def trend(weeks: Sequence[int]) -> Trend | None:
    """The weeks (oldest first) by halves; None where there are none."""
    half = len(weeks) // 2
    return Trend(sum(weeks[half:]), sum(weeks[:half]), half) if half else None
