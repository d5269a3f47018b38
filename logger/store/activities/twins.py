"""Pairs of activities that may be one: found by type, place and time, but for those decided to be two."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, func, literal, or_, select, text
from sqlalchemy.orm import Session

from logger.domain.records import State
from logger.store.statements import table_of
from logger.store.tables import ActivityRow, KeptApartRow

_ONE = table_of(ActivityRow).alias("one")
_OTHER = table_of(ActivityRow).alias("other")

Pair = tuple[str, str]


def pairs_since(
    session: Session,
    municipality: str,
    since: datetime,
    within: timedelta,
    doubles: Iterable[str],
    limit: int,
) -> list[Pair]:
    """The newest pairs by different authors that began close to each other since then, the later one first.

    `doubles` are the ids of places that have, or are, a double: two of them may be one place. What comes is
    to be looked at more closely.
    """
    of_doubles = sorted(doubles)
    same_place = _ONE.c.place == _OTHER.c.place
    if of_doubles:
        same_place = or_(same_place, and_(_ONE.c.place.in_(of_doubles), _OTHER.c.place.in_(of_doubles)))
    query = (
        select(_ONE.c.id, _OTHER.c.id)
        .join(_OTHER, and_(_OTHER.c.municipality == _ONE.c.municipality, same_place))
        .where(_ONE.c.municipality == municipality, _ONE.c.started_at >= since)
        .where(_ONE.c.state == State.CURRENT.value, _OTHER.c.state == State.CURRENT.value)
        .where(_ONE.c.type == _OTHER.c.type, _ONE.c.author != _OTHER.c.author)
        .where(_OTHER.c.started_at <= _ONE.c.started_at, _OTHER.c.started_at >= _earlier(session, within))
        .where(or_(_OTHER.c.started_at < _ONE.c.started_at, _OTHER.c.id < _ONE.c.id))
        .order_by(_ONE.c.started_at.desc(), _ONE.c.id, _OTHER.c.id)
        .limit(limit)
    )
    return [(one, other) for one, other in session.execute(query)]


def kept_apart(session: Session, municipality: str) -> frozenset[Pair]:
    """The pairs that somebody decided are two, the lesser id first."""
    query = select(KeptApartRow.one, KeptApartRow.other).where(KeptApartRow.municipality == municipality)
    return frozenset((one, other) for one, other in session.execute(query))


def keep_apart(session: Session, municipality: str, pair: Pair, by: str, why: str, now: datetime) -> None:
    """Remember that the two are two."""
    one, other = in_order(*pair)
    session.add(
        KeptApartRow(municipality=municipality, one=one, other=other, decided_by=by, decided_at=now, why=why)
    )
    session.flush()


def in_order(one: str, other: str) -> Pair:
    """A pair as it is kept, the lesser id first."""
    return min(one, other), max(one, other)


def _earlier(session: Session, within: timedelta) -> ColumnElement[datetime]:
    """So much before the one began. SQLite keeps moments as text, to the microsecond."""
    minutes = int(within.total_seconds()) // 60
    if session.get_bind().dialect.name == "sqlite":
        return func.strftime("%Y-%m-%d %H:%M:%f", _ONE.c.started_at, literal(f"-{minutes} minutes"))
    return _ONE.c.started_at - text(f"interval '{minutes} minutes'")
