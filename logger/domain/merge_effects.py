"""What merging two places does to promises that cover places: those that counted both cover one fewer."""

from collections.abc import Iterable
from dataclasses import dataclass

from logger.domain.counting.covering import covered_places
from logger.domain.places import Places
from logger.domain.pledges import Commitment


@dataclass(frozen=True, slots=True)
class Lowered:
    """A commitment that covers so many places, and would cover one fewer."""

    commitment: Commitment
    places: int


def lowered_by(
    commitments: Iterable[Commitment], places: Places, one: str, other: str
) -> tuple[Lowered, ...]:
    """The commitments whose places both are among, by the ids that they go by now."""
    covered = ((each, covered_places(each, places)) for each in commitments)
    return tuple(Lowered(each, len(found)) for each, found in covered if {one, other} <= found)
