"""A published figure made again from the open data: the facts added up and held to the promise's own rule."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from logger.domain.counting.tallies import Tally
from logger.domain.periods import Days
from logger.domain.pledges import Commitment, Pledge
from logger.domain.progress.answer_reading import days_from
from logger.domain.progress.answers import OngoingProgress, Period, PeriodsProgress, Progress
from logger.domain.progress.judging import each_period, total
from logger.domain.progress.pace import SMALL_GOAL, Pace, Status, pace
from logger.domain.progress.progress import of_number
from logger.domain.targets import Coverage, EachPeriod, Ongoing, per_of

Facts = Mapping[str, Any]
A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Recount:
    """One commitment: what was published, what the facts come to, and what does not agree.

    `whole` is false where the facts are told in one number, from which its periods cannot be judged again.
    """

    commitment: Commitment
    published: Mapping[str, Any]
    recounted: Mapping[str, Any]
    differences: tuple[str, ...]
    whole: bool = True


def recounts(pledge: Pledge, commitments: Sequence[Facts], as_of: date) -> Iterator[Recount]:
    """Every commitment of the pledge; one that is published and not promised, or the reverse, differs."""
    told = {each["id"]: each for each in commitments}
    for commitment in pledge.commitments:
        if commitment.id not in told:
            yield Recount(commitment, {}, {}, ("saknas i öppna data",))
        else:
            yield recount(commitment, told[commitment.id], as_of)


def recount(commitment: Commitment, told: Facts, as_of: date) -> Recount:
    """One commitment made again from its facts."""
    published = told["progress"]
    if told["one_number"] and per_of(commitment.target) is not None:
        return _of_one_number(commitment, published, told["facts"])
    recounted = public_answer(recounted_progress(commitment, told["facts"], as_of), commitment.valid)
    differences = [
        f"{key}: publicerat {published.get(key)}, omräknat {recounted.get(key)}"
        for key in sorted(published.keys() | recounted.keys())
        if published.get(key) != recounted.get(key)
    ]
    differences += _of_places(commitment, told["facts"])
    return Recount(commitment, published, recounted, tuple(differences))


def _of_one_number(commitment: Commitment, published: Facts, facts: Facts) -> Recount:
    """A promise for each period that is told in one number: its sum can be made again, no period can."""
    if "value" not in published:
        return Recount(commitment, published, {}, (), whole=False)
    value = sum(each["value"] for each in facts["by_period"])
    wrong = f"value: publicerat {published['value']}, omräknat {value}"
    agrees = value == published["value"]
    return Recount(commitment, published, {"value": value}, () if agrees else (wrong,), whole=False)


def public_answer(progress: Progress, valid: Days) -> dict[str, Any]:
    """A progress answer without the day of what was last done, and without parts of weeks.

    No part of a week is decided, so that nothing else in the answer is of it.
    """
    if isinstance(progress, PeriodsProgress):
        told = (each for each in progress.periods if not _is_part_of_a_week(each, valid))
        progress = replace(progress, periods=tuple(told))
    answer = progress.answer()
    answer.pop("last_activity", None)
    return answer


def _is_part_of_a_week(period: Period, valid: Days) -> bool:
    return len(period.days) <= A_WEEK and not (period.closed and valid.covers(period.days))


def recounted_progress(commitment: Commitment, facts: Facts, as_of: date) -> Progress:
    """What the facts come to, judged by the rules that judge what was logged."""
    here, value = pace(commitment, as_of), _tally(facts)
    match commitment.target:
        case Ongoing():
            status = Status.NO_NUMBER if here.started else Status.NOT_STARTED
            return OngoingProgress(status, value(commitment.valid), None)
        case Coverage() as coverage:
            return _coverage(commitment, coverage, facts, value, here)
        case number:
            return of_number(commitment, number, value, here)


def _tally(facts: Facts) -> Tally:
    cells = [(days_from(each), each["value"]) for each in facts["by_period"]]

    def value(days: Days) -> int:
        return sum(number for cell, number in cells if days.covers(cell))

    return value


def _coverage(commitment: Commitment, target: Coverage, facts: Facts, value: Tally, here: Pace) -> Progress:
    named = [each for each in facts["by_place"] if each["named"]]
    if isinstance(target.judged, EachPeriod):
        return each_period(commitment, len(named), target.judged.per, value, here)
    remaining = [each["place"] for each in named if each["occasions"] < target.at_least]
    reached, small = len(named) - len(remaining), len(named) <= SMALL_GOAL
    return total(commitment, reached, len(named), here, small=small, remaining=remaining)


def _of_places(commitment: Commitment, facts: Facts) -> Iterator[str]:
    """The occasions by place are those by period, and a place that is told is one that the rule counts."""
    by_place = facts["by_place"]
    if not by_place:
        return
    at_places = sum(each["occasions"] or 0 for each in by_place)
    in_periods = sum(each["occasions"] for each in facts["by_period"])
    if at_places != in_periods:
        yield f"tillfällen: {at_places} per plats, {in_periods} per period"
    rule = commitment.counts
    for each in by_place:
        if rule.places and each["place"] and not each["named"]:
            yield f"platsen {each['place']} står inte i regeln"
        if rule.flagged and each["place"] and not each["flagged"]:
            yield f"platsen {each['place']} är inte utpekad"
