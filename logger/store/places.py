"""Places of a municipality, and when citizens had pointed them out."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from uuid import uuid4

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.orm import Session

from logger.domain.places import Flag, Gazetteer, Place, Places
from logger.domain.records import State
from logger.store.tables import ActivityRow, PlaceFlagRow, PlaceRow


def places_of(session: Session, municipality: str) -> Places:
    """Every place of the municipality in the order of their names; doubles are found at what they are."""
    flags: dict[str, list[Flag]] = defaultdict(list)
    for flag in session.scalars(
        select(PlaceFlagRow).where(PlaceFlagRow.municipality == municipality).order_by(PlaceFlagRow.first)
    ):
        flags[flag.place].append(Flag(flag.first, flag.last, flag.source or ""))
    rows = session.scalars(
        select(PlaceRow).where(PlaceRow.municipality == municipality).order_by(PlaceRow.name, PlaceRow.id)
    )
    listed: list[PlaceRow] = []
    former: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row.merged_into is None:
            listed.append(row)
        else:
            former[row.merged_into].append(row.id)
    return Gazetteer(_place(row, tuple(flags[row.id]), tuple(former[row.id])) for row in listed)


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


def _place(row: PlaceRow, flagged: tuple[Flag, ...], former: tuple[str, ...]) -> Place:
    point = None if row.latitude is None or row.longitude is None else (row.latitude, row.longitude)
    return Place(row.id, row.name, frozenset(row.kinds), flagged, point, tuple(row.aliases), former)
