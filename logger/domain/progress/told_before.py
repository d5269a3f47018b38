"""What was told of a commitment before, and how far from it a number must be to be told anew."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Self

from logger.domain.pledges import Commitment
from logger.domain.progress.place_facts import SMALLEST

Told = Mapping[str, Any]
A_TERTIAL = timedelta(days=120)
"""What so long a time holds may be told, however little it is."""


@dataclass(frozen=True, slots=True)
class Before:
    """What an earlier publication, whose figures end on that day, tells of the commitment."""

    as_of: date
    told: Told


@dataclass(frozen=True, slots=True)
class Moment:
    """The day that is counted to; `is_coarse`: long since the promise began, and since it was told of."""

    commitment: Commitment
    day: date
    is_coarse: bool

    @classmethod
    def of(cls, commitment: Commitment, as_of: date, earlier: Sequence[Before]) -> Self:
        valid = commitment.valid
        day = min(as_of, valid.last)
        told = [valid.first, *(min(each.as_of, valid.last) for each in earlier)]
        return cls(commitment, day, all(abs(day - each) >= A_TERTIAL for each in told))

    def may_tell(self, now: int, numbers: Iterable[int]) -> bool:
        """Whether a number is far enough, in time or in size, from nothing and from all that were told."""
        return self.is_coarse or is_far(now, numbers)


def is_far(now: int, numbers: Iterable[int]) -> bool:
    """Whether a number is not a small step from nothing, nor from any of these."""
    return all(abs(now - each) >= SMALLEST for each in (0, *numbers))
