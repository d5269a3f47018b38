"""What may be done about several activities at once, and the facts that it makes of each."""

from dataclasses import dataclass
from typing import Any, assert_never

from logger.domain.records import StoredActivity


@dataclass(frozen=True, slots=True)
class Strike:
    """They should not count at all."""


@dataclass(frozen=True, slots=True)
class MarkTargeted:
    """They were a planned, targeted operation, or were not."""

    targeted: bool


@dataclass(frozen=True, slots=True)
class Move:
    """They were at this place."""

    place: str


@dataclass(frozen=True, slots=True)
class AddOrganisation:
    """This organisation took part in them too."""

    organisation: str


Change = MarkTargeted | Move | AddOrganisation
BulkDeed = Strike | Change


def facts_after(change: Change, stored: StoredActivity) -> dict[str, Any]:
    """All the facts of the activity with this one changed, as a correction gives them."""
    facts = stored.bare()
    match change:
        case MarkTargeted(targeted):
            return {**facts, "targeted": targeted}
        case Move(place):
            return {**facts, "place": place, "proposed_place": None}
        case AddOrganisation(organisation):
            return {**facts, "organisations": sorted({*facts["organisations"], organisation})}
        case other:
            assert_never(other)
