"""Codes: made for whoever is invited or lost a password, and used once by them to choose one."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from logger.domain.people.invitations import ALPHABET, LASTS, LENGTH, Purpose, as_typed, grouped
from logger.domain.people.people import Principal
from logger.domain.refusing.people_refusals import CodeFailed
from logger.services.people import signing_in, throttling
from logger.services.people.password_hashing import PasswordHashing
from logger.services.people.signing_in import Attempt, BegunSession
from logger.services.transactions import writing
from logger.store import audit
from logger.store.letters import push_subscriptions
from logger.store.people import invitations, people, sessions


@dataclass(frozen=True, slots=True)
class Fresh:
    """A code that nobody has yet: how it is read, and its hash."""

    text: str = field(repr=False)
    hash: str = field(repr=False)


def fresh(hashing: PasswordHashing) -> Fresh:
    """Another code; its hash takes a while, and so is made before the deed begins."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return Fresh(grouped(code), hashing.hash_of_code(code))


def purpose_for(session: Session, account: people.Account) -> Purpose:
    """Why the user needs a code: who has a password loses it; who has none is what they were."""
    if account.password_hash is not None:
        return Purpose.RESET
    return invitations.purpose_of(session, account.user_id) or Purpose.INVITE


def keep_code(
    session: Session, user_id: str, purpose: Purpose, code: Fresh, by: str, now: datetime
) -> datetime:
    """Let the user choose a password by this code and by no other, inside a deed; answers until when.

    Whoever lost a password is signed out everywhere, and the old one opens nothing any more.
    """
    until = now + LASTS
    invitations.put(session, invitations.StoredCode(user_id, purpose, code.hash, by, now, until))
    if purpose is Purpose.RESET:
        invitations.forget_password(session, user_id)
        sessions.end_all_of(session, user_id, now)
        push_subscriptions.drop_of_user(session, user_id)
    told = {"purpose": purpose.value, "until": until.isoformat()}
    audit.append(session, audit.Event(by, "code_make", f"user:{user_id}", None, told), now)
    return until


@dataclass(frozen=True, slots=True)
class Choice:
    """A code as it was typed, and the password that is to open the account from now on."""

    code: str = field(repr=False)
    password: str = field(repr=False)


def use(
    session: Session, choice: Choice, attempt: Attempt, hashing: PasswordHashing, now: datetime
) -> BegunSession:
    """Choose a password by a code, and be signed in. `attempt` says whose the code is to be and from where.

    It is counted and waits as a sign-in does. Raises WeakPassword, TooManyAttempts, and CodeFailed whatever
    does not fit: who is unknown, shut out, or has no code that holds is answered alike, and as slowly.
    """
    hashing.require_good(choice.password)
    account = people.account_of(session, attempt.email)
    at = throttling.keys(attempt.email, attempt.network, attempt.browser, account)
    counted = throttling.count(session, at, now)
    kept = invitations.hash_of(session, account.user_id, now) if account else None
    fits = hashing.matches(as_typed(choice.code), kept)
    who = people.principal_of(session, account.user_id, now.date()) if account and fits else None
    if who is None or kept is None:
        raise CodeFailed
    password_hash = hashing.hash(choice.password)
    with writing(session):
        return _chosen(session, who, _Opened(kept, password_hash, counted), attempt, now)


@dataclass(frozen=True, slots=True)
class _Opened:
    code_hash: str
    password_hash: str
    counted: throttling.Counted


def _chosen(
    session: Session, who: Principal, opened: _Opened, attempt: Attempt, now: datetime
) -> BegunSession:
    if not invitations.use(session, who.user_id, opened.code_hash):
        raise CodeFailed
    if people.principal_of(session, who.user_id, now.date()) is None:
        raise CodeFailed  # shut out while the password was being hashed
    people.set_password(session, who.user_id, opened.password_hash)
    sessions.end_all_of(session, who.user_id, now)
    audit.append(session, audit.Event(who.user_id, "code_use", f"user:{who.user_id}"), now)
    return signing_in.begin(session, who, opened.counted, attempt, now)
