"""School terms are read by those who plan, and changed by those who write plans."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, require
from logger.domain.planning.school_terms import SchoolTerms, faults_of, written_season
from logger.domain.refusing.plan_refusals import PlanFaulty
from logger.services.transactions import writing
from logger.store import audit
from logger.store.plan import school_terms

WRONG: Mapping[str, str] = {
    "no_day": "Skriv en dag så: 15 juni.",
    "too_early": "Kommer före dagen ovanför.",
}


def terms_for(session: Session, principal: Principal | None, municipality: str) -> SchoolTerms:
    """The municipality's, for one who may change them. Raises SignInNeeded, NotAllowed and NotFound."""
    require(principal, Action.EDIT, Resource.PLAN, municipality)
    return school_terms.terms_of(session, municipality)


def change(
    session: Session, principal: Principal, municipality: str, terms: SchoolTerms, now: datetime
) -> None:
    """Let these be the municipality's terms. What was answered for stays: times keep their names.

    Raises PlanFaulty with what is wrong by field.
    """
    with writing(session):
        require(principal, Action.EDIT, Resource.PLAN, municipality)
        if faults := faults_of(terms):
            raise PlanFaulty(fields={name: WRONG[fault] for name, fault in faults.items()})
        school_terms.put(session, municipality, terms, principal.user_id, now)
        told = {"spring": written_season(terms.spring), "autumn": written_season(terms.autumn)}
        named = f"school_terms:{municipality}"
        event = audit.Event(principal.user_id, "school_terms_change", named, municipality, told)
        audit.append(session, event, now)
