"""Progress answers read back from their JSON form, as snapshots and open data keep them."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from logger.domain.periods import Days
from logger.domain.progress.answers import (
    MilestoneProgress,
    OngoingProgress,
    Period,
    PeriodsProgress,
    Progress,
    ReportedProgress,
    TotalProgress,
)
from logger.domain.progress.pace import Status

Answer = Mapping[str, Any]


def progress_from(answer: Answer) -> Progress:
    """The progress that gives this answer; what is expected is known to three decimals.

    A promise for each period that is published in one number comes without its periods: so many stand for
    them, all on the first day there is, since nobody is to know which.
    """
    status, kind = Status(answer["status"]), str(answer["kind"])
    match kind:
        case "milestone":
            return MilestoneProgress(status, answer["value"])
        case "ongoing":
            last = answer.get("last_activity")
            return OngoingProgress(status, answer["value"], date.fromisoformat(last) if last else None)
        case "reported":
            return ReportedProgress(status, answer["value"], answer.get("at_least"))
        case _ if "periods_met" in answer:
            return PeriodsProgress(kind, status, tuple(_periods(answer)))
        case _:
            return _total(kind, status, answer)


def period_from(answer: Answer) -> Period:
    """One period of a promise for each period."""
    return Period(
        days_from(answer), answer["value"], answer["at_least"], bool(answer["scored"]), bool(answer["closed"])
    )


def _periods(answer: Answer) -> Iterator[Period]:
    if "periods" in answer:
        yield from (period_from(each) for each in answer["periods"])
        return
    met, nowhere = answer["periods_met"], Days(date.min, date.min)
    for number in range(answer["periods_scored"]):
        yield Period(nowhere, int(number < met), 1, scored=True, closed=True)


def days_from(answer: Answer) -> Days:
    """The days that an answer tells by `from` and `to`."""
    return Days(date.fromisoformat(answer["from"]), date.fromisoformat(answer["to"]))


def _total(kind: str, status: Status, answer: Answer) -> TotalProgress:
    expected, remaining = answer.get("expected"), answer.get("remaining")
    return TotalProgress(
        kind,
        status,
        answer["value"],
        answer.get("at_least"),
        None if expected is None else Fraction(str(expected)),
        None if remaining is None else tuple(remaining),
    )
