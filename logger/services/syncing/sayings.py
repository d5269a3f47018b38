"""What phones say of planned times, in the deed of a batch: what it is weighed against, what it came to."""

from collections.abc import Collection
from dataclasses import replace

from sqlalchemy.orm import Session

from logger.domain.planning.plans import time_of
from logger.domain.planning.sayings import NamedTime, Sayings
from logger.store import places
from logger.store.plan import plan_sayings, school_terms


def sayings_of(session: Session, organisation: str, named: Collection[NamedTime]) -> Sayings:
    """The times named, of the organisation's own items, as they stand; nothing is read where none is."""
    if not named:
        return Sayings()
    items = {(code, item) for code, (item, _) in named}
    found = plan_sayings.items_named(session, organisation, items)
    outcomes = plan_sayings.outcomes_standing(session, items)
    codes = {code for code, _ in found}
    terms = {code: school_terms.terms_of(session, code) for code in codes}
    times = {}
    for code, (item_id, occurrence) in named:
        item = found.get((code, item_id))
        time = time_of(item, occurrence, terms[code]) if item else None
        if time is not None:
            key = code, (item_id, occurrence)
            times[key] = replace(time, outcome=outcomes.get(key))
    return Sayings(times, {code: places.places_of(session, code) for code in codes})


def keep_sayings(session: Session, sayings: Sayings) -> None:
    """Let the times stand as they became. Raises IntegrityError where another answered one meanwhile."""
    plan_sayings.put_all(session, sayings.changed)
