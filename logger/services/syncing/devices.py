"""Phones as users and coordinators see them: what was received, what is missing, what is silent."""

from datetime import datetime

from sqlalchemy.orm import Session

from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, may_revoke, require
from logger.domain.phones.devices import Device
from logger.domain.refusing.refusals import NotFound
from logger.services.transactions import writing
from logger.store import audit
from logger.store.letters import push_subscriptions
from logger.store.syncing import device_lists, streams


def own(session: Session, principal: Principal) -> list[Device]:
    """The principal's own devices, the last heard from first; a machine's token has none."""
    return device_lists.of_user(session, principal.user_id)


def of_municipality(session: Session, principal: Principal | None, code: str, now: datetime) -> list[Device]:
    """The devices of the asker's own organisation that have logged in the municipality, or may.

    The last heard from first; `Device.is_silent` and `Device.is_whole` tell which to ask for. Raises
    SignInNeeded, or NotFound for one who does not coordinate there.
    """
    who = require(principal, Action.READ, Resource.DEVICES, code)
    return device_lists.of_municipality(session, code, who.organisation, now.date())


def revoke(session: Session, principal: Principal, stream_id: str, now: datetime) -> None:
    """Let a device send no more: one's own, or any by an administrator. Raises NotFound for all others."""
    with writing(session):
        owner = streams.owner_of(session, stream_id)
        if owner is None or not may_revoke(principal, owner):
            raise NotFound
        streams.revoke(session, stream_id, now)
        push_subscriptions.drop_of_stream(session, stream_id)
        audit.append(session, audit.Event(principal.user_id, "device_revoke", f"stream:{stream_id}"), now)
