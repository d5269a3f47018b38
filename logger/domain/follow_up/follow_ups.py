"""A follow-up: what is said of each commitment for a period, what was decided, and how far it has come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from logger.domain.follow_up.follow_up_periods import FollowedPeriod
from logger.domain.people.parties import PARTIES

FEWEST_ANSWERS = 5
"""What fewer than so many answered is neither kept nor shown."""


class Assessment(StrEnum):
    """How a person judges what no number judges."""

    GOOD = "good"
    MIXED = "mixed"
    WANTING = "wanting"


class Stage(StrEnum):
    """How far a follow-up has come."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Note:
    """What is said of one commitment: a comment, why it deviates, and a person's status with its reason."""

    commitment: str
    comment: str = ""
    deviation: str = ""
    assessment: Assessment | None = None
    because: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said."""
        return not (self.comment or self.deviation or self.assessment or self.because)


@dataclass(frozen=True, slots=True)
class Decision:
    """Something decided at a follow-up that somebody is to do; `due` is its last day."""

    id: str
    text: str
    organisation: str
    commitment: str | None = None
    due: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """A number from a survey: what was asked, of how many, what it came to, and where it can be read."""

    id: str
    commitment: str
    name: str
    value: str
    sample: int
    measured_on: date
    source: str

    @property
    def is_told(self) -> bool:
        """Whether so many answered that nobody can be made out."""
        return self.sample >= FEWEST_ANSWERS

    def as_kept(self) -> "Indicator":
        """As it is kept: of few, that they were asked and not what they answered."""
        return self if self.is_told else replace(self, value="")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What was put forward: the snapshot as it was written, and its digest. It is never rewritten."""

    number: int
    proposed_by: str
    proposed_at: datetime
    snapshot: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Stand:
    """What one party's person said of a proposal: approved, or sent back with a reason."""

    number: int
    party: str
    approved: bool
    by: str
    at: datetime
    why: str = ""


@dataclass(frozen=True)
class FollowUp:
    """The follow-up of one pledge over one period; `proposals` and `stands` in the order made."""

    municipality: str
    pledge: str
    period: FollowedPeriod
    notes: Mapping[str, Note] = field(default_factory=dict)
    decisions: Sequence[Decision] = ()
    proposals: Sequence[Proposal] = ()
    stands: Sequence[Stand] = ()

    @property
    def proposal(self) -> Proposal | None:
        """The proposal that stands: the newest, unless a party has sent it back."""
        newest = self.proposals[-1] if self.proposals else None
        return None if newest is None or self.sent_back is not None else newest

    @property
    def sent_back(self) -> Stand | None:
        """Who sent the newest proposal back, and why; None when nobody has."""
        return next((each for each in self._of_newest if not each.approved), None)

    @property
    def approvals(self) -> Mapping[str, Stand]:
        """The approvals of the proposal that stands, by party."""
        return {each.party: each for each in self._of_newest if each.approved} if self.proposal else {}

    @property
    def stage(self) -> Stage:
        """How far it has come."""
        if self.proposal is None:
            return Stage.DRAFT
        return Stage.APPROVED if self.approvals.keys() >= set(PARTIES) else Stage.PROPOSED

    @property
    def waits_for(self) -> tuple[str, ...]:
        """The parties whose approval is missing."""
        if self.stage is not Stage.PROPOSED:
            return ()
        return tuple(party for party in PARTIES if party not in self.approvals)

    @property
    def _of_newest(self) -> tuple[Stand, ...]:
        number = self.proposals[-1].number if self.proposals else 0
        return tuple(each for each in self.stands if each.number == number)
