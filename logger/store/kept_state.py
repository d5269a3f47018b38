"""What is kept of some commitments and of some of their weeks of presence, in one statement."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import JSON, Date, Integer, cast, null, select, tuple_, union_all
from sqlalchemy.orm import Session

from logger.domain.counting.keeping import Kept
from logger.store.day_books import SHAPE, read
from logger.store.presence import Week, week_read
from logger.store.progress import Key
from logger.store.statements import any_of, table_of
from logger.store.tables import PresenceRow, ProgressRow

_PROGRESS, _PRESENCE = table_of(ProgressRow).c, table_of(PresenceRow).c
_NAMES = ("municipality", "pledge", "commitment")
_KEY, _OF_WEEK = ([each[name] for name in _NAMES] for each in (_PROGRESS, _PRESENCE))
_STANDING = union_all(
    select(
        *_KEY,
        cast(null(), Date).label("week"),
        _PROGRESS.number,
        _PROGRESS.book.label("told"),
        _PROGRESS.gist,
    ).where(tuple_(*_KEY).in_(any_of("keys")), _PROGRESS.shape == SHAPE),
    select(*_OF_WEEK, _PRESENCE.week, cast(null(), Integer), _PRESENCE.days, cast(null(), JSON)).where(
        tuple_(*_OF_WEEK, _PRESENCE.week).in_(any_of("weeks"))
    ),
)


def standing(
    session: Session, keys: Collection[Key], weeks: Collection[tuple[Key, date]]
) -> tuple[dict[Key, Kept], dict[tuple[Key, date], Week]]:
    """The commitments' books, and those of the weeks, named by their Mondays, that are kept."""
    wanted = sorted((*key, monday) for key, monday in weeks)
    books: dict[Key, Kept] = {}
    found: dict[tuple[Key, date], Week] = {}
    for row in session.execute(_STANDING, {"keys": sorted(keys), "weeks": wanted}):
        key = row.municipality, row.pledge, row.commitment
        if row.week is None:
            books[key] = Kept(row.number, read(row.told), frozenset(row.gist.get("covered", ())))
        else:
            found[key, row.week] = week_read(row.told)
    return books, found
