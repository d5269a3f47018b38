"""The counted facts behind a figure by place, named or with enough done: how often, and when last."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from logger.domain.activities import Activity
from logger.domain.counting.contributions import Contribution
from logger.domain.counting.covering import covered_places
from logger.domain.counting.ledger import Ledger
from logger.domain.periods import Days
from logger.domain.places import Flag, Place, id_now
from logger.domain.pledges import Commitment, Rule
from logger.domain.progress.last_weeks import LastWeeks, month_told
from logger.domain.targets import Coverage, Hours, Milestone, Reported

SMALLEST = 3
"""A cell of fewer occasions is merged with its neighbour."""

NOWHERE = ""


@dataclass(frozen=True, slots=True)
class PlaceFact:
    """How many occasions a place has had; without a place, all those that are not told by place.

    `last_month` is the first of the month of the last one, for places that the promise or citizens named, and
    `last_week` the days that it may be told in besides; `pointed_out` is when and where citizens named it.
    """

    place: Place | None
    occasions: int
    named: bool = False
    flagged: bool = False
    last_month: date | None = None
    last_week: Days | None = None
    pointed_out: tuple[Flag, ...] = ()


def place_facts(
    commitment: Commitment, given: Iterable[Contribution], ledger: Ledger, weeks: LastWeeks
) -> Iterator[PlaceFact]:
    """Every place that is told, by name, and the rest in one."""
    if isinstance(commitment.target, Hours | Milestone | Reported):
        return
    days: defaultdict[str, list[date]] = defaultdict(list)
    for activity, day in {each.activity.id: (each.activity, each.rule_date) for each in given}.values():
        days[_told_at(activity, ledger)].append(day)
    named = _named_by(commitment, ledger)
    small = {each for each, on in days.items() if each not in named and len(on) < SMALLEST} | {NOWHERE}
    for each in sorted((days.keys() | named) - small, key=lambda place: ledger.places[place].name):
        place = ledger.places[each]
        yield (
            _named(place, days[each], commitment, weeks)
            if each in named
            else _other(place, days[each], commitment)
        )
    if rest := sum(len(days[each]) for each in small & days.keys()):
        yield PlaceFact(None, rest)


def _told_at(activity: Activity, ledger: Ledger) -> str:
    return activity.place if activity.place and activity.place in ledger.places else NOWHERE


def _named_by(commitment: Commitment, ledger: Ledger) -> set[str]:
    """The places that the promise names, or that citizens pointed out where it speaks of those."""
    if isinstance(commitment.target, Coverage):
        return {each for each in covered_places(commitment, ledger.places) if each in ledger.places}
    named = {id_now(each, ledger.places) for each in _listed(commitment.counts)}
    if commitment.counts.flagged:
        named |= {place.id for place in ledger.places.values() if place.flagged_in(commitment.valid)}
    return {each for each in named if each in ledger.places}


def _listed(rule: Rule) -> Iterator[str]:
    yield from rule.places
    for option in rule.any_of:
        yield from _listed(option)


def _named(place: Place, days: Sequence[date], commitment: Commitment, weeks: LastWeeks) -> PlaceFact:
    last = max(days, default=None)
    return replace(
        _other(place, days, commitment),
        named=True,
        last_month=month_told(last, weekly=weeks.weekly) if last else None,
        last_week=weeks.told(place, last) if last else None,
        pointed_out=tuple(each for each in place.flagged if each.touches(commitment.valid)),
    )


def _other(place: Place, days: Sequence[date], commitment: Commitment) -> PlaceFact:
    return PlaceFact(place, len(days), flagged=place.flagged_in(commitment.valid))
