"""The numbers of places, told anew when they have moved by enough, and the week of the last one beside them.

That week tells that something was done there in it, and not how often. It stands beside a number that has
moved by enough, and not beside a small one that may be told since long lies between.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from logger.domain.progress.place_facts import SMALLEST
from logger.domain.progress.told_before import Before, Moment, Told, is_far
from logger.domain.targets import Coverage, InTotal

ELSEWHERE = "Övriga platser"
NO_TIME = {"last_month": None, "last_week": None, "counted_to": None}


@dataclass(frozen=True, slots=True)
class _Cell:
    """A place: what was done there, what is told of it, and what was told before, by the day."""

    now: Told
    told: Told | None
    before: tuple[tuple[date, Told], ...]
    is_new: bool = False

    @property
    def step(self) -> int:
        """By how much a new number is more than the one before."""
        last = max(self.before, key=lambda one: one[0], default=None)
        return int(self.now["occasions"] - (last[1]["occasions"] if last else 0))

    @property
    def number(self) -> int:
        """What is told of it; nothing, where it stands with the others."""
        return int(self.told["occasions"]) if self.told else 0


def steady_places(now: Sequence[Told], at: Moment, earlier: Sequence[Before]) -> list[dict[str, Any]]:
    """The facts by place as they may be published beside what was told of the places before."""
    done = sum(each["occasions"] for each in now)
    elsewhere = any(each["place"] is None for each in now)
    cells = [_cell(each, at, earlier) for each in now if each["place"] is not None]
    while (which := _to_be_held(cells, done, elsewhere=elsewhere)) is not None:
        cells[which] = _held(cells[which], at)
    told = [dict(each) for cell in cells for each in _shown(cell)]
    if rest := done - sum(cell.number for cell in cells):
        told.append(_elsewhere(rest))
    return told


def _cell(now: Told, at: Moment, earlier: Sequence[Before]) -> _Cell:
    before = tuple(
        (day, place)
        for each in earlier
        for place in each.told["facts"]["by_place"]
        if place["place"] == now["place"] and (day := _counted_to(place, each, at)) is not None
    )
    cell = _Cell(now, None, before)
    numbers = [place["occasions"] for _, place in before]
    if at.may_tell(now["occasions"], numbers):
        week = now.get("last_week") if is_far(now["occasions"], numbers) else None
        told = {**now, "last_week": week, "counted_to": at.day.isoformat()}
        return replace(cell, told=told, is_new=True)
    return _held(cell, at)


def _counted_to(place: Told, published: Before, at: Moment) -> date | None:
    """To which day a place's number was told; before that stood in the open data, to the publication's."""
    if place["occasions"] is None:
        return None
    if "counted_to" not in place:
        return min(published.as_of, at.commitment.valid.last)
    return date.fromisoformat(place["counted_to"]) if place["counted_to"] else None


def _held(cell: _Cell, at: Moment) -> _Cell:
    """As the newest before it told; where none did, together with the others."""
    day, stands = max(
        ((day, each) for day, each in cell.before if day <= at.day),
        key=lambda one: one[0],
        default=(None, None),
    )
    if cell.told is not None and not cell.is_new:
        stands = None  # it stood, and may not
    told = {**cell.now, **_number_of(stands), "counted_to": day.isoformat()} if stands and day else None
    match at.commitment.target:
        case Coverage(at_least=goal, judged=InTotal()):
            reached = cell.now["occasions"] >= goal
            if told is None or (told["occasions"] >= goal) is not reached:
                at_least = goal if reached else 0
                told = {**cell.now, "occasions": at_least, **NO_TIME}
        case _:
            pass
    return replace(cell, told=told, is_new=False)


def _number_of(stands: Told) -> Told:
    return {name: stands.get(name) for name in ("occasions", "last_month", "last_week")}


def _to_be_held(cells: Sequence[_Cell], done: int, *, elsewhere: bool) -> int | None:
    """Which place may not be told as it is: what is left of the whole would tell what another one holds."""
    left = done - sum(cell.number for cell in cells)
    if left < 0:
        over = [(cell.number - cell.now["occasions"], at) for at, cell in enumerate(cells)]
        return max(over)[1]
    new = [(cell.step, at) for at, cell in enumerate(cells) if cell.is_new]
    standing = len(cells) - len(new)
    tells = left > 0 and (standing == 1 or left == (SMALLEST - 1) * standing)
    return min(new)[1] if new and tells and not elsewhere else None


def _shown(cell: _Cell) -> Iterator[Told]:
    """A place as the open data have it; one that nobody named is told with its number or not at all."""
    if cell.told is not None:
        yield cell.told
    elif cell.now["named"]:
        yield {**cell.now, "occasions": None, **NO_TIME}


def _elsewhere(rest: int) -> dict[str, Any]:
    return {
        "place": None,
        "name": ELSEWHERE,
        "kinds": [],
        "occasions": rest,
        "named": False,
        "flagged": False,
        "pointed_out": [],
        **NO_TIME,
    }
