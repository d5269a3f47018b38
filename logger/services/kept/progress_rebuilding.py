"""Counting what is kept anew from the activities: when other things count, or to see that it was right."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from logger.domain.counting.covering import covered_places
from logger.domain.counting.daily import day_book, days_of_presence
from logger.domain.counting.day_book import DayBook
from logger.domain.counting.gists import gist
from logger.domain.counting.keeping import Kept, hangs_on_places, is_kept, leaf_of
from logger.domain.counting.ledger import Ledger
from logger.domain.counting.occasions import attendance
from logger.domain.pledges import Commitment, Pledge
from logger.domain.targets import Hours, HoursAs
from logger.services.kept.keeping import NO_BOOK
from logger.services.kept.ledgers import ledger_for
from logger.services.kept.pledges_in_force import StoredPledge, approved_pledges
from logger.services.transactions import writing
from logger.store.kept import kept_state, leaves, putting
from logger.store.kept.kept_state import Standing
from logger.store.kept.leaves import Key, Leaf, LeafKey, Presence
from logger.store.kept.progress import KeptPledge
from logger.store.kept.putting import Books
from logger.store.people import people
from logger.store.syncing import counters

END_OF_TIME = date.max
Which = Callable[[Commitment], bool]


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How many commitments were counted anew, and how many of them were not kept as they are."""

    commitments: int = 0
    mended: int = 0

    def __add__(self, other: "Rebuilt") -> "Rebuilt":
        return Rebuilt(self.commitments + other.commitments, self.mended + other.mended)


def rebuild(session: Session, municipality: str | None = None) -> Rebuilt:
    """Count everything that is kept anew, of one municipality or of all, each in a deed of its own."""
    codes = [municipality] if municipality else [each.code for each in people.municipalities(session)]
    whole = Rebuilt()
    for code in codes:
        with writing(session):
            counters.lock(session, {code})
            counters.count_anew(session, code)  # what a batch has read of figures meanwhile holds no more
            whole = sum((keep_anew(session, each) for each in approved_pledges(session, code)), whole)
    return whole


def count_pledge_anew(session: Session, stored: StoredPledge) -> None:
    """Count a pledge that was let to count just now, inside the deed that does so."""
    counters.lock(session, {stored.municipality})
    counters.count_anew(session, stored.municipality)
    keep_anew(session, stored)


def count_places_anew(session: Session, municipality: str) -> None:
    """Count whatever hangs on places anew, inside the deed that changed one."""
    counters.lock(session, {municipality})
    counters.count_anew(session, municipality)
    for stored in approved_pledges(session, municipality):
        if any(map(hangs_on_places, stored.pledge.commitments)):
            keep_anew(session, stored, hangs_on_places)


def keep_anew(session: Session, stored: StoredPledge, which: Which = is_kept) -> Rebuilt:
    """Keep what the activities come to for a pledge, inside a deed that holds the ledger."""
    found = _counted(session, stored, which)
    before = _standing(session, stored, found)
    of_pledge = stored.municipality, stored.key
    pledge = before.pledges.get(of_pledge)
    if which is is_kept or pledge is None or pledge.number != stored.number:
        pledge = KeptPledge(stored.number)
    off = _differing(stored, found, before)
    for name, counted in found.items():
        pledge.keep(name, counted.kept)
    leaves.forget(session, *of_pledge, None if which is is_kept else found)
    pages = {key: leaf for counted in found.values() for key, leaf in counted.leaves.items()}
    putting.put(session, Books({of_pledge: pledge}, pages))
    return Rebuilt(len(found), len(off))


def differing(session: Session, municipality: str) -> list[Key]:
    """Which commitments are not kept as their activities have it; nothing is written."""
    off: list[Key] = []
    for stored in approved_pledges(session, municipality):
        found = _counted(session, stored, is_kept)
        off += _differing(stored, found, _standing(session, stored, found))
    return sorted(off)


@dataclass(frozen=True, slots=True)
class _Counted:
    """What is to be kept of a commitment, by all of its activities."""

    book: DayBook
    kept: Kept
    leaves: dict[LeafKey, Leaf]

    @property
    def presence(self) -> dict[LeafKey, Presence]:
        """The time of each leaf that has any."""
        return {key: leaf.presence for key, leaf in self.leaves.items() if leaf.presence}


def _counted(session: Session, stored: StoredPledge, which: Which) -> dict[str, _Counted]:
    """By the commitments' ids."""
    ledger = ledger_for(session, stored.municipality, stored)
    found: dict[str, _Counted] = {}
    for each in stored.pledge.commitments:
        if is_kept(each) and which(each):
            book = day_book(stored.pledge, each, ledger, END_OF_TIME)
            kept = Kept(gist(each, book), covered_places(each, ledger.places))
            time = _time_of(stored.pledge, each, ledger)
            days = {leaf_of(each, day) for day in book.dates}
            found[each.id] = _Counted(
                book,
                kept,
                {
                    ((stored.municipality, stored.key, each.id), leaf.first): Leaf(
                        book.between(leaf), {day: time[day] for day in leaf if day in time}
                    )
                    for leaf in days
                },
            )
    return found


def _time_of(pledge: Pledge, commitment: Commitment, ledger: Ledger) -> Presence:
    """The time that somebody was there on each day, for a promise of hours; none for others."""
    match commitment.target:
        case Hours(hours_as=HoursAs.PRESENCE as hours_as):
            attended = attendance(pledge, commitment, ledger, END_OF_TIME)
            return {day: found.merged for day, found in days_of_presence(attended, hours_as).items()}
        case _:
            return {}


def _standing(session: Session, stored: StoredPledge, found: Iterable[str]) -> Standing:
    of_pledge = stored.municipality, stored.key
    return kept_state.standing(session, [of_pledge], [], [(*of_pledge, name) for name in found])


def _differing(stored: StoredPledge, found: Mapping[str, _Counted], before: Standing) -> list[Key]:
    """Those of another version, gist, book or time; a leaf that was emptied stays as one without days."""
    off: list[Key] = []
    for name, counted in found.items():
        key = stored.municipality, stored.key, name
        pledge = before.of(key, stored.number)
        time = {leaf: its for leaf, its in before.presence.items() if its and leaf[0] == key}
        is_as_counted = (
            pledge is not None
            and pledge.of(name) == counted.kept
            and before.books.get(key, NO_BOOK) == counted.book
            and time == counted.presence
        )
        off += [] if is_as_counted else [key]
    return off
