"""Counting what is kept anew from the activities: when other things count, or to see that it was right."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from logger.domain.counting.covering import covered_places
from logger.domain.counting.daily import day_book, days_of_presence
from logger.domain.counting.keeping import Kept, hangs_on_places, is_kept
from logger.domain.counting.ledger import Ledger
from logger.domain.counting.occasions import attendance
from logger.domain.pledges import Commitment, Pledge
from logger.domain.targets import Hours, HoursAs
from logger.services.kept.keeping import monday_of, put
from logger.services.kept.ledgers import ledger_for
from logger.services.kept.pledges_in_force import StoredPledge, approved_pledges
from logger.services.transactions import writing
from logger.store import counters, people, presence, progress
from logger.store.presence import Week
from logger.store.progress import Key

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
    found, weeks = _counted(session, stored, which)
    off = _differing(session, stored, found, weeks)
    ids = [commitment.id for commitment, _ in found.values()]
    progress.forget(session, stored.municipality, stored.key, None if which is is_kept else ids)
    put(session, found)
    presence.put(session, weeks)
    return Rebuilt(len(found), len(off))


def differing(session: Session, municipality: str) -> list[Key]:
    """Which commitments are not kept as their activities have it; nothing is written."""
    return sorted(
        key
        for stored in approved_pledges(session, municipality)
        for key in _differing(session, stored, *_counted(session, stored, is_kept))
    )


Found = dict[Key, tuple[Commitment, Kept]]
Weeks = dict[tuple[Key, date], Week]


def _counted(session: Session, stored: StoredPledge, which: Which) -> tuple[Found, Weeks]:
    """What is to be kept of a pledge, by all of its activities."""
    ledger, found, weeks = ledger_for(session, stored.municipality, stored), Found(), Weeks()
    for each in stored.pledge.commitments:
        if not (is_kept(each) and which(each)):
            continue
        key = stored.municipality, stored.key, each.id
        book = day_book(stored.pledge, each, ledger, END_OF_TIME)
        found[key] = each, Kept(stored.number, book, covered_places(each, ledger.places))
        weeks |= {(key, monday): week for monday, week in _weeks_of(stored.pledge, each, ledger).items()}
    return found, weeks


def _weeks_of(pledge: Pledge, commitment: Commitment, ledger: Ledger) -> dict[date, Week]:
    """The weeks of presence of a promise of hours, each by its Monday; none for others."""
    match commitment.target:
        case Hours(hours_as=HoursAs.PRESENCE as hours_as):
            weeks: dict[date, Week] = {}
            attended = attendance(pledge, commitment, ledger, END_OF_TIME)
            for day, found in days_of_presence(attended, hours_as).items():
                weeks.setdefault(monday_of(day), {})[day] = found.merged
            return weeks
        case _:
            return {}


def _differing(session: Session, stored: StoredPledge, found: Found, weeks: Weeks) -> set[Key]:
    """A week that was emptied is kept as one without days."""
    before = progress.kept(session, found)
    kept = presence.weeks_of(session, stored.municipality, stored.key)
    weeks_before = {name: week for name, week in kept.items() if week and name[0] in found}
    names = weeks_before.keys() | weeks.keys()
    off = {key for key, (_, kept_now) in found.items() if before.get(key) != kept_now}
    return off | {name[0] for name in names if weeks_before.get(name) != weeks.get(name)}
