"""The ledger: everything that was entered and that figures are made from."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from logger.domain.activities import Activity
from logger.domain.counting.former_places import at_places_now
from logger.domain.places import Place

Entry = TypeVar("Entry")
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Mark:
    """A coordinator's mark that a milestone was reached on a day, with a link to what shows it."""

    commitment: str
    date: date
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A whole number that a coordinator entered for a month, named by its first day."""

    commitment: str
    month: date
    value: int
    source: str = ""


@dataclass(frozen=True)
class Ledger:
    """What is known: places by id, activities, milestone marks, monthly numbers.

    An entry given twice over is one entry: the same activity id, or the same commitment and month, counts
    once. Two that differ under one identity raise ValueError, since nobody could say which is true. An
    activity at a place that turned out to be another one is at that other one.
    """

    places: Mapping[str, Place] = field(default_factory=dict)
    activities: Sequence[Activity] = ()
    marks: Sequence[Mark] = ()
    reports: Sequence[Report] = ()

    def __post_init__(self) -> None:
        activities = _once((each.id, each) for each in at_places_now(self.activities, self.places))
        reports = _once(((report.commitment, report.month), report) for report in self.reports)
        object.__setattr__(self, "activities", activities)
        object.__setattr__(self, "marks", tuple(self.marks))
        object.__setattr__(self, "reports", reports)

    @cached_property
    def in_order(self) -> list[Activity]:
        """The activities in order of start time and id."""
        return sorted(self.activities, key=lambda activity: (activity.started_at, activity.id))


def _once(entries: Iterable[tuple[Key, Entry]]) -> tuple[Entry, ...]:
    kept: dict[Key, Entry] = {}
    for key, entry in entries:
        if kept.setdefault(key, entry) != entry:
            raise ValueError(f"two different entries are named {key}")
    return tuple(kept.values())
