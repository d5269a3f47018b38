"""Places of a municipality: bringing a file of them in, all or nothing."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from logger.domain.personal_data import presentable
from logger.domain.places import Place
from logger.domain.refusing.refusals import PlacesFileFaulty
from logger.domain.terms import Vocabulary
from logger.services.files.activities_files import ActivitiesFileFaults, read_activities_text
from logger.services.kept.progress_rebuilding import count_places_anew
from logger.services.transactions import writing
from logger.store import audit, places, vocabulary
from logger.store.people import people


def import_places(session: Session, text: str, municipality: str | None, now: datetime) -> int:
    """Keep the `places` of an activities file as they stand there; returns how many.

    A place that is there already becomes as the file says, one that the file leaves out stays. The
    municipality is the given one, or the one that the file names. Raises PlacesFileFaulty with every fault,
    and then nothing is stored.
    """
    with writing(session):
        return keep_places(session, text, municipality, now)


def keep_places(session: Session, text: str, municipality: str | None, now: datetime) -> int:
    """The same inside a deed that has begun already."""
    try:
        read = read_activities_text(text).places.values()
    except ActivitiesFileFaults as faults:
        raise PlacesFileFaulty(str(faults)) from faults
    found = {place.id: _presentable(place) for place in read}
    code = municipality or municipality_named_in(text)
    if code is None:
        raise PlacesFileFaulty(
            'Filen säger inte vilken kommun den gäller: ange den, eller skriv "municipality".'
        )
    if people.municipality(session, code) is None:
        raise PlacesFileFaulty(f"Kommunen {code} finns inte i den här databasen.")
    _check_kinds(found.values(), vocabulary.vocabulary(session))
    for place in found.values():
        places.put(session, code, place)
    count_places_anew(session, code)
    told = {"places": sorted(found)}
    audit.append(session, audit.Event("operator", "places_import", f"places:{code}", code, told), now)
    return len(found)


def municipality_named_in(text: str) -> str | None:
    """The municipality's code that an activities file names, if it names one."""
    named = json.loads(text).get("municipality")
    return named if isinstance(named, str) else None


def _presentable(place: Place) -> Place:
    """The place as it may be shown anywhere. Raises PlacesFileFaulty for a name with nothing to see in it."""
    name = presentable(place.name)
    if not name:
        raise PlacesFileFaulty(f"plats {place.id}: namnet har inga synliga tecken")
    return replace(
        place,
        name=name,
        aliases=tuple(alias for alias in map(presentable, place.aliases) if alias),
        flagged=tuple(replace(flag, source=presentable(flag.source)) for flag in place.flagged),
    )


def _check_kinds(found: Iterable[Place], words: Vocabulary) -> None:
    faults = [
        f"plats {place.id}: okänt slag av plats {kind}"
        for place in found
        for kind in sorted(place.kinds - words.place_kinds.keys())
    ]
    if faults:
        raise PlacesFileFaulty("\n".join(faults))
