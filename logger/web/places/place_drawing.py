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
DIGIT, LINE, BESIDE = 8.0, 14.0, 9.0  # of a number: each digit, its height, how far beside its mark
MOST_NUMBERED = 300
CLOSE = 8  # a close-up shows an eighth of the whole
CROWDED = 3  # unnumbered marks, from which on there is a close-up


Box = tuple[float, float, float, float]  # left, top, right, bottom


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


def close_up_of(marks: Sequence[Mark], whole: Drawing | None) -> Drawing | None:
    """The marks that lie closest together by themselves; None where all can be told apart already."""
    if whole is None or sum(not each.number for each in whole.marks) < CROWDED:
        return None
    around = [_near(each, marks, whole) for each in marks[:MOST_NUMBERED]]
    densest = max(around, key=len)
    return drawing_of(densest) if CROWDED <= len(densest) < len(marks) else None


def _near(mark: Mark, marks: Sequence[Mark], whole: Drawing) -> list[Mark]:
    at = {each.number: drawn for each, drawn in zip(marks, whole.marks, strict=True)}
    here, reach = at[mark.number], HEIGHT / CLOSE / 2
    return [
        each
        for each in marks
        if abs(at[each.number].x - here.x) <= reach and abs(at[each.number].y - here.y) <= reach
    ]


def _drawn(placed: Sequence[tuple[Mark, float, float]]) -> list[Drawn]:
    """Each mark, numbered where its number hides no other mark and no number before it."""
    drawn: list[Drawn] = []
    boxes: list[Box] = []
    for mark, x, y in placed:
        box = _box(mark.number, x, y)
        is_free = len(placed) <= MOST_NUMBERED and not any(
            _holds(box, other_x, other_y) for other, other_x, other_y in placed if other is not mark
        )
        fits = is_free and not any(_overlap(box, each) for each in boxes)
        if fits:
            boxes.append(box)
        drawn.append(Drawn(x, y, mark.visited, mark.flagged, str(mark.number) if fits else ""))
    return drawn


def _box(number: int, x: float, y: float) -> Box:
    return (x + BESIDE, y - LINE / 2, x + BESIDE + DIGIT * len(str(number)), y + LINE / 2)


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] - 5 < x < box[2] + 5 and box[1] - 5 < y < box[3] + 5


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _scale(units_a_kilometre: float) -> tuple[float, str]:
    """The longest round distance that a quarter of the width holds."""
    fitting = [each for each in SCALES if each * units_a_kilometre <= LONGEST_SCALE]
    distance = max(fitting, default=SCALES[0])
    text = f"{distance:g} km" if distance >= 1 else f"{distance * 1000:g} m"
    return round(distance * units_a_kilometre, 1), text
