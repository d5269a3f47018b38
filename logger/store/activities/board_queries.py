"""What boards ask of the store beside activities: who made them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from logger.store.tables import ActivityRow

_AT_A_TIME = 5_000  # databases take so many parameters and not many more


@dataclass(frozen=True, slots=True)
class Making:
    """Who logged an activity (a user's id, None once disposal has taken it), and for whom."""

    author: str | None
    author_organisation: str


def makings(session: Session, municipality: str, activity_ids: Collection[str]) -> Mapping[str, Making]:
    """Who made each of the activities, by id."""
    found: dict[str, Making] = {}
    wanted = list(activity_ids)
    for first in range(0, len(wanted), _AT_A_TIME):
        rows = session.execute(
            select(ActivityRow.id, ActivityRow.author, ActivityRow.author_organisation).where(
                ActivityRow.municipality == municipality,
                ActivityRow.id.in_(wanted[first : first + _AT_A_TIME]),
            )
        )
        found |= {row.id: Making(row.author, row.author_organisation) for row in rows}
    return found
