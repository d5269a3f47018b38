"""The activity table as the ledgers' projection: reading what stands, writing what it became."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import String, Uuid, select
from sqlalchemy.orm import Session

from logger.domain.entering.judgements import Key
from logger.domain.places import ProposedPlace
from logger.domain.records import StoredActivity
from logger.store import together
from logger.store.activities.activities import stored_from
from logger.store.statements import by_dialect, table_of, upserts
from logger.store.tables import ActivityRow
from logger.store.together import Reading

_ACTIVITY = table_of(ActivityRow)
_KEY = ("municipality", "id")
_CHANGING = tuple(column.name for column in _ACTIVITY.c if column.name not in _KEY)


_STANDING = by_dialect(
    "activities",
    {"municipality": String(), "id": Uuid(as_uuid=False)},
    lambda named: select(*_ACTIVITY.c).where(
        _ACTIVITY.c.municipality == named.municipality, _ACTIVITY.c.id == named.id
    ),
)
_PUT = {
    dialect: new.on_conflict_do_update(
        index_elements=[_ACTIVITY.c[name] for name in _KEY],
        set_={name: new.excluded[name] for name in _CHANGING},
    )
    for dialect, new in upserts(ActivityRow).items()
}


def standing(session: Session, named: Collection[Key]) -> dict[Key, StoredActivity]:
    """These activities, in whatever state."""
    return standing_in(together.read(session, {"standing": as_standing(named)})["standing"])


def as_standing(named: Collection[Key]) -> Reading:
    """What is to be read for that."""
    given = [{"municipality": code, "id": each} for code, each in sorted(named)]
    return Reading(_STANDING, {"activities": given})


def standing_in(rows: Iterable[Any]) -> dict[Key, StoredActivity]:
    """The same of the rows that were read."""
    return {(row.municipality, row.id): stored_from(row) for row in rows}


def whole(session: Session, municipality: str) -> dict[str, StoredActivity]:
    """Every activity of a municipality by its id, in whatever state."""
    rows = session.execute(select(_ACTIVITY).where(_ACTIVITY.c.municipality == municipality))
    return {row.id: stored_from(row) for row in rows}


def municipalities(session: Session) -> set[str]:
    """Those that have any activity."""
    return set(session.scalars(select(_ACTIVITY.c.municipality).distinct()))


def put(session: Session, activities: Sequence[StoredActivity]) -> None:
    """Let these activities stand as given, in sorted order, so that two writers never wait crosswise."""
    if not activities:
        return
    connection = session.connection()
    connection.execute(_PUT[connection.dialect.name], rows(activities))


def rows(activities: Sequence[StoredActivity]) -> list[dict[str, Any]]:
    """The activities as rows of the table, in sorted order."""
    return [_row(each) for each in sorted(activities, key=lambda each: (each.municipality, each.activity.id))]


def _row(stored: StoredActivity) -> dict[str, Any]:
    activity = stored.activity
    return {
        "municipality": stored.municipality,
        "id": activity.id,
        "rev": stored.rev,
        "state": stored.state.value,
        "type": activity.type,
        "place": activity.place,
        **_proposed(activity.proposed),
        "started_at": activity.started_at,
        "ended_at": activity.ended_at,
        "focus": sorted(activity.focus),
        "organisations": sorted(activity.organisations),
        "participants": list(activity.participants),
        "others": activity.others,
        "targeted": activity.targeted,
        "outcome": activity.outcome.value,
        "counters": dict(activity.counters),
        "author": stored.author,
        "author_organisation": stored.author_organisation,
        "origin": stored.origin,
        "has_note": stored.has_note,
        "server_seq": stored.server_seq,
        "created_at": stored.created_at,
        "changed_at": stored.changed_at,
    }


def _proposed(proposed: ProposedPlace | None) -> dict[str, Any]:
    latitude, longitude = (proposed and proposed.point) or (None, None)
    return {
        "proposed_place": proposed and proposed.name,
        "proposed_latitude": latitude,
        "proposed_longitude": longitude,
    }
