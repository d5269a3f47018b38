"""A coordinator puts an activity right, or strikes it, with a reason that its author reads."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from logger.domain.entering.desk_bodies import facts_in, read_desk_deed
from logger.domain.entering.entries import Content, Correct, Create, Unreadable
from logger.domain.entering.intake import fault_of_facts, fault_of_times
from logger.domain.entering.judgements import Rejected
from logger.domain.entering.projection import Step, folded
from logger.domain.people.people import Principal
from logger.domain.people.policy import Action
from logger.domain.records import State, StoredActivity
from logger.domain.refusing.desk_refusals import EntryFaulty, NothingChanged
from logger.services.bookkeeping import Draft
from logger.services.desk_operations import Desk, activity_for, check_version, reason_in
from logger.services.entering import enter_and_project
from logger.services.syncing.batch_facts import named_in
from logger.services.transactions import writing
from logger.store.syncing.known import existing


@dataclass(frozen=True, slots=True)
class Correction:
    """The facts as they should be, in the form of an entry's body, made from version `base_rev`."""

    base_rev: int
    facts: Mapping[str, Any]
    reason: str


@dataclass(frozen=True, slots=True)
class Striking:
    """Version `base_rev` should not count at all."""

    base_rev: int
    reason: str


def correct(
    session: Session,
    principal: Principal,
    municipality: str,
    activity_id: str,
    correction: Correction,
    now: datetime,
) -> StoredActivity:
    """Let the activity's facts be as given; participants, note and author stay. Returns what stands now.

    Raises NotFound, NotAllowed, OtherVersionStands, NotCurrent, ReasonMissing,
    PersonalDataInReason, EntryFaulty with what is wrong by field, and NothingChanged.
    """
    with writing(session):
        stored = activity_for(session, principal, Action.CORRECT, municipality, activity_id)
        desk = Desk(principal, municipality, now)
        check_version(principal, stored, correction.base_rev)
        drafts = put_right(session, desk, [(stored, correction.facts)], reason_in(correction.reason))
        if not drafts:
            raise NothingChanged
        return enter_and_project(session, drafts, {activity_id: stored})[activity_id]


def strike(
    session: Session,
    principal: Principal,
    municipality: str,
    activity_id: str,
    striking: Striking,
    now: datetime,
) -> StoredActivity:
    """Void the activity: it counts no more, and its history stays. Returns what stands now.

    Raises NotFound, NotAllowed, OtherVersionStands, NotCurrent, ReasonMissing and
    PersonalDataInReason.
    """
    with writing(session):
        stored = activity_for(session, principal, Action.VOID, municipality, activity_id)
        desk = Desk(principal, municipality, now)
        check_version(principal, stored, striking.base_rev)
        draft = struck(desk, stored, reason_in(striking.reason))
        return enter_and_project(session, [draft], {activity_id: stored})[activity_id]


def put_right(
    session: Session,
    desk: Desk,
    changes: Sequence[tuple[StoredActivity, Mapping[str, Any]]],
    reason: str,
) -> list[Draft]:
    """The operations that let each one's facts be as given, but where they are. Raises EntryFaulty."""
    bodies = [_body(stored, facts, reason) for stored, facts in changes]
    deeds = [_read(body) for body in bodies]
    standing = [stored for stored, _ in changes]
    authored = [(deed.content, of.author_organisation) for deed, of in zip(deeds, standing, strict=True)]
    check_facts(session, desk.municipality, authored, desk.now)
    drafts: list[Draft] = []
    for stored, body, deed in zip(standing, bodies, deeds, strict=True):
        draft = desk.draft(body, rev=stored.rev + 1, seq=len(drafts) + 1)
        step = Step.of(draft.operation, State.CURRENT, deed)
        if step is None or folded(stored, step).activity != stored.activity:
            drafts.append(draft)
    return drafts


def _body(stored: StoredActivity, facts: Mapping[str, Any], reason: str) -> dict[str, Any]:
    return {
        "kind": "correct",
        "activity_id": stored.activity.id,
        "municipality": stored.municipality,
        "base_rev": stored.rev,
        **facts_in(facts),
        "reason": reason,
    }


def struck(desk: Desk, stored: StoredActivity, reason: str, seq: int = 1) -> Draft:
    """The operation that voids the activity."""
    body = {
        "kind": "void",
        "activity_id": stored.activity.id,
        "municipality": stored.municipality,
        "base_rev": stored.rev,
        "reason": reason,
    }
    return desk.draft(body, rev=stored.rev + 1, seq=seq)


def check_facts(
    session: Session, municipality: str, authored: Iterable[tuple[Content, str]], now: datetime
) -> None:
    """Hold facts, each of an author's organisation, to the words and places there are and to the clock.

    One look for each organisation, however many facts. Raises EntryFaulty.
    """
    entries: defaultdict[str, list[Create]] = defaultdict(list)
    for content, author_organisation in authored:
        # Who brought a file in did not always say for whom: then anybody who took part will do.
        organisation = author_organisation or content.organisations[0]
        entries[organisation].append(Create("", municipality, content))
    for organisation, of_them in entries.items():
        there = existing(session, named_in(of_them), organisation)
        for entry in of_them:
            fault = fault_of_facts(entry, organisation, there.known) or fault_of_times(entry.content, now)
            if fault is not None:
                raise _faulty(fault)


def _faulty(fault: Rejected) -> EntryFaulty:
    if fault.code == "not_your_organisation":
        return EntryFaulty(
            fields={"organisations": "Den som loggade hör till en organisation som saknas här."}
        )
    return EntryFaulty(fields=fault.fields)


def _read(body: Mapping[str, Any]) -> Correct:
    deed = read_desk_deed(body)
    if isinstance(deed, Unreadable):
        raise EntryFaulty(fields=deed.fields)
    if not isinstance(deed, Correct):
        raise TypeError(f"a correction reads as {deed}")
    return deed
