"""The counted facts behind a figure as anyone may have them: by period and by place, never the two crossed.

Nothing is finer than a whole ISO week, and only where the promise itself is for each week; all else is told
in months, since figures end with a month and a month may end on the first day of a week. A named place stands
where the promise or citizens named it, or where enough was done there. What is sensitive is one number.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from logger.domain.activities import Activity
from logger.domain.counting.contributions import Contribution, contributions
from logger.domain.counting.covering import covered_places
from logger.domain.counting.ledger import Ledger
from logger.domain.periods import ONE_DAY, Days, Per, calendar_periods, week_of
from logger.domain.places import Flag, Place, id_now
from logger.domain.pledges import Commitment, Pledge, Rule
from logger.domain.targets import Coverage, Hours, Milestone, Reported, per_of

SMALLEST = 3
"""A cell of fewer occasions is merged with its neighbour."""

NOWHERE = ""


@dataclass(frozen=True, slots=True)
class PeriodFact:
    """What the days came to, in the figure's own unit, and by how many occasions."""

    days: Days
    value: int
    occasions: int


@dataclass(frozen=True, slots=True)
class PlaceFact:
    """How many occasions a place has had; without a place, all those that are not told by place.

    `last_month` is the first of the month of the last one, for places that the promise or citizens named;
    `pointed_out` is when and where citizens named it.
    """

    place: Place | None
    occasions: int
    named: bool = False
    flagged: bool = False
    last_month: date | None = None
    pointed_out: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is told of one commitment."""

    periods: tuple[PeriodFact, ...]
    places: tuple[PlaceFact, ...]


def facts_of(
    pledge: Pledge, commitment: Commitment, ledger: Ledger, as_of: date, *, sensitive: bool
) -> Facts:
    """The counted facts of the commitment as of the date."""
    given = _to_be_told(commitment, contributions(pledge, commitment.id, ledger, as_of), as_of)
    dated = [*_dated(commitment, given), *_entered(commitment, ledger, as_of, bool(given))]
    places = tuple(_by_place(commitment, given, ledger))
    if as_of < commitment.valid.first:
        return Facts((), places)
    until = Days(commitment.valid.first, min(as_of, commitment.valid.last))
    if is_one_number(commitment, sensitive=sensitive):
        whole = PeriodFact(until, sum(value for _, value in dated), len(dated))
        return Facts((whole,), () if sensitive else places)
    return Facts(tuple(_by_period(commitment, dated, until)), places)


def is_one_number(commitment: Commitment, *, sensitive: bool) -> bool:
    """Whether the commitment is told in one number: what is sensitive, and what would tell a day."""
    return sensitive or per_of(commitment.target) is Per.DAY


def whole_weeks(valid: Days, as_of: date) -> Days | None:
    """The weeks of the validity that lie whole in it and are over; None before the first of them.

    What a part of a week came to would tell what was done on its one or two days.
    """
    first = week_of(valid.first + 6 * ONE_DAY).first
    last = week_of(min(as_of, valid.last) + ONE_DAY).first - ONE_DAY
    return Days(first, last) if first <= last else None


def _to_be_told(commitment: Commitment, given: Sequence[Contribution], as_of: date) -> Sequence[Contribution]:
    """Of a promise for each week, what was done in whole weeks."""
    if per_of(commitment.target) is not Per.ISO_WEEK:
        return given
    weeks = whole_weeks(commitment.valid, as_of)
    return [each for each in given if weeks and _day_of(each, commitment) in weeks]


def _day_of(given: Contribution, commitment: Commitment) -> date:
    """A day of the period that it counts in."""
    return max(given.period.first if given.period else given.rule_date, commitment.valid.first)


def _dated(commitment: Commitment, given: Iterable[Contribution]) -> Iterator[tuple[date, int]]:
    """What each contribution gave, on such a day."""
    for each in given:
        yield _day_of(each, commitment), each.amount


def _entered(
    commitment: Commitment,
    ledger: Ledger,
    as_of: date,
    is_reached: bool,  # noqa: FBT001  # a fact, no mode
) -> Iterator[tuple[date, int]]:
    """What was entered by hand: monthly numbers, and the first mark of a milestone that no activity made."""
    match commitment.target:
        case Reported():
            for report in ledger.reports:
                mine = report.commitment == commitment.id and report.month in commitment.valid
                if mine and report.month <= as_of:
                    yield report.month, report.value
        case Milestone() if not is_reached:
            marks = (mark.date for mark in ledger.marks if mark.commitment == commitment.id)
            days = sorted(day for day in marks if day in commitment.valid and day <= as_of)
            yield from ((day, 1) for day in days[:1])
        case _:
            return


def _by_period(
    commitment: Commitment, dated: Sequence[tuple[date, int]], until: Days
) -> Iterator[PeriodFact]:
    """Each judged period by itself; else months, small ones together with the next."""
    per = per_of(commitment.target)
    told = whole_weeks(commitment.valid, until.last) if per is Per.ISO_WEEK else until
    periods = calendar_periods(per or Per.MONTH, told, commitment.counts.seasons) if told else ()
    cells = [_cell(_clipped(each, commitment.valid), dated) for each in periods]
    return iter(cells) if per or isinstance(commitment.target, Milestone | Reported) else _merged(cells)


def _cell(days: Days, dated: Sequence[tuple[date, int]]) -> PeriodFact:
    inside = [value for day, value in dated if day in days]
    return PeriodFact(days, sum(inside), len(inside))


def _merged(cells: Sequence[PeriodFact]) -> Iterator[PeriodFact]:
    merged: list[PeriodFact] = []
    for cell in cells:
        if merged and 0 < merged[-1].occasions < SMALLEST:
            merged[-1] = _together(merged[-1], cell)
        else:
            merged.append(cell)
    while len(merged) > 1 and 0 < merged[-1].occasions < SMALLEST:
        last = merged.pop()
        merged[-1] = _together(merged[-1], last)
    return iter(merged)


def _together(one: PeriodFact, other: PeriodFact) -> PeriodFact:
    return PeriodFact(
        Days(one.days.first, other.days.last), one.value + other.value, one.occasions + other.occasions
    )


def _clipped(period: Days, valid: Days) -> Days:
    return Days(max(period.first, valid.first), min(period.last, valid.last))


def _by_place(commitment: Commitment, given: Iterable[Contribution], ledger: Ledger) -> Iterator[PlaceFact]:
    if isinstance(commitment.target, Hours | Milestone | Reported):
        return
    days: defaultdict[str, list[date]] = defaultdict(list)
    for activity, day in {each.activity.id: (each.activity, each.rule_date) for each in given}.values():
        days[_told_at(activity, ledger)].append(day)
    named = _named_by(commitment, ledger)
    small = {each for each, on in days.items() if each not in named and len(on) < SMALLEST} | {NOWHERE}
    for each in sorted((days.keys() | named) - small, key=lambda place: ledger.places[place].name):
        yield _place_fact(ledger.places[each], days[each], commitment, is_named=each in named)
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


def _place_fact(place: Place, days: Sequence[date], commitment: Commitment, *, is_named: bool) -> PlaceFact:
    last = max(days, default=None) if is_named else None
    return PlaceFact(
        place,
        len(days),
        named=is_named,
        flagged=place.flagged_in(commitment.valid),
        last_month=last.replace(day=1) if last else None,
        pointed_out=tuple(each for each in place.flagged if is_named and each.touches(commitment.valid)),
    )
