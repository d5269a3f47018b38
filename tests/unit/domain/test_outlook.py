"""How fast it must go from here, and whether anything is waited for now."""

from datetime import date
from fractions import Fraction

from logger.domain.counting.ledger import Ledger
from logger.domain.periods import Per, Season
from logger.domain.pledges import Commitment, Rule
from logger.domain.progress.outlook import Rest, Trend, needed_per_week, resting, trend
from logger.domain.progress.progress import commitment_progress
from logger.domain.targets import Count, EachPeriod, Goal, Hours, Pause
from tests.worlds.ledgers import activity, commitment, days, ledger, pledge

JUNE = ("2021-06-01", "2021-06-30")


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


def test_a_pause_and_a_season_say_until_when_nothing_is_waited_for() -> None:
    pause = Pause(days("2021-05-10", "2021-05-20"), "Vägarbete")
    bathing = commitment(
        Count(Goal(3)), Rule(seasons=(Season((6, 1), (8, 31)),)), pauses=(pause, Pause(days(*JUNE)))
    )
    assert resting(bathing, date(2021, 3, 1)) == Rest(None, date(2021, 6, 30))
    assert resting(bathing, date(2021, 5, 12)) == Rest(pause, date(2021, 6, 30))
    assert resting(bathing, date(2021, 7, 1)) is None
    assert resting(bathing, date(2021, 9, 1)) == Rest(None, None)
    assert resting(bathing, date(2022, 1, 1)) is None


def test_a_trend_holds_the_later_half_against_the_earlier() -> None:
    assert trend((1, 0, 2, 0, 0, 0, 4, 1)) == Trend(lately=5, before=3, weeks=4)
    assert trend(()) is None
