"""What differs between two versions, in words; nothing differs exactly when they are equal."""

from dataclasses import replace
from datetime import date
from typing import Any

from logger.domain.drafting.pledge_differences import Difference, Fate, Words, difference
from logger.domain.periods import Days
from logger.domain.pledges import Commitment, FocusArea, Pledge, Rule
from logger.domain.targets import Count, Goal, Ongoing, Pause
from logger.domain.words.vocabulary import BUILT_IN

WORDS = Words(BUILT_IN, {})
YEAR = Days(date(2026, 1, 1), date(2026, 12, 31))
CHECKS = Commitment(
    "checks", "Minst 52 kontroller.", Count(Goal(52)), YEAR, Rule(types=("traffic_check",)), "Kontroller"
)
WALK = Commitment("walk", "Vandringar.", Ongoing(), YEAR, Rule(types=("safety_walk",)))


def pledge(*commitments: Commitment, **given: Any) -> Pledge:
    return replace(Pledge("1814", "Löfte", YEAR, (FocusArea("Trafik", commitments),)), **given)


def said(found: Difference) -> list[tuple[str, str, str]]:
    return [(each.what, each.before, each.after) for one in found.commitments for each in one.changes]


def test_a_changed_goal_is_told_as_a_sentence():
    found = difference(pledge(CHECKS), pledge(replace(CHECKS, target=Count(Goal(60)))), WORDS)

    assert [(each.commitment.id, each.fate) for each in found.commitments] == [("checks", Fate.CHANGED)]
    assert said(found) == [("Mål", "Minst 52 tillfällen", "Minst 60 tillfällen")]


def test_what_is_new_and_what_is_gone_are_named():
    found = difference(pledge(CHECKS), pledge(WALK), WORDS)

    fates = [(each.commitment.id, each.fate) for each in found.commitments]
    assert fates == [("walk", Fate.ADDED), ("checks", Fate.REMOVED)]


def test_a_loosened_rule_is_visible():
    loose = replace(CHECKS, counts=Rule())
    assert said(difference(pledge(CHECKS), pledge(loose), WORDS)) == [
        ("Så räknar vi", "Räknas: trafikkontroller", "Räknas: alla aktiviteter")
    ]


def test_a_pause_and_its_reason_are_visible():
    paused = replace(CHECKS, pauses=(Pause(Days(date(2026, 7, 1), date(2026, 7, 31)), "Skogsbrand"),))
    [(what, before, after)] = said(difference(pledge(CHECKS), pledge(paused), WORDS))
    assert (what, before) == ("Pauser", "")
    assert "Skogsbrand" in after


def test_another_order_is_a_difference():
    found = difference(pledge(CHECKS, WALK), pledge(WALK, CHECKS), WORDS)
    assert [each.what for each in found.heading] == ["Ordning"]
