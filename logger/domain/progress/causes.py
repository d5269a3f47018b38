"""Why a commitment is behind, as far as its own figures and entries tell."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from logger.domain.counting.counting import Reason
from logger.domain.counting.near_misses import NearMiss
from logger.domain.periods import Days
from logger.domain.pledges import Commitment
from logger.domain.progress.answers import MilestoneProgress, PeriodsProgress, Progress, TotalProgress
from logger.domain.progress.outlook import Rest, needed_per_week, resting
from logger.domain.progress.pace import Status

LATE = frozenset({Status.BEHIND, Status.WATCH})
QUIET = timedelta(weeks=4)
NAMED = 3


@dataclass(frozen=True, slots=True)
class Quiet:
    """Nothing has been done for a while: since that day, or (None) at all."""

    since: date | None


@dataclass(frozen=True, slots=True)
class Slow:
    """Each of so many weeks brought less than each that is left must bring, in the figure's own unit."""

    a_week: Fraction
    needed: Fraction
    weeks: int


@dataclass(frozen=True, slots=True)
class Remaining:
    """The places that a coverage still lacks, by id."""

    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Missed:
    """The last periods that were missed, the newest first, and how many there are in all."""

    periods: tuple[Days, ...]
    number: int


@dataclass(frozen=True, slots=True)
class Undone:
    """It is done once, and has not been; the last day for it."""

    last: date


@dataclass(frozen=True, slots=True)
class Near:
    """So many entries come close and do not count, most of them for this reason.

    `weeks` are the last ones that were looked at; None where it was all of the promise.
    """

    number: int
    reason: Reason
    weeks: int | None = None


Cause = Quiet | Slow | Remaining | Missed | Undone | Near | Rest


@dataclass(frozen=True, slots=True)
class Course:
    """How a commitment has gone: the last day of work, and what each of the last weeks came to."""

    last_activity: date | None
    weeks: Sequence[int]


def causes(
    commitment: Commitment, progress: Progress, course: Course, near: Near | None, as_of: date
) -> tuple[Cause, ...]:
    """What there is to say of one that is behind or to be watched; empty of all others."""
    if progress.status not in LATE:
        return ()
    return tuple(_causes(commitment, progress, course, near, as_of))


def near_in(misses: Sequence[NearMiss], weeks: int | None = None) -> Near | None:
    """What came close, of all or of so many weeks; None where nothing did."""
    if not misses:
        return None
    reason, _ = Counter(each.reason for each in misses).most_common(1)[0]
    return Near(len(misses), reason, weeks)


def _causes(
    commitment: Commitment, progress: Progress, course: Course, near: Near | None, as_of: date
) -> Iterator[Cause]:
    rest = resting(commitment, as_of)
    if rest is not None:
        yield rest
    match progress:
        case TotalProgress(remaining=tuple(places)):
            yield Remaining(places)
        case PeriodsProgress() as periods:
            yield _missed(periods)
        case MilestoneProgress():
            yield Undone(commitment.valid.last)
        case _:
            yield from _pace(commitment, progress, course, as_of)
    if near:
        yield near


def _pace(commitment: Commitment, progress: Progress, course: Course, as_of: date) -> Iterator[Cause]:
    """Quiet, or too slow; nothing where the last weeks were as they must be from here."""
    since = course.last_activity
    if since is None or as_of - since >= QUIET:
        yield Quiet(since)
        return
    needed = needed_per_week(commitment, progress, as_of)
    if needed is None or not course.weeks:
        return
    a_week = Fraction(sum(course.weeks), len(course.weeks))
    if a_week < needed:
        yield Slow(a_week, needed, len(course.weeks))


def _missed(progress: PeriodsProgress) -> Missed:
    missed = [period.days for period in progress.decided if not period.met]
    return Missed(tuple(reversed(missed[-NAMED:])), len(missed))
