"""What a commitment's target comes to between two dates."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import assert_never

from logger.domain.ledger import Ledger
from logger.domain.occasions import Occasion, attendance, occasions
from logger.domain.periods import Days
from logger.domain.places import id_now
from logger.domain.pledges import Commitment, Pledge
from logger.domain.presence import by_day, total, union, whole_seconds
from logger.domain.targets import (
    Count,
    Coverage,
    Hours,
    HoursAs,
    Increase,
    Milestone,
    Ongoing,
    Reported,
    Sum,
    Unit,
)
from logger.domain.windows import Interval

Tally = Callable[[Days], int]


def tally(pledge: Pledge, commitment: Commitment, ledger: Ledger, as_of: date) -> Tally:
    """A function from days to the target's value on them, as of the date: occasions, seconds, a sum …"""
    match commitment.target:
        case Hours(hours_as=hours_as):
            return _seconds(pledge, commitment, ledger, as_of, hours_as)
        case Reported():
            return _reported(commitment, ledger, as_of)
        case Milestone():
            return _milestone(pledge, commitment, ledger, as_of)
        case Count() | Sum() | Coverage() | Increase() | Ongoing() as target:
            found = sorted(occasions(pledge, commitment, ledger, as_of), key=lambda each: each.rule_date)
            return _between(found, _measure(target, commitment, ledger))
        case _:
            assert_never(commitment.target)


def covered_places(commitment: Commitment, ledger: Ledger) -> frozenset[str]:
    """Ids of the places that a coverage is about: those that meet all of the rule's conditions on places."""
    rule = commitment.counts
    known = ledger.places.values()
    given: list[set[str]] = []
    if rule.places:
        given.append({id_now(each, ledger.places) for each in rule.places})
    if rule.place_kinds:
        given.append({place.id for place in known if not place.kinds.isdisjoint(rule.place_kinds)})
    if rule.flagged:
        given.append({place.id for place in known if place.flagged_in(commitment.valid)})
    return frozenset(set.intersection(*given)) if given else frozenset()


def places_reached(found: Iterable[Occasion], at_least: int, among: frozenset[str]) -> frozenset[str]:
    """Which of the places have at least so many occasions."""
    times = Counter(each.activity.place for each in found)
    return frozenset(place for place in among if times[place] >= at_least)


def _measure(
    target: Count | Sum | Coverage | Increase | Ongoing, commitment: Commitment, ledger: Ledger
) -> Callable[[Sequence[Occasion]], int]:
    match target:
        case Count(unit=Unit.DAY):
            return lambda found: len({each.rule_date for each in found})
        case Count(unit=Unit.PLACE):
            return lambda found: len({each.activity.place for each in found} - {None})
        case Sum(counter=counter):
            return lambda found: sum(each.activity.counters.get(counter, 0) for each in found)
        case Coverage(at_least=at_least):
            among = covered_places(commitment, ledger)
            return lambda found: len(places_reached(found, at_least, among))
        case _:
            return len


def _between(found: list[Occasion], measure: Callable[[Sequence[Occasion]], int]) -> Tally:
    dates = [each.rule_date for each in found]
    return lambda days: measure(found[bisect_left(dates, days.first) : bisect_right(dates, days.last)])


def _milestone(pledge: Pledge, commitment: Commitment, ledger: Ledger, as_of: date) -> Tally:
    dates = [each.rule_date for each in occasions(pledge, commitment, ledger, as_of)]
    marked = (mark.date for mark in ledger.marks if mark.commitment == commitment.id)
    dates += [day for day in marked if day in commitment.valid and day <= as_of]
    return lambda days: int(any(day in days for day in dates))


def _reported(commitment: Commitment, ledger: Ledger, as_of: date) -> Tally:
    mine = [
        report
        for report in ledger.reports
        if report.commitment == commitment.id and report.month in commitment.valid and report.month <= as_of
    ]
    return lambda days: sum(report.value for report in mine if report.month in days)


def _seconds(pledge: Pledge, commitment: Commitment, ledger: Ledger, as_of: date, hours_as: HoursAs) -> Tally:
    everyone: list[Interval] = []
    named: defaultdict[str, list[Interval]] = defaultdict(list)
    lengths: defaultdict[date, timedelta] = defaultdict(timedelta)

    for activity, intervals in attendance(pledge, commitment, ledger, as_of):
        if hours_as is HoursAs.PRESENCE:
            everyone += intervals
            continue
        for person in set(activity.participants):
            named[person] += intervals
        for day, part in _cut(intervals):
            lengths[day] += total([part]) * activity.unnamed

    for presences in (everyone, *named.values()):
        for day, part in _cut(union(presences)):
            lengths[day] += total([part])

    dates = sorted(lengths)
    ordered = [lengths[day] for day in dates]
    return lambda days: whole_seconds(
        sum(ordered[bisect_left(dates, days.first) : bisect_right(dates, days.last)], timedelta())
    )


def _cut(intervals: Iterable[Interval]) -> Iterable[tuple[date, Interval]]:
    return (part for interval in intervals for part in by_day(interval))
