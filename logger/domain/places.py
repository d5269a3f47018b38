"""Places that activities name, and when citizens had pointed them out."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from logger.domain.periods import Days


@dataclass(frozen=True, slots=True)
class Flag:
    """Citizens pointed the place out from a day on, until a last day (included) or still."""

    first: date
    last: date | None = None
    source: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether the place was on the list that day."""
        return self.first <= day and (self.last is None or day <= self.last)

    def touches(self, days: Days) -> bool:
        """Whether the place was on the list on any of the days."""
        return self.first <= days.last and (self.last is None or days.first <= self.last)


Point = tuple[float, float]
"""Latitude and longitude in degrees, WGS 84."""


@dataclass(frozen=True, slots=True)
class ProposedPlace:
    """A place that is not listed, as somebody in the field named it; the point is to about 100 m."""

    name: str
    point: Point | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A named place of one municipality; `former` are the ids of doubles that turned out to be this place."""

    id: str
    name: str
    kinds: frozenset[str] = frozenset()
    flagged: tuple[Flag, ...] = ()
    point: Point | None = None
    aliases: tuple[str, ...] = ()
    former: tuple[str, ...] = ()

    def flagged_on(self, day: date) -> bool:
        """Whether citizens had it pointed out on that local date."""
        return any(flag.holds_on(day) for flag in self.flagged)

    def flagged_in(self, days: Days) -> bool:
        """Whether citizens had it pointed out on any of the days."""
        return any(flag.touches(days) for flag in self.flagged)

    def is_among(self, ids: Collection[str]) -> bool:
        """Whether one of the ids is the place's, now or formerly."""
        return self.id in ids or any(each in ids for each in self.former)


Places = Mapping[str, Place]


class Gazetteer(Mapping[str, Place]):
    """The places of a municipality in the order given; one is found by its former ids too."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._listed = {place.id: place for place in places}
        former = {old: place for place in self._listed.values() for old in place.former}
        self._known = former | self._listed

    def __getitem__(self, place_id: str) -> Place:
        return self._known[place_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._listed)

    def __len__(self) -> int:
        return len(self._listed)


def id_now(place_id: str, places: Places) -> str:
    """The id that a place goes by now; one that nobody knows stays."""
    place = places.get(place_id)
    return place_id if place is None else place.id
