"""Signing in, staying signed in, signing out: sessions on the server, so that they can be ended there."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy.orm import Session

from logger.domain.people.known_browsers import UNKNOWN, Browser
from logger.domain.people.people import Principal
from logger.domain.people.session_lifetimes import is_live, lifetime
from logger.domain.refusing.refusals import SignInFailed
from logger.services.people import throttling
from logger.services.people.password_hashing import PasswordHashing
from logger.services.transactions import write_if_free, writing
from logger.store import audit
from logger.store.letters import push_subscriptions
from logger.store.people import people, sessions

# A session's last use is written down once a minute at most, and only where lying unused ends it.
_TOUCH_EVERY = timedelta(minutes=1)
_KEPT_AFTER_THE_END = timedelta(days=7)


@dataclass(frozen=True)
class Attempt:
    """Somebody at the door; `network` is where from, `replaces` the session this browser had before.

    `browser` is what it shows of those who signed in from it, `shown_as` what its owner knows it by.
    """

    email: str
    password: str
    network: str
    replaces: str | None = None
    browser: Browser = UNKNOWN
    shown_as: str | None = None


@dataclass(frozen=True)
class BegunSession:
    """A session just begun: the secret for the cookie, and how many seconds it lasts at the most."""

    secret: str
    seconds: int
    principal: Principal


@dataclass(frozen=True)
class SignIn:
    """Whoever asks, and by which sign-in; a machine's token has none, and no `id_hash`.

    `stream_id` is the stream that last sent under it, `proved_at` when its password was said.
    `is_shut_out`: its user has been disabled since.
    """

    principal: Principal
    id_hash: str | None = None
    stream_id: str | None = None
    is_shut_out: bool = False
    proved_at: datetime | None = None


def sign_in(session: Session, attempt: Attempt, hashing: PasswordHashing, now: datetime) -> BegunSession:
    """Begin a session under a new random id; any the browser had before is ended.

    Raises TooManyAttempts while a wait lasts, and SignInFailed whatever it is that does not fit: a disabled
    or unknown user is answered like a wrong password, and as slowly. An attempt is counted before it is
    looked at and taken back when it succeeds, so that no number of parallel ones gets past the wait. A
    browser that the person has signed in from counts its own failures.
    """
    account = people.account_of(session, attempt.email)
    at = throttling.keys(attempt.email, attempt.network, attempt.browser, account)
    counted = throttling.count(session, at, now)
    known = hashing.matches(attempt.password, account.password_hash if account else None)
    principal = people.principal_of(session, account.user_id, now.date()) if account and known else None
    if principal is None:
        raise SignInFailed
    with writing(session):
        return begin(session, principal, counted, attempt, now)


def sign_out(session: Session, secret: str, now: datetime) -> None:
    """End the session with this secret; ending one that has ended changes nothing."""
    with writing(session):
        sessions.end(session, hashed(secret), now)
        push_subscriptions.drop_of_session(session, hashed(secret))


def principal_of(session: Session, secret: str, now: datetime) -> Principal | None:
    """Whose session this is, while it lasts; None when unknown, ended, too old or unused too long."""
    sign_in = sign_in_of(session, secret, now)
    return sign_in.principal if sign_in else None


def sign_in_of(session: Session, secret: str, now: datetime) -> SignIn | None:
    """The sign-in with this secret, while it lasts."""
    id_hash = hashed(secret)
    found = sessions.open_session(session, id_hash)
    if found is None or now >= found.expires_at:
        return None
    principal = people.principal_of(session, found.user_id, now.date())
    if principal is None:
        return None
    if not is_live(principal.roles, created_at=found.created_at, seen_at=found.seen_at, now=now):
        return None
    if lifetime(principal.roles).idle is not None and now - found.seen_at >= _TOUCH_EVERY:
        # A reader neither fails nor waits for it: the next request tries again.
        write_if_free(session, lambda: sessions.touch(session, id_hash, now))
    return SignIn(principal, id_hash, found.stream_id, proved_at=found.created_at)


def shut_out(session: Session, secret: str, now: datetime) -> SignIn | None:
    """The sign-in that ended when its user was disabled: who comes by it may hand in what waits, no more.

    It may have been too old by then: nobody can sign in anew to hand it in.
    """
    id_hash = hashed(secret)
    found = sessions.shut_session(session, id_hash)
    principal = found and people.principal_of(session, found.user_id, now.date(), shut_out=True)
    if not found or not principal:
        return None
    return SignIn(principal, id_hash, found.stream_id, is_shut_out=True)


def begin(
    session: Session, principal: Principal, counted: throttling.Counted, attempt: Attempt, now: datetime
) -> BegunSession:
    """Begin a session inside the deed of somebody whose attempt succeeded."""
    secret = secrets.token_urlsafe(32)
    whole = lifetime(principal.roles).whole
    begun = sessions.StoredSession(
        principal.user_id, created_at=now, seen_at=now, expires_at=now + whole, browser=attempt.shown_as
    )
    if attempt.replaces is not None:
        sessions.end(session, hashed(attempt.replaces), now)
        push_subscriptions.hand_over(session, hashed(attempt.replaces), hashed(secret), principal.user_id)
    sessions.forget_old(session, now - _KEPT_AFTER_THE_END)
    throttling.take_back(session, counted, now)
    sessions.add(session, hashed(secret), begun)
    audit.append(session, audit.Event(principal.user_id, "sign_in", f"user:{principal.user_id}"), now)
    return BegunSession(secret, int(whole.total_seconds()), principal)


def hashed(secret: str) -> str:
    """How a session is kept: by the digest of its secret."""
    return sha256(secret.encode()).hexdigest()
