"""What is in the database as an activities file, and the other way round: figures anyone can recompute."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy.orm import Session

from logger.domain.activities import Activity
from logger.domain.counting.ledger import Ledger, Mark, Report
from logger.domain.entering.body_reader import UUID as UUID_FORM
from logger.domain.periods import Days
from logger.domain.refusing.refusals import ActivitiesFileFaulty, UnknownChoice
from logger.domain.terms import Vocabulary
from logger.services.files.activities_files import (
    ActivitiesFileFaults,
    activities_document,
    read_activities_text,
)
from logger.services.places.places import municipality_named_in
from logger.services.pledges.pledges import StoredPledge, approved_pledges
from logger.services.recording import KeptEntry, faults_of, keep_activities
from logger.services.transactions import writing
from logger.store import audit, places, vocabulary
from logger.store.activities import activities
from logger.store.people import people
from logger.store.pledges import hand_entered

# People in a file from elsewhere are known by any mark; here they get an id made from it, always the same.
_PEOPLE_OF_FILES = UUID("6f1d1f4e-6f0b-5f0e-9a53-9c5a3f0a3a11")


@dataclass(frozen=True)
class Transferred:
    """What an import came to: how many activities were new, and how many were there already."""

    new: int
    known: int


def export_activities(session: Session, municipality: str) -> dict[str, Any]:
    """The activities file of a municipality: its places, activities, marks and monthly numbers.

    Whatever was withdrawn or voided is there, marked as voided. Raises UnknownChoice.
    """
    if people.municipality(session, municipality) is None:
        raise UnknownChoice(f"Kommunen {municipality} finns inte i den här databasen.")
    stored = approved_pledges(session, municipality)
    ledger = Ledger(
        places=places.places_of(session, municipality),
        activities=activities.all_of(session, municipality),
        marks=[mark for each in stored for mark in hand_entered.marks(session, municipality, each.key)],
        reports=[
            report for each in stored for report in hand_entered.reports(session, municipality, each.key)
        ],
    )
    return {"municipality": municipality} | activities_document(ledger)


def import_activities(session: Session, text: str, municipality: str | None, now: datetime) -> Transferred:
    """Bring the activities, marks and monthly numbers of a file in, all or nothing.

    An activity that is there already as the file says changes nothing. Raises ActivitiesFileFaulty with
    every fault: what cannot be read, what names an unknown place, word or commitment, an id that stands for
    something else here.
    """
    ledger, code = _read(text, municipality)
    with writing(session):
        if people.municipality(session, code) is None:
            raise ActivitiesFileFaulty(f"Kommunen {code} finns inte i den här databasen.")
        standing = {each.id: each for each in activities.all_of(session, code)}
        wanted = [_with_ids_of_people(each) for each in ledger.activities]
        homes = _homes(approved_pledges(session, code), ledger)
        _check(session, code, wanted, standing, homes)
        new = [each for each in wanted if each.id not in standing]
        keep_activities(session, code, [_entry(each, now) for each in new], "import")
        _keep_entered(session, code, homes)
        told = {"new": len(new)}
        audit.append(
            session, audit.Event("operator", "activities_import", f"activities:{code}", code, told), now
        )
    return Transferred(len(new), len(wanted) - len(new))


def _read(text: str, municipality: str | None) -> tuple[Ledger, str]:
    try:
        ledger = read_activities_text(text)
    except ActivitiesFileFaults as faults:
        raise ActivitiesFileFaulty(str(faults)) from faults
    code = municipality or municipality_named_in(text)
    if code is None:
        raise ActivitiesFileFaulty(
            'Filen säger inte vilken kommun den gäller: ange den, eller skriv "municipality".'
        )
    return ledger, code


@dataclass(frozen=True)
class _Homes:
    """Which pledge each mark and number belongs to; None where no pledge has its commitment on its day."""

    marks: tuple[tuple[Mark, str | None], ...]
    reports: tuple[tuple[Report, str | None], ...]


def _homes(stored: list[StoredPledge], ledger: Ledger) -> _Homes:
    spans = [
        (each.key, commitment.id, commitment.valid)
        for each in stored
        for commitment in each.pledge.commitments
    ]
    return _Homes(
        tuple((mark, _home(spans, mark.commitment, mark.date)) for mark in ledger.marks),
        tuple((report, _home(spans, report.commitment, report.month)) for report in ledger.reports),
    )


def _home(spans: list[tuple[str, str, Days]], commitment: str, day: date) -> str | None:
    return next((key for key, name, valid in spans if name == commitment and day in valid), None)


def _keep_entered(session: Session, code: str, homes: _Homes) -> None:
    for mark, key in homes.marks:
        if key is not None:
            hand_entered.put_mark(session, code, key, mark)
    for report, key in homes.reports:
        if key is not None:
            hand_entered.put_report(session, code, key, report)


def _check(
    session: Session, code: str, wanted: list[Activity], standing: dict[str, Activity], homes: _Homes
) -> None:
    words, known_places = vocabulary.vocabulary(session), places.place_ids(session, code)
    faults = [
        f"aktivitet {each.id}: {fault}"
        for each in wanted
        for fault in _faults(code, each, words, known_places, standing.get(each.id))
    ]
    entered = [(mark.commitment, mark.date, key) for mark, key in homes.marks]
    entered += [(report.commitment, report.month, key) for report, key in homes.reports]
    faults += [
        f"{commitment} {day}: inget löfte i kommunen har det åtagandet den dagen"
        for commitment, day, key in entered
        if key is None
    ]
    if faults:
        raise ActivitiesFileFaulty("\n".join(faults))


def _faults(
    code: str, activity: Activity, words: Vocabulary, known_places: Iterable[str], standing: Activity | None
) -> Iterator[str]:
    if not UUID_FORM.fullmatch(activity.id):
        yield "id ska vara ett UUID med små bokstäver"
    if standing is not None and standing != activity:
        yield "finns redan, med annat innehåll"
    for field, sentence in faults_of(code, activity).items():
        yield f"{field}: {sentence}"
    yield from _unknown("typ", [activity.type], words.types)
    yield from _unknown("fokus", activity.focus, words.focuses)
    yield from _unknown("räknare", activity.counters, words.counters)
    yield from _unknown("organisation", activity.organisations, words.organisations)
    yield from _unknown("plats", [activity.place] if activity.place else [], known_places)


def _unknown(what: str, given: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    for code in sorted(set(given) - set(known)):
        yield f"okänd {what} {code}"


def _with_ids_of_people(activity: Activity) -> Activity:
    ids = (
        each if UUID_FORM.fullmatch(each) else str(uuid5(_PEOPLE_OF_FILES, each))
        for each in activity.participants
    )
    return replace(activity, participants=tuple(dict.fromkeys(ids)))


def _entry(activity: Activity, now: datetime) -> KeptEntry:
    """The file does not say who logged it: taken to be the police where they took part."""
    by = "police" if "police" in activity.organisations else min(activity.organisations, default="")
    return KeptEntry(activity, None, by, now)
