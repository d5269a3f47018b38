"""What each activity gave to a figure, and that the gifts add up to it."""

import json
from datetime import date
from pathlib import Path

import pytest

from logger.domain.counting.contributions import Contribution, Why, contributions
from logger.domain.counting.ledger import Ledger
from logger.domain.periods import Per
from logger.domain.places import Place
from logger.domain.pledges import Commitment, Rule
from logger.domain.progress.progress import progress
from logger.domain.targets import (
    Count,
    Coverage,
    EachPeriod,
    Goal,
    Hours,
    HoursAs,
    Milestone,
    Ongoing,
    Reported,
    Sum,
    Unit,
)
from logger.domain.words.vocabulary import BUILT_IN
from logger.services.files.activities_files import read_activities_text
from logger.services.files.pledge_files import read_pledge_text
from tests.worlds.ledgers import activity, commitment, days, ledger, pledge

VECTORS = Path(__file__).parents[2] / "vectors"


def given(of: Commitment, entries: Ledger, as_of: str = "2021-12-31") -> list[Contribution]:
    return contributions(pledge(of), of.id, entries, date.fromisoformat(as_of))


def gifts(of: Commitment, entries: Ledger) -> list[tuple[int, Why]]:
    return [(each.amount, each.why) for each in given(of, entries)]


def test_simultaneous_presence_is_counted_once() -> None:
    entries = ledger([activity("2021-06-16 18:00", 60), activity("2021-06-16 18:00", 60, id="z")])
    first, second = given(commitment(Hours(Goal(2))), entries)
    assert (first.seconds, first.why) == (3600, Why.COUNTED)
    assert (second.seconds, second.why) == (0, Why.SIMULTANEOUS)


def test_presence_that_overlaps_gives_the_rest_and_says_so() -> None:
    entries = ledger([activity("2021-06-16 18:00", 60), activity("2021-06-16 18:15", 60, id="z")])
    assert gifts(commitment(Hours(Goal(2))), entries) == [
        (3600, Why.COUNTED),
        (900, Why.PARTLY_SIMULTANEOUS),
    ]


def test_of_two_who_were_there_one_was_already_counted() -> None:
    entries = ledger([activity(participants=("p1",)), activity(participants=("p1", "p2"), id="z")])
    assert gifts(commitment(Hours(Goal(2), hours_as=HoursAs.PERSON)), entries) == [
        (3600, Why.COUNTED),
        (3600, Why.PARTLY_SIMULTANEOUS),
    ]


def test_person_hours_are_each_one_s_own() -> None:
    entries = ledger([activity(participants=("p1", "p2"), others=1), activity(participants=("p1",))])
    assert gifts(commitment(Hours(Goal(2), hours_as=HoursAs.PERSON)), entries) == [
        (3 * 3600, Why.COUNTED),
        (0, Why.SIMULTANEOUS),
    ]


def test_a_patrol_over_sunday_midnight_gives_to_both_weeks() -> None:
    weekly = commitment(Hours(Goal(2), EachPeriod(Per.ISO_WEEK)))
    before, after = given(weekly, ledger([activity("2021-06-13 23:00", 150)]))
    assert (before.seconds, before.period) == (3600, days("2021-06-07", "2021-06-13"))
    assert (after.seconds, after.period, after.rule_date) == (
        5400,
        days("2021-06-14", "2021-06-20"),
        date(2021, 6, 14),
    )


def test_the_second_of_a_day_or_place_gives_nothing_more() -> None:
    entries = ledger(
        [
            activity("2021-06-16 10:00", place="a"),
            activity("2021-06-16 11:00", place="a"),
            activity("2021-06-17 11:00"),
        ]
    )
    assert gifts(commitment(Count(Goal(9), unit=Unit.DAY)), entries) == [
        (1, Why.COUNTED),
        (0, Why.SAME_DAY),
        (1, Why.COUNTED),
    ]
    assert gifts(commitment(Count(Goal(9), unit=Unit.PLACE)), entries) == [
        (1, Why.COUNTED),
        (0, Why.SAME_PLACE),
        (0, Why.NO_PLACE_TO_COVER),
    ]


def test_the_occasion_that_completes_a_place_gives_the_place() -> None:
    schools = commitment(Coverage(at_least=2), Rule(place_kinds=("school",)))
    times = (f"2021-06-{day} 10:00" for day in (14, 15, 16))
    entries = ledger(
        [activity(at, place="a") for at in times], places=[Place("a", "A", frozenset({"school"}))]
    )
    assert gifts(schools, entries) == [
        (0, Why.NOT_YET_ENOUGH),
        (1, Why.COUNTED),
        (0, Why.ALREADY_REACHED),
    ]


def test_a_counter_that_was_not_filled_in_is_told_apart_from_none() -> None:
    entries = ledger([activity("2021-06-14 10:00", counters={"vehicles": 0}), activity()])
    assert gifts(commitment(Sum("vehicles", Goal(9))), entries) == [
        (0, Why.COUNTED),
        (0, Why.NO_NUMBER_GIVEN),
    ]


def test_a_milestone_is_reached_by_the_first() -> None:
    entries = ledger([activity("2021-06-14 10:00"), activity()])
    assert gifts(commitment(Milestone()), entries) == [(1, Why.COUNTED), (0, Why.ALREADY_REACHED)]


def test_monthly_numbers_have_no_activities_behind_them() -> None:
    assert given(commitment(Reported()), ledger([activity()])) == []


def test_every_occasion_of_ongoing_work_is_one() -> None:
    assert gifts(commitment(Ongoing()), ledger([activity(), activity()])) == [(1, Why.COUNTED)] * 2


@pytest.mark.parametrize("name", ["lekeberg-2021-2022", "oskarshamn-2021", "random-104", "random-123"])
def test_contributions_add_up_to_every_figure_of_a_vector(name: str) -> None:
    case = json.loads((VECTORS / f"{name}.json").read_text())
    entries = read_activities_text(json.dumps(case))
    whole = read_pledge_text(json.dumps(case["pledge"]), BUILT_IN)
    for as_of in map(date.fromisoformat, case["expected"]):
        answers = progress(whole, entries, as_of)
        for each in whole.commitments:
            if not isinstance(each.target, Milestone | Reported):
                found = contributions(whole, each.id, entries, as_of)
                assert_adds_up(found, answers[each.id].answer())


def assert_adds_up(found: list[Contribution], answer: dict[str, object]) -> None:
    periods = answer.get("periods")
    if periods is None:
        assert sum(each.amount for each in found) == answer["value"]
        return
    assert isinstance(periods, list)
    for period in periods:
        first = date.fromisoformat(period["from"])
        inside = (each.amount for each in found if each.period and each.period.first == first)
        assert sum(inside) == period["value"]
