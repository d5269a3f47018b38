"""What is kept of a pledge besides its text: versions with their history, and the draft being written."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class VersionOfPledge:
    """One version with its history; `status` is draft, approved or closed."""

    municipality: str
    key: str
    number: int
    status: str
    demo: bool
    text: str
    sha256: str
    written_by: str
    written_at: datetime
    why: str | None
    approved_by: str | None
    approved_at: datetime | None
    approved_why: str | None


@dataclass(frozen=True, slots=True)
class PledgeDraft:
    """A draft with who began it and who changed it last; `based_on` is the version it began as."""

    municipality: str
    key: str
    document: dict[str, Any]
    based_on: int | None
    begun_by: str
    begun_at: datetime
    changed_by: str
    changed_at: datetime
