"""Recording activities in bulk that came by another door than a phone: a file, or the demo.

Each becomes an operation with its body, its link in the chain and its row in the projection, like any other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy.orm import Session

from logger.domain.activities import Activity
from logger.domain.entering.body_reader import read_body
from logger.domain.entering.body_writer import body_bytes, facts_of
from logger.domain.entering.entries import Unreadable, Wild
from logger.domain.entering.operations import Operation
from logger.domain.entering.upcasting import FILE_SCHEMA
from logger.domain.records import Kind, Status
from logger.services.bookkeeping import Draft
from logger.services.entering import enter_and_project


@dataclass(frozen=True)
class KeptEntry:
    """An activity as it stands, with who logged it for whom, when it came, and what was noted."""

    activity: Activity
    author: str | None
    author_organisation: str
    received_at: datetime
    note: str = ""


def keep_activities(session: Session, municipality: str, entries: Sequence[KeptEntry], origin: str) -> None:
    """Enter new activities into a municipality's ledger, in the order given, inside a deed that has begun.

    A voided one is entered and voided. `origin` is the door: "import", "demo". Raises IntegrityError for an
    activity that is there already, and ValueError for one that no entry can tell.
    """
    stream_id = str(uuid4())
    drafts: list[Draft] = []
    for entry in entries:
        drafts.append(_created(municipality, entry, origin, stream_id, len(drafts) + 1))
        if entry.activity.voided:
            drafts.append(_voided(drafts[-1], len(drafts) + 1))
    enter_and_project(session, drafts, {})


def faults_of(municipality: str, activity: Activity) -> Mapping[str, str]:
    """Why no entry can tell of the activity, a Swedish sentence by field; empty where one can."""
    entry = KeptEntry(activity, None, "", activity.started_at)
    match read_body(body_bytes(_body(municipality, entry)), FILE_SCHEMA):
        case Unreadable(fields=fields):
            return fields
        case Wild():
            return {"started_at": "Tiden är orimlig."}
        case _:
            return {}


def _created(municipality: str, entry: KeptEntry, origin: str, stream_id: str, seq: int) -> Draft:
    operation = Operation(
        municipality=municipality,
        server_seq=0,
        op_id=str(uuid4()),
        stream_id=stream_id,
        seq=seq,
        kind=Kind.CREATE,
        activity_id=entry.activity.id,
        base_rev=None,
        rev=1,
        author=entry.author,
        received_at=entry.received_at,
        status=Status.STORED,
        code=None,
        schema=FILE_SCHEMA,
        digest="",
        facts={"author_organisation": entry.author_organisation, "origin": origin},
    )
    return Draft(operation, body_bytes(_body(municipality, entry)))


def _voided(created: Draft, seq: int) -> Draft:
    first = created.operation
    operation = replace(first, op_id=str(uuid4()), seq=seq, kind=Kind.VOID, base_rev=1, rev=2)
    body: dict[str, Any] = {
        "kind": "void",
        "activity_id": first.activity_id,
        "base_rev": 1,
        "municipality": first.municipality,
        "captured": {},
    }
    return Draft(operation, body_bytes(body))


def _body(municipality: str, entry: KeptEntry) -> dict[str, Any]:
    body: dict[str, Any] = {
        "kind": "create",
        "activity_id": entry.activity.id,
        "municipality": municipality,
        **facts_of(entry.activity),
        "participants": list(entry.activity.participants),
        "captured": {},
    }
    return body | ({"note": entry.note} if entry.note else {})
