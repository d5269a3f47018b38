"""The register of places: read by all who follow the municipality, kept by those who coordinate."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from sqlalchemy.orm import Session

from logger.domain.merge_effects import lowered_by
from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, allowed, require
from logger.domain.personal_data import presentable
from logger.domain.place_checks import MOST_ALIASES, checked
from logger.domain.places import Place, Places
from logger.domain.proposals import called, id_for
from logger.domain.refusing.place_refusals import (
    MergedAlready,
    MergeLowers,
    NameTaken,
    PlaceChanged,
    SamePlace,
)
from logger.domain.refusing.refusals import NotFound
from logger.domain.terms import Vocabulary
from logger.services.kept.progress_rebuilding import count_places_anew
from logger.services.pledges.pledges import approved_pledges
from logger.services.transactions import writing
from logger.store import audit, places, vocabulary
from logger.store.syncing import counters


@dataclass(frozen=True, slots=True)
class Register:
    """The places of a municipality; `visited` is when each was last visited, by its id now.

    `edits` says whether the reader may change them.
    """

    places: Places
    visited: Mapping[str, datetime]
    words: Vocabulary
    edits: bool


@dataclass(frozen=True, slots=True)
class Merge:
    """A place that is a double of another; `anyway` says that one knows which promises cover both."""

    double: str
    into: str
    anyway: bool = False


def register_of(session: Session, principal: Principal | None, municipality: str) -> Register:
    """Every place with its last visit. Of sensitive types no visit is told. Raises SignInNeeded, NotFound."""
    principal = require(principal, Action.READ, Resource.PLACES, municipality)
    words, listed = vocabulary.vocabulary(session), places.places_of(session, municipality)
    sensitive = [code for code, each in words.types.items() if each.sensitive]
    visited: dict[str, datetime] = {}
    for place_id, at in places.last_visits(session, municipality, sensitive).items():
        now = listed[place_id].id if place_id in listed else place_id
        visited[now] = max(at, visited.get(now, at))
    return Register(listed, visited, words, allowed(principal, Action.EDIT, Resource.PLACES, municipality))


def version_of(place: Place) -> str:
    """What changes whenever the place does: sent along with a form, so that nobody overwrites unseen."""
    return sha256(repr(place).encode()).hexdigest()[:16]


def add_place(session: Session, principal: Principal | None, code: str, place: Place, now: datetime) -> Place:
    """Put a new place into the register; its id is made from its name.

    Raises SignInNeeded, NotFound, NotAllowed, PlaceFaulty with what is wrong by field, and NameTaken.
    """
    principal = require(principal, Action.EDIT, Resource.PLACES, code)
    with writing(session):
        return new_place(session, principal, code, place, now)


def new_place(session: Session, principal: Principal, code: str, place: Place, now: datetime) -> Place:
    """The same inside a deed that has begun already."""
    listed = _taken(session, code)
    given = checked(place, vocabulary.vocabulary(session))
    if called(given.name, listed) is not None:
        raise NameTaken(fields={"name": "En annan plats heter så redan."})
    kept = replace(given, id=id_for(given.name, places.place_ids(session, code)))
    _keep(session, principal, "place_add", code, kept, now)
    return kept


def change_place(
    session: Session, principal: Principal | None, code: str, place: Place, version: str, now: datetime
) -> Place:
    """Let the place be as given; its id and what was merged into it stay.

    Raises SignInNeeded, NotFound, NotAllowed, PlaceChanged where it is not the `version` that was looked at,
    PlaceFaulty and NameTaken.
    """
    principal = require(principal, Action.EDIT, Resource.PLACES, code)
    with writing(session):
        listed = _taken(session, code)
        before = one_of(listed, place.id)
        if version_of(before) != version:
            raise PlaceChanged
        given = checked(replace(place, former=before.former), vocabulary.vocabulary(session))
        other = called(given.name, listed)
        if other is not None and other.id != before.id:
            raise NameTaken(fields={"name": "En annan plats heter så redan."})
        _keep(session, principal, "place_change", code, given, now)
        return given


def give_alias(
    session: Session, principal: Principal, code: str, place: Place, alias: str, now: datetime
) -> None:
    """Let the place go by one more name, inside a deed that has begun already."""
    if called(alias, {place.id: place}) is None and len(place.aliases) < MOST_ALIASES:
        _keep(
            session,
            principal,
            "place_change",
            code,
            replace(place, aliases=(*place.aliases, presentable(alias))),
            now,
        )


def merge_places(
    session: Session,
    principal: Principal | None,
    code: str,
    merge: Merge,
    now: datetime,
) -> Place:
    """Let a double be the other place: what was logged at it, or is yet to come from phones, is so there.

    Its names, kinds and flags become the other's, its point where that has none. The double's id stays for
    good. Raises SignInNeeded, NotFound, NotAllowed, SamePlace, MergedAlready, and MergeLowers with the
    promises that would cover one place fewer.
    """
    principal = require(principal, Action.EDIT, Resource.PLACES, code)
    with writing(session):
        listed = _taken(session, code)
        gone, kept = _two_of(listed, merge)
        if not merge.anyway:
            _check_coverage(session, code, listed, gone, kept)
        named = {name: None for name in (*kept.aliases, gone.name, *gone.aliases) if name != kept.name}
        whole = replace(
            kept,
            aliases=tuple(named),
            kinds=kept.kinds | gone.kinds,
            flagged=tuple(sorted({*kept.flagged, *gone.flagged}, key=lambda flag: flag.first)),
            point=kept.point or gone.point,
            former=(*kept.former, gone.id, *gone.former),
        )
        places.put(session, code, replace(gone, flagged=()))
        places.merge(session, code, gone.id, kept.id)
        _keep(session, principal, "place_merge", code, whole, now)
        return whole


def _two_of(listed: Places, merge: Merge) -> tuple[Place, Place]:
    gone = one_of(listed, merge.double)
    if merge.into not in listed or merge.into == merge.double:
        raise SamePlace(fields={"into": "Välj en annan plats."})
    kept = listed[merge.into]
    if (gone.id, kept.id) != (merge.double, merge.into):
        raise MergedAlready
    return gone, kept


def _check_coverage(session: Session, code: str, listed: Places, gone: Place, kept: Place) -> None:
    promised = (each for stored in approved_pledges(session, code) for each in stored.pledge.commitments)
    found = lowered_by(promised, listed, gone.id, kept.id)
    if found:
        raise MergeLowers(found)


def one_of(listed: Places, place_id: str) -> Place:
    """The place with this id, now or formerly. Raises NotFound."""
    if place_id not in listed:
        raise NotFound
    return listed[place_id]


def _taken(session: Session, code: str) -> Places:
    """The places, with the municipality's ledger held to the end of the deed: nobody else changes them."""
    counters.lock(session, {code})
    return places.places_of(session, code)


def _keep(
    session: Session, principal: Principal, action: str, code: str, place: Place, now: datetime
) -> None:
    places.put(session, code, place)
    count_places_anew(session, code)
    told = {"place": repr(place)}
    event = audit.Event(principal.user_id, action, f"place:{code}/{place.id}", code, told)
    audit.append(session, event, now)
