"""A signed pledge: its focus areas, its commitments, and the rule for what each of them counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from logger.domain.periods import Days, Season
from logger.domain.targets import Pause, Target


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, [opens, closes), into the next date where it closes at or before it opens."""

    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class Rule:
    """Which activities count: every condition that is given must hold; none given matches all.

    A condition is not given when it is empty, false or None. Lists keep the order of the file, for the
    sentence. `weekdays` are 0 (Monday) to 6.
    """

    types: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    performed_by: tuple[str, ...] = ()
    jointly: tuple[str, ...] = ()
    targeted: bool = False
    min_people: int | None = None
    min_minutes: int | None = None
    places: tuple[str, ...] = ()
    place_kinds: tuple[str, ...] = ()
    flagged: bool = False
    any_of: tuple["Rule", ...] = ()
    excluded: "Rule | None" = None
    weekdays: tuple[int, ...] = ()
    clock: Clock | None = None
    seasons: tuple[Season, ...] = ()

    @property
    def has_time_keys(self) -> bool:
        """Whether the rule has windows: weekdays, a clock or seasons."""
        return bool(self.weekdays or self.clock or self.seasons)


@dataclass(frozen=True, slots=True)
class Commitment:
    """One sentence of the pledge, and how it is counted.

    `valid` is the commitment's own validity, or the pledge's. `label` is for the phone, at most 40
    characters. `performers` and `responsible` stand as signed.
    """

    id: str
    wording: str
    target: Target
    valid: Days
    counts: Rule = Rule()
    label: str = ""
    performers: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    in_addition_to: str | None = None
    pauses: tuple[Pause, ...] = ()

    def paused_on(self, day: date) -> bool:
        """Whether the day is taken out of pace."""
        return any(day in pause.days for pause in self.pauses)


@dataclass(frozen=True, slots=True)
class FocusArea:
    """A heading of the pledge with its commitments, in the document's order."""

    name: str
    commitments: tuple[Commitment, ...]


@dataclass(frozen=True, slots=True)
class Pledge:
    """One signed document. `municipality` is the SCB code, four digits."""

    municipality: str
    title: str
    valid: Days
    focus_areas: tuple[FocusArea, ...]
    local_police_district: str = ""
    signed: date | None = None
    parties: tuple[str, ...] = ()

    @property
    def commitments(self) -> Iterator[Commitment]:
        """Every commitment, in the document's order."""
        return (commitment for area in self.focus_areas for commitment in area.commitments)

    @property
    def reach(self) -> Days:
        """From the first day that any commitment holds to the last."""
        spans = [self.valid, *(commitment.valid for commitment in self.commitments)]
        return Days(min(span.first for span in spans), max(span.last for span in spans))

    def commitment(self, commitment_id: str) -> Commitment:
        """The commitment of this id. Raises KeyError when the pledge has none."""
        for commitment in self.commitments:
            if commitment.id == commitment_id:
                return commitment
        raise KeyError(commitment_id)
