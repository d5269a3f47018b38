"""The places of a municipality as a plain drawing: points on paper, without tiles and without script."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import cos, radians

from logger.domain.places import Point

WIDTH, HEIGHT, MARGIN = 360.0, 300.0, 24.0
KILOMETRES_A_DEGREE = 111.2
LEAST_SPAN = 0.01  # degrees: one place by itself, or several in one street, are not drawn as a whole country
SCALES = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100)
LONGEST_SCALE = WIDTH / 4
APART = 15.0  # below this, two numbers would be written over each other


class Visited(StrEnum):
    """How long ago a place was visited, by the shape of its mark."""

    LATELY = "lately"
    LONG_AGO = "long_ago"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Mark:
    """One place to draw: its number in the list beside."""

    number: int
    point: Point
    visited: Visited
    flagged: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """One mark in the units of the view box; without `number` where there is no room for it."""

    x: float
    y: float
    visited: Visited
    flagged: bool
    number: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole drawing; `scale` is how long `scale_text` is in its units."""

    marks: tuple[Drawn, ...]
    scale: float
    scale_text: str
    width: float = WIDTH
    height: float = HEIGHT


def drawing_of(marks: Sequence[Mark]) -> Drawing | None:
    """The marks where they lie to each other, north upwards; None without any."""
    if not marks:
        return None
    north, south = max(each.point[0] for each in marks), min(each.point[0] for each in marks)
    east, west = max(each.point[1] for each in marks), min(each.point[1] for each in marks)
    narrow = cos(radians((north + south) / 2))
    units = min(
        (HEIGHT - 2 * MARGIN) / max(north - south, LEAST_SPAN),
        (WIDTH - 2 * MARGIN) / max((east - west) * narrow, LEAST_SPAN),
    )

    def placed(each: Mark) -> tuple[float, float]:
        x = WIDTH / 2 + (each.point[1] - (east + west) / 2) * narrow * units
        y = HEIGHT / 2 - (each.point[0] - (north + south) / 2) * units
        return round(x, 1), round(y, 1)

    length, text = _scale(units / KILOMETRES_A_DEGREE)
    return Drawing(tuple(_drawn([(each, *placed(each)) for each in marks])), length, text)


def _drawn(placed: Sequence[tuple[Mark, float, float]]) -> list[Drawn]:
    """Each mark, numbered where no number before it is in the way."""
    drawn: list[Drawn] = []
    for mark, x, y in placed:
        crowded = any(each.number and abs(each.x - x) < APART and abs(each.y - y) < APART for each in drawn)
        drawn.append(Drawn(x, y, mark.visited, mark.flagged, "" if crowded else str(mark.number)))
    return drawn


def _scale(units_a_kilometre: float) -> tuple[float, str]:
    """The longest round distance that a quarter of the width holds."""
    fitting = [each for each in SCALES if each * units_a_kilometre <= LONGEST_SCALE]
    distance = max(fitting, default=SCALES[0])
    text = f"{distance:g} km" if distance >= 1 else f"{distance * 1000:g} m"
    return round(distance * units_a_kilometre, 1), text
