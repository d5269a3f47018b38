"""The places of a coverage against time: how often each was visited in each period."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from logger.domain.ledger import Ledger
from logger.domain.occasions import occasions
from logger.domain.periods import Days, Per, calendar_periods
from logger.domain.places import Place, id_now
from logger.domain.pledges import Commitment, Pledge
from logger.domain.tallies import covered_places
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


def place_grid(pledge: Pledge, commitment: Commitment, ledger: Ledger, as_of: date) -> PlaceGrid | None:
    """The grid as of the date, places in the order of the rule, then by name; None for all but coverages.

    The columns are the target's own periods, else the rule's seasons, else months or quarters.
    """
    target = commitment.target
    if not isinstance(target, Coverage):
        return None
    per = _per(commitment, target)
    periods = tuple(calendar_periods(per, commitment.valid, commitment.counts.seasons))
    found = occasions(pledge, commitment, ledger, as_of)
    times: Counter[tuple[str | None, Days]] = Counter()
    for each in found:
        times.update((each.activity.place, days) for days in periods if each.rule_date in days)
    totals = Counter(each.activity.place for each in found)
    return PlaceGrid(
        per=per,
        periods=periods,
        rows=tuple(
            GridRow(place, tuple(times[place.id, days] for days in periods), totals[place.id])
            for place in _places(commitment, ledger)
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


def _places(commitment: Commitment, ledger: Ledger) -> Sequence[Place]:
    named = [ledger.places.get(each, Place(each, each)) for each in covered_places(commitment, ledger)]
    listed = {id_now(each, ledger.places): at for at, each in enumerate(commitment.counts.places)}
    return sorted(named, key=lambda place: (listed.get(place.id, len(listed)), place.name))
