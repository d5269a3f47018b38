"""People who may sign in, as an operator keeps them: adding, inviting, shutting out, letting in again."""

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy.orm import Session

from logger.domain.people.invitations import MadeCode
from logger.domain.people.people import Grant
from logger.domain.refusing.refusals import EmailTaken, NotFound, UnknownChoice
from logger.services.people import invitations
from logger.services.people.password_hashing import PasswordHashing
from logger.services.transactions import writing
from logger.store import audit, vocabulary
from logger.store.letters import letters, push_subscriptions
from logger.store.people import invitations as codes
from logger.store.people import people, sessions
from logger.store.plan import calendar_feeds

OPERATOR = "operator"
"""Who does what is done by a command."""


@dataclass(frozen=True)
class NewAccount:
    """A user to be added; without a password hash nobody can sign in as them."""

    email: str
    name: str
    organisation: str
    password_hash: str | None
    grants: tuple[Grant, ...]
    home: str | None = None


@dataclass(frozen=True)
class NewPerson:
    """What an operator says of a new user, with the password in clear."""

    email: str
    name: str
    organisation: str
    password: str
    grant: Grant


@dataclass(frozen=True)
class NewInvited:
    """What an operator says of a new user who chooses a password by a code."""

    email: str
    name: str
    organisation: str
    grant: Grant


def create_user(session: Session, new: NewPerson, hashing: PasswordHashing, now: datetime) -> str:
    """Add a user and answer the id.

    Raises EmailTaken, WeakPassword, and UnknownChoice for an organisation, municipality or district that the
    installation does not have.
    """
    account = NewAccount(
        new.email,
        new.name,
        new.organisation,
        hashing.hash(new.password),
        (new.grant,),
        new.grant.municipality,
    )
    user_id = str(uuid4())
    with writing(session):
        _require_known(session, new)
        keep_user(session, user_id, account, now)
    return user_id


def invite(
    session: Session, email: str, new: NewInvited | None, hashing: PasswordHashing, now: datetime
) -> MadeCode:
    """Make a code for a new user, or another one for a user who is there, whose sign-ins then end.

    Raises EmailTaken and UnknownChoice for a new one, NotFound for an unknown address.
    """
    code = invitations.fresh(hashing)
    with writing(session):
        if new is not None:
            _require_known(session, new)
            grant = new.grant
            account = NewAccount(email, new.name, new.organisation, None, (grant,), grant.municipality)
            keep_user(session, str(uuid4()), account, now)
        there = _there(session, email)
        purpose = invitations.purpose_for(session, there)
        until = invitations.keep_code(session, there.user_id, purpose, code, OPERATOR, now)
    return MadeCode(code.text, purpose, new.name if new else "", people.folded(email), until)


def disable_user(session: Session, email: str, now: datetime) -> None:
    """Shut a user out: every session ends, and whatever else is sent to them. Raises NotFound."""
    with writing(session):
        keep_out(session, _there(session, email).user_id, OPERATOR, now)


def enable_user(session: Session, email: str, now: datetime) -> None:
    """Let a user who was shut out in again, by the password they had. Raises NotFound."""
    with writing(session):
        keep_in(session, _there(session, email).user_id, OPERATOR, now)


def keep_out(session: Session, user_id: str, by: str, now: datetime) -> None:
    """Shut a user out, inside a deed; a code that they have not used opens nothing any more."""
    people.disable(session, user_id, now)
    sessions.end_all_of(session, user_id, now)
    codes.drop(session, user_id)
    push_subscriptions.drop_of_user(session, user_id)
    calendar_feeds.drop(session, user_id)
    letters.end(session, user_id)
    audit.append(session, audit.Event(by, "user_disable", f"user:{user_id}"), now)


def keep_in(session: Session, user_id: str, by: str, now: datetime) -> None:
    """Let a user in again, inside a deed."""
    people.enable(session, user_id)
    audit.append(session, audit.Event(by, "user_enable", f"user:{user_id}"), now)


def keep_user(session: Session, user_id: str, new: NewAccount, now: datetime, by: str = OPERATOR) -> None:
    """Add a user inside a deed that has begun already; raises EmailTaken."""
    if people.account_of(session, new.email) is not None:
        raise EmailTaken
    stored = people.NewUser(
        user_id, new.email, new.name, new.organisation, new.password_hash, new.grants, new.home
    )
    people.add_user(session, stored, tuple(str(uuid4()) for _ in new.grants), now)
    told = {"roles": [grant.role for grant in new.grants]}
    audit.append(session, audit.Event(by, "user_create", f"user:{user_id}", new.home, told), now)


def _there(session: Session, email: str) -> people.Account:
    account = people.account_of(session, email)
    if account is None:
        raise NotFound(f"Ingen loggar in med {email}.")
    return account


def _require_known(session: Session, new: NewPerson | NewInvited) -> None:
    if new.organisation not in {term.code for term in vocabulary.organisations(session)}:
        raise UnknownChoice(f"Organisationen {new.organisation} finns inte i den här databasen.")
    grant = new.grant
    if grant.municipality is not None and people.municipality(session, grant.municipality) is None:
        raise UnknownChoice(f"Kommunen {grant.municipality} finns inte i den här databasen.")
    if grant.district is not None and not people.is_district(session, grant.district):
        raise UnknownChoice(f"Lokalpolisområdet {grant.district} finns inte i den här databasen.")
