"""A place that somebody in the field proposes: how an entry tells of it, and how little it may tell."""

from typing import Any

from logger.domain.personal_data import presentable
from logger.domain.places import Point, ProposedPlace
from logger.domain.said import Said

LONGEST_NAME = 60
# Steps of about 100 m: 111 m to the north, and in Sweden from 127 m (Smygehuk) to 80 m (Treriksröset) east.
STEPS_A_DEGREE = (1000, 500)
MOST_DEGREES = (90, 180)


def read_proposed(value: Any) -> ProposedPlace | str:
    """The place that a body proposes, or what is wrong with it in Swedish.

    A point that is finer than needed is refused rather than rounded: it should never have left the phone.
    """
    if not isinstance(value, dict) or not value.keys() <= {"name", "point"}:
        return "Ska vara ett namn, och en punkt om den är känd."
    name = value.get("name")
    if not isinstance(name, str) or not 0 < len(presentable(name)) <= LONGEST_NAME:
        return Said("Namnet ska ha 1 till {0} tecken.", LONGEST_NAME)
    point = value.get("point")
    if point is None:
        return ProposedPlace(presentable(name))
    if not _is_point(point) or not is_coarse((point[0], point[1])):
        return "Punkten ska vara latitud och longitud, avrundade till ungefär 100 m."
    return ProposedPlace(presentable(name), (float(point[0]), float(point[1])))


def is_coarse(point: Point) -> bool:
    """Whether the point tells no more than a square of about 100 m."""
    return coarse(point) == point


def coarse(point: Point) -> Point:
    """The point to about 100 m."""
    north, east = (
        round(degrees * steps) / steps for degrees, steps in zip(point, STEPS_A_DEGREE, strict=True)
    )
    return north, east


def document(proposed: ProposedPlace | None) -> dict[str, Any] | None:
    """The proposed place as JSON values; None for none."""
    if proposed is None:
        return None
    point = proposed.point
    return {"name": proposed.name} | ({} if point is None else {"point": list(point)})


def _is_point(value: Any) -> bool:
    return (
        isinstance(value, list)
        and len(value) == len(MOST_DEGREES)
        and all(
            isinstance(each, int | float) and not isinstance(each, bool) and abs(each) <= most
            for each, most in zip(value, MOST_DEGREES, strict=True)
        )
    )
