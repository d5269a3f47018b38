"""What phones say of planned times, in the deed of a batch: what it is weighed against, what it came to."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from logger.domain.places import Gazetteer, Place
from logger.domain.planning.plans import time_of
from logger.domain.planning.sayings import NamedTime, Sayings
from logger.store.plan import plan_sayings


def sayings_in(
    rows: Mapping[str, Sequence[Any]],
    named: Collection[NamedTime],
    places: Mapping[str, Mapping[str, Place]],
) -> Sayings:
    """The times named, of the organisation's own items, as they stand in what was read of them.

    `places` are those that the batch names, by municipality: whichever of its ids a plan has for one of
    them, it is found, and no other place was visited.
    """
    if not named:
        return Sayings()
    found = plan_sayings.named_in(rows)
    times = {}
    for code, (item_id, occurrence) in named:
        item = found.items.get((code, item_id))
        time = time_of(item, occurrence, found.terms[code]) if item else None
        if time is not None:
            key = code, (item_id, occurrence)
            times[key] = replace(time, outcome=found.standing.get(key))
    gazetteers = {code: Gazetteer(places.get(code, {}).values()) for code in found.terms}
    return Sayings(times, gazetteers, kept=found.kept)


def keep_sayings(session: Session, sayings: Sayings) -> None:
    """Let the times stand as they became. Raises IntegrityError where another answered one meanwhile."""
    plan_sayings.put_all(session, sayings.changed, sayings.kept)
