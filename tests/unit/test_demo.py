"""The demo: the same every time, running whatever day it is, and re-dated in nothing but its dates."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from logger.domain.counting.ledger import Ledger
from logger.domain.pledges import Pledge
from logger.domain.progress.progress import progress
from logger.domain.words.vocabulary import BUILT_IN
from logger.services.demo import plan_lekeberg, plan_oskarshamn
from logger.services.demo.early_support import numbers, with_early_support
from logger.services.demo.people import PEOPLE, new_password
from logger.services.demo.plans import Plan
from logger.services.demo.redating import redated
from logger.services.demo.work import Crew, carry_out
from logger.services.files.activities_files import read_activities_text
from logger.services.files.pledge_files import read_pledge_text

SEEDS = Path(__file__).parents[2] / "seeds"
CREW = Crew(("p1", "p2", "p3"), ("m1", "m2"))
LATER = datetime(2060, 1, 1, tzinfo=UTC)


def seed(name: str) -> Pledge:
    return read_pledge_text((SEEDS / f"{name}.yaml").read_text("utf-8"), BUILT_IN)


LEKEBERG, OSKARSHAMN = seed("lekeberg-2021-2022"), seed("oskarshamn-2021")


def test_redating_changes_dates_and_says_so_in_the_title():
    running = read_pledge_text(redated(LEKEBERG, date(2026, 11, 22), BUILT_IN), BUILT_IN)

    assert running.title.endswith("(demo, omdaterat till 2025–2026)")
    assert [each.wording for each in running.commitments] == [each.wording for each in LEKEBERG.commitments]
    assert [each.counts for each in running.commitments] == [each.counts for each in LEKEBERG.commitments]
    assert running.signed is None


def test_one_promise_of_the_running_pledge_is_told_in_numbers_of_the_months_that_are_over():
    running = read_pledge_text(with_early_support(LEKEBERG, BUILT_IN), BUILT_IN)
    told = list(numbers(running, date(2021, 4, 15)))

    assert [each.month for each in told] == [date(2021, month, 1) for month in (1, 2, 3)]
    answer = progress(running, Ledger({}, [], reports=told), date(2021, 4, 15))["early-support"]
    assert answer.answer() == {"kind": "reported", "value": 34, "status": "no_number"}
    assert "påhittat" in running.focus_areas[-1].name
    assert list(numbers(LEKEBERG, date(2021, 4, 15))) == []
    assert read_pledge_text(with_early_support(OSKARSHAMN, BUILT_IN), BUILT_IN) == OSKARSHAMN


@pytest.mark.parametrize("plan", [plan_lekeberg.PLAN, plan_oskarshamn.THEN, plan_oskarshamn.NOW])
def test_the_same_plan_gives_the_same_work_and_a_later_day_only_adds_to_it(plan: Plan):
    whole = carry_out(plan, OSKARSHAMN.valid, CREW, LATER)
    half = carry_out(plan, OSKARSHAMN.valid, CREW, datetime(2021, 6, 15, tzinfo=UTC))

    assert carry_out(plan, OSKARSHAMN.valid, CREW, LATER) == whole
    assert half == [each for each in whole if each in half]
    assert 0 < len(half) < len(whole)
    assert len({each.activity.id for each in whole}) == len(whole)


@pytest.mark.parametrize(
    ("pledge", "places", "plans"),
    [
        (LEKEBERG, "lekeberg-places", [plan_lekeberg.PLAN]),
        (OSKARSHAMN, "oskarshamn-places", [plan_oskarshamn.THEN, plan_oskarshamn.NOW]),
    ],
)
def test_the_work_names_only_words_and_places_that_exist(pledge: Pledge, places: str, plans: list[Plan]):
    known = read_activities_text((SEEDS / f"{places}.json").read_text("utf-8")).places
    read_pledge_text(
        (SEEDS / f"{'lekeberg-2021-2022' if pledge is LEKEBERG else 'oskarshamn-2021'}.yaml").read_text(
            "utf-8"
        ),
        BUILT_IN,
        known,
    )
    for each in (done.activity for plan in plans for done in carry_out(plan, pledge.valid, CREW, LATER)):
        kind = BUILT_IN.types[each.type]
        assert each.focus <= {focus.code for focus in kind.focuses}
        assert each.counters.keys() <= {counter.code for counter in kind.counters}
        assert each.place is None or each.place in known
        assert each.organisations <= BUILT_IN.organisations.keys()


@pytest.mark.parametrize("month", range(4, 13))
def test_the_running_year_shows_something_behind_and_something_to_watch(month: int):
    until = datetime(2021, month, 28, tzinfo=UTC)
    known = read_activities_text((SEEDS / "oskarshamn-places.json").read_text("utf-8")).places
    work = [done.activity for done in carry_out(plan_oskarshamn.NOW, OSKARSHAMN.valid, CREW, until)]

    figures = progress(OSKARSHAMN, Ledger(known, work), until.date())

    assert figures["speed-checks"].status in ("watch", "behind", "on_pace")
    assert figures["school-foot-patrols"].status in ("watch", "behind")


def test_everybody_s_password_can_be_typed_on_any_keyboard_and_is_long_enough():
    for _ in range(20):
        password = new_password()
        assert password.isascii()
        assert len(password) >= 12
    assert len({new_password() for _ in range(20)}) == 20


def test_there_is_somebody_of_every_kind_in_the_demo():
    signing_in = {
        (each.grant.role, each.grant.municipality or each.grant.district) for each in PEOPLE if each.login
    }
    assert len(signing_in) == 8
    assert len({each.id for each in PEOPLE}) == len({each.email for each in PEOPLE}) == len(PEOPLE)
