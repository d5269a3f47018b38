"""What deeds at a desk have in common: the object, its version, the reason, the operation."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy.orm import Session

from logger.domain.entering.body_writer import body_bytes
from logger.domain.entering.operations import DESK, Operation
from logger.domain.entering.upcasting import FILE_SCHEMA
from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, Sight, require
from logger.domain.people.seeing import as_seen, sight_of
from logger.domain.personal_data import Level, judge, presentable
from logger.domain.records import Kind, State, Status, StoredActivity
from logger.domain.refusing.desk_refusals import (
    EntryFaulty,
    NotCurrent,
    OtherVersionStands,
    PersonalDataInReason,
    ReasonMissing,
)
from logger.domain.refusing.refusals import NotFound
from logger.domain.said import Said
from logger.services.bookkeeping import Draft
from logger.store.activities import activities
from logger.store.syncing import counters

LONGEST_REASON = 200


@dataclass(frozen=True, slots=True)
class Desk:
    """Who sits at it, which municipality's ledger lies on it, and the time."""

    principal: Principal
    municipality: str
    now: datetime
    stream_id: str = field(default_factory=lambda: str(uuid4()))

    def draft(
        self, body: Mapping[str, Any], *, rev: int | None, seq: int = 1, settles: str | None = None
    ) -> Draft:
        """An operation with this body; `rev` is the version that it makes, None where it changes nothing."""
        facts = {"author_organisation": self.principal.organisation, "origin": DESK}
        operation = Operation(
            municipality=self.municipality,
            server_seq=0,
            op_id=str(uuid4()),
            stream_id=self.stream_id,
            seq=seq,
            kind=Kind(body["kind"]),
            activity_id=body["activity_id"],
            base_rev=body["base_rev"],
            rev=rev,
            author=self.principal.user_id,
            received_at=self.now,
            status=Status.STORED,
            code=None,
            schema=FILE_SCHEMA,
            digest="",
            facts=facts if settles is None else {**facts, "settles": settles},
        )
        return Draft(operation, body_bytes(body))


def take_ledger(session: Session, municipality: str) -> None:
    """Hold the municipality's ledger to the end of the deed: what is read from now on stays true.

    A phone's batch judges first and draws its numbers last; a deed at a desk is rare, and may hold everybody
    up for as long as it takes.
    """
    counters.lock(session, {municipality})


def activity_for(
    session: Session, principal: Principal, action: Action, municipality: str, activity_id: str
) -> StoredActivity:
    """The activity, for one who may see it and do this to it; its ledger is taken.

    Raises NotFound and NotAllowed.
    """
    require(principal, Action.READ, Resource.ACTIVITY, municipality)
    take_ledger(session, municipality)
    return _for_deed(principal, action, activities.activity(session, municipality, activity_id))


def activities_for(
    session: Session, principal: Principal, action: Action, municipality: str, ids: Collection[str]
) -> dict[str, StoredActivity]:
    """The same of several in one look, by their ids: all of them, or it raises."""
    require(principal, Action.READ, Resource.ACTIVITY, municipality)
    take_ledger(session, municipality)
    found = activities.by_id(session, municipality, ids)
    return {each: _for_deed(principal, action, found.get(each)) for each in ids}


def _for_deed(principal: Principal, action: Action, stored: StoredActivity | None) -> StoredActivity:
    if stored is None or sight_of(principal, stored) is Sight.NONE:
        raise NotFound
    require(principal, action, Resource.ACTIVITY, stored.municipality, author=stored.author)
    return stored


def check_version(principal: Principal, stored: StoredActivity, base_rev: int) -> None:
    """Raises OtherVersionStands, with what the principal may see of it, and NotCurrent."""
    if stored.rev != base_rev:
        raise OtherVersionStands(as_seen(principal, stored))
    if stored.state is not State.CURRENT:
        raise NotCurrent


def reason_in(text: str) -> str:
    """The reason as it is kept. Raises ReasonMissing, EntryFaulty (too long) and PersonalDataInReason."""
    reason = presentable(text)
    if not reason:
        raise ReasonMissing(fields={"reason": "Skriv varför."})
    if len(reason) > LONGEST_REASON:
        raise EntryFaulty(fields={"reason": Said("Högst {0} tecken.", LONGEST_REASON)})
    if judge(reason).level is Level.BLOCK:
        raise PersonalDataInReason(fields={"reason": "Ser ut att innehålla en personuppgift."})
    return reason
