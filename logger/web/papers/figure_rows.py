"""Each commitment's figure as numbers: what it came to, its goal, its unit, and what a person said of it."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import assert_never

from logger.domain.follow_up.follow_ups import Assessment
from logger.domain.pledges import Commitment
from logger.domain.progress.answers import (
    MilestoneProgress,
    OngoingProgress,
    PeriodsProgress,
    Progress,
    ReportedProgress,
    TotalProgress,
)
from logger.services.boards.board_rows import BoardRow
from logger.web.correction_words import ASSESSMENTS
from logger.web.figures import period_noun, places_noun
from logger.web.papers.cells import Cell, Hours, Share
from logger.web.texts import t
from logger.web.words import TIME


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a figure: its rule, and what people said."""

    rule: str = ""
    deviation: str = ""
    assessment: Assessment | None = None
    because: str = ""
    comment: str = ""
    in_period: int | None = None
    last: date | None = None

    @property
    def judged(self) -> str:
        """The judgement in words."""
        return t(ASSESSMENTS[self.assessment]) if self.assessment else ""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One commitment; `row` holds its figure."""

    area: str
    row: BoardRow
    said: Beside

    @property
    def commitment(self) -> Commitment:
        """The commitment itself."""
        return self.row.commitment

    @property
    def progress(self) -> Progress:
        """Its figure."""
        return self.row.progress


def value_of(progress: Progress) -> int:
    """What it came to, in its own unit: seconds, occasions, places; for a promise by period, periods kept."""
    return progress.periods_met if isinstance(progress, PeriodsProgress) else progress.value


def goal_of(progress: Progress) -> int | None:
    """What was to be reached, in the same unit: of a promise by period all that are judged; None without."""
    match progress:
        case TotalProgress(at_least=goal) | ReportedProgress(at_least=goal):
            return goal
        case PeriodsProgress():
            return progress.periods_scored
        case MilestoneProgress():
            return 1
        case OngoingProgress():
            return None
        case _:
            assert_never(progress)


def share_of(progress: Progress) -> Share | None:
    """How much of the goal is reached; None where there is none."""
    goal = goal_of(progress)
    return Share(Fraction(value_of(progress), goal)) if goal else None


def expected_of(progress: Progress) -> Fraction | None:
    """What should have been reached by now, in the figure's own unit."""
    return progress.expected if isinstance(progress, TotalProgress) else None


def measured(progress: Progress, number: Fraction | int | None) -> Cell:
    """A number of the figure as a cell: time as time."""
    if number is None or progress.kind != "hours" or isinstance(progress, PeriodsProgress):
        return number
    return Hours(int(number))


def unit_of(row: BoardRow) -> str:
    """What is counted, in words: "gånger", "veckor", "skolor"."""
    number = goal_of(row.progress) or value_of(row.progress)
    match row.progress:
        case PeriodsProgress():
            return period_noun(row).alone(number)
        case TotalProgress(kind="coverage"):
            return places_noun(row).alone(number)
        case TotalProgress(kind="hours"):
            return t("timmar")
        case TotalProgress(kind="sum") | ReportedProgress():
            return t("antal")
        case MilestoneProgress():
            return t("klart (1) eller inte (0)")
        case _:
            return TIME.alone(number)
