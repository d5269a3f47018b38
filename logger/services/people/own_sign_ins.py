"""One's own account: the sign-ins that are open, and ending all but the one that asks."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from logger.domain.people.people import Principal
from logger.domain.people.session_lifetimes import is_live
from logger.services.people.people_list import Where, where_roles_are
from logger.services.people.signing_in import SignIn
from logger.services.transactions import writing
from logger.store import audit
from logger.store.letters import push_subscriptions
from logger.store.people import people, sessions


@dataclass(frozen=True, slots=True)
class OwnSignIn:
    """A sign-in of one's own: in which browser, since when, and whether it is this one."""

    browser: str | None
    begun_at: datetime
    here: bool


@dataclass(frozen=True, slots=True)
class OwnAccount:
    """What somebody is told of their own account."""

    principal: Principal
    email: str
    sign_ins: tuple[OwnSignIn, ...]
    where: Where


def account(session: Session, signed_in: SignIn, now: datetime) -> OwnAccount:
    """One's own account, the sign-in that asks first, then the newest."""
    who = signed_in.principal
    every = sessions.open_of(session, who.user_id, now)
    live = [
        OwnSignIn(each.browser, each.created_at, id_hash == signed_in.id_hash)
        for id_hash, each in every.items()
        if is_live(who.roles, created_at=each.created_at, seen_at=each.seen_at, now=now)
    ]
    ordered = sorted(live, key=lambda each: (each.here, each.begun_at), reverse=True)
    return OwnAccount(who, people.email_of(session, who.user_id), tuple(ordered), where_roles_are(session))


def end_others(session: Session, signed_in: SignIn, now: datetime) -> None:
    """End every sign-in of one's own but this one."""
    who, here = signed_in.principal.user_id, signed_in.id_hash or ""
    with writing(session):
        sessions.end_others_of(session, who, here, now)
        push_subscriptions.drop_others_of(session, who, here)
        audit.append(session, audit.Event(who, "sign_ins_end", f"user:{who}"), now)
