"""Why an activity counts for a commitment or not, condition by condition, and what else it counts for."""

import json
from datetime import date
from typing import Any

import pytest

from logger.domain.counting.contributions import contributions
from logger.domain.counting.counting import DoesNot, Reason, verdict
from logger.domain.counting.examination import counted_also, examine
from logger.domain.places import Place
from logger.domain.pledges import Commitment, Rule
from logger.domain.targets import Count, Goal, Hours, Reported
from logger.domain.words.vocabulary import BUILT_IN
from logger.services.files.activities_files import read_activities_text
from logger.services.files.pledge_files import read_pledge_text
from tests.oracle.random_cases import random_case
from tests.worlds.ledgers import activity, commitment, ledger, pledge

THE_END = date(2021, 12, 31)
SEEDS = range(1, 9)


def steps_of(of: Commitment, **changes: Any) -> list[tuple[Reason, bool]]:
    done = activity(**changes)
    found = examine(pledge(of), of, done, ledger([done], places=[Place("a", "A")]), THE_END)
    return [(step.reason, step.holds) for step in found.steps]


def test_every_condition_is_told_with_whether_it_holds() -> None:
    rule = Rule(types=("foot_patrol",), focus=("school",), places=("a",), performed_by=("police",))
    assert steps_of(commitment(Count(Goal(2)), rule), place="a", focus=frozenset({"centre"})) == [
        (Reason.OTHER_TYPE, True),
        (Reason.OTHER_FOCUS, False),
        (Reason.OTHER_PERFORMER, True),
        (Reason.OTHER_PLACE, True),
        (Reason.OUTSIDE_VALIDITY, True),
    ]


def test_hours_ask_for_an_end_and_a_number_a_month_for_nothing() -> None:
    assert steps_of(commitment(Hours(Goal(2))), minutes=None) == [(Reason.NO_END, False)]
    assert steps_of(commitment(Reported(3))) == [(Reason.NUMBER_REPORTED, False)]


def test_what_fills_another_commitment_says_which_one() -> None:
    first = commitment(Count(Goal(1)), name="first")
    more = commitment(Count(Goal(1)), name="more", in_addition_to="first")
    one, two = activity("2021-03-01 10:00"), activity("2021-03-02 10:00")
    known, promised = ledger([one, two]), pledge(first, more)
    assert examine(promised, more, one, known, THE_END).taken_by == "first"
    assert examine(promised, more, two, known, THE_END).counts


def test_what_lies_after_the_date_is_still_to_come() -> None:
    promised = commitment(Count(Goal(1)))
    later = activity("2021-06-02 10:00")
    found = examine(pledge(promised), promised, later, ledger([later]), date(2021, 6, 1))
    assert (found.failed, found.to_come, found.counts) == (None, True, False)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_first_that_fails_is_the_verdict_and_what_counts_is_what_gives(seed: int) -> None:
    case, dates = random_case(seed)
    promised = read_pledge_text(json.dumps(case["pledge"]), BUILT_IN)
    kept = {key: case[key] for key in ("places", "activities", "marks", "reports")}
    known, as_of = read_activities_text(json.dumps(kept)), date.fromisoformat(dates[0])
    some = known.in_order[::5]
    giving = {
        each.id: {gift.activity.id for gift in contributions(promised, each.id, known, as_of)}
        for each in promised.commitments
    }
    for each in promised.commitments:
        also = counted_also(promised, each.id, some, known, as_of)
        for done in some:
            found, judged = examine(promised, each, done, known, as_of), verdict(each, done, known.places)
            assert found.failed == (judged.reason if isinstance(judged, DoesNot) else None)
            assert found.counts == (done.id in giving[each.id])
            others = {key for key, its in giving.items() if done.id in its and key != each.id}
            assert {other.id for other in also[done.id]} == others
