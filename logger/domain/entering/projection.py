"""The activity that a stored operation makes of what stood before: the fold that every figure rests on."""

from dataclasses import dataclass, replace

from logger.domain.activities import Activity
from logger.domain.entering.body_reader import read_body
from logger.domain.entering.desk_bodies import read_desk_body
from logger.domain.entering.entries import (
    Amend,
    Content,
    Correct,
    Create,
    Merge,
    MergedInto,
    TakeIn,
    Unreadable,
)
from logger.domain.entering.operations import PHONE, Operation
from logger.domain.entering.upcasting import FILE_SCHEMA
from logger.domain.records import Kind, State, Status, StoredActivity

Made = Content | Correct | TakeIn | Merge


@dataclass(frozen=True, slots=True)
class Step:
    """One stored operation that changed its activity; without `content` it only took it away.

    A `Correct` changes the facts alone, a `Merge` who took part, a `TakeIn` has an author of its own.
    """

    operation: Operation
    activity_id: str
    rev: int
    state: State
    content: Made | None

    @classmethod
    def of(cls, operation: Operation, state: State | None, content: Made | None) -> "Step | None":
        """The step that an operation is; None for one that changed no activity."""
        if operation.activity_id is None or operation.rev is None or state is None:
            return None
        return cls(operation, operation.activity_id, operation.rev, state, content)


_TAKES_AWAY = {Kind.WITHDRAW: State.WITHDRAWN, Kind.VOID: State.VOIDED}


def step_of(operation: Operation, body: bytes) -> Step | None:
    """The step that an operation of the ledger was; None for one that changed no activity.

    Raises ValueError where a stored entry can no longer be read.
    """
    if operation.status is not Status.STORED or operation.kind is None:
        return None
    if operation.kind in _TAKES_AWAY:
        return Step.of(operation, _TAKES_AWAY[operation.kind], None)
    if operation.kind in (Kind.CORRECT, Kind.MERGE):
        return _step_at_a_desk(operation, body)
    match read_body(body, operation.schema):
        case Create(content=content) | Amend(content=content):
            return Step.of(operation, State.CURRENT, content)
        case Unreadable(fields=fields):
            raise ValueError(f"operation {operation.op_id} makes no activity: {dict(fields)}")
        case _:
            raise ValueError(f"operation {operation.op_id} makes no activity")


def _step_at_a_desk(operation: Operation, body: bytes) -> Step | None:
    match read_desk_body(body):
        case MergedInto():
            return Step.of(operation, State.VOIDED, None)
        case Unreadable(fields=fields):
            raise ValueError(f"operation {operation.op_id} does nothing at a desk: {dict(fields)}")
        case deed:
            return Step.of(operation, State.CURRENT, deed)


def folded(before: StoredActivity | None, step: Step) -> StoredActivity:
    """The activity after the step. Raises ValueError for a first step that makes nothing."""
    operation, born = step.operation, before or _born(step)
    activity, has_note = _made(before, step)
    return StoredActivity(
        municipality=operation.municipality,
        activity=activity,
        rev=step.rev,
        state=step.state,
        author=born.author,
        author_organisation=born.author_organisation,
        created_at=before.created_at if before else operation.received_at,
        changed_at=operation.received_at,
        server_seq=operation.server_seq,
        has_note=has_note,
        origin=born.origin,
    )


@dataclass(frozen=True, slots=True)
class _Birth:
    author: str | None
    author_organisation: str
    origin: str


def _born(step: Step) -> _Birth:
    """Whose a new activity is: what a coordinator takes in stays its author's, and came from a phone."""
    if isinstance(step.content, TakeIn):
        return _Birth(step.content.author, step.content.author_organisation, PHONE)
    facts = step.operation.facts
    return _Birth(step.operation.author, facts["author_organisation"], facts["origin"])


def _made(before: StoredActivity | None, step: Step) -> tuple[Activity, bool]:
    """What was done, and whether there is a note on it."""
    match step.content:
        case Content() as content:
            return _activity(step, content), content.has_note
        case TakeIn(content=content):
            return _activity(step, content), content.has_note
        case _ if before is None:
            raise ValueError(f"activity {step.activity_id}: nothing was there to take away or to change")
        case None:
            return replace(before.activity, voided=step.state is not State.CURRENT), before.has_note
        case Correct(content=content):
            named = before.activity.participants
            return replace(_activity(step, content), participants=named), before.has_note
        case Merge(organisations=organisations, participants=participants, others=others):
            both = frozenset(organisations)
            together = replace(before.activity, organisations=both, participants=participants, others=others)
            return together, before.has_note


def logged_by(operation: Operation) -> tuple[str, ...]:
    """Whoever logs in the field was there, unless the entry names people; a file names whom it means."""
    at_a_desk = operation.schema == FILE_SCHEMA
    return () if at_a_desk or operation.author is None else (operation.author,)


def _activity(step: Step, content: Content) -> Activity:
    return Activity(
        id=step.activity_id,
        type=content.type,
        started_at=content.started_at,
        ended_at=content.ended_at,
        organisations=frozenset(content.organisations),
        focus=frozenset(content.focus),
        participants=content.participants or logged_by(step.operation),
        others=content.others,
        place=content.place,
        targeted=content.targeted,
        outcome=content.outcome,
        counters=content.counters,
        proposed=content.proposed,
        voided=step.state is not State.CURRENT,
    )
