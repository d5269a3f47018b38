"""Activities that somebody entered, changed or struck after a ledger's number was drawn."""

from datetime import datetime

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session, aliased

from logger.store.tables import ActivityRow, OperationRow


def changed_after(session: Session, municipality: str, server_seq: int, before: datetime) -> list[str]:
    """Ids of the activities with a later version, that start before the instant or were there already."""
    later, earlier = aliased(OperationRow), aliased(OperationRow)
    was_there = exists().where(
        earlier.municipality == municipality,
        earlier.activity_id == later.activity_id,
        earlier.server_seq <= server_seq,
        earlier.rev.is_not(None),
    )
    query = (
        select(later.activity_id)
        .join(
            ActivityRow,
            (ActivityRow.municipality == later.municipality) & (ActivityRow.id == later.activity_id),
        )
        .where(later.municipality == municipality, later.server_seq > server_seq, later.rev.is_not(None))
        .where(or_(ActivityRow.started_at < before, was_there))
        .distinct()
    )
    return sorted(filter(None, session.scalars(query)))
