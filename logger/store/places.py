"""Places of a municipality, and when citizens had pointed them out."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Row, and_, delete, func, or_, select, update
from sqlalchemy.orm import Session

from logger.domain.places import Flag, Gazetteer, Place, Places
from logger.domain.records import State
from logger.store.statements import any_of, table_of
from logger.store.tables import ActivityRow, PlaceFlagRow, PlaceRow

_PLACE, _FLAG = table_of(PlaceRow), table_of(PlaceFlagRow)
_PLACES = (
    select(_PLACE, _FLAG.c.first, _FLAG.c.last, _FLAG.c.source)
    .select_from(
        _PLACE.outerjoin(
            _FLAG, and_(_FLAG.c.municipality == _PLACE.c.municipality, _FLAG.c.place == _PLACE.c.id)
        )
    )
    .where(_PLACE.c.municipality.in_(any_of("municipalities")))
    .order_by(_PLACE.c.municipality, _PLACE.c.name, _PLACE.c.id, _FLAG.c.first)
)


def places_of(session: Session, municipality: str) -> Places:
    """Every place of the municipality in the order of their names; doubles are found at what they are."""
    return places_in(session, [municipality])[municipality]


def places_in(session: Session, municipalities: Collection[str]) -> dict[str, Places]:
    """The same of several municipalities, by their codes; one statement."""
    rows: dict[str, dict[str, Row[Any]]] = {code: {} for code in municipalities}
    flags: defaultdict[tuple[str, str], list[Flag]] = defaultdict(list)
    for row in session.execute(_PLACES, {"municipalities": sorted(municipalities)}):
        rows[row.municipality].setdefault(row.id, row)
        if row.first is not None:
            flags[row.municipality, row.id].append(Flag(row.first, row.last, row.source or ""))
    return {code: _gazetteer(list(found.values()), flags) for code, found in rows.items()}


def _gazetteer(rows: Sequence[Row[Any]], flags: Mapping[tuple[str, str], Sequence[Flag]]) -> Gazetteer:
    former: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row.merged_into is not None:
            former[row.merged_into].append(row.id)
    listed = (row for row in rows if row.merged_into is None)
    return Gazetteer(
        _place(row, tuple(flags.get((row.municipality, row.id), ())), tuple(former.get(row.id, ())))
        for row in listed
    )


def place_ids(session: Session, municipality: str) -> frozenset[str]:
    """The ids of the municipality's places, those of doubles too."""
    return frozenset(session.scalars(select(PlaceRow.id).where(PlaceRow.municipality == municipality)))


def last_visits(session: Session, municipality: str, besides: Collection[str] = ()) -> dict[str, datetime]:
    """When each place was last visited, by the id that the activity names; without those never visited.

    `besides` are codes of types of activity that no visit is told of.
    """
    latest = (
        select(func.max(ActivityRow.started_at))
        .where(
            ActivityRow.municipality == PlaceRow.municipality,
            ActivityRow.place == PlaceRow.id,
            ActivityRow.state == State.CURRENT.value,
            ActivityRow.type.not_in(besides),
        )
        .scalar_subquery()
        .label("at")
    )
    rows = session.execute(select(PlaceRow.id, latest).where(PlaceRow.municipality == municipality))
    return {row.id: row.at for row in rows if row.at is not None}


def merge(session: Session, municipality: str, double: str, into: str) -> None:
    """Let the double, and what was merged into it before, be the other place; its flags are that one's."""
    of_double = (
        PlaceRow.municipality == municipality,
        or_(PlaceRow.id == double, PlaceRow.merged_into == double),
    )
    session.execute(update(PlaceRow).where(*of_double).values(merged_into=into))
    session.execute(
        update(PlaceFlagRow)
        .where(PlaceFlagRow.municipality == municipality, PlaceFlagRow.place == double)
        .values(place=into)
    )


def put(session: Session, municipality: str, place: Place) -> None:
    """Keep the place as it is given now, its flags too; one that is left out of a file stays."""
    row = session.get(PlaceRow, (municipality, place.id))
    if row is None:
        row = PlaceRow(municipality=municipality, id=place.id)
        session.add(row)
    row.name = place.name
    row.aliases = list(place.aliases)
    row.kinds = sorted(place.kinds)
    row.latitude, row.longitude = place.point or (None, None)
    session.flush()
    session.execute(
        delete(PlaceFlagRow).where(PlaceFlagRow.municipality == municipality, PlaceFlagRow.place == place.id)
    )
    session.add_all(
        PlaceFlagRow(
            id=str(uuid4()),
            municipality=municipality,
            place=place.id,
            first=flag.first,
            last=flag.last,
            source=flag.source or None,
        )
        for flag in place.flagged
    )
    session.flush()


def _place(row: Row[Any], flagged: tuple[Flag, ...], former: tuple[str, ...]) -> Place:
    point = None if row.latitude is None or row.longitude is None else (row.latitude, row.longitude)
    return Place(row.id, row.name, frozenset(row.kinds), flagged, point, tuple(row.aliases), former)
