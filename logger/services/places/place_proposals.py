"""Places that entries propose: accepted as new ones, said to be listed ones, or refused.

Each of the entries gets its place, or loses the proposal, by a correction of its own: its author reads why.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from logger.domain.entering.body_writer import facts_of
from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, allowed, require
from logger.domain.places import Place, Places
from logger.domain.proposals import Proposal, proposals_in
from logger.domain.records import StoredActivity
from logger.domain.refusing.place_refusals import ProposalDecided, SamePlace
from logger.domain.terms import Vocabulary
from logger.services.desk_operations import Desk, reason_in, take_ledger
from logger.services.entering import enter_and_project
from logger.services.places.place_register import give_alias, new_place
from logger.services.transactions import writing
from logger.store import places, vocabulary
from logger.store.activities import activities


@dataclass(frozen=True, slots=True)
class Proposals:
    """What waits for a decision; `decides` says whether the reader may take it."""

    proposals: tuple[Proposal, ...]
    places: Places
    words: Vocabulary
    decides: bool


def proposals_of(session: Session, principal: Principal | None, municipality: str) -> Proposals:
    """The places that current entries propose. Raises SignInNeeded or NotFound."""
    principal = require(principal, Action.READ, Resource.PROPOSALS, municipality)
    listed = places.places_of(session, municipality)
    return Proposals(
        proposals_in(activities.proposing_in(session, municipality), listed),
        listed,
        vocabulary.vocabulary(session),
        allowed(principal, Action.DECIDE, Resource.PROPOSALS, municipality),
    )


def accept(
    session: Session, principal: Principal | None, municipality: str, key: str, place: Place, now: datetime
) -> Place:
    """Put the place into the register, and the entries that propose it there.

    Raises SignInNeeded, NotFound, NotAllowed, ProposalDecided, PlaceFaulty and NameTaken.
    """
    principal = require(principal, Action.DECIDE, Resource.PROPOSALS, municipality)
    with writing(session):
        proposal = _taken(session, municipality, key)
        kept = new_place(session, principal, municipality, place, now)
        _settle(session, Desk(principal, municipality, now), proposal, kept, f"Platsen finns nu: {kept.name}")
        return kept


def accept_as(
    session: Session, principal: Principal | None, municipality: str, key: str, place_id: str, now: datetime
) -> Place:
    """Say which listed place it is: that one goes by the proposed name too, and the entries are there.

    Raises SignInNeeded, NotFound, NotAllowed, ProposalDecided and SamePlace.
    """
    principal = require(principal, Action.DECIDE, Resource.PROPOSALS, municipality)
    with writing(session):
        proposal = _taken(session, municipality, key)
        listed = places.places_of(session, municipality)
        if place_id not in listed:
            raise SamePlace(fields={"into": "Välj en plats i listan."})
        place = listed[place_id]
        give_alias(session, principal, municipality, place, proposal.name, now)
        desk = Desk(principal, municipality, now)
        _settle(session, desk, proposal, place, f"Det är samma plats som {place.name}")
        return place


def refuse(
    session: Session, principal: Principal | None, municipality: str, key: str, reason: str, now: datetime
) -> None:
    """Let the entries stand without a place, for a reason that their authors read.

    Raises SignInNeeded, NotFound, NotAllowed, ProposalDecided, ReasonMissing, EntryFaulty and
    PersonalDataInReason.
    """
    principal = require(principal, Action.DECIDE, Resource.PROPOSALS, municipality)
    with writing(session):
        proposal = _taken(session, municipality, key)
        _settle(session, Desk(principal, municipality, now), proposal, None, reason_in(reason))


def _taken(session: Session, municipality: str, key: str) -> Proposal:
    """The proposal as it stands, with the municipality's ledger held to the end of the deed."""
    take_ledger(session, municipality)
    found = proposals_in(activities.proposing_in(session, municipality), {})
    proposal = next((each for each in found if each.key == key), None)
    if proposal is None:
        raise ProposalDecided
    return proposal


def _settle(session: Session, desk: Desk, proposal: Proposal, place: Place | None, reason: str) -> None:
    """One correction for each entry, in one deed."""
    place_id = None if place is None else place.id
    drafts = [
        desk.draft(_body(stored, place_id, reason), rev=stored.rev + 1, seq=seq)
        for seq, stored in enumerate(proposal.entries, start=1)
    ]
    enter_and_project(session, drafts, {each.activity.id: each for each in proposal.entries})


def _body(stored: StoredActivity, place_id: str | None, reason: str) -> Mapping[str, object]:
    return {
        "kind": "correct",
        "activity_id": stored.activity.id,
        "municipality": stored.municipality,
        "base_rev": stored.rev,
        **facts_of(replace(stored.activity, place=place_id, proposed=None)),
        "reason": reason,
    }
