"""The coach: what a goal comes to, and what will keep it from being judged."""

from datetime import date
from typing import Any

import pytest

from logger.domain.drafting.coach import EveryPeriod, OverTime, Snag, scale_of, snags
from logger.domain.periods import Days, Per
from logger.domain.places import Flag, Place
from logger.domain.pledges import Commitment, Rule
from logger.domain.targets import (
    Count,
    Coverage,
    EachPeriod,
    Goal,
    Hours,
    Increase,
    InTotal,
    Milestone,
    Ongoing,
    Pause,
    Revision,
    Sum,
    Target,
)
from logger.domain.words.vocabulary import BUILT_IN

TWO_YEARS = Days(date(2021, 1, 1), date(2022, 12, 31))
CHECKS = Rule(types=("traffic_check",))
SCHOOL = Place("skolan", "Skolan", frozenset({"school"}))
ROAD = Place("vagen", "Vägen", frozenset({"road"}), (Flag(date(2021, 5, 1), date(2021, 6, 1)),))
PLACES = {each.id: each for each in (SCHOOL, ROAD)}


def commitment(target: Target, counts: Rule = CHECKS, **given: Any) -> Commitment:
    return Commitment(
        "c", given.pop("wording", "Orden"), target, given.pop("valid", TWO_YEARS), counts, **given
    )


def seen(*args: Any, **given: Any) -> list[Snag]:
    return snags(commitment(*args, **given), BUILT_IN, PLACES)


def test_a_follow_up_each_month_has_none_in_the_first_unless_that_one_is_paused():
    monthly, followed = Count(Goal(1), EachPeriod(Per.MONTH)), Rule(types=("follow_up",))
    assert seen(monthly, followed) == [Snag.FIRST_OUT_OF_REACH]
    january = Pause(Days(date(2021, 1, 1), date(2021, 1, 31)), "Den första görs i februari.")
    assert seen(monthly, followed, pauses=(january,)) == []
    assert seen(monthly, CHECKS) == []
    assert seen(monthly, followed, valid=Days(date(2021, 1, 15), date(2022, 12, 31))) == []


def test_two_hours_a_week_in_two_years_are_206_hours():
    weekly = Hours(Goal(2), EachPeriod(Per.ISO_WEEK))
    assert scale_of(commitment(weekly)) == EveryPeriod(Per.ISO_WEEK, 103, 206 * 3600)


def test_a_changed_goal_is_in_the_whole():
    goal = Goal(1, (Revision(date(2022, 1, 1), 3, "Mer"),))
    assert scale_of(commitment(Count(goal, EachPeriod(Per.MONTH)))) == EveryPeriod(Per.MONTH, 24, 12 + 36)


def test_a_total_is_spread_over_its_days():
    assert scale_of(commitment(Count(Goal(52)))) == OverTime(730, 52)
    assert scale_of(commitment(Ongoing())) is None


def test_an_increase_needs_something_to_increase_from():
    assert seen(Increase()) == [Snag.NO_BASELINE]
    assert seen(Increase(12)) == []


def test_words_of_more_are_not_answered_by_ongoing_work():
    assert seen(Ongoing(), wording="Synligheten ska öka.") == [Snag.SAYS_MORE]
    assert seen(Count(Goal(9)), wording="Synligheten ska öka.") == []


@pytest.mark.parametrize(
    ("target", "counts", "valid", "snag"),
    [
        (
            *(Hours(Goal(2), EachPeriod(Per.MONTH)), CHECKS),
            *(Days(date(2021, 1, 2), date(2021, 1, 30)), Snag.NO_WHOLE_PERIOD),
        ),
        (Coverage(), CHECKS, TWO_YEARS, Snag.NO_PLACES),
        (Count(Goal(1)), Rule(place_kinds=("park",)), TWO_YEARS, Snag.NO_SUCH_PLACE),
        (Count(Goal(1)), Rule(places=("skolan",), flagged=True), TWO_YEARS, Snag.NO_SUCH_PLACE),
        (
            Count(Goal(1)), Rule(flagged=True),
            Days(date(2021, 7, 1), date(2021, 8, 1)), Snag.NO_SUCH_PLACE,
        ),
        (
            Count(Goal(1)), Rule(types=("foot_patrol",), focus=("speed",)),
            TWO_YEARS, Snag.NO_TYPE_HAS_FOCUS,
        ),
        (Sum("breath_tests", Goal(9)), Rule(types=("foot_patrol",)), TWO_YEARS, Snag.NO_TYPE_HAS_COUNTER),
        (
            Count(Goal(1)), Rule(types=("foot_patrol",), excluded=Rule(types=("foot_patrol",))),
            TWO_YEARS, Snag.EXCEPTS_ALL,
        ),
        (Count(Goal(1)), Rule(), TWO_YEARS, Snag.COUNTS_EVERYTHING),
        (Count(Goal(1)), Rule(performed_by=("police",)), TWO_YEARS, Snag.COUNTS_ALL_OF_SOME),
    ],
)  # fmt: skip
def test_what_will_never_be_judged_is_said(target: Target, counts: Rule, valid: Days, snag: Snag):
    assert seen(target, counts, valid=valid) == [snag]


def test_a_pointed_out_place_in_the_validity_is_enough():
    assert seen(Count(Goal(1)), Rule(flagged=True)) == []


def test_a_pause_tells_the_citizens_why():
    pause = Pause(Days(date(2021, 7, 1), date(2021, 7, 31)))
    assert seen(Count(Goal(1), InTotal()), pauses=(pause,)) == [Snag.NO_REASON]


def test_a_milestone_may_have_a_mark_and_no_rule():
    assert seen(Milestone(), Rule()) == []


def test_presence_is_of_all_that_they_do():
    weekly = Hours(Goal(2), EachPeriod(Per.ISO_WEEK))
    assert seen(weekly, Rule(performed_by=("police",))) == []
