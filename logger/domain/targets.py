"""What was promised: the kinds of target as a sum type, and how each is judged."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from logger.domain.periods import Days, Per

Amount = int | Decimal


@dataclass(frozen=True, slots=True)
class Revision:
    """From this day on the goal is another one; the reason is public."""

    first: date
    at_least: Amount
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Pause:
    """Days taken out of pace; a period that they touch is excused a miss. The reason is public."""

    days: Days
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Goal:
    """A number to reach, and its later revisions in order of date. Only hours may be other than whole."""

    at_least: Amount
    revisions: tuple[Revision, ...] = ()

    def on(self, day: date) -> Amount:
        """The newest goal in effect on the day."""
        in_effect = [revision.at_least for revision in self.revisions if revision.first <= day]
        return in_effect[-1] if in_effect else self.at_least


@dataclass(frozen=True, slots=True)
class InTotal:
    """One number over the whole validity."""


@dataclass(frozen=True, slots=True)
class EachPeriod:
    """Every period must reach the goal; a surplus does not pay for an empty week."""

    per: Per


@dataclass(frozen=True, slots=True)
class OnAverage:
    """On average ("i snitt"): the goal of every scorable period added up, surplus carried."""

    per: Per


Judged = InTotal | EachPeriod | OnAverage


class Unit(StrEnum):
    """What a count counts: occasions, distinct rule dates, or distinct places."""

    OCCASION = "occasion"
    DAY = "day"
    PLACE = "place"


class HoursAs(StrEnum):
    """Whether hours are presence (overlapping activities once) or person-hours."""

    PRESENCE = "presence"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Count:
    """Occasions, days or places: "minst femtiotvå hastighetskontroller"."""

    goal: Goal
    judged: Judged = InTotal()
    unit: Unit = Unit.OCCASION


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of one of the activities' counters: "1 000 utandningsprov"."""

    counter: str
    goal: Goal
    judged: Judged = InTotal()


@dataclass(frozen=True, slots=True)
class Hours:
    """Time of presence, the goal in hours: "minst två timmar per vecka"."""

    goal: Goal
    judged: Judged = InTotal()
    hours_as: HoursAs = HoursAs.PRESENCE


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the rule's places have at least so many occasions each."""

    at_least: int = 1
    judged: InTotal | EachPeriod = InTotal()


@dataclass(frozen=True, slots=True)
class Milestone:
    """Done or not done: one counted activity, or a coordinator's mark."""


@dataclass(frozen=True, slots=True)
class Increase:
    """More occasions than the baseline, a number for the same length of time; without one, not scored."""

    baseline: int | None = None


@dataclass(frozen=True, slots=True)
class Ongoing:
    """Work without a number: occasions and the day of the last, never a percentage or a colour."""


@dataclass(frozen=True, slots=True)
class Reported:
    """Whole numbers a month that a coordinator enters, added up."""

    at_least: int | None = None


Target = Count | Sum | Hours | Coverage | Milestone | Increase | Ongoing | Reported

KINDS: dict[type[Target], str] = {
    Count: "count",
    Sum: "sum",
    Hours: "hours",
    Coverage: "coverage",
    Milestone: "milestone",
    Increase: "increase",
    Ongoing: "ongoing",
    Reported: "reported",
}


def kind_of(target: Target) -> str:
    """The name of the target's kind, as in the pledge file and in answers."""
    return KINDS[type(target)]


def per_of(target: Target) -> Per | None:
    """The length of period that the target is reckoned in, whether each or on average; None in total."""
    match target:
        case Count(judged=judged) | Sum(judged=judged) | Hours(judged=judged) | Coverage(judged=judged):
            return None if isinstance(judged, InTotal) else judged.per
        case _:
            return None
