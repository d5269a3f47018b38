"""What is told of a place again and again: its number stands until it has moved by enough to be told anew.

Two publications side by side would else tell by their difference what one month held at one place, or of one
kind of work that is sensitive, however well each of them merges its small cells. A promise's own total, with
its goal, is what was promised, and is exact in each of them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Self

from logger.domain.pledges import Commitment
from logger.domain.progress.public_facts import SMALLEST
from logger.domain.targets import Coverage, InTotal

Told = Mapping[str, Any]
ELSEWHERE = "Övriga platser"
A_TERTIAL = timedelta(days=120)
"""What so long a time holds may be told, however little it is."""


@dataclass(frozen=True, slots=True)
class Before:
    """What an earlier publication, whose figures end on that day, tells of the commitment."""

    as_of: date
    told: Told


def steady(kept: Told, commitment: Commitment, as_of: date, earlier: Sequence[Before]) -> dict[str, Any]:
    """The open form of a commitment as it may be published beside the earlier ones."""
    at = _Moment.of(commitment, as_of, earlier)
    if kept["sensitive"]:
        return _one_number(kept, at, earlier)
    return {**kept, "facts": {**kept["facts"], "by_place": _places(kept["facts"]["by_place"], at, earlier)}}


def is_untold(told: Told) -> bool:
    """Whether a published commitment is told without its number, which is small, and sensitive."""
    return bool(told["sensitive"]) and "value" in told["progress"] and not told["facts"]["by_period"]


@dataclass(frozen=True, slots=True)
class _Moment:
    """The day that is counted to; `is_coarse`: long since the promise began, and since it was told of."""

    commitment: Commitment
    day: date
    is_coarse: bool

    @classmethod
    def of(cls, commitment: Commitment, as_of: date, earlier: Sequence[Before]) -> Self:
        valid = commitment.valid
        day = min(as_of, valid.last)
        told = [valid.first, *(min(each.as_of, valid.last) for each in earlier)]
        return cls(commitment, day, all(abs(day - each) >= A_TERTIAL for each in told))

    def may_tell(self, now: int, numbers: Iterable[int]) -> bool:
        """Whether a number is far enough, in time or in size, from nothing and from all that were told."""
        return self.is_coarse or all(abs(now - each) >= SMALLEST for each in (0, *numbers))


def _one_number(kept: Told, at: _Moment, earlier: Sequence[Before]) -> dict[str, Any]:
    """What is sensitive and has no goal, and so no number that was promised."""
    progress = kept["progress"]
    cells = kept["facts"]["by_period"]
    if "value" not in progress or not cells or _has_a_goal(progress):
        return {**kept}
    known = [
        (date.fromisoformat(each.told["facts"]["by_period"][-1]["to"]), each)
        for each in earlier
        if each.told["facts"]["by_period"] and "value" in each.told["progress"]
    ]
    if at.may_tell(progress["value"], [each.told["progress"]["value"] for _, each in known]):
        return {**kept}
    stands = max((each for each in known if each[0] <= at.day), key=lambda one: one[0], default=None)
    if stands is None:
        return {**kept, "progress": {**progress, "value": 0}, "facts": {"by_period": [], "by_place": []}}
    told = stands[1].told
    value, cells = told["progress"]["value"], told["facts"]["by_period"]
    whole = {
        "from": cells[0]["from"],
        "to": cells[-1]["to"],
        "value": value,
        "occasions": sum(each["occasions"] for each in cells),
    }
    return {
        **kept,
        "progress": {**progress, "value": value},
        "facts": {"by_period": [whole], "by_place": []},
    }


def _has_a_goal(progress: Told) -> bool:
    return "at_least" in progress or progress["kind"] not in ("ongoing", "increase")


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


def _places(now: Sequence[Told], at: _Moment, earlier: Sequence[Before]) -> list[dict[str, Any]]:
    done = sum(each["occasions"] for each in now)
    elsewhere = any(each["place"] is None for each in now)
    cells = [_cell(each, at, earlier) for each in now if each["place"] is not None]
    while (which := _to_be_held(cells, done, elsewhere=elsewhere)) is not None:
        cells[which] = _held(cells[which], at)
    told = [dict(each) for cell in cells for each in _shown(cell)]
    if rest := done - sum(cell.number for cell in cells):
        told.append(_elsewhere(rest))
    return told


def _cell(now: Told, at: _Moment, earlier: Sequence[Before]) -> _Cell:
    before = tuple(
        (day, place)
        for each in earlier
        for place in each.told["facts"]["by_place"]
        if place["place"] == now["place"] and (day := _counted_to(place, each, at)) is not None
    )
    cell = _Cell(now, None, before)
    if at.may_tell(now["occasions"], [place["occasions"] for _, place in before]):
        return replace(cell, told={**now, "counted_to": at.day.isoformat()}, is_new=True)
    return _held(cell, at)


def _counted_to(place: Told, published: Before, at: _Moment) -> date | None:
    """To which day a place's number was told; before that stood in the open data, to the publication's."""
    if place["occasions"] is None:
        return None
    if "counted_to" not in place:
        return min(published.as_of, at.commitment.valid.last)
    return date.fromisoformat(place["counted_to"]) if place["counted_to"] else None


def _held(cell: _Cell, at: _Moment) -> _Cell:
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
                told = {**cell.now, "occasions": at_least, "last_month": None, "counted_to": None}
        case _:
            pass
    return replace(cell, told=told, is_new=False)


def _number_of(stands: Told) -> Told:
    return {name: stands[name] for name in ("occasions", "last_month")}


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
        yield {**cell.now, "occasions": None, "last_month": None, "counted_to": None}


def _elsewhere(rest: int) -> dict[str, Any]:
    return {
        "place": None,
        "name": ELSEWHERE,
        "kinds": [],
        "occasions": rest,
        "named": False,
        "flagged": False,
        "last_month": None,
        "pointed_out": [],
        "counted_to": None,
    }
