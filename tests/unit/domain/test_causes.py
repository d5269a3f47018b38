"""Why a commitment is behind."""

from datetime import date
from fractions import Fraction

import pytest

from logger.domain.counting.counting import Reason
from logger.domain.counting.ledger import Ledger
from logger.domain.counting.near_misses import NearMiss
from logger.domain.periods import Per
from logger.domain.places import Place
from logger.domain.pledges import Commitment, Rule
from logger.domain.progress.causes import (
    Cause,
    Course,
    Missed,
    Near,
    Quiet,
    Remaining,
    Slow,
    Undone,
    causes,
    near_in,
)
from logger.domain.progress.outlook import Rest
from logger.domain.progress.pace import Status
from logger.domain.progress.progress import commitment_progress
from logger.domain.targets import Count, Coverage, EachPeriod, Goal, Milestone, Pause
from tests.worlds.ledgers import activity, commitment, days, ledger, pledge

AS_OF = date(2021, 11, 30)
LATELY = Course(date(2021, 11, 29), (1, 0, 0, 0, 0, 0, 0, 1))


def found(
    of: Commitment, course: Course = LATELY, known: Ledger | None = None, near: Near | None = None
) -> tuple[Cause, ...]:
    progress = commitment_progress(pledge(of), of, known or ledger(), AS_OF)
    assert progress.status in (Status.BEHIND, Status.WATCH)
    return causes(of, progress, course, near, AS_OF)


def test_too_slow_is_held_against_what_each_week_must_bring() -> None:
    assert found(commitment(Count(Goal(10)))) == (Slow(Fraction(1, 4), Fraction(70, 31), 8),)


@pytest.mark.parametrize("since", [None, date(2021, 10, 1)])
def test_quiet_for_four_weeks_says_since_when(since: date | None) -> None:
    assert found(commitment(Count(Goal(10))), Course(since, (0,) * 8)) == (Quiet(since),)


def test_places_periods_and_things_done_once_say_what_lacks() -> None:
    school = ledger(places=[Place("a", "A")])
    assert found(commitment(Coverage(), Rule(places=("a",))), known=school) == (Remaining(("a",)),)
    assert found(commitment(Milestone())) == (Undone(date(2021, 12, 31)),)
    (missed,) = found(commitment(Count(Goal(1), EachPeriod(Per.MONTH))))
    assert isinstance(missed, Missed)
    assert (missed.number, [each.first.month for each in missed.periods]) == (11, [11, 10, 9])


def test_a_pause_and_entries_that_come_close_are_told_beside() -> None:
    pause = Pause(days("2021-11-25", "2021-12-05"), "Vägarbete")
    near = tuple(
        NearMiss(activity(), reason) for reason in (Reason.NOT_FLAGGED, Reason.TOO_SHORT, Reason.NOT_FLAGGED)
    )
    rest, _, close = found(commitment(Count(Goal(10)), pauses=(pause,)), near=near_in(near))
    assert rest == Rest(pause, date(2021, 12, 5))
    assert close == Near(3, Reason.NOT_FLAGGED)
    assert near_in(near, 8) == Near(3, Reason.NOT_FLAGGED, 8)
    assert near_in(()) is None


def test_what_is_in_pace_has_nothing_to_explain() -> None:
    ahead = commitment(Count(Goal(1)))
    done = ledger([activity()])
    assert causes(ahead, commitment_progress(pledge(ahead), ahead, done, AS_OF), LATELY, None, AS_OF) == ()
