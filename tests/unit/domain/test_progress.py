"""What a commitment has come to as of a date: the traps, one by one."""

from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

import pytest

from logger.domain.activities import Activity, Outcome
from logger.domain.counting.ledger import Mark, Report
from logger.domain.periods import Per, Season
from logger.domain.places import Flag, Place
from logger.domain.pledges import Clock, Rule
from logger.domain.progress.progress import progress
from logger.domain.targets import (
    Count,
    Coverage,
    EachPeriod,
    Goal,
    Hours,
    HoursAs,
    Increase,
    Milestone,
    OnAverage,
    Ongoing,
    Pause,
    Reported,
    Revision,
    Sum,
    Unit,
)
from tests.worlds.ledgers import activity, answer, commitment, days, instant, ledger, pledge

WEEKLY = EachPeriod(Per.ISO_WEEK)
TWO_HOURS_A_WEEK = Hours(Goal(2), WEEKLY)


def values(of: dict[str, object]) -> dict[str, int]:
    periods = of["periods"]
    assert isinstance(periods, list)
    return {period["from"]: period["value"] for period in periods}


def test_a_patrol_over_sunday_midnight_counts_in_both_weeks() -> None:
    patrol = activity("2021-06-13 23:00", 150)
    weeks = values(answer(commitment(TWO_HOURS_A_WEEK), ledger([patrol]), "2021-06-20"))
    assert (weeks["2021-06-07"], weeks["2021-06-14"]) == (3600, 5400)


def test_as_of_sunday_the_patrol_is_clipped_at_midnight() -> None:
    patrol = activity("2021-06-13 23:00", 150)
    weeks = values(answer(commitment(TWO_HOURS_A_WEEK), ledger([patrol]), "2021-06-13"))
    assert weeks["2021-06-07"] == 3600


def test_week_53_of_2020_is_shown_but_not_scored() -> None:
    found = answer(commitment(TWO_HOURS_A_WEEK), ledger([activity("2021-01-02 10:00", 120)]), "2021-01-10")
    first = found["periods"][0]
    assert (first["from"], first["to"], first["value"]) == ("2020-12-28", "2021-01-03", 7200)
    assert (first["met"], first["scored"], first["closed"]) == (True, False, True)
    assert (found["periods_met"], found["periods_scored"]) == (0, 1)


def test_two_officers_at_once_are_there_once_but_are_two_people() -> None:
    both = [activity(participants=("p1",)), activity(participants=("p2",))]
    assert answer(commitment(Hours(Goal(1))), ledger(both), "2021-12-31")["value"] == 3600
    persons = Hours(Goal(1), hours_as=HoursAs.PERSON)
    assert answer(commitment(persons), ledger(both), "2021-12-31")["value"] == 7200


@pytest.mark.parametrize(
    ("changes", "hours"),
    [
        ({}, 1),
        ({"others": 2}, 2),
        ({"participants": ("p1",), "others": 2}, 3),
        ({"participants": ("p1", "p1")}, 1),
    ],
)
def test_unnamed_people_are_counted_each_by_themselves(changes: dict[str, Any], hours: int) -> None:
    persons = commitment(Hours(Goal(1), hours_as=HoursAs.PERSON))
    assert answer(persons, ledger([activity(**changes)]), "2021-12-31")["value"] == hours * 3600


def test_the_same_named_person_twice_at_once_is_one_person() -> None:
    twice = [activity(participants=("p1",)), activity(participants=("p1",))]
    persons = commitment(Hours(Goal(1), hours_as=HoursAs.PERSON))
    assert answer(persons, ledger(twice), "2021-12-31")["value"] == 3600


def test_an_interrupted_patrol_gives_hours_but_no_occasion_and_no_counter() -> None:
    entries = ledger([activity(outcome=Outcome.INTERRUPTED, counters={"vehicles": 5})])
    assert answer(commitment(Hours(Goal(1))), entries, "2021-12-31")["value"] == 3600
    assert answer(commitment(Count(Goal(1))), entries, "2021-12-31")["value"] == 0
    assert answer(commitment(Sum("vehicles", Goal(1))), entries, "2021-12-31")["value"] == 0
    assert answer(commitment(Milestone()), entries, "2021-12-31")["value"] == 0


def test_a_goal_in_hours_may_have_decimals() -> None:
    found = answer(commitment(Hours(Goal(Decimal("2.5")))), ledger(), "2021-06-30")
    assert found["at_least"] == 9000


def test_a_night_after_the_last_day_belongs_to_the_day_it_opened() -> None:
    nights = commitment(
        Count(Goal(1)), Rule(clock=Clock(time(22), time(2))), valid=("2021-05-01", "2021-09-30")
    )
    assert answer(nights, ledger([activity("2021-10-01 00:30")]), "2021-09-30")["value"] == 1
    assert answer(nights, ledger([activity("2021-05-01 01:30")]), "2021-09-30")["value"] == 0


def test_days_and_places_are_counted_once_each() -> None:
    entries = ledger(
        [
            activity("2021-06-16 10:00", place="a"),
            activity("2021-06-16 20:00", place="b"),
            activity("2021-06-17 10:00", place="a"),
            activity("2021-06-18 10:00"),
        ]
    )
    assert answer(commitment(Count(Goal(9), unit=Unit.DAY)), entries, "2021-12-31")["value"] == 3
    assert answer(commitment(Count(Goal(9), unit=Unit.PLACE)), entries, "2021-12-31")["value"] == 2


def test_a_pause_excuses_a_miss_and_takes_away_no_success() -> None:
    pause = Pause(days("2021-06-10", "2021-06-16"), "skogsbrand")
    weekly = commitment(Count(Goal(1), WEEKLY), valid=("2021-06-07", "2021-06-27"), pauses=(pause,))
    found = answer(weekly, ledger([activity("2021-06-08 10:00")]), "2021-06-27")
    assert [period["scored"] for period in found["periods"]] == [True, False, True]
    assert (found["periods_met"], found["periods_scored"], found["status"]) == (1, 2, "not_met")


def test_paused_days_leave_the_pace_but_never_the_goal() -> None:
    pause = Pause(days("2021-01-01", "2021-06-30"), "skogsbrand")
    paused = commitment(Count(Goal(92)), pauses=(pause,))
    found = answer(paused, ledger(), "2021-07-02")
    assert (found["at_least"], found["expected"], found["status"]) == (92, 1.0, "in_progress")


def test_nothing_is_scored_when_every_day_is_paused() -> None:
    whole_year = commitment(Count(Goal(5)), pauses=(Pause(days("2020-12-01", "2022-01-31")),))
    found = answer(whole_year, ledger(), "2021-07-02")
    assert found == {"kind": "count", "value": 0, "at_least": 5, "status": "not_scored"}


def test_a_period_keeps_the_goal_of_its_first_day_and_a_total_takes_the_newest() -> None:
    goal = Goal(1, (Revision(date(2021, 6, 9), 3),))
    weekly = commitment(Count(goal, WEEKLY), valid=("2021-06-07", "2021-06-27"))
    found = answer(weekly, ledger(), "2021-06-27")
    assert [period["at_least"] for period in found["periods"]] == [1, 3, 3]
    in_total = commitment(Count(goal), valid=("2021-06-07", "2021-06-27"))
    assert answer(in_total, ledger(), "2021-06-08")["at_least"] == 1
    assert answer(in_total, ledger(), "2021-06-09")["at_least"] == 3


def test_a_period_begun_before_the_validity_takes_the_goal_of_its_first_day_inside() -> None:
    goal = Goal(1, (Revision(date(2021, 6, 9), 3),))
    midweek = commitment(Count(goal, WEEKLY), valid=("2021-06-09", "2021-06-27"))
    assert answer(midweek, ledger(), "2021-06-27")["periods"][0]["at_least"] == 3


def test_an_average_adds_whole_periods_goals_and_every_period_s_values() -> None:
    average = commitment(
        Count(Goal(2), OnAverage(Per.MONTH)),
        valid=("2021-01-15", "2021-04-10"),
        pauses=(Pause(days("2021-02-01", "2021-02-28")),),
    )
    entries = ledger(activity(f"2021-0{month}-20 10:00") for month in (1, 1, 1, 2))
    found = answer(average, entries, "2021-04-10")
    assert (found["value"], found["at_least"], found["status"]) == (4, 4, "met")
    assert "periods" not in found


def test_a_small_average_is_coloured_like_any_other() -> None:
    average = commitment(Count(Goal(1), OnAverage(Per.QUARTER)))
    assert answer(average, ledger(), "2021-07-02")["status"] == "behind"
    assert answer(commitment(Count(Goal(4))), ledger(), "2021-07-02")["status"] == "in_progress"


def test_what_is_used_up_by_another_commitment_does_not_count_in_addition() -> None:
    speed = Rule(focus=("speed",))
    first = commitment(Count(Goal(1, (Revision(date(2021, 6, 1), 2),))), speed, name="first")
    beyond = commitment(Count(Goal(1)), Rule(types=("foot_patrol",)), name="beyond", in_addition_to="first")
    made = [
        activity("2021-02-01 10:00", id="b", focus=frozenset({"speed"})),
        activity("2021-02-01 10:00", id="a", focus=frozenset({"speed"}), type="traffic_check"),
        activity("2021-03-01 10:00", id="c", focus=frozenset({"speed"})),
        activity("2021-04-01 10:00", id="d"),
    ]

    def beyond_as_of(day: str) -> object:
        both = pledge(first, beyond)
        return progress(both, ledger(made), date.fromisoformat(day))["beyond"].answer()["value"]

    # "a" starts when "b" does and comes first by its id; it is used up although no foot patrol.
    assert beyond_as_of("2021-05-31") == 3
    # From June two are used up: "a" and "b".
    assert beyond_as_of("2021-06-01") == 2
    assert beyond_as_of("2021-01-31") == 0


def test_coverage_takes_the_places_that_meet_every_condition_on_places() -> None:
    places = [
        Place("a", "A", frozenset({"school"})),
        Place("b", "B", frozenset({"road"})),
        Place("c", "C", frozenset({"school"}), (Flag(date(2021, 12, 31)),)),
    ]
    listed = commitment(Coverage(), Rule(places=("a", "b", "elsewhere")))
    assert answer(listed, ledger(places=places), "2021-01-01")["remaining"] == ["a", "b", "elsewhere"]
    schools = commitment(Coverage(), Rule(places=("a", "b"), place_kinds=("school",)))
    assert answer(schools, ledger(places=places), "2021-01-01")["remaining"] == ["a"]
    flagged = commitment(Coverage(), Rule(flagged=True))
    assert answer(flagged, ledger(places=places), "2021-01-01")["remaining"] == ["c"]


def test_coverage_of_no_places_is_not_scored_in_total_nor_by_period() -> None:
    for target in (Coverage(), Coverage(judged=WEEKLY)):
        assert answer(commitment(target), ledger(), "2021-06-30")["status"] == "not_scored"


def test_a_mark_reaches_a_milestone_from_its_day_within_the_validity() -> None:
    milestone = commitment(Milestone())
    assert answer(milestone, ledger(marks=[Mark("c", date(2021, 6, 2))]), "2021-06-01")["value"] == 0
    assert answer(milestone, ledger(marks=[Mark("c", date(2021, 6, 2))]), "2021-06-02")["status"] == "met"
    assert answer(milestone, ledger(marks=[Mark("c", date(2022, 1, 1))]), "2022-01-02")["value"] == 0
    assert answer(milestone, ledger(marks=[Mark("other", date(2021, 6, 2))]), "2021-06-02")["value"] == 0


def test_a_month_belongs_to_its_first_day() -> None:
    reported = commitment(Reported(10), valid=("2021-01-15", "2021-12-31"))
    reports = [Report("c", date(2021, month, 1), month) for month in (1, 2, 3)]
    assert answer(reported, ledger(reports=reports), "2021-02-28")["value"] == 2
    assert answer(reported, ledger(reports=reports), "2021-03-01")["value"] == 5


def test_reported_without_a_goal_has_no_number() -> None:
    assert answer(commitment(Reported()), ledger(), "2021-06-30") == {
        "kind": "reported",
        "value": 0,
        "status": "no_number",
    }


def test_ongoing_work_has_a_last_day_and_never_a_colour() -> None:
    entries = ledger([activity("2021-06-16 10:00"), activity("2021-03-01 10:00")])
    found = answer(commitment(Ongoing()), entries, "2021-12-31")
    assert found == {"kind": "ongoing", "value": 2, "status": "no_number", "last_activity": "2021-06-16"}


def test_an_increase_is_one_more_than_the_baseline() -> None:
    found = answer(commitment(Increase(40)), ledger(), "2021-12-31")
    assert (found["at_least"], found["expected"], found["status"]) == (41, 41.0, "not_met")
    assert answer(commitment(Increase()), ledger([activity()]), "2021-12-31") == {
        "kind": "increase",
        "value": 1,
        "status": "not_scored",
    }


def test_before_the_validity_nothing_has_begun_but_the_week_it_starts_in() -> None:
    weekly = commitment(Count(Goal(1), WEEKLY))
    found = answer(weekly, ledger([activity("2021-01-02 10:00")]), "2020-12-29")
    assert found["status"] == "not_started"
    assert [(each["from"], each["value"]) for each in found["periods"]] == [("2020-12-28", 0)]
    assert answer(weekly, ledger(), "2020-12-27")["periods"] == []


def test_a_day_is_scored_on_rule_weekdays_in_season_alone() -> None:
    rule = Rule(weekdays=(0,), seasons=(Season((6, 1), (8, 31)),))
    daily = commitment(Count(Goal(1), EachPeriod(Per.DAY)), rule, valid=("2021-05-30", "2021-06-14"))
    found = answer(daily, ledger(), "2021-06-14")
    assert [each["from"] for each in found["periods"] if each["scored"]] == ["2021-06-07", "2021-06-14"]


def test_a_week_half_in_season_is_not_scored() -> None:
    weekly = commitment(
        Count(Goal(1), WEEKLY), Rule(seasons=(Season((6, 1), (8, 31)),)), valid=("2021-05-24", "2021-06-13")
    )
    found = answer(weekly, ledger(), "2021-06-13")
    assert [each["scored"] for each in found["periods"]] == [False, False, True]


def test_the_pace_follows_the_rule_s_weekdays_and_seasons() -> None:
    # 2021 has 13 Mondays from June to August; two of them by 14 June, with 7 June the first.
    mondays = commitment(Count(Goal(13)), Rule(weekdays=(0,), seasons=(Season((6, 1), (8, 31)),)))
    assert answer(mondays, ledger(), "2021-06-14")["expected"] == 2.0
    assert answer(mondays, ledger(), "2021-05-31")["expected"] == 0.0


def test_29_february_is_a_day_like_others() -> None:
    february = commitment(Count(Goal(29)), valid=("2024-02-01", "2024-02-29"))
    assert answer(february, ledger(), "2024-02-28")["expected"] == 28.0
    assert answer(february, ledger([activity("2024-02-29 10:00")]), "2024-02-29")["value"] == 1


def test_expected_has_three_decimals_and_decides_nothing() -> None:
    thirds = commitment(Count(Goal(1)), valid=("2021-01-01", "2021-01-03"))
    assert answer(thirds, ledger(), "2021-01-02")["expected"] == 0.667
    # 8 of an expected 10 is 80 % exactly.
    hundred = commitment(Count(Goal(50)), valid=("2021-01-01", "2021-04-10"))
    eight: list[Activity] = [activity(f"2021-01-0{day} 10:00") for day in range(1, 9)]
    assert answer(hundred, ledger(eight), "2021-01-20")["status"] == "watch"
    assert answer(hundred, ledger(eight[:7]), "2021-01-20")["status"] == "behind"


def test_more_than_was_promised_is_never_capped() -> None:
    found = answer(commitment(Count(Goal(1))), ledger(activity() for _ in range(5)), "2021-12-31")
    assert (found["value"], found["status"]) == (5, "met")


def test_an_activity_longer_than_the_validity_is_clipped_at_both_ends() -> None:
    short = commitment(Hours(Goal(1)), valid=("2021-03-27", "2021-03-28"))
    endless = Activity("x", "presence", instant("2020-01-01 00:00"), instant("2022-01-01 00:00"))
    assert answer(short, ledger([endless]), "2021-12-31")["value"] == 47 * 3600
    assert answer(short, ledger([endless]), "2021-03-27")["value"] == 24 * 3600
    assert answer(short, ledger([endless]), "2021-03-26")["value"] == 0


def test_any_date_can_be_asked_about() -> None:
    every_kind = pledge(commitment(Hours(Goal(1)), name="h"), commitment(Count(Goal(1), WEEKLY), name="w"))
    for as_of in (date.min, date.max):
        progress(every_kind, ledger([activity()]), as_of)


def test_the_same_entry_twice_is_one_entry() -> None:
    patrol = activity()
    assert answer(commitment(Count(Goal(9))), ledger([patrol, patrol]), "2021-12-31")["value"] == 1
    report = Report("c", date(2021, 1, 1), 3)
    assert answer(commitment(Reported()), ledger(reports=[report, report]), "2021-12-31")["value"] == 3


def test_two_different_entries_with_one_identity_are_refused() -> None:
    with pytest.raises(ValueError, match="two different entries"):
        ledger([activity(id="x"), activity(id="x", others=1)])


def test_an_activity_is_held_in_utc_and_ends_after_it_starts() -> None:
    with pytest.raises(ValueError, match="UTC"):
        Activity("x", "presence", instant("2021-01-01 10:00").astimezone())
    with pytest.raises(ValueError, match="before it starts"):
        activity(minutes=-1)


def test_what_is_used_up_gives_no_hours_either() -> None:
    first = commitment(Count(Goal(1)), name="first")
    beyond = commitment(Hours(Goal(1)), name="beyond", in_addition_to="first")
    made = [activity("2021-02-01 10:00", 60), activity("2021-02-02 10:00", 90)]
    answers = progress(pledge(first, beyond), ledger(made), date(2021, 12, 31))
    assert answers["beyond"].answer()["value"] == 5400


def test_an_average_adds_the_whole_seconds_of_each_period() -> None:
    average = commitment(Hours(Goal(1), OnAverage(Per.ISO_WEEK)))
    begun = [instant(f"2021-06-{day} 10:00") for day in ("02", "09", "16")]
    moments = [
        activity(started_at=each, ended_at=each + timedelta(microseconds=400_000), others=1) for each in begun
    ]
    assert answer(average, ledger(moments), "2021-12-31")["value"] == 0
    assert answer(commitment(Hours(Goal(1))), ledger(moments), "2021-12-31")["value"] == 1


def test_a_place_that_nobody_described_counts_by_its_id_alone() -> None:
    entries = ledger([activity(place="elsewhere")])
    for rule, value in (
        (Rule(places=("elsewhere",)), 1),
        (Rule(place_kinds=("road",)), 0),
        (Rule(flagged=True), 0),
    ):
        assert answer(commitment(Count(Goal(1)), rule), entries, "2021-12-31")["value"] == value
