"""The places of a coverage against time: how often each was visited in each period."""

from collections.abc import Sequence
from dataclasses import dataclass

from logger.domain.counting.accounts import Account
from logger.domain.periods import Days, Per, calendar_periods
from logger.domain.places import Place, id_now
from logger.domain.pledges import Commitment
from logger.domain.targets import Coverage, EachPeriod

MOST_MONTHS = 13
"""A validity of more months than so is shown by quarters."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """A place with its occasions in each period; `total` over all of the validity."""

    place: Place
    occasions: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True)
class PlaceGrid:
    """Places × periods. `judged` says that every period must reach `at_least`; else all of it together."""

    per: Per
    periods: tuple[Days, ...]
    rows: tuple[GridRow, ...]
    at_least: int
    judged: bool


def place_grid(account: Account) -> PlaceGrid | None:
    """The grid of the account, places in the order of the rule, then by name; None for all but coverages.

    The columns are the target's own periods, else the rule's seasons, else months or quarters.
    """
    commitment, target = account.commitment, account.commitment.target
    if not isinstance(target, Coverage):
        return None
    per = _per(commitment, target)
    periods = tuple(calendar_periods(per, commitment.valid, commitment.counts.seasons))
    times = [account.book.visits_in(days) for days in periods]
    totals = account.book.visits_in(commitment.valid)
    return PlaceGrid(
        per=per,
        periods=periods,
        rows=tuple(
            GridRow(place, tuple(each[place.id] for each in times), totals[place.id])
            for place in _places(account)
        ),
        at_least=target.at_least,
        judged=isinstance(target.judged, EachPeriod),
    )


def _per(commitment: Commitment, target: Coverage) -> Per:
    if isinstance(target.judged, EachPeriod):
        return target.judged.per
    if commitment.counts.seasons:
        return Per.SEASON
    months = len(list(calendar_periods(Per.MONTH, commitment.valid)))
    return Per.MONTH if months <= MOST_MONTHS else Per.QUARTER


def _places(account: Account) -> Sequence[Place]:
    named = [account.places.get(each, Place(each, each)) for each in account.covered]
    listed = {id_now(each, account.places): at for at, each in enumerate(account.commitment.counts.places)}
    return sorted(named, key=lambda place: (listed.get(place.id, len(listed)), place.name))
