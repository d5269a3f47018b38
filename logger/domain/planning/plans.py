"""The activity plan of a performer: what is to be done when, and for each time whether it was."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from logger.domain.periods import Days
from logger.domain.planning.recurrence import Occurrence, Recurrence, occurrences, written
from logger.domain.planning.school_terms import SchoolTerms
from logger.domain.pledges import Commitment, Pledge, Rule
from logger.domain.terms import Vocabulary
from logger.domain.words.sensitivity import is_sensitive


@dataclass(frozen=True, slots=True)
class PlanItem:
    """Something that an organisation, or one of its units, means to do within these days.

    Without a `type` it is nothing that is logged, and is done by saying so. `decision` is the decision
    of a follow-up that it carries out.
    """

    id: str
    organisation: str
    title: str
    recurs: Recurrence
    days: Days
    unit: str = ""
    type: str | None = None
    place: str | None = None
    commitment: str | None = None
    decision: str | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """It was done: by this activity, or by one that is not logged."""

    activity: str | None
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class NotDone:
    """It was not done, and why."""

    reason: str
    by: str
    at: datetime


Outcome = Done | NotDone
Key = tuple[str, str]
"""An item's id and the key of one of its times."""


class Standing(StrEnum):
    """How one time of an item stands on a day."""

    DONE = "done"
    NOT_DONE = "not_done"
    LATE = "late"
    NOW = "now"
    COMING = "coming"


@dataclass(frozen=True, slots=True)
class Planned:
    """One time of an item, with what became of it."""

    item: PlanItem
    occurrence: Occurrence
    outcome: Outcome | None = None

    @property
    def key(self) -> Key:
        """What it is known by."""
        return self.item.id, self.occurrence.key

    def standing(self, today: date) -> Standing:
        """How it stands."""
        match self.outcome:
            case Done():
                return Standing.DONE
            case NotDone():
                return Standing.NOT_DONE
            case None if self.occurrence.days.last < today:
                return Standing.LATE
            case None if self.occurrence.days.first <= today:
                return Standing.NOW
            case _:
                return Standing.COMING


@dataclass(frozen=True, slots=True)
class Approval:
    """A performer's plan for a year as one person approved it, known by its digest."""

    organisation: str
    year: int
    number: int
    sha256: str
    by: str
    at: datetime


def planned_in(
    items: Iterable[PlanItem], outcomes: Mapping[Key, Outcome], year: int, terms: SchoolTerms
) -> tuple[Planned, ...]:
    """Every time of the items in the year, those that end first first."""
    found = [
        Planned(item, each, outcomes.get((item.id, each.key)))
        for item in items
        for each in occurrences(item.recurs, item.days, year, terms)
    ]
    return tuple(sorted(found, key=lambda each: (each.occurrence.days.last, each.item.title, each.key)))


def time_of(item: PlanItem, occurrence: str, terms: SchoolTerms) -> Planned | None:
    """One time of an item by its key, of which nothing has become; None where it has none of that name."""
    years = range(item.days.first.year, item.days.last.year + 1)
    every = (each for year in years for each in occurrences(item.recurs, item.days, year, terms))
    return next((Planned(item, each) for each in every if each.key == occurrence), None)


def is_for_own_eyes(item: PlanItem, pledge: Pledge, words: Vocabulary) -> bool:
    """Whether the item is shown in its own organisation alone: it tells of a sensitive type."""
    if item.type is not None:
        term = words.types.get(item.type)
        return term is None or term.sensitive
    commitment = next((each for each in pledge.commitments if each.id == item.commitment), None)
    return commitment is not None and is_sensitive(commitment, words)


def is_toward(item: PlanItem, commitment: Commitment) -> bool:
    """Whether the item would count for the commitment: it is meant for it, or the rule asks for no more.

    A rule that asks for a place or a time as well is answered by what is done, not by what is planned.
    """
    rule = commitment.counts
    if item.commitment == commitment.id:
        return True
    if item.type is None or rule != Rule(types=rule.types, performed_by=rule.performed_by):
        return False
    by = not rule.performed_by or item.organisation in rule.performed_by
    return by and (not rule.types or item.type in rule.types)


def told(items: Iterable[PlanItem]) -> list[list[str | None]]:
    """The plan as plain data, in one order: what its digest is made of, and so what is approved."""
    return sorted(
        (
            [
                *(each.id, each.organisation, each.unit, each.title, written(each.recurs)),
                *(each.days.first.isoformat(), each.days.last.isoformat()),
                *(each.type or "", each.place or "", each.commitment or ""),
            ]
            for each in items
        ),
        key=str,
    )
