"""The note on an activity as it stands, found in what was done to it."""

from collections.abc import Sequence

from logger.domain.personal_data import presentable
from logger.domain.records import Kind, RecordedOperation, Status


def note_in(history: Sequence[RecordedOperation]) -> str:
    """The note that the last stored operation gave, of those that its author's words are in; else none."""
    for each in reversed(history):
        said_by_author = each.kind in (Kind.CREATE, Kind.AMEND) or "takes_in" in (each.body or {})
        if each.status is Status.STORED and each.body is not None and said_by_author:
            return presentable(str(each.body.get("note") or ""))
    return ""
