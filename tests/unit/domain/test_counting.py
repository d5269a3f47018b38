"""Whether an activity counts, and the named reason when it does not."""

from datetime import date, time

import pytest

from logger.domain.activities import Activity, Outcome
from logger.domain.counting.counting import Counts, DoesNot, Reason, verdict
from logger.domain.places import Flag, Place
from logger.domain.pledges import Clock, Rule
from logger.domain.targets import Count, Goal, Hours, Ongoing, Reported, Target
from tests.worlds.ledgers import activity, commitment

ROAD = Place("road", "Norra vägen", frozenset({"road"}), (Flag(date(2021, 3, 1), date(2021, 5, 31)),))
PLACES = {"road": ROAD}
PATROL = activity("2021-06-16 10:00", 20)


def reason(rule: Rule, of: Activity, target: Target | None = None) -> Reason | None:
    judged = verdict(commitment(target or Ongoing(), rule), of, PLACES)
    return judged.reason if isinstance(judged, DoesNot) else None


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Rule(types=("traffic_check",)), Reason.OTHER_TYPE),
        (Rule(focus=("speed",)), Reason.OTHER_FOCUS),
        (Rule(performed_by=("municipality",)), Reason.OTHER_PERFORMER),
        (Rule(jointly=("police", "municipality")), Reason.NOT_JOINT),
        (Rule(targeted=True), Reason.NOT_TARGETED),
        (Rule(min_people=2), Reason.TOO_FEW_PEOPLE),
        (Rule(min_minutes=21), Reason.TOO_SHORT),
        (Rule(places=("road",)), Reason.OTHER_PLACE),
        (Rule(place_kinds=("road",)), Reason.OTHER_PLACE_KIND),
        (Rule(flagged=True), Reason.NOT_FLAGGED),
        (Rule(any_of=(Rule(focus=("speed",)), Rule(targeted=True))), Reason.NO_ALTERNATIVE),
        (Rule(excluded=Rule(types=("foot_patrol",))), Reason.EXCEPTED),
        (Rule(clock=Clock(time(18), time(3))), Reason.OUTSIDE_WINDOWS),
    ],
)
def test_each_condition_has_its_own_reason(rule: Rule, expected: Reason) -> None:
    assert reason(rule, PATROL) == expected


def test_an_empty_rule_counts_everything() -> None:
    assert verdict(commitment(Ongoing()), PATROL, {}) == Counts(date(2021, 6, 16))


def test_all_the_given_conditions_must_hold() -> None:
    rule = Rule(types=("foot_patrol",), performed_by=("police", "municipality"), min_minutes=20, min_people=1)
    assert reason(rule, PATROL) is None


def test_a_voided_activity_never_counts() -> None:
    assert reason(Rule(), activity(voided=True)) == Reason.VOIDED
    assert reason(Rule(), activity(voided=True), Hours(Goal(1))) == Reason.VOIDED


def test_an_interrupted_activity_is_presence_but_no_occasion() -> None:
    interrupted = activity(outcome=Outcome.INTERRUPTED)
    assert reason(Rule(), interrupted) == Reason.INTERRUPTED
    assert reason(Rule(), interrupted, Hours(Goal(1))) is None


def test_an_open_activity_is_an_occasion_with_no_hours() -> None:
    still_open = activity(minutes=None)
    assert reason(Rule(), still_open) is None
    assert reason(Rule(), still_open, Hours(Goal(1))) == Reason.NO_END
    assert reason(Rule(min_minutes=1), still_open) == Reason.TOO_SHORT


def test_people_are_distinct_participants_and_others() -> None:
    rule = Rule(min_people=2)
    assert reason(rule, activity(participants=("p1", "p1"))) == Reason.TOO_FEW_PEOPLE
    assert reason(rule, activity(participants=("p1",), others=1)) is None
    assert reason(rule, activity(others=2)) is None


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2021-02-28 23:59", Reason.NOT_FLAGGED),
        ("2021-03-01 00:00", None),
        ("2021-05-31 23:59", None),
        ("2021-06-01 00:00", Reason.NOT_FLAGGED),
    ],
)
def test_a_place_counts_while_citizens_had_it_pointed_out(start: str, expected: Reason | None) -> None:
    assert reason(Rule(flagged=True), activity(start, place="road")) == expected


def test_flagged_goes_by_the_local_start_date_not_by_the_rule_date() -> None:
    night = Rule(flagged=True, clock=Clock(time(18), time(3)))
    assert reason(night, activity("2021-06-01 01:30", place="road")) == Reason.NOT_FLAGGED
    assert reason(night, activity("2021-03-01 01:30", place="road")) is None


def test_outside_the_validity_is_a_reason_of_its_own() -> None:
    assert reason(Rule(), activity("2020-12-31 23:59")) == Reason.OUTSIDE_VALIDITY
    assert reason(Rule(), activity("2020-12-31 22:00", 60), Hours(Goal(1))) == Reason.OUTSIDE_VALIDITY
    assert reason(Rule(), activity("2020-12-31 23:30", 60), Hours(Goal(1))) is None


def test_hours_are_outside_the_windows_only_when_no_time_lies_inside() -> None:
    evenings = Rule(clock=Clock(time(18), time(3)))
    assert reason(evenings, activity("2021-06-16 16:00", 60), Hours(Goal(1))) == Reason.OUTSIDE_WINDOWS
    assert reason(evenings, activity("2021-06-16 16:00", 150), Hours(Goal(1))) is None


def test_monthly_numbers_count_no_activities() -> None:
    assert reason(Rule(), PATROL, Reported()) == Reason.NUMBER_REPORTED


def test_a_hotspot_patrol_is_no_foot_patrol() -> None:
    rule = Rule(types=("foot_patrol",))
    assert reason(rule, activity(type="hotspot_patrol")) == Reason.OTHER_TYPE
    assert reason(rule, PATROL, Count(Goal(20))) is None
