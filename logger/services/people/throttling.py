"""Counting attempts at the door: each counts as failed until it succeeds, by account and by network."""

import math
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy.orm import Session

from logger.domain.people.known_browsers import Browser
from logger.domain.people.sign_in_delays import ACCOUNT, NETWORK, Failures, one_more, taken_back, wait
from logger.domain.refusing.refusals import TooManyAttempts
from logger.services.transactions import writing
from logger.store.people import people, sign_in_failures


@dataclass(frozen=True)
class Keys:
    """Under what an attempt is counted."""

    account: str
    network: str


@dataclass(frozen=True)
class Counted:
    """An attempt that counts as failed for now: the network as it was, and as it is with it."""

    keys: Keys
    before: Failures
    network: Failures


def keys(email: str, network: str, browser: Browser, account: people.Account | None) -> Keys:
    """The keys of an attempt from this network and browser at an address, which may be nobody's.

    Whoever signed in from this browser before waits for its own failures alone: strangers who keep trying
    the account, or somebody else in the same house, must not shut them out.
    """
    mark = browser.mark_of(account.user_id) if account else None
    # Digests, so that the table names neither people nor addresses.
    whose = sha256((mark or people.folded(email)).encode()).hexdigest()
    where = sha256((mark or network).encode()).hexdigest()
    return Keys(f"account:{whose}", f"network:{where}")


def count(session: Session, at: Keys, now: datetime) -> Counted:
    """Count one more, before anything is looked at; raises TooManyAttempts while a wait lasts."""
    with writing(session):
        sign_in_failures.forget_old(session, now)
        account = sign_in_failures.held(session, at.account, now)
        network = sign_in_failures.held(session, at.network, now)
        left = max(wait(account, ACCOUNT, now), wait(network, NETWORK, now))
        if left:
            raise TooManyAttempts(math.ceil(left.total_seconds()))
        counted = Counted(at, network, one_more(network, now))
        sign_in_failures.put(session, at.account, one_more(account, now))
        sign_in_failures.put(session, at.network, counted.network)
    return counted


def take_back(session: Session, counted: Counted, now: datetime) -> None:
    """The attempt succeeded: inside the deed that it opened."""
    at = counted.keys
    sign_in_failures.forget(session, at.account)
    left = taken_back(sign_in_failures.held(session, at.network, now), counted.before, counted.network)
    if left.count:
        sign_in_failures.put(session, at.network, left)
    else:
        sign_in_failures.forget(session, at.network)
