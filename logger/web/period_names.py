"""What the period of a follow-up is called."""

from logger.domain.follow_up.follow_up_periods import FollowedPeriod
from logger.web.dates import period_name


def name_of_period(period: FollowedPeriod) -> str:
    """What the period is called: "oktober 2026", "tertial 2 2026", "2026"."""
    return period_name(period.rhythm.per, period.days)
