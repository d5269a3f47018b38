"""Changing a password: by its owner, who says the old one first, or by an operator, who need not."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy.orm import Session

from logger.domain.refusing.refusals import NotFound, OldPasswordWrong, SignInFailed
from logger.services.people.password_hashing import PasswordHashing
from logger.services.people.signing_in import Attempt, BegunSession, SignIn, hashed, sign_in
from logger.services.transactions import writing
from logger.store import audit
from logger.store.letters import push_subscriptions
from logger.store.people import invitations, people, sessions


@dataclass(frozen=True, slots=True)
class Change:
    """A password and the one that is to be instead."""

    old: str = field(repr=False)
    new: str = field(repr=False)


def change(
    session: Session,
    signed_in: SignIn,
    wanted: Change,
    attempt: Attempt,
    hashing: PasswordHashing,
    now: datetime,
) -> BegunSession:
    """Let the signed-in person sign in by another password; every other sign-in of theirs ends.

    `attempt` says where they sit. Saying the old one is a sign-in like any other, and waits like one: whoever
    finds a desk open must not guess. Raises WeakPassword, OldPasswordWrong and TooManyAttempts.
    """
    user_id = signed_in.principal.user_id
    hashing.require_good(wanted.new)  # what is slow, the hash of it, waits until the old one was said
    own = replace(attempt, email=people.email_of(session, user_id), password=wanted.old)
    try:
        begun = sign_in(session, own, hashing, now)
    except SignInFailed as failed:
        raise OldPasswordWrong from failed
    kept = hashing.hash(wanted.new)
    with writing(session):
        people.set_password(session, user_id, kept)
        sessions.end_others_of(session, user_id, hashed(begun.secret), now)
        push_subscriptions.drop_others_of(session, user_id, hashed(begun.secret))
        audit.append(session, audit.Event(user_id, "password_change", f"user:{user_id}"), now)
    return begun


def give(session: Session, email: str, password: str, hashing: PasswordHashing, now: datetime) -> None:
    """Give somebody who lost theirs another password; all their sign-ins end, and a code opens nothing.

    Raises NotFound for an unknown address, and WeakPassword.
    """
    kept = hashing.hash(password)
    with writing(session):
        account = people.account_of(session, email)
        if account is None:
            raise NotFound(f"Ingen loggar in med {email}.")
        people.set_password(session, account.user_id, kept)
        invitations.drop(session, account.user_id)
        sessions.end_all_of(session, account.user_id, now)
        push_subscriptions.drop_of_user(session, account.user_id)
        audit.append(session, audit.Event("operator", "password_give", f"user:{account.user_id}"), now)
