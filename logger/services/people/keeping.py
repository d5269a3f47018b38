"""What is done about an account: named, shut out, let in, given codes and roles, and losing them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from logger.domain.people import policy
from logger.domain.people.invitations import MadeCode
from logger.domain.people.new_people import Details, details_fault
from logger.domain.people.people import Grant, Principal
from logger.domain.people.proving import is_fresh
from logger.domain.people.register import Held, Person
from logger.domain.people.role_checks import beside_fault, role_fault
from logger.domain.refusing.people_refusals import (
    NotToOneself,
    PersonChanged,
    PersonFaulty,
    ProofNeeded,
)
from logger.domain.refusing.refusals import NotAllowed, NotFound
from logger.services.people import invitations, users
from logger.services.people.password_hashing import PasswordHashing
from logger.services.people.people_rights import (
    EMAIL_TAKEN,
    NO_ROLE,
    acting,
    may_make_code,
    require_known_place,
)
from logger.services.people.signing_in import SignIn
from logger.services.transactions import writing
from logger.store import audit
from logger.store.people import invitations as codes
from logger.store.people import people, register


@dataclass(frozen=True, slots=True)
class Asked:
    """Who does something, about whom, and which version of them was looked at."""

    sign_in: SignIn
    user_id: str
    version: str


Right = Callable[[Principal, Person], bool]


def shut_out(session: Session, asked: Asked, now: datetime) -> None:
    """End every sign-in of the person, and let none begin."""
    with _about(session, asked, _keeps, now) as (who, person):
        users.keep_out(session, person.id, who.user_id, now)


def let_in(session: Session, asked: Asked, now: datetime) -> None:
    """Let a person who was shut out in again, by the password they had."""
    with _about(session, asked, _keeps, now) as (who, person):
        users.keep_in(session, person.id, who.user_id, now)


def change_details(session: Session, asked: Asked, new: Details, now: datetime) -> None:
    """Call the person by another name, or let them sign in with another address; the rest stays as it is.

    Raises PersonFaulty for what cannot be kept, and for an address that somebody else signs in with.
    """
    with _about(session, asked, may_make_code, now) as (who, person):
        if faults := details_fault(new):
            raise PersonFaulty(fields=faults)
        there = people.account_of(session, new.email)
        if there is not None and there.user_id != person.id:
            raise PersonFaulty(fields=EMAIL_TAKEN)
        try:
            changed = people.set_details(session, person.id, new.name, new.email)
        except IntegrityError as taken_meanwhile:
            raise PersonFaulty(fields=EMAIL_TAKEN) from taken_meanwhile
        if changed:  # what it was is not told: the chain is kept for longer than people are
            told = {"changed": sorted(changed)}
            audit.append(
                session, audit.Event(who.user_id, "user_change", f"user:{person.id}", None, told), now
            )


def make_code(session: Session, asked: Asked, hashing: PasswordHashing, now: datetime) -> MadeCode:
    """Another code for the person; one who had a password has none until it is used, and is signed out."""
    with _about(session, asked, may_make_code, now):
        pass  # what follows is slow: done for nobody who may not, and inside no deed
    code = invitations.fresh(hashing)
    with _about(session, asked, may_make_code, now) as (who, person):
        account = people.account_of(session, person.email)
        if account is None or account.disabled:
            raise PersonChanged
        purpose = invitations.purpose_for(session, account)
        until = invitations.keep_code(session, person.id, purpose, code, who.user_id, now)
    return MadeCode(code.text, purpose, person.name, person.email, until)


def take_code_back(session: Session, asked: Asked, now: datetime) -> None:
    """Let the person's code open nothing."""
    with _about(session, asked, may_make_code, now) as (who, person):
        if not codes.drop(session, person.id):
            raise PersonChanged
        audit.append(session, audit.Event(who.user_id, "code_take_back", f"user:{person.id}"), now)


def give_role(session: Session, asked: Asked, grant: Grant | None, now: datetime) -> None:
    """Give the person a role from today on. Raises PersonFaulty where it is none, or none of theirs."""
    with _about(session, asked, _assigns, now) as (who, person):
        if grant is None:
            raise PersonFaulty(fields=NO_ROLE)
        faults = role_fault(grant, person.organisation) or beside_fault(grant, person.grants)
        if faults:
            raise PersonFaulty(fields=faults)
        require_known_place(session, grant)
        if not policy.may_assign(who, grant, person.organisation):
            raise NotAllowed
        register.give(session, person.id, str(uuid4()), grant, now.date())
        _tell(session, who, "role_give", person, grant, now)


def end_role(session: Session, asked: Asked, grant_id: str, now: datetime) -> None:
    """Take a role from the person, as from now. Raises NotFound for one that they do not hold."""
    with _about(session, asked, _assigns, now) as (who, person):
        held = _held(person, grant_id)
        if not policy.may_end(who, held.grant, person.organisation):
            raise NotAllowed
        register.end(session, held.id, now.date())
        _tell(session, who, "role_end", person, held.grant, now)


@contextmanager
def _about(session: Session, asked: Asked, right: Right, now: datetime) -> Iterator[tuple[Principal, Person]]:
    """The deed's transaction: who does it and the person, both as they are while nobody else does anything.

    Nobody does anything to themselves, so whoever keeps the installation is there afterwards.
    Raises NotFound, NotAllowed, NotToOneself, ProofNeeded and PersonChanged.
    """
    with writing(session):
        who = acting(session, asked.sign_in, now)
        circle = policy.circle_of(who)
        if circle is None or not register.is_in(session, circle, asked.user_id, now.date()):
            raise NotFound
        person = register.people(session, {asked.user_id}, now.date())[asked.user_id]
        if not right(who, person):
            raise NotAllowed
        if person.id == who.user_id:
            raise NotToOneself
        if not is_fresh(asked.sign_in.proved_at, now):
            raise ProofNeeded
        if person.version != asked.version:
            raise PersonChanged
        yield who, person


def _keeps(who: Principal, _person: Person) -> bool:
    return policy.keeps_people(who)


def _assigns(who: Principal, _person: Person) -> bool:
    return policy.assigns_any(who)


def _held(person: Person, grant_id: str) -> Held:
    held = next((each for each in person.held if each.id == grant_id), None)
    if held is None:
        raise NotFound
    return held


def _tell(session: Session, who: Principal, action: str, person: Person, grant: Grant, now: datetime) -> None:
    told = {"role": grant.role.value, "municipality": grant.municipality, "district": grant.district}
    audit.append(
        session, audit.Event(who.user_id, action, f"user:{person.id}", grant.municipality, told), now
    )
