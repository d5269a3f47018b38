"""The periods that a pledge is followed up over, months, tertials and years, and where each is found."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from logger.domain.periods import ONE_DAY, Days, Per, calendar_periods
from logger.domain.pledges import Pledge


class Rhythm(StrEnum):
    """How often a follow-up is made."""

    MONTH = "month"
    TERTIAL = "tertial"
    YEAR = "year"

    @property
    def per(self) -> Per:
        """The same as a length of period."""
        return Per(self.value)


_ADDRESS = re.compile(r"([0-9]{4})(?:-(?:([0-9]{2})|t([1-3])))?")
MONTHS_IN_A_TERTIAL = 4


@dataclass(frozen=True, slots=True, order=True)
class FollowedPeriod:
    """One month, tertial or year, in its calendar bounds."""

    days: Days
    rhythm: Rhythm

    @property
    def address(self) -> str:
        """Its place in addresses: 2026-10, 2026-t2, 2026."""
        first = self.days.first
        match self.rhythm:
            case Rhythm.MONTH:
                return f"{first:%Y-%m}"
            case Rhythm.TERTIAL:
                return f"{first.year}-t{(first.month - 1) // MONTHS_IN_A_TERTIAL + 1}"
            case Rhythm.YEAR:
                return f"{first.year}"


def periods_of(pledge: Pledge, rhythm: Rhythm) -> Iterator[FollowedPeriod]:
    """Every period of the rhythm in which the pledge holds, in order."""
    return (FollowedPeriod(days, rhythm) for days in calendar_periods(rhythm.per, pledge.reach))


def period_at(address: str) -> FollowedPeriod | None:
    """The period at this place in addresses, of which each has one; None where there is none."""
    found = _ADDRESS.fullmatch(address)
    if found is None:
        return None
    year, month, tertial = found.groups()
    rhythm = Rhythm.MONTH if month else Rhythm.TERTIAL if tertial else Rhythm.YEAR
    first_month = int(month or 0) or (int(tertial or 1) - 1) * MONTHS_IN_A_TERTIAL + 1
    try:
        day = date(int(year), first_month, 1)
        days = next(calendar_periods(rhythm.per, Days(day, day)))
    except (ValueError, OverflowError):
        return None
    period = FollowedPeriod(days, rhythm)
    return period if period.address == address else None


def just_ended(pledge: Pledge, rhythm: Rhythm, today: date) -> FollowedPeriod:
    """The newest period that is over; while none is, the first one."""
    periods = list(periods_of(pledge, rhythm))
    over = [each for each in periods if last_day(pledge, each) < today]
    return over[-1] if over else periods[0]


def last_day(pledge: Pledge, period: FollowedPeriod) -> date:
    """The day that the period's figures are as of: its last, or the last on which the pledge holds."""
    return min(period.days.last, pledge.reach.last)


def neighbours(pledge: Pledge, period: FollowedPeriod) -> tuple[FollowedPeriod | None, FollowedPeriod | None]:
    """The periods of the same rhythm before and after it; None at the ends of the pledge."""
    periods = list(periods_of(pledge, period.rhythm))
    at = periods.index(period)
    earlier = periods[at - 1] if at else None
    return earlier, periods[at + 1] if at + 1 < len(periods) else None


def day_before(period: FollowedPeriod) -> date:
    """The day before the period begins: what stood then is not of the period."""
    return period.days.first - ONE_DAY
