"""What a book kept before estimates: about so many times, told beside a figure and never added to it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from logger.domain.activities import Activity
from logger.domain.counting.counting import Counts, judge
from logger.domain.periods import Days, instant_of
from logger.domain.places import Places
from logger.domain.pledges import Commitment
from logger.domain.targets import Hours, Reported

_NOON = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A line of the book: about `number` times on these days, that took about so many seconds in all."""

    line: int
    type: str
    days: Days
    number: int = 1
    seconds: int = 0
    focus: frozenset[str] = frozenset()
    place: str | None = None
    organisations: frozenset[str] = field(default=frozenset())


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A sheet that was taken in; `out_at` is when it was taken out again, None while it stands."""

    id: str
    source: str
    lines: int
    by: str
    at: datetime
    out_by: str | None
    out_at: datetime | None
    out_why: str | None


@dataclass(frozen=True, slots=True)
class Estimated:
    """What the lines that a commitment would count come to."""

    number: int
    seconds: int
    lines: tuple[Estimate, ...]


def estimated(
    commitment: Commitment, estimates: Iterable[Estimate], places: Places, as_of: date
) -> Estimated | None:
    """What the book says of the commitment up to a day; None where it says nothing.

    A line counts that lies in the validity and that the rule would count as an activity at noon. Of several
    days nobody knows the weekday and the hour: a rule that asks for them counts no such line.
    """
    if isinstance(commitment.target, Reported):
        return None
    verdict = judge(commitment, places)
    lines = tuple(
        each
        for each in estimates
        if each.days.last <= as_of
        and each.days.first in commitment.valid
        and each.days.last in commitment.valid
        and (not commitment.counts.has_time_keys or _is_of_a_day(each, commitment))
        and isinstance(verdict(_as_activity(each)), Counts)
    )
    if not lines:
        return None
    return Estimated(sum(each.number for each in lines), sum(each.seconds for each in lines), lines)


def _is_of_a_day(estimate: Estimate, commitment: Commitment) -> bool:
    """Whether more is known of when it was than a rule about hours asks for."""
    return estimate.days.first == estimate.days.last and not isinstance(commitment.target, Hours)


def _as_activity(estimate: Estimate) -> Activity:
    start = instant_of(estimate.days.first) + _NOON
    each_lasted = timedelta(seconds=estimate.seconds // max(1, estimate.number))
    return Activity(
        id=f"estimate {estimate.line}",
        type=estimate.type,
        started_at=start,
        ended_at=start + each_lasted if each_lasted else None,
        organisations=estimate.organisations,
        focus=estimate.focus,
        place=estimate.place,
    )
