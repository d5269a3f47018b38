"""What becomes of each item of a batch, and what the phone is told of it once the drafts are entered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, assert_never

from logger.domain.entering.judgements import Rejected, Retry
from logger.domain.entering.operations import Operation
from logger.domain.records import Status


@dataclass(frozen=True, slots=True)
class Entered:
    """The item is, or repeats, the draft with this number in the batch."""

    draft: int
    sha256: str
    duplicate: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """The item leaves no new trace; this is its result."""

    result: Mapping[str, Any]


def results(outcomes: Sequence[Entered | Told], entered: Sequence[Operation]) -> list[Mapping[str, Any]]:
    """What the phone is told of each item, in the order sent, once the drafts are entered."""
    told: list[Mapping[str, Any]] = []
    for outcome in outcomes:
        match outcome:
            case Told(result):
                told.append(result)
            case Entered(draft, sha256, duplicate):
                told.append(entered[draft].receipt(sha256, duplicate=duplicate))
            case _:
                assert_never(outcome)
    return told


def untraced(op_id: str | None, sha256: str | None, answer: Rejected | Retry) -> Told:
    """The result of an item that leaves nothing behind."""
    status = "retry" if isinstance(answer, Retry) else Status.REJECTED.value
    return Told({"op_id": op_id, "sha256": sha256, "status": status, "code": answer.code})
