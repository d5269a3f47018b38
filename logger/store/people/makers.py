"""Who made what is kept: names and organisations of users by id, and the name of a district."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from logger.store.tables import DistrictRow, UserRow


def makers(session: Session, ids: set[str]) -> dict[str, tuple[str, str]]:
    """The name and the organisation of those of the ids that are users'; an operator is none."""
    users = {each for each in ids if _is_an_id(each)}
    rows = session.execute(
        select(UserRow.id, UserRow.name, UserRow.organisation).where(UserRow.id.in_(users))
    )
    return {row.id: (row.name, row.organisation) for row in rows}


def district_name(session: Session, district_id: str) -> str:
    """What the local police district is called."""
    return session.get_one(DistrictRow, district_id).name


def _is_an_id(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False
