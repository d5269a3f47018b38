"""Where a pledge or one of its versions stands: a word, and the shape beside it."""

from dataclasses import dataclass
from datetime import date

from logger.domain.drafting.pledge_versions import VersionOfPledge
from logger.domain.pledges import Pledge
from logger.services.pledges.pledge_shelf import APPROVED, CLOSED, ShelvedPledge


@dataclass(frozen=True, slots=True)
class State:
    """Where a pledge or a version stands: a word, and the shape beside it."""

    word: str
    symbol: str


IN_FORCE = State("Gäller", "kept")
NOT_BEGUN = State("Godkänt", "kept")
OVER = State("Avslutat", "nonum")
REPLACED = State("Ersatt", "nonum")
WAITS = State("Väntar på godkännande", "notyet")
PASSED_OVER = State("Inte godkänd", "nonum")
DRAFT = State("Utkast", "unscored")
OF_VERSIONS = {APPROVED: IN_FORCE, CLOSED: REPLACED}


def state_in_time(pledge: Pledge, today: date) -> State:
    """Where a pledge that counts stands in its own time."""
    if today > pledge.valid.last:
        return OVER
    return IN_FORCE if today >= pledge.valid.first else NOT_BEGUN


def state_of(version: VersionOfPledge, shelved: ShelvedPledge) -> State:
    """Where a version stands among the others."""
    if version is shelved.waiting:
        return WAITS
    return OF_VERSIONS.get(version.status, PASSED_OVER)
