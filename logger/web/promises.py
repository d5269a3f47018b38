"""The promise in one short line, under a commitment's name."""

from collections.abc import Mapping
from typing import assert_never

from logger.domain.pledges import Commitment, Pledge
from logger.domain.targets import (
    Amount,
    Count,
    Coverage,
    EachPeriod,
    Hours,
    Increase,
    InTotal,
    Judged,
    Milestone,
    OnAverage,
    Ongoing,
    Reported,
    Sum,
    Unit,
)
from logger.services.boards import BoardRow
from logger.web.dates import long_date
from logger.web.figures import name_of
from logger.web.words import DAY, OCCASION, PERIODS, PLACE, Noun, decimal, listed, whole

_POINTED_OUT = Noun("där medborgare pekat ut problem", "där medborgare pekat ut problem")
UNITS = {Unit.OCCASION: OCCASION, Unit.DAY: DAY, Unit.PLACE: PLACE}


def short_promise(row: BoardRow, pledge: Pledge, counters: Mapping[str, str]) -> str:
    """What was promised in short, and until when where that is not the pledge's own time.

    `counters` are the words for counters by code.
    """
    line = _promise(row, pledge, counters)
    if row.commitment.valid.last != pledge.valid.last:
        line = f"{line}, till och med {long_date(row.commitment.valid.last)}"
    return line


def _promise(row: BoardRow, pledge: Pledge, counters: Mapping[str, str]) -> str:
    commitment = row.commitment
    match commitment.target:
        case Count(goal=goal, judged=judged, unit=unit):
            noun = _POINTED_OUT if commitment.counts.flagged and unit is Unit.OCCASION else UNITS[unit]
            return _goal(goal.on(row.pace.as_of), judged, noun) + _beyond(commitment, pledge)
        case Sum(counter=counter, goal=goal, judged=judged):
            noun = counters.get(counter, counter)
            return _goal(goal.on(row.pace.as_of), judged, Noun(noun, noun))
        case Hours(goal=goal, judged=judged):
            return _goal(goal.on(row.pace.as_of), judged, Noun("timme", "timmar"))
        case Coverage():
            return _coverage(row)
        case Milestone():
            return "Genomförs en gång"
        case Increase(baseline=baseline):
            return _increase(baseline)
        case Ongoing():
            return "Löpande, utan siffra i löftet"
        case Reported():
            return "Redovisas i antal per månad"
        case _:
            assert_never(commitment.target)


def _goal(at_least: Amount, judged: Judged, noun: Noun) -> str:
    number = whole(at_least) if isinstance(at_least, int) else decimal(at_least, 2)
    amount = f"minst {number} {noun.one if at_least == 1 else noun.several}"
    match judged:
        case InTotal():
            return f"M{amount[1:]}"
        case EachPeriod(per=per):
            return f"M{amount[1:]} per {PERIODS[per].one}"
        case OnAverage(per=per):
            return f"I snitt {amount} per {PERIODS[per].one}"
        case _:
            assert_never(judged)


def _beyond(commitment: Commitment, pledge: Pledge) -> str:
    if commitment.in_addition_to is None:
        return ""
    return f" utöver {name_of(pledge.commitment(commitment.in_addition_to))}"


def _coverage(row: BoardRow) -> str:
    remaining = [each.place.name for each in row.places if not each.reached]
    if row.places and not remaining:
        return f"Alla besökta: {listed([each.place.name for each in row.places])}"
    if remaining:
        return f"Kvar: {listed(remaining)}"
    return "Varje plats besökt" if row.per is None else f"Varje plats besökt varje {PERIODS[row.per].one}"


def _increase(baseline: int | None) -> str:
    if baseline is None:
        return "Ska öka, men det saknas ett utgångsläge att jämföra med"
    return f"Ska öka: fler än {whole(baseline)}"
