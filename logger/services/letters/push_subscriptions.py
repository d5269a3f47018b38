"""Asking to be reminded in a browser, and asking no more: one's own alone."""

from datetime import datetime

from sqlalchemy.orm import Session

from logger.domain.people.policy import Action, Resource, allowed
from logger.domain.phones.browsers import Browser
from logger.domain.refusing.refusals import NotFound
from logger.domain.refusing.sync_refusals import DeviceRevoked, ForeignStream
from logger.services.people.signing_in import SignIn
from logger.services.transactions import writing
from logger.store.letters import push_subscriptions as store
from logger.store.letters.push_subscriptions import Asked
from logger.store.syncing import streams

MOST_BROWSERS = 10
"""So many browsers of one person; the oldest gives way."""


def subscribe(
    session: Session, sign_in: SignIn, browser: Browser, stream_id: str | None, now: datetime
) -> None:
    """Remind the signed-in person in this browser; asking again renews what it is encrypted to.

    Raises NotFound for one who logs nothing, ForeignStream and DeviceRevoked for a phone not theirs to use.
    """
    principal = sign_in.principal
    logs = (
        allowed(principal, Action.LOG, Resource.ACTIVITY, code, author=principal.user_id)
        for code in principal.municipalities
    )
    if sign_in.id_hash is None or not any(logs):
        raise NotFound
    with writing(session):
        _require_usable(session, principal.user_id, stream_id)
        store.put(session, browser, Asked(principal.user_id, sign_in.id_hash, stream_id), now)
        store.keep_newest(session, principal.user_id, MOST_BROWSERS)


def unsubscribe(session: Session, sign_in: SignIn, endpoint: str) -> None:
    """Remind no more in this browser; another person's is left alone, and that is not told."""
    with writing(session):
        store.drop(session, sign_in.principal.user_id, endpoint)


def _require_usable(session: Session, user_id: str, stream_id: str | None) -> None:
    if stream_id is None:
        return
    if streams.owner_of(session, stream_id) not in (None, user_id):
        raise ForeignStream
    if streams.is_revoked(session, stream_id):
        raise DeviceRevoked
