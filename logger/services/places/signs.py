"""Signs for the places of a municipality: which places there are to put one up at."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, require
from logger.domain.places import Place
from logger.domain.terms import Term
from logger.store import places, vocabulary


@dataclass(frozen=True, slots=True)
class SignPlaces:
    """The places in the order of their names, and the words for their kinds."""

    places: tuple[Place, ...]
    kinds: Mapping[str, Term]


def places_for_signs(session: Session, principal: Principal | None, municipality: str) -> SignPlaces:
    """Every place that a sign can be made for. Raises SignInNeeded or NotFound."""
    require(principal, Action.READ, Resource.SIGNS, municipality)
    known = places.places_of(session, municipality)
    return SignPlaces(tuple(known.values()), vocabulary.vocabulary(session).place_kinds)
