"""What each counted activity gave to a commitment's figure, so that every figure opens to its entries."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import assert_never

from logger.domain.activities import Activity
from logger.domain.counting.covering import covered_places
from logger.domain.counting.holding_periods import Holding, only, periods_holding
from logger.domain.counting.ledger import Ledger
from logger.domain.counting.occasions import Occasion, attendance, occasions
from logger.domain.counting.presence import add, by_day, whole_seconds
from logger.domain.counting.windows import Interval
from logger.domain.periods import Days
from logger.domain.pledges import Commitment, Pledge
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


class Why(StrEnum):
    """Why an activity gave what it gave."""

    COUNTED = "counted"
    SIMULTANEOUS = "simultaneous"
    PARTLY_SIMULTANEOUS = "partly_simultaneous"
    SAME_DAY = "same_day"
    SAME_PLACE = "same_place"
    ALREADY_REACHED = "already_reached"
    NOT_YET_ENOUGH = "not_yet_enough"
    NO_NUMBER_GIVEN = "no_number_given"
    NO_PLACE_TO_COVER = "no_place_to_cover"


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one activity gave to a figure.

    `amount` is in the figure's own unit (occasions, days, places, a counter, seconds); the amounts of all
    contributions add up to the value. For hours `seconds` is the amount too, and less, or 0, where others
    were there at the same time ("counted once"); for other kinds it is 0. `period` is the one that it
    counts in, in calendar bounds; None when the target is judged in total. An hour over two periods is two
    contributions.
    """

    activity: Activity
    rule_date: date
    seconds: int
    amount: int
    period: Days | None
    why: Why = Why.COUNTED


def contributions(
    pledge: Pledge, commitment_id: str, ledger: Ledger, as_of: date, within: Days | None = None
) -> list[Contribution]:
    """What every counted activity gave to the commitment as of the date, in order of start time and id.

    With `within` only what was given on those days, each activity once; hours are cut at its bounds, and
    `period` is then these days. What an occasion gave still depends on those before it, on other days too.
    A milestone reached by a mark and the numbers of a `reported` commitment have no activities behind them.
    Raises KeyError when the pledge has no such commitment.
    """
    commitment = pledge.commitment(commitment_id)
    match commitment.target:
        case Reported():
            return []
        case Hours(hours_as=hours_as):
            holding = periods_holding(commitment) if within is None else only(within)
            return list(_of_hours(pledge, commitment, ledger, as_of, hours_as, holding))
        case Count() | Sum() | Coverage() | Increase() | Ongoing() | Milestone():
            of_all = _of_occasions(pledge, commitment, ledger, as_of)
            return list(of_all if within is None else _given_on(within, of_all))
        case _:
            assert_never(commitment.target)


Share = tuple[int, Why]
Sharing = Callable[[Occasion, Days | None], Share]


def _of_occasions(
    pledge: Pledge, commitment: Commitment, ledger: Ledger, as_of: date
) -> Iterator[Contribution]:
    share, holding = _sharing(commitment, ledger), periods_holding(commitment)
    for occasion in occasions(pledge, commitment, ledger, as_of):
        for period in holding(occasion.rule_date):
            amount, why = share(occasion, period)
            yield Contribution(occasion.activity, occasion.rule_date, 0, amount, period, why)


def _sharing(commitment: Commitment, ledger: Ledger) -> Sharing:
    """What an occasion gives, knowing those before it."""
    match commitment.target:
        case Sum(counter=counter):
            return lambda occasion, _: _number(occasion.activity, counter)
        case Count(unit=Unit.DAY):
            return _first_of(lambda occasion: occasion.rule_date, Why.SAME_DAY)
        case Count(unit=Unit.PLACE):
            return _first_of(lambda occasion: occasion.activity.place, Why.SAME_PLACE)
        case Coverage(at_least=at_least):
            return _nth_at_place(at_least, covered_places(commitment, ledger.places))
        case Milestone():
            return _first_of(lambda _: commitment.id, Why.ALREADY_REACHED)
        case _:
            return lambda _, __: (1, Why.COUNTED)


def _number(activity: Activity, counter: str) -> Share:
    given = counter in activity.counters
    return activity.counters.get(counter, 0), Why.COUNTED if given else Why.NO_NUMBER_GIVEN


def _first_of(key: Callable[[Occasion], Hashable], otherwise: Why) -> Sharing:
    """The first of its kind in the period gives 1; one without a kind (no place) gives nothing."""
    seen: set[tuple[Days | None, Hashable]] = set()

    def share(occasion: Occasion, period: Days | None) -> Share:
        kind = key(occasion)
        if kind is None:
            return 0, Why.NO_PLACE_TO_COVER
        if (period, kind) in seen:
            return 0, otherwise
        seen.add((period, kind))
        return 1, Why.COUNTED

    return share


def _nth_at_place(at_least: int, among: frozenset[str]) -> Sharing:
    """The occasion that makes a place reach its number gives 1."""
    times: Counter[tuple[Days | None, str]] = Counter()

    def share(occasion: Occasion, period: Days | None) -> Share:
        place = occasion.activity.place
        if place is None or place not in among:
            return 0, Why.NO_PLACE_TO_COVER
        times[period, place] += 1
        if times[period, place] == at_least:
            return 1, Why.COUNTED
        return 0, Why.NOT_YET_ENOUGH if times[period, place] < at_least else Why.ALREADY_REACHED

    return share


def _of_hours(
    pledge: Pledge,
    commitment: Commitment,
    ledger: Ledger,
    as_of: date,
    hours_as: HoursAs,
    holding: Holding,
) -> Iterator[Contribution]:
    """Presence in order: an activity gives the time that none before it had given."""
    known: defaultdict[str, list[Interval]] = defaultdict(list)
    totals: defaultdict[Days | None, timedelta] = defaultdict(timedelta)
    for activity, intervals in attendance(pledge, commitment, ledger, as_of):
        crowd = _crowd(activity, hours_as)
        given: dict[Days | None, tuple[date, timedelta, timedelta]] = {}
        for day, part in (cut for interval in intervals for cut in by_day(interval)):
            unnamed = (part[1] - part[0]) * (activity.unnamed if hours_as is HoursAs.PERSON else 0)
            new = sum((add(known[name], part) for name in crowd), unnamed)
            there = (part[1] - part[0]) * len(crowd) + unnamed
            for period in holding(day):
                first, before, before_there = given.get(period, (day, timedelta(), timedelta()))
                given[period] = first, before + new, before_there + there
        for period, (day, new, there) in given.items():
            seconds = whole_seconds(totals[period] + new) - whole_seconds(totals[period])
            totals[period] += new
            yield Contribution(activity, day, seconds, seconds, period, _shared(new, there))


def _shared(new: timedelta, there: timedelta) -> Why:
    """Whether others had given all of the time before, or a part of it."""
    if new == there:
        return Why.COUNTED
    return Why.PARTLY_SIMULTANEOUS if new else Why.SIMULTANEOUS


def _given_on(within: Days, of_all: Iterable[Contribution]) -> Iterator[Contribution]:
    """Each occasion of these days once, however many periods it lies in."""
    seen: set[str] = set()
    for each in of_all:
        if each.rule_date in within and each.activity.id not in seen:
            seen.add(each.activity.id)
            yield replace(each, period=within)


def _crowd(activity: Activity, hours_as: HoursAs) -> set[str]:
    """Whose time it is: everyone's as one, or each named participant's."""
    return {""} if hours_as is HoursAs.PRESENCE else set(activity.participants)
