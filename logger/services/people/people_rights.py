"""What the deeds on people ask besides the table of rights: of whom a code may be made, and what is there."""

from datetime import datetime

from sqlalchemy.orm import Session

from logger.domain.people import policy
from logger.domain.people.invitations import Purpose
from logger.domain.people.people import Grant, Principal
from logger.domain.people.register import Person
from logger.domain.refusing.people_refusals import PersonFaulty
from logger.domain.refusing.refusals import SignInNeeded
from logger.services.people.signing_in import SignIn
from logger.store.people import people, register

NO_ROLE = {"role": "Välj en roll i listan."}
EMAIL_TAKEN = {"email": "Någon loggar redan in med den adressen."}


def acting(session: Session, signed_in: SignIn, now: datetime) -> Principal:
    """Whoever does a deed on people, as they are while no other is done. Raises SignInNeeded."""
    register.hold(session)
    who = people.principal_of(session, signed_in.principal.user_id, now.date())
    if who is None:
        raise SignInNeeded
    return who


def may_make_code(who: Principal, person: Person) -> bool:
    """Whether somebody may give a code to the person or take it back, and say what they are called.

    An administrator to anybody; whoever invites, to those alone who never came and hold nothing but what
    the inviter may hand out: a code for an account that is in use is that account, and so is its address.
    """
    if policy.keeps_people(who):
        return True
    never_used = not person.has_come and (
        person.invitation is None or person.invitation.purpose is Purpose.INVITE
    )
    return (
        never_used
        and all(policy.may_invite(who, each, person.organisation) for each in person.grants)
        and bool(person.grants)
    )


def require_known_place(session: Session, grant: Grant) -> None:
    """Raise PersonFaulty for a municipality or a district that the installation does not have."""
    unknown = (
        grant.municipality is not None and people.municipality(session, grant.municipality) is None
    ) or (grant.district is not None and not people.is_district(session, grant.district))
    if unknown:
        raise PersonFaulty(fields={"where": "Välj en plats i listan."})
