"""Activities that the product itself makes, so that the duties of a pledge count themselves: each once."""

from collections.abc import Iterable
from datetime import UTC, datetime
from uuid import UUID, uuid5

from sqlalchemy.orm import Session

from logger.domain.activities import Activity
from logger.domain.entering.operations import DESK
from logger.domain.people.people import Principal
from logger.services.recording import KeptEntry, keep_activities

_MADE = UUID("0b6f3a6e-93c1-5d0a-8f0e-6d1f2f6f5a55")


def log_own(
    session: Session,
    principal: Principal,
    municipality: str,
    about: str,
    what: str,
    organisations: Iterable[str],
    now: datetime,
    counts_from: datetime | None = None,
) -> str:
    """Enter an activity of type `what` into the ledger, inside a deed that has begun; returns its id.

    `about` names the object that was made: its id comes of it, so that the ledger takes the same one once. It
    is an occasion at that minute, without hours and without names; at `counts_from` where what was made holds
    from a later one on.
    """
    by = frozenset(organisations)
    activity = Activity(
        id=str(uuid5(_MADE, f"{what}:{about}")),
        type=what,
        started_at=max(now, counts_from or now).astimezone(UTC).replace(second=0, microsecond=0),
        organisations=by,
        others=len(by),
    )
    entry = KeptEntry(activity, principal.user_id, principal.organisation, now)
    keep_activities(session, municipality, [entry], DESK)
    return activity.id
