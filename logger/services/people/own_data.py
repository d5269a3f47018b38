"""What is kept of one person, whole: the answer that they have a right to, without anybody else in it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from logger.domain.entering.strict_json import NotJsonError, parse
from logger.domain.refusing.refusals import NotFound
from logger.services.transactions import writing
from logger.store import audit
from logger.store.people import people, traces

UNREADABLE = "Går inte att läsa."


def kept_of(session: Session, email: str, now: datetime) -> dict[str, Any]:
    """Every row that names the person, by table, and every entry as they sent it.

    What another logged is there with its facts alone, for it says that the person was there. Asking is told
    to the audit chain. Raises NotFound for an unknown address.
    """
    account = people.account_of(session, email)
    if account is None:
        raise NotFound(f"Ingen loggar in med {email}.")
    user_id = account.user_id
    with writing(session):
        audit.append(session, audit.Event("operator", "data_told", f"user:{user_id}"), now)
    found = traces.rows_naming(session, user_id)
    bodies = traces.bodies_by(session, user_id)
    return {
        "user": user_id,
        "made_at": now,
        "tables": {name: [_of_one(row, user_id) for row in rows] for name, rows in found.items()},
        "entries": {op_id: _said(body, user_id) for op_id, body in sorted(bodies.items())},
    }


def _said(body: bytes, user_id: str) -> object:
    try:
        entry = parse(body)
    except NotJsonError:
        return UNREADABLE
    return _of_one(entry, user_id) if isinstance(entry, dict) else entry


def _of_one(row: Mapping[str, Any], user_id: str) -> dict[str, Any]:
    """The row without anybody else: of those who took part, and of those who did something about it."""
    told = {name: None if _is_another(name, value, user_id) else value for name, value in row.items()}
    if isinstance(row.get("participants"), list):
        told["participants"] = [each for each in row["participants"] if each == user_id]
    return told


def _is_another(name: str, value: object, user_id: str) -> bool:
    return traces.names_a_person(name) and value != user_id
