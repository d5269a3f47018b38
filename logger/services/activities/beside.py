"""Entries that are held beside each other: each as its reader sees it, with its note and who logged it."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from logger.domain.notes import note_in
from logger.domain.people.people import Principal
from logger.domain.people.policy import Sight
from logger.domain.people.seeing import as_seen, sight_of
from logger.domain.records import StoredActivity
from logger.store.activities import activities
from logger.store.people import people


@dataclass(frozen=True, slots=True)
class Beside:
    """One of those; where it is not `whole`, note and names are another organisation's own.

    `logged_by` is the author's name; empty where it may not be seen, or was disposed of.
    """

    stored: StoredActivity
    whole: bool
    note: str
    logged_by: str


def beside(
    session: Session, principal: Principal, code: str, found: Iterable[StoredActivity]
) -> dict[str, Beside]:
    """Those of the municipality's activities that the principal may see, by id."""
    seen = {each.activity.id: (each, sight_of(principal, each)) for each in found}
    whole = {id_: each for id_, (each, sight) in seen.items() if sight is Sight.WHOLE}
    noted = activities.histories(session, code, {id_ for id_, each in whole.items() if each.has_note})
    authors = {each.author for each in whole.values() if each.author is not None}
    names = people.names_in(session, principal.organisation, authors)
    shown = ((id_, as_seen(principal, each)) for id_, (each, _) in seen.items())
    return {
        id_: Beside(each, id_ in whole, note_in(noted.get(id_, ())), names.get(each.author or "", ""))
        for id_, each in shown
        if each is not None
    }
