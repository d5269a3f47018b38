"""Taking in a sheet kept before: looked at line by line, then kept as estimates, and taken out again."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from uuid import uuid4

from sqlalchemy.orm import Session

from logger.domain.counting.estimates import Estimate, TakenIn
from logger.domain.old_books.old_sheets import OldSheet
from logger.domain.old_books.sheet_reading import Chosen, Reading, ReadLine
from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, require
from logger.domain.periods import local_date
from logger.domain.places import Places
from logger.domain.refusing.estimate_refusals import SheetEmpty, SheetFaulty, SheetTakenIn, TakenOutAlready
from logger.domain.refusing.refusals import NotFound
from logger.domain.terms import Vocabulary
from logger.services.desk_operations import reason_in
from logger.services.transactions import writing
from logger.store import audit, places, vocabulary
from logger.store.activities import activities, estimates
from logger.store.people import people
from logger.store.syncing import counters


@dataclass(frozen=True, slots=True)
class Books:
    """The imports of a municipality, with the names of those who did it that the reader may see."""

    imports: tuple[TakenIn, ...]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Preview:
    """What taking the sheet in would store; `since` is the first day that is logged here, None before it."""

    sheet: OldSheet
    reading: Reading
    lines: tuple[ReadLine, ...]
    since: date | None

    @property
    def estimates(self) -> list[Estimate]:
        """What would be stored."""
        return [each.estimate for each in self.lines if each.estimate]

    @property
    def faulty(self) -> list[ReadLine]:
        """The lines that cannot be."""
        return [each for each in self.lines if each.faults]

    @property
    def overlapping(self) -> int:
        """How many lines lie where activities are logged already, and may tell of the same."""
        since = self.since
        return 0 if since is None else sum(each.days.last >= since for each in self.estimates)


def books_of(session: Session, principal: Principal | None, code: str) -> Books:
    """What was taken in. Raises SignInNeeded, NotFound and NotAllowed."""
    principal = check_may(principal, code)
    found = tuple(estimates.imports_of(session, code))
    ids = {name for each in found for name in (each.by, each.out_by) if name}
    return Books(found, people.names_in(session, principal.organisation, ids))


def words_of(session: Session, principal: Principal | None, code: str) -> tuple[Vocabulary, Places]:
    """What a sheet's words are chosen among. Raises SignInNeeded, NotFound and NotAllowed."""
    check_may(principal, code)
    return vocabulary.vocabulary(session), places.places_of(session, code)


def look(
    session: Session, principal: Principal | None, code: str, sheet: OldSheet, chosen: Chosen, now: datetime
) -> Preview:
    """The sheet read line by line; nothing is stored. Raises SignInNeeded, NotFound and NotAllowed."""
    words, listed = words_of(session, principal, code)
    reading = Reading(words, listed, chosen, local_date(now))
    first = activities.first_start(session, code)
    return Preview(sheet, reading, reading.lines(sheet), first and local_date(first))


@dataclass(frozen=True, slots=True)
class TakingIn:
    """A sheet to be taken in: what its words mean, where it is from, whether faulty lines are left out."""

    sheet: OldSheet
    chosen: Chosen
    source: str
    without_faulty: bool


def take_in(session: Session, principal: Principal, code: str, wanted: TakingIn, now: datetime) -> int:
    """Keep the sheet's estimates, all or nothing; returns how many.

    Raises NotFound, NotAllowed, ReasonMissing and the like about where it is from, SheetFaulty, SheetEmpty
    and SheetTakenIn.
    """
    with writing(session):
        check_may(principal, code)
        counters.lock(session, {code})
        preview = look(session, principal, code, wanted.sheet, wanted.chosen, now)
        source = reason_in(wanted.source)
        if preview.faulty and not wanted.without_faulty:
            raise SheetFaulty
        if not preview.estimates:
            raise SheetEmpty
        digest = _digest(preview.estimates)
        if estimates.stands(session, code, digest):
            raise SheetTakenIn
        new = estimates.NewImport(str(uuid4()), source, digest, principal.user_id, now)
        estimates.add(session, code, new, preview.estimates)
        told = {"lines": len(preview.estimates), "sha256": digest, "source": source}
        _tell(session, principal, "estimates_take_in", code, new.id, told, now)
        return len(preview.estimates)


def take_out(
    session: Session, principal: Principal, code: str, import_id: str, why: str, now: datetime
) -> None:
    """Let an import be told no more, with a reason. Raises NotFound, NotAllowed and TakenOutAlready."""
    with writing(session):
        check_may(principal, code)
        counters.lock(session, {code})
        found = next((each for each in estimates.imports_of(session, code) if each.id == import_id), None)
        if found is None:
            raise NotFound
        if found.out_at is not None:
            raise TakenOutAlready
        reason = reason_in(why)
        estimates.take_out(session, code, import_id, principal.user_id, reason, now)
        _tell(session, principal, "estimates_take_out", code, import_id, {"why": reason}, now)


def check_may(principal: Principal | None, code: str) -> Principal:
    """The one who may take books in. Raises SignInNeeded, NotFound and NotAllowed."""
    principal = require(principal, Action.READ, Resource.ACTIVITY, code)
    return require(principal, Action.CORRECT, Resource.ACTIVITY, code)


def _digest(lines: list[Estimate]) -> str:
    said = sorted(
        [
            each.type,
            sorted(each.focus),
            each.place or "",
            sorted(each.organisations),
            each.days.first.isoformat(),
            each.days.last.isoformat(),
            each.number,
            each.seconds,
        ]
        for each in lines
    )
    return sha256(json.dumps(said).encode()).hexdigest()


def _tell(
    session: Session,
    principal: Principal,
    action: str,
    code: str,
    import_id: str,
    told: dict[str, object],
    now: datetime,
) -> None:
    event = audit.Event(principal.user_id, action, f"estimates:{code}/{import_id}", code, told)
    audit.append(session, event, now)
