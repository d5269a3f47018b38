"""Whom to remind: the browsers whose users asked for it, each by the SHA-256 of its address."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.orm import Session

from logger.domain.phones.browsers import Browser
from logger.store.tables import PushSubscriptionRow

_ROW = PushSubscriptionRow


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose browser it is, by which sign-in and on which phone it asked."""

    user_id: str
    session: str
    stream_id: str | None


def put(session: Session, browser: Browser, asked: Asked, now: datetime) -> None:
    """Keep a browser as its user's; one that was somebody else's before is theirs no more."""
    known = session.get(_ROW, _hashed(browser.endpoint))
    row = known or _ROW(endpoint_hash=_hashed(browser.endpoint), endpoint=browser.endpoint, created_at=now)
    if row.user_id != asked.user_id:
        row.reminded_on = reminded_on(session, asked.user_id)
    row.user_id, row.session, row.stream_id = asked.user_id, asked.session, asked.stream_id
    row.public_key, row.secret, row.language = browser.public_key, browser.secret, browser.language
    session.add(row)
    session.flush()


def keep_newest(session: Session, user_id: str, most: int) -> None:
    """Drop a user's oldest browsers beyond so many."""
    newest = select(_ROW.endpoint_hash).where(_ROW.user_id == user_id)
    kept = newest.order_by(_ROW.created_at.desc(), _ROW.endpoint_hash).limit(most).scalar_subquery()
    session.execute(delete(_ROW).where(_ROW.user_id == user_id, _ROW.endpoint_hash.not_in(kept)))


def drop(session: Session, user_id: str, endpoint: str) -> None:
    """Remind no more in this browser, if it is this user's."""
    session.execute(delete(_ROW).where(_ROW.user_id == user_id, _ROW.endpoint_hash == _hashed(endpoint)))


def drop_gone(session: Session, endpoints: Sequence[str]) -> None:
    """Forget browsers that are no more."""
    session.execute(delete(_ROW).where(_ROW.endpoint_hash.in_([_hashed(each) for each in endpoints])))


def drop_of_session(session: Session, id_hash: str) -> None:
    """Remind no more where this sign-in asked for it: it was signed out of."""
    session.execute(delete(_ROW).where(_ROW.session == id_hash))


def hand_over(session: Session, old: str, new: str, user_id: str) -> None:
    """A new sign-in in the same browser: the same person's reminders go on, another's end."""
    session.execute(delete(_ROW).where(_ROW.session == old, _ROW.user_id != user_id))
    session.execute(update(_ROW).where(_ROW.session == old).values(session=new))


def drop_of_stream(session: Session, stream_id: str) -> None:
    """Remind no more on a phone that was revoked."""
    session.execute(delete(_ROW).where(_ROW.stream_id == stream_id))


def drop_of_user(session: Session, user_id: str) -> None:
    """Remind somebody no more: they were disabled."""
    session.execute(delete(_ROW).where(_ROW.user_id == user_id))


def drop_others_of(session: Session, user_id: str, id_hash: str) -> None:
    """Remind a user no more but where this sign-in asked for it."""
    session.execute(delete(_ROW).where(_ROW.user_id == user_id, _ROW.session != id_hash))


def drop_all(session: Session) -> int:
    """Remind nobody, and say how many browsers that were: the key that they asked under is another one."""
    count = session.scalar(select(func.count()).select_from(_ROW)) or 0
    session.execute(delete(_ROW))
    return count


def not_reminded_on(session: Session, day: date) -> dict[str, list[Browser]]:
    """The browsers of everyone who was not reminded on the day, by user."""
    had_theirs = select(_ROW.user_id).where(_ROW.reminded_on >= day)
    rows = session.execute(
        select(_ROW.user_id, _ROW.endpoint, _ROW.public_key, _ROW.secret, _ROW.language)
        .where(_ROW.user_id.not_in(had_theirs))
        .order_by(_ROW.user_id, _ROW.created_at, _ROW.endpoint_hash)
    )
    found: dict[str, list[Browser]] = {}
    for user_id, endpoint, public_key, secret, language in rows:
        browser = Browser(endpoint, public_key, secret, "en" if language == "en" else "sv")
        found.setdefault(user_id, []).append(browser)
    return found


def claim(session: Session, user_id: str, day: date) -> bool:
    """Note that the user is reminded on the day; False where another has noted so meanwhile."""
    noted = session.execute(
        update(_ROW)
        .where(_ROW.user_id == user_id, or_(_ROW.reminded_on.is_(None), _ROW.reminded_on < day))
        .values(reminded_on=day)
        .returning(_ROW.endpoint_hash)
    )
    return noted.first() is not None


def unclaim(session: Session, user_id: str) -> None:
    """Nothing reached the user after all."""
    session.execute(update(_ROW).where(_ROW.user_id == user_id).values(reminded_on=None))


def reminded_on(session: Session, user_id: str) -> date | None:
    """The last day on which the user was reminded."""
    return session.scalar(select(func.max(_ROW.reminded_on)).where(_ROW.user_id == user_id))


def _hashed(endpoint: str) -> str:
    return sha256(endpoint.encode()).hexdigest()
