"""What a person may be reminded of: a promise that runs out within days and is not kept yet; and when."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from logger.domain.periods import STOCKHOLM, Per
from logger.domain.pledges import Commitment
from logger.domain.progress.answers import MilestoneProgress, PeriodsProgress, Progress, TotalProgress
from logger.domain.progress.pace import Status
from logger.domain.targets import Count, Coverage, EachPeriod, Hours, Sum

DAYS_AHEAD = timedelta(days=3)
"""From Thursday on, for a promise by the week."""

WAKING = (time(8), time(20))
"""Local time, the end not included: outside of it nobody is disturbed."""


@dataclass(frozen=True, slots=True)
class Due:
    """A promise that runs out soon: how far it has come, in the value's own unit, and its last day.

    `week` is the ISO week where the promise is for each week. Without a number it is simply not done.
    """

    municipality: str
    label: str
    last: date
    value: int | None = None
    at_least: int | None = None
    is_time: bool = False
    week: int | None = None


def may_disturb(now: datetime) -> bool:
    """Whether it is a time of day at which a telephone may make itself heard."""
    wakes, sleeps = WAKING
    return wakes <= now.astimezone(STOCKHOLM).time() < sleeps


def seconds_awake(now: datetime) -> int:
    """How long a message may still be delivered today."""
    local = now.astimezone(STOCKHOLM)
    end = datetime.combine(local.date(), WAKING[1], STOCKHOLM)
    return max(0, int((end - local).total_seconds()))


def is_for(commitment: Commitment, organisation: str) -> bool:
    """Whether what this organisation does can count towards it."""
    by = commitment.counts.performed_by
    return not by or organisation in by


def due(municipality: str, commitment: Commitment, progress: Progress, today: date) -> Due | None:
    """What there is to be reminded of; None for what is kept, paused, without a goal, or has time left."""
    if today not in commitment.valid or commitment.paused_on(today):
        return None
    label = (commitment.label or commitment.wording).replace("\u00ad", "")
    plain = Due(municipality, label, commitment.valid.last)
    match progress:
        case PeriodsProgress():
            found = _in_period(plain, commitment, progress, today)
        case TotalProgress(value=value, at_least=goal, kind=kind) if goal and value < goal:
            found = replace(plain, value=value, at_least=goal, is_time=kind == "hours")
        case MilestoneProgress(status=status) if status is not Status.MET:
            found = plain
        case _:
            found = None
    return found if found and found.last - today <= DAYS_AHEAD else None


def _in_period(plain: Due, commitment: Commitment, progress: PeriodsProgress, today: date) -> Due | None:
    current = next((each for each in progress.periods if today in each.days), None)
    if current is None or current.met or not current.scored:
        return None
    return replace(
        plain,
        last=current.days.last,
        value=current.value,
        at_least=current.at_least,
        is_time=progress.kind == "hours",
        week=current.days.first.isocalendar().week if _is_weekly(commitment) else None,
    )


def _is_weekly(commitment: Commitment) -> bool:
    match commitment.target:
        case Count(judged=EachPeriod(per=per)) | Sum(judged=EachPeriod(per=per)):
            return per is Per.ISO_WEEK
        case Hours(judged=EachPeriod(per=per)) | Coverage(judged=EachPeriod(per=per)):
            return per is Per.ISO_WEEK
        case _:
            return False


def soonest_first(found: Iterable[Due]) -> list[Due]:
    """In the order of their last days; of those that end together as they came."""
    return sorted(found, key=lambda each: each.last)
