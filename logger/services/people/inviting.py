"""Inviting somebody new: an account with a role, and the code by which its owner chooses a password."""

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy.orm import Session

from logger.domain.people import policy
from logger.domain.people.invitations import MadeCode, Purpose
from logger.domain.people.new_people import NewPerson, details_fault
from logger.domain.people.people import Principal
from logger.domain.people.proving import is_fresh
from logger.domain.people.role_checks import role_fault
from logger.domain.refusing.people_refusals import PersonFaulty, ProofNeeded
from logger.domain.refusing.refusals import NotAllowed, NotFound
from logger.services.people import invitations, users
from logger.services.people.password_hashing import PasswordHashing
from logger.services.people.people_rights import EMAIL_TAKEN, acting, require_known_place
from logger.services.people.signing_in import SignIn
from logger.services.transactions import writing
from logger.store import vocabulary
from logger.store.people import people


@dataclass(frozen=True, slots=True)
class Made:
    """Somebody just invited: the id, and the code to give them."""

    user_id: str
    code: MadeCode


def invite(
    session: Session, sign_in: SignIn, new: NewPerson, hashing: PasswordHashing, now: datetime
) -> Made:
    """Invite somebody. Raises NotFound and NotAllowed, ProofNeeded, and PersonFaulty with what is wrong."""
    with writing(session):
        _who_invites(session, sign_in, new, now)  # a hash is slow: for nobody who may not
    code, user_id = invitations.fresh(hashing), str(uuid4())
    with writing(session):
        who = _who_invites(session, sign_in, new, now)
        account = users.NewAccount(
            new.email, new.name, new.organisation, None, (new.grant,), new.grant.municipality
        )
        users.keep_user(session, user_id, account, now, by=who.user_id)
        until = invitations.keep_code(session, user_id, Purpose.INVITE, code, who.user_id, now)
    return Made(user_id, MadeCode(code.text, Purpose.INVITE, new.name, people.folded(new.email), until))


def _who_invites(session: Session, sign_in: SignIn, new: NewPerson, now: datetime) -> Principal:
    who = acting(session, sign_in, now)
    if policy.circle_of(who) is None:
        raise NotFound
    if not policy.invites_any(who):
        raise NotAllowed
    if not is_fresh(sign_in.proved_at, now):
        raise ProofNeeded
    _check(session, new)
    if not policy.may_invite(who, new.grant, new.organisation):
        raise NotAllowed
    if people.account_of(session, new.email) is not None:
        raise PersonFaulty(fields=EMAIL_TAKEN)
    return who


def _check(session: Session, new: NewPerson) -> None:
    known = {term.code for term in vocabulary.organisations(session)}
    faults = details_fault(new) | ({} if new.organisation in known else _NO_ORGANISATION)
    if faults or (faults := role_fault(new.grant, new.organisation)):
        raise PersonFaulty(fields=faults)
    require_known_place(session, new.grant)


_NO_ORGANISATION = {"organisation": "Välj en organisation i listan."}
