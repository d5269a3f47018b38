"""Who asked for the Monday letter, and of which week they had one."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, or_, select, update
from sqlalchemy.orm import Session

from logger.domain.terms import Lang
from logger.store.tables import MondayLetterRow, UserRow

_ROW = MondayLetterRow


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who wants the letter, and where it goes."""

    user_id: str
    email: str
    nonce: str
    lang: Lang


def want(session: Session, user_id: str, nonce: str, lang: Lang, now: datetime) -> None:
    """Let somebody have the letter; who has it already keeps the week that they were sent of."""
    row = session.get(_ROW, user_id)
    if row is None:
        session.add(_ROW(user_id=user_id, nonce=nonce, lang=lang, wanted_at=now))
    else:
        row.nonce, row.lang = nonce, lang
    session.flush()


def nonce_of(session: Session, user_id: str) -> str | None:
    """What the reader's ending is signed over; None for one who has no letter."""
    return session.scalar(select(_ROW.nonce).where(_ROW.user_id == user_id))


def end(session: Session, user_id: str) -> None:
    """Send somebody no more letters."""
    session.execute(delete(_ROW).where(_ROW.user_id == user_id))


def end_by(session: Session, nonce: str) -> str | None:
    """The same by what is in their letters; returns whose they were, None where nobody's are."""
    ended = session.execute(delete(_ROW).where(_ROW.nonce == nonce).returning(_ROW.user_id))
    return ended.scalar_one_or_none()


def is_known(session: Session, nonce: str) -> bool:
    """Whether somebody's letters would end by it."""
    return session.scalar(select(_ROW.user_id).where(_ROW.nonce == nonce)) is not None


def not_sent(session: Session, week: str) -> list[Reader]:
    """Those who had no letter of the week yet, but for the disabled."""
    rows = session.execute(
        select(_ROW.user_id, UserRow.email, _ROW.nonce, _ROW.lang)
        .join(UserRow, UserRow.id == _ROW.user_id)
        .where(_not_of(week), UserRow.disabled_at.is_(None))
        .order_by(_ROW.wanted_at, _ROW.user_id)
    )
    return [Reader(*row) for row in rows]


def claim(session: Session, user_id: str, week: str) -> bool:
    """Note that the reader has the week's letter; False where another has noted so meanwhile."""
    noted = session.execute(
        update(_ROW)
        .where(_ROW.user_id == user_id, _not_of(week))
        .values(sent_week=week)
        .returning(_ROW.user_id)
    )
    return noted.first() is not None


def unclaim(session: Session, user_id: str) -> None:
    """It was not taken after all."""
    session.execute(update(_ROW).where(_ROW.user_id == user_id).values(sent_week=None))


def _not_of(week: str) -> ColumnElement[bool]:
    return or_(_ROW.sent_week.is_(None), _ROW.sent_week < week)
