"""How fast it must go from here: what is left of a goal, over the weeks that are left."""

from datetime import date
from fractions import Fraction

from logger.domain.answers import Progress, TotalProgress
from logger.domain.pace import Status
from logger.domain.periods import in_season
from logger.domain.pledges import Commitment

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
