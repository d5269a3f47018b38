"""The counted facts behind a figure as anyone may have them: by period and by place, never the two crossed.

Nothing is finer than a whole ISO week, and only where the promise itself is for each week; all else is told
in months, since figures end with a month and a month may end on the first day of a week. A named place stands
where the promise or citizens named it, or where enough was done there. What is sensitive is one number.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from logger.domain.counting.contributions import Contribution, contributions
from logger.domain.counting.ledger import Ledger
from logger.domain.periods import ONE_DAY, Days, Per, calendar_periods, week_of
from logger.domain.pledges import Commitment, Pledge
from logger.domain.progress.last_weeks import LastWeeks
from logger.domain.progress.place_facts import SMALLEST, PlaceFact, place_facts
from logger.domain.targets import Milestone, Reported, per_of


@dataclass(frozen=True, slots=True)
class PeriodFact:
    """What the days came to, in the figure's own unit, and by how many occasions."""

    days: Days
    value: int
    occasions: int


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
    places = tuple(place_facts(commitment, given, ledger, LastWeeks.of(pledge, commitment, as_of)))
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
    """Each judged period by itself; else months, small ones together with the next.

    A month's number that was entered is small by itself: it counts what others did, and often with whom.
    """
    per = per_of(commitment.target)
    told = whole_weeks(commitment.valid, until.last) if per is Per.ISO_WEEK else until
    periods = calendar_periods(per or Per.MONTH, told, commitment.counts.seasons) if told else ()
    cells = [_cell(_clipped(each, commitment.valid), dated) for each in periods]
    match commitment.target:
        case Reported():
            return _merged(cells, lambda cell: cell.value)
        case Milestone():
            return iter(cells)
        case _:
            return iter(cells) if per else _merged(cells, lambda cell: cell.occasions)


def _cell(days: Days, dated: Sequence[tuple[date, int]]) -> PeriodFact:
    inside = [value for day, value in dated if day in days]
    return PeriodFact(days, sum(inside), len(inside))


def _merged(cells: Sequence[PeriodFact], size: Callable[[PeriodFact], int]) -> Iterator[PeriodFact]:
    merged: list[PeriodFact] = []
    for cell in cells:
        if merged and 0 < size(merged[-1]) < SMALLEST:
            merged[-1] = _together(merged[-1], cell)
        else:
            merged.append(cell)
    while len(merged) > 1 and 0 < size(merged[-1]) < SMALLEST:
        last = merged.pop()
        merged[-1] = _together(merged[-1], last)
    return iter(merged)


def _together(one: PeriodFact, other: PeriodFact) -> PeriodFact:
    return PeriodFact(
        Days(one.days.first, other.days.last), one.value + other.value, one.occasions + other.occasions
    )


def _clipped(period: Days, valid: Days) -> Days:
    return Days(max(period.first, valid.first), min(period.last, valid.last))
