"""When an activity's notes and names were taken out, and by what decision, as its page tells it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from logger.domain.disposal import DISPOSED, read_marker
from logger.domain.periods import local_date
from logger.domain.records import RecordedOperation
from logger.store import audit


@dataclass(frozen=True, slots=True)
class Disposal:
    """The day it was done, and the reference of the decision."""

    on: date
    decision: str


def disposal_of(session: Session, municipality: str, history: Sequence[RecordedOperation]) -> Disposal | None:
    """The last disposal that reduced any of these operations; None where all are as sent."""
    at = max((each.reduced_at for each in history if each.reduced_at is not None), default=None)
    if at is None:
        return None
    written = audit.object_at(session, municipality, DISPOSED, at)
    marker = None if written is None else read_marker(written)
    return None if marker is None else Disposal(local_date(at), marker.decision)
