"""Weeks of presence as kept: the merged intervals of each day, for promises of hours."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from logger.domain.counting.windows import Interval
from logger.domain.periods import instant_of
from logger.store.progress import Key
from logger.store.statements import table_of, upserts
from logger.store.tables import PresenceRow

Week = dict[date, list[Interval]]
"""Merged intervals by the local day that they lie on."""

_PRESENCE = table_of(PresenceRow)
_KEY = tuple(_PRESENCE.c[name] for name in ("municipality", "pledge", "commitment", "week"))
_PUT = {
    dialect: new.on_conflict_do_update(index_elements=_KEY, set_={"days": new.excluded["days"]})
    for dialect, new in upserts(PresenceRow).items()
}
_MICROSECOND = timedelta(microseconds=1)


def weeks_of(session: Session, municipality: str, pledge: str) -> dict[tuple[Key, date], Week]:
    """All that is kept of a pledge."""
    of_pledge = (_PRESENCE.c.municipality == municipality, _PRESENCE.c.pledge == pledge)
    return _named(session.execute(select(_PRESENCE).where(*of_pledge)))


def put(session: Session, found: Mapping[tuple[Key, date], Week]) -> None:
    """Let these weeks be as given, in sorted order; their commitments are kept already."""
    if not found:
        return
    rows = [
        dict(
            zip(
                ("municipality", "pledge", "commitment", "week", "days"),
                (*key, monday, _written(week)),
                strict=True,
            )
        )
        for (key, monday), week in sorted(found.items())
    ]
    connection = session.connection()
    connection.execute(_PUT[connection.dialect.name], rows)


def _named(rows: Iterable[Row[Any]]) -> dict[tuple[Key, date], Week]:
    return {((row.municipality, row.pledge, row.commitment), row.week): week_read(row.days) for row in rows}


def _written(week: Week) -> dict[str, Any]:
    """By the day's ordinal; microseconds since its midnight, since instants are long."""
    return {
        str(day.toordinal()): [
            [(instant - instant_of(day)) // _MICROSECOND for instant in interval] for interval in merged
        ]
        for day, merged in sorted(week.items())
        if merged
    }


def week_read(kept: dict[str, Any]) -> Week:
    """The week that was written."""
    days = {date.fromordinal(int(day)): merged for day, merged in kept.items()}
    return {
        day: [(midnight + start * _MICROSECOND, midnight + end * _MICROSECOND) for start, end in merged]
        for day, merged in days.items()
        for midnight in (instant_of(day),)
    }
