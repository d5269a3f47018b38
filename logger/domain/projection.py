"""The activity that a stored operation makes of what stood before: the fold that every figure rests on."""

from dataclasses import dataclass, replace

from logger.domain.activities import Activity
from logger.domain.body_reader import FILE_SCHEMA, read_body
from logger.domain.entries import Amend, Content, Create, Unreadable
from logger.domain.operations import Operation
from logger.domain.records import Kind, State, Status, StoredActivity


@dataclass(frozen=True, slots=True)
class Step:
    """One stored operation that changed its activity; without `content` it only took it away."""

    operation: Operation
    activity_id: str
    rev: int
    state: State
    content: Content | None

    @classmethod
    def of(cls, operation: Operation, state: State | None, content: Content | None) -> "Step | None":
        """The step that an operation is; None for one that changed no activity."""
        if operation.activity_id is None or operation.rev is None or state is None:
            return None
        return cls(operation, operation.activity_id, operation.rev, state, content)


_TAKES_AWAY = {Kind.WITHDRAW: State.WITHDRAWN, Kind.VOID: State.VOIDED}


def step_of(operation: Operation, body: bytes) -> Step | None:
    """The step that an operation of the ledger was; None for one that changed no activity.

    Raises ValueError where a stored entry can no longer be read.
    """
    if operation.status is not Status.STORED:
        return None
    if operation.kind in _TAKES_AWAY:
        return Step.of(operation, _TAKES_AWAY[operation.kind], None)
    match read_body(body, operation.schema):
        case Create(content=content) | Amend(content=content):
            return Step.of(operation, State.CURRENT, content)
        case Unreadable(fields=fields):
            raise ValueError(f"operation {operation.op_id} makes no activity: {dict(fields)}")
        case _:
            raise ValueError(f"operation {operation.op_id} makes no activity")


def folded(before: StoredActivity | None, step: Step) -> StoredActivity:
    """The activity after the step. Raises ValueError for a first step without content."""
    if step.content is None:
        if before is None:
            raise ValueError(f"activity {step.activity_id}: nothing was there to take away")
        activity = replace(before.activity, voided=step.state is not State.CURRENT)
        has_note = before.has_note
    else:
        activity, has_note = _activity(step, step.content), step.content.has_note
    operation = step.operation
    return StoredActivity(
        municipality=operation.municipality,
        activity=activity,
        rev=step.rev,
        state=step.state,
        author=before.author if before else operation.author,
        author_organisation=before.author_organisation if before else operation.facts["author_organisation"],
        created_at=before.created_at if before else operation.received_at,
        changed_at=operation.received_at,
        server_seq=operation.server_seq,
        has_note=has_note,
        origin=before.origin if before else operation.facts["origin"],
    )


def _logged_by(operation: Operation) -> tuple[str, ...]:
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
        participants=content.participants or _logged_by(step.operation),
        others=content.others,
        place=content.place,
        targeted=content.targeted,
        outcome=content.outcome,
        counters=content.counters,
        voided=step.state is not State.CURRENT,
    )
