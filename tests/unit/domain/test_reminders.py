"""What somebody is reminded of, and when: what runs out within days and is not kept."""

from datetime import date
from typing import Any

import pytest

from logger.domain.counting.ledger import Ledger, Mark
from logger.domain.periods import Per
from logger.domain.phones.push_services import is_of_a_push_service, is_public_key, is_secret
from logger.domain.phones.reminder_words import message
from logger.domain.phones.reminders import Due, due, is_for, may_disturb, seconds_awake, soonest_first
from logger.domain.pledges import Commitment, Rule
from logger.domain.progress.progress import commitment_progress
from logger.domain.targets import Count, EachPeriod, Goal, Hours, Milestone, Ongoing, Pause, Reported
from tests.worlds.ledgers import activity, commitment, days, instant, ledger, pledge

TWO_HOURS_A_WEEK = commitment(Hours(Goal(2), EachPeriod(Per.ISO_WEEK)), label="Närvaro")


def found(of: Commitment, day: str, entries: Ledger | None = None) -> Due | None:
    today = date.fromisoformat(day)
    progress = commitment_progress(pledge(of), of, entries or ledger(), today)
    return due("Lekeberg", of, progress, today)


def told(of: Commitment, day: str, entries: Ledger | None = None, language: Any = "sv") -> str | None:
    one = found(of, day, entries)
    return message([one], date.fromisoformat(day), language).body if one else None


def test_a_promise_by_the_week_is_told_of_from_thursday_until_it_is_kept() -> None:
    some = ledger([activity("2021-04-06 10:00", 75)])
    assert told(TWO_HOURS_A_WEEK, "2021-04-07", some) is None
    assert told(TWO_HOURS_A_WEEK, "2021-04-08", some) == "v. 14: 1:15 av 2:00, kvar till söndag"
    assert told(TWO_HOURS_A_WEEK, "2021-04-11", some) == "v. 14: 1:15 av 2:00, sista dagen i dag"
    assert told(TWO_HOURS_A_WEEK, "2021-04-08", some, "en") == "wk 14: 1:15 of 2:00, until Sunday"
    enough = ledger([activity("2021-04-06 10:00", 120)])
    assert told(TWO_HOURS_A_WEEK, "2021-04-08", enough) is None


def test_a_week_that_is_paused_or_not_scored_is_nobody_s_fault() -> None:
    target = TWO_HOURS_A_WEEK.target
    resting = commitment(target, pauses=(Pause(days("2021-04-05", "2021-04-06")),))
    assert found(resting, "2021-04-08") is None
    begun_midweek = commitment(target, valid=("2021-04-07", "2021-12-31"))
    assert found(begun_midweek, "2021-04-08") is None


def test_other_promises_are_told_of_when_their_own_end_is_near() -> None:
    total = commitment(Count(Goal(10)))
    assert found(total, "2021-12-27") is None
    assert told(total, "2021-12-28", ledger([activity()])) == "1 av 10, kvar till fredag"
    assert told(commitment(Milestone()), "2021-12-31") == "inte klart, sista dagen i dag"
    monthly = commitment(Count(Goal(2), judged=EachPeriod(Per.MONTH)))
    assert told(monthly, "2021-06-29") == "0 av 2, kvar till onsdag"
    assert found(total, "2022-01-01") is None
    assert found(commitment(Count(Goal(1))), "2021-12-28", ledger([activity()])) is None


def test_what_is_done_or_has_no_goal_is_not_told_of() -> None:
    done = ledger(marks=[Mark("c", date(2021, 5, 1))])
    assert found(commitment(Milestone()), "2021-12-30", done) is None
    assert found(commitment(Ongoing()), "2021-12-30") is None
    assert found(commitment(Reported()), "2021-12-30") is None


def test_several_are_told_by_the_first_to_end() -> None:
    later = Due("Lekeberg", "Andra", date(2021, 4, 11), 1, 2)
    first = Due("Lekeberg", "Första", date(2021, 4, 9), 0, 3)
    said = message(soonest_first([later, first, later]), date(2021, 4, 8), "sv")
    assert said.title == "Första, Lekeberg"
    assert said.body == "0 av 3, kvar till fredag. 2 till håller på att gå ut."


def test_a_promise_is_for_those_whose_work_can_count() -> None:
    assert is_for(commitment(Ongoing()), "municipality")
    by_police = commitment(Ongoing(), Rule(performed_by=("police",)))
    assert is_for(by_police, "police")
    assert not is_for(by_police, "municipality")


@pytest.mark.parametrize(
    ("at", "may"),
    [
        ("2021-03-28 07:59", False),
        ("2021-03-28 08:00", True),
        ("2021-10-31 19:59", True),
        ("2021-10-31 20:00", False),
        ("2021-06-01 03:00", False),
    ],
)
def test_nobody_is_disturbed_in_the_evening_or_at_night(at: str, *, may: bool) -> None:
    assert may_disturb(instant(at)) is may


def test_what_is_not_delivered_by_the_evening_is_not_delivered() -> None:
    assert seconds_awake(instant("2021-06-01 19:00")) == 3600
    assert seconds_awake(instant("2021-06-01 21:00")) == 0


SERVICES = ("fcm.googleapis.com", "*.push.apple.com", "localhost:8443")


@pytest.mark.parametrize(
    ("endpoint", "allowed"),
    [
        ("https://fcm.googleapis.com/fcm/send/abc", True),
        ("https://fcm.googleapis.com:443/fcm/send/abc", True),
        ("https://web.push.apple.com/QF?a=b", True),
        ("https://localhost:8443/push", True),
        ("http://fcm.googleapis.com/fcm/send/abc", False),
        ("https://fcm.googleapis.com:8443/fcm/send/abc", False),
        ("https://fcm.googleapis.com@example.se/abc", False),
        ("https://user:word@fcm.googleapis.com/abc", False),
        ("https://evil-fcm.googleapis.com/abc", False),
        ("https://push.apple.com/abc", False),
        ("https://web.push.apple.com.example.se/abc", False),
        ("https://localhost/push", False),
        ("https://127.0.0.1:8443/push", False),
        ("https://fcm.googleapis.com/a#b", False),
        ("https://fcm.googleapis.com/a b", False),
        ("https://fcm.googleapis.com/å", False),
        ("https://fcm.googleapis.com/" + "a" * 1000, False),
        ("https://fcm.googleapis.com:port/a", False),
        ("https://[::1/a", False),
        ("", False),
    ],
)
def test_messages_go_to_the_push_services_that_are_listed_and_nowhere_else(
    endpoint: str, *, allowed: bool
) -> None:
    assert is_of_a_push_service(endpoint, SERVICES) is allowed


def test_a_browser_s_keys_are_known_by_their_shape() -> None:
    assert is_public_key("B" + "A" * 86)
    assert is_secret("A" * 22)
    for wrong in ("", "A" * 87, "B" + "A" * 85, "B" + "A" * 86 + "=", "å" * 87, "B" * 4):
        assert not is_public_key(wrong)
    for wrong in ("", "A" * 21, "A" * 24, "A" * 22 + "=="):
        assert not is_secret(wrong)
