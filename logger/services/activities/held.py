"""Entries that were held: what waits for a decision, taken in as their author meant them, or refused."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from logger.domain.entering.body_reader import read_entry
from logger.domain.entering.body_writer import facts_of
from logger.domain.entering.entries import Content, Unreadable
from logger.domain.entering.held_entries import WILD_CLOCK, HeldEntry, content_of, read_held
from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, Sight, require, sight
from logger.domain.people.seeing import as_seen
from logger.domain.places import Place
from logger.domain.records import State, StoredActivity
from logger.domain.refusing.desk_refusals import (
    DecidedAlready,
    EntryFaulty,
    NotCurrent,
    OtherVersionStands,
    WaitsForAnother,
)
from logger.domain.refusing.refusals import NotFound
from logger.domain.terms import Vocabulary
from logger.services.activities.corrections import check_facts
from logger.services.bookkeeping import Draft
from logger.services.desk_operations import Desk, reason_in, take_ledger
from logger.services.entering import enter_and_project
from logger.services.transactions import writing
from logger.store import places, vocabulary
from logger.store.activities import activities, projection
from logger.store.people import people
from logger.store.syncing import held

PAGE = 50


@dataclass(frozen=True, slots=True)
class Waiting:
    """A held entry as its reader may see it.

    `fits` says whether what it builds on is there, `standing` is the version that stands instead; `own` ones
    are for somebody else to decide on. `author` is a name of the reader's own organisation, or empty.
    """

    entry: HeldEntry
    sight: Sight
    author: str
    own: bool
    fits: bool
    standing: StoredActivity | None


@dataclass(frozen=True, slots=True)
class HeldPage:
    """Some of what waits, the oldest first; `next` is where the following page goes on, None on the last."""

    waiting: tuple[Waiting, ...]
    total: int
    next: int | None
    words: Vocabulary
    places: Mapping[str, Place]


@dataclass(frozen=True, slots=True)
class TakingIn:
    """How an entry is taken in: with its note or without, and when it was, where its clock was wrong.

    `times` are `started_at` and `ended_at` in the form of an entry's body. A sealed note is never taken in.
    """

    with_note: bool = True
    times: Mapping[str, Any] | None = None
    reason: str = ""


def waiting_in(session: Session, principal: Principal, municipality: str, after: int = 0) -> HeldPage:
    """One page of what waits in a municipality, for one who may decide on it. Raises NotFound."""
    require(principal, Action.READ, Resource.HELD, municipality)
    found = held.held_in(session, municipality, after=after, limit=PAGE + 1)
    entries = [read_held(each.operation, each.body) for each in found[:PAGE]]
    ids = {each.operation.activity_id for each in entries if each.operation.activity_id}
    standing = projection.standing(session, {(municipality, each) for each in ids})
    authors = {each.operation.author for each in entries if each.operation.author}
    names = people.names_in(session, principal.organisation, authors)
    return HeldPage(
        waiting=tuple(_seen(principal, each, names, standing) for each in entries),
        total=held.count_in(session, municipality),
        next=found[PAGE - 1].operation.server_seq if len(found) > PAGE else None,
        words=vocabulary.vocabulary(session),
        places=places.places_of(session, municipality),
    )


def take_in(
    session: Session, principal: Principal, municipality: str, op_id: str, how: TakingIn, now: datetime
) -> StoredActivity | None:
    """Let the entry count, as its author's own. Returns the activity as it stands now.

    None where the entry was thrown away on the phone and nothing of it ever stood.

    Raises NotFound, NotAllowed for one's own, DecidedAlready, OtherVersionStands, NotCurrent, WaitsForAnother
    and EntryFaulty.
    """
    with writing(session):
        entry = _open_one(session, principal, municipality, op_id)
        standing = _ground(session, principal, municipality, entry)
        desk = Desk(principal, municipality, now)
        reason = reason_in(how.reason) if how.reason else ""
        if entry.content is None:
            body = _head("void", entry, reason)
        else:
            content = _content(entry, how)
            check_facts(session, municipality, [(content, _organisation(entry))], now)
            body = _taking_in(entry, content, reason) | _note(entry, how)
        never_stood = entry.content is None and standing is None
        draft = desk.draft(body, rev=None if never_stood else entry.builds_on + 1, settles=op_id)
        before = {} if standing is None else {standing.activity.id: standing}
        return enter_and_project(session, [draft], before).get(str(entry.operation.activity_id))


def refuse(
    session: Session, principal: Principal, municipality: str, op_id: str, reason: str, now: datetime
) -> None:
    """Let the entry never count; what waits for it to be made is refused with it, for the same reason.

    Raises NotFound, NotAllowed for one's own, DecidedAlready, ReasonMissing, EntryFaulty and
    PersonalDataInReason.
    """
    with writing(session):
        entry = _open_one(session, principal, municipality, op_id)
        desk, kept = Desk(principal, municipality, now), reason_in(reason)
        refused = [entry, *(_built_on(session, municipality, entry) if entry.builds_on == 0 else ())]
        drafts = [_refusing(desk, each, kept, seq) for seq, each in enumerate(refused, start=1)]
        enter_and_project(session, drafts, {})


def _seen(
    principal: Principal,
    entry: HeldEntry,
    names: Mapping[str, str],
    standing: Mapping[tuple[str, str], StoredActivity],
) -> Waiting:
    operation = entry.operation
    stands = standing.get((operation.municipality, operation.activity_id or ""))
    organisation = str(operation.facts["author_organisation"])
    how = sight(principal, operation.municipality, author=operation.author, author_organisation=organisation)
    return Waiting(
        entry=entry,
        sight=how,
        author=names.get(operation.author or "", ""),
        own=operation.author == principal.user_id,
        fits=entry.fits(stands),
        standing=None if stands is None else as_seen(principal, stands),
    )


def _open_one(session: Session, principal: Principal, municipality: str, op_id: str) -> HeldEntry:
    """The entry, for one who may decide on it; its ledger is taken."""
    require(principal, Action.READ, Resource.HELD, municipality)
    take_ledger(session, municipality)
    found = held.held_one(session, municipality, op_id)
    if found is None:
        raise DecidedAlready if held.is_held(session, municipality, op_id) else NotFound
    require(principal, Action.DECIDE, Resource.HELD, municipality, author=found.operation.author)
    return read_held(found.operation, found.body)


def _ground(
    session: Session, principal: Principal, municipality: str, entry: HeldEntry
) -> StoredActivity | None:
    """What the entry builds on: None for one that makes its activity."""
    standing = activities.activity(session, municipality, str(entry.operation.activity_id))
    if entry.fits(standing):
        return standing
    if standing is None or (entry.builds_on and standing.author != entry.operation.author):
        raise WaitsForAnother
    if standing.rev != entry.builds_on:
        raise OtherVersionStands(as_seen(principal, standing))
    raise NotCurrent if standing.state is not State.CURRENT else WaitsForAnother


def _content(entry: HeldEntry, how: TakingIn) -> Content:
    """What was done, at the times given where the phone's were wrong."""
    times = dict(how.times or {}) if entry.operation.code == WILD_CLOCK else {}
    read = read_entry({**entry.raw, **times}, entry.operation.schema)
    content = content_of(read)
    if content is not None:
        # What it calls a place is sealed with the note: only its author has read it.
        return replace(content, proposed=None) if entry.sealed else content
    faults = read.fields if isinstance(read, Unreadable) else {"started_at": "Skriv när det var."}
    raise EntryFaulty(fields=faults)


def _taking_in(entry: HeldEntry, content: Content, reason: str) -> dict[str, Any]:
    return {
        **_head("correct", entry, reason),
        **facts_of(content),
        "participants": list(entry.people),
        "author": entry.operation.author,
        "author_organisation": _organisation(entry),
        "takes_in": entry.operation.op_id,
    }


def _note(entry: HeldEntry, how: TakingIn) -> dict[str, Any]:
    return {"note": entry.note} if how.with_note and entry.note else {}


def _organisation(entry: HeldEntry) -> str:
    return str(entry.operation.facts["author_organisation"])


def _head(kind: str, entry: HeldEntry, reason: str) -> dict[str, Any]:
    return {
        "kind": kind,
        "activity_id": entry.operation.activity_id,
        "municipality": entry.operation.municipality,
        "base_rev": entry.builds_on,
        "reason": reason,
    }


def _built_on(session: Session, municipality: str, made: HeldEntry) -> list[HeldEntry]:
    """What else of its author waits for the entry to be taken in."""
    others = held.held_of(session, municipality, str(made.operation.activity_id))
    return [
        read_held(each.operation, each.body)
        for each in others
        if each.operation.author == made.operation.author and each.operation.op_id != made.operation.op_id
    ]


def _refusing(desk: Desk, entry: HeldEntry, reason: str, seq: int) -> Draft:
    body = _head("void", entry, reason)
    return desk.draft(body, rev=None, seq=seq, settles=entry.operation.op_id)
