"""How fast it must go from here."""

from datetime import date
from fractions import Fraction

from logger.domain.ledger import Ledger
from logger.domain.outlook import needed_per_week
from logger.domain.periods import Per
from logger.domain.pledges import Commitment, Rule
from logger.domain.progress import commitment_progress
from logger.domain.targets import Count, EachPeriod, Goal, Hours, Pause
from tests.ledgers import activity, commitment, days, ledger, pledge


def needed(of: Commitment, as_of: str, entries: Ledger | None = None) -> Fraction | None:
    day = date.fromisoformat(as_of)
    return needed_per_week(of, commitment_progress(pledge(of), of, entries or ledger(), day), day)


def test_what_is_missing_is_spread_over_the_weeks_that_are_left() -> None:
    assert needed(commitment(Count(Goal(10))), "2021-12-10") == Fraction(10, 3)
    assert needed(commitment(Count(Goal(10))), "2021-12-10", ledger([activity()])) == 3
    assert needed(commitment(Hours(Goal(6))), "2021-12-10") == 2 * 3600


def test_paused_weeks_are_not_left() -> None:
    pause = Pause(days("2021-12-11", "2021-12-17"))
    assert needed(commitment(Count(Goal(10)), pauses=(pause,)), "2021-12-10") == 5


def test_weekdays_do_not_shorten_a_week() -> None:
    assert needed(commitment(Count(Goal(3)), Rule(weekdays=(4,))), "2021-12-10") == 1


def test_the_last_days_are_a_week() -> None:
    assert needed(commitment(Count(Goal(5))), "2021-12-30") == 5


def test_nothing_is_needed_of_what_is_met_over_not_begun_or_judged_by_period() -> None:
    assert needed(commitment(Count(Goal(1))), "2021-12-10", ledger([activity()])) is None
    assert needed(commitment(Count(Goal(1))), "2021-12-31") is None
    assert needed(commitment(Count(Goal(1))), "2020-12-31") is None
    assert needed(commitment(Count(Goal(1), EachPeriod(Per.MONTH))), "2021-12-10") is None
