"""Which periods of a target a date lies in, for looking up many dates."""

from collections.abc import Callable, Sequence
from datetime import date

from logger.domain.periods import Days, calendar_periods
from logger.domain.pledges import Commitment
from logger.domain.targets import per_of

Holding = Callable[[date], Sequence[Days | None]]
"""The periods (calendar bounds) that hold a day: one, several where seasons overlap; None is all there is."""


def periods_holding(commitment: Commitment) -> Holding:
    """The periods that the commitment's target is reckoned in; (None,) for any day where it is one total."""
    per = per_of(commitment.target)
    if per is None:
        return lambda _: (None,)
    periods = list(calendar_periods(per, commitment.valid, commitment.counts.seasons))
    known: dict[date, Sequence[Days]] = {}

    def holding(day: date) -> Sequence[Days]:
        if day not in known:
            known[day] = [period for period in periods if day in period]
        return known[day]

    return holding


def only(within: Days) -> Holding:
    """These days as the one period that there is."""
    return lambda day: (within,) if day in within else ()
