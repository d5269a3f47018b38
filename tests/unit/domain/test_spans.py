"""What was done on some days, and that the entries behind it add up to it."""

import json
from datetime import date, timedelta

import pytest

from logger.domain.counting.accounts import account_of
from logger.domain.counting.spans import done_within, given_within
from logger.domain.periods import Days
from logger.domain.pledges import Rule
from logger.domain.targets import Count, Coverage, Goal, Hours, Milestone, Reported, Unit
from logger.domain.words.vocabulary import BUILT_IN
from logger.services.files.activities_files import read_activities_text
from logger.services.files.pledge_files import read_pledge_text
from tests.oracle.random_cases import random_case
from tests.worlds.ledgers import activity, commitment, days, ledger, pledge

NOVEMBER = days("2021-11-01", "2021-11-30")
NEW_YEAR_S_EVE = date(2021, 12, 31)


def test_a_night_over_the_bound_is_cut_there() -> None:
    hours = commitment(Hours(Goal(2)))
    known = ledger([activity("2021-10-31 23:00", 150)])
    assert done_within(account_of(pledge(hours), hours, known, NEW_YEAR_S_EVE), NOVEMBER) == 90 * 60


def test_occasions_are_told_where_days_or_places_are_promised() -> None:
    known = ledger([activity("2021-11-02 10:00", place="a"), activity("2021-11-02 12:00", place="a")])
    for target in (Count(Goal(3), unit=Unit.DAY), Coverage()):
        promised = commitment(target, Rule(places=("a",)))
        assert done_within(account_of(pledge(promised), promised, known, NEW_YEAR_S_EVE), NOVEMBER) == 2


@pytest.mark.parametrize("seed", range(1, 9))
def test_the_entries_of_any_days_add_up_to_what_was_done(seed: int) -> None:
    case, dates = random_case(seed)
    promised = read_pledge_text(json.dumps(case["pledge"]), BUILT_IN)
    kept = {key: case[key] for key in ("places", "activities", "marks", "reports")}
    known, as_of = read_activities_text(json.dumps(kept)), date.fromisoformat(dates[0])
    span = Days(as_of - timedelta(days=17), as_of)
    for each in promised.commitments:
        if isinstance(each.target, Milestone | Reported):
            continue
        given = given_within(promised, each, known, span, as_of)
        account = account_of(promised, each, known, as_of)
        assert sum(one.amount for one in given) == done_within(account, span), each.id
        assert len({one.activity.id for one in given}) == len(given)
