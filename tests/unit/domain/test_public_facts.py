"""The open facts: coarse, small cells together, and enough to make every published figure again."""

import json
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from logger.domain.counting.ledger import Ledger, Report
from logger.domain.places import Flag
from logger.domain.pledges import Pledge
from logger.domain.progress.open_facts import held_back, open_facts, open_progress
from logger.domain.progress.place_facts import SMALLEST
from logger.domain.progress.progress import progress
from logger.domain.progress.public_facts import facts_of, is_one_number
from logger.domain.progress.recounting import recounts
from logger.domain.targets import Hours
from logger.services.files.activities_files import read_activities_text
from tests.unit.test_vectors import CASES, DATES, pledge_of
from tests.unit.web.examples import PLACES, SCHOOLS, a_pledge, done, every_days

YEAR_END = date(2021, 12, 31)


def published(
    pledge: Pledge, ledger: Ledger, as_of: date, *, sensitive: bool = False
) -> list[dict[str, Any]]:
    answers = progress(pledge, ledger, as_of)
    return [
        {
            "id": each.id,
            "one_number": is_one_number(each, sensitive=sensitive),
            "progress": open_progress(
                answers[each.id], each.valid, whole=not is_one_number(each, sensitive=sensitive)
            ),
            "facts": open_facts(
                facts_of(pledge, each, ledger, as_of, sensitive=sensitive),
                timed=isinstance(each.target, Hours),
            ),
        }
        for each in pledge.commitments
    ]


LAST_OF_EACH = list(dict(DATES).items())


@pytest.mark.parametrize(("name", "as_of"), LAST_OF_EACH)
def test_every_vector_s_figures_are_made_again_from_their_open_facts(name: str, as_of: str):
    pledge, ledger, day = (
        pledge_of(CASES[name]),
        read_activities_text(json.dumps(CASES[name])),
        date.fromisoformat(as_of),
    )
    found = list(recounts(pledge, json.loads(json.dumps(published(pledge, ledger, day))), day))
    assert [(each.commitment.id, each.differences) for each in found if each.differences] == []
    assert found


def test_a_figure_that_is_not_what_the_facts_come_to_is_told():
    pledge = a_pledge("counts: {types: [foot_patrol]}, target: {kind: count, at_least: 20}")
    told = published(pledge, Ledger(PLACES, every_days(9, "foot_patrol", "norra")), YEAR_END)
    told[0]["progress"]["value"] = 10
    found = next(recounts(pledge, told, YEAR_END))
    assert found.differences == ("value: publicerat 10, omräknat 9",)


def test_small_months_are_told_together_and_no_month_is_lost():
    pledge = a_pledge("counts: {types: [foot_patrol]}, target: {kind: count, at_least: 20}")
    days = [
        date(2021, 1, 5),
        date(2021, 2, 5),
        *(date(2021, 3, day) for day in (1, 2, 3, 4)),
        date(2021, 12, 1),
    ]
    facts = facts_of(
        pledge,
        next(pledge.commitments),
        Ledger(PLACES, [done("foot_patrol", day) for day in days]),
        YEAR_END,
        sensitive=False,
    )
    told = [each for each in facts.periods if each.occasions]
    assert told
    assert all(each.occasions >= SMALLEST for each in told)
    assert sum(each.value for each in facts.periods) == len(days)
    assert all((after.days.first - before.days.last).days == 1 for before, after in pairwise(facts.periods))


def test_a_month_with_a_small_number_that_was_entered_is_told_with_the_next_and_one_with_none_is_none():
    pledge = a_pledge("target: {kind: reported}")
    months = (4, 1, 5, 0, 2, 0, 7, 9, 3, 0, 1, 1)
    entered = [Report("c0", date(2021, month, 1), value) for month, value in enumerate(months, 1)]
    ledger = Ledger(PLACES, reports=entered)
    facts = facts_of(pledge, next(pledge.commitments), ledger, YEAR_END, sensitive=False)
    assert [(each.days.first.month, each.days.last.month, each.value) for each in facts.periods] == [
        *((1, 1, 4), (2, 3, 6), (4, 4, 0), (5, 7, 9), (8, 8, 9)),
        (9, 12, 5),
    ]


def test_a_place_with_little_done_is_told_only_where_the_promise_or_citizens_named_it():
    free = a_pledge("counts: {types: [foot_patrol]}, target: {kind: count, at_least: 20}")
    named = a_pledge(f"counts: {{places: [{SCHOOLS[0]}]}}, target: {{kind: count, at_least: 20}}")
    pointed = a_pledge("counts: {flagged: true}, target: {kind: ongoing}")
    work = [
        done("foot_patrol", date(2021, 8, 25), place) for place in (SCHOOLS[0], "norra", "flanaden", None)
    ]
    work += every_days(3, "foot_patrol", SCHOOLS[1])

    def places(pledge: Pledge) -> dict[str | None, tuple[int, date | None]]:
        facts = facts_of(pledge, next(pledge.commitments), Ledger(PLACES, work), YEAR_END, sensitive=False)
        return {
            each.place.id if each.place else None: (each.occasions, each.last_month) for each in facts.places
        }

    assert places(free) == {SCHOOLS[1]: (3, None), None: (4, None)}
    assert places(named) == {SCHOOLS[0]: (1, date(2021, 8, 1))}
    assert places(pointed) == {"norra": (1, date(2021, 8, 1))}


def test_a_place_that_citizens_pointed_out_is_told_with_when_and_where_they_did():
    asked = Flag(date(2020, 11, 10), source="Medborgardialog")
    over = Flag(date(2019, 5, 1), date(2019, 12, 31), "Byalaget")
    norra = replace(PLACES["norra"], flagged=(asked, over))
    pledge = a_pledge("counts: {flagged: true}, target: {kind: ongoing}")
    ledger = Ledger({**PLACES, "norra": norra}, [done("foot_patrol", date(2021, 8, 25), "norra")])
    facts = facts_of(pledge, next(pledge.commitments), ledger, YEAR_END, sensitive=False)
    assert [each.pointed_out for each in facts.places if each.place == norra] == [(asked,)]
    told = open_facts(facts)["by_place"]
    assert [each["pointed_out"] for each in told if each["place"] == "norra"] == [
        [{"month": "2020-11", "source": "Medborgardialog"}]
    ]


WEEKLY = "counts: {types: [foot_patrol]}, target: {kind: count, at_least: 1, per: iso_week}"


@pytest.mark.parametrize(("end", "last"), [(date(2021, 5, 31), date(2021, 5, 30)), (date(2021, 2, 28), None)])
def test_a_month_that_ends_in_a_week_tells_no_day_of_it(end: date, last: date | None):
    """31 May 2021 is a Monday: what was done that day is in nothing that is published of May."""
    pledge = a_pledge(WEEKLY)
    before = [done("foot_patrol", date(2021, 1, 2), "norra"), done("foot_patrol", date(2021, 1, 5), "norra")]
    on_the_day = done("foot_patrol", end, "norra")
    without = published(pledge, Ledger(PLACES, before), end)
    with_it = published(pledge, Ledger(PLACES, [*before, on_the_day]), end)

    assert (with_it == without) is (last is not None)
    cells = with_it[0]["facts"]["by_period"]
    assert (cells[0]["from"], cells[-1]["to"]) == ("2021-01-04", (last or end).isoformat())
    assert cells[0]["occasions"] == 1
    assert [each["from"] for each in with_it[0]["progress"]["periods"]] == [each["from"] for each in cells]


def test_what_is_sensitive_is_one_number_without_time_or_place():
    pledge = a_pledge("counts: {types: [drug_operation]}, target: {kind: count, at_least: 1, per: month}")
    told = published(
        pledge, Ledger(PLACES, every_days(9, "drug_operation", "norra")), YEAR_END, sensitive=True
    )
    assert told[0]["facts"] == {
        "by_period": [{"from": "2021-01-01", "to": "2021-12-31", "value": 9, "occasions": 9}],
        "by_place": [],
    }
    assert "periods" not in told[0]["progress"]
    assert not next(recounts(pledge, told, YEAR_END)).whole


@pytest.mark.parametrize(
    "target", ["{kind: count, at_least: 1, per: month}", "{kind: ongoing}", "{kind: hours, at_least: 9}"]
)
def test_what_became_sensitive_after_the_freezing_is_held_back_as_if_it_had_always_been(target: str):
    pledge = a_pledge(f"counts: {{types: [drug_operation]}}, target: {target}")
    ledger = Ledger(PLACES, every_days(9, "drug_operation", "norra"))
    [frozen], [sensitive] = (published(pledge, ledger, YEAR_END, sensitive=each) for each in (False, True))
    assert frozen["facts"] != sensitive["facts"]
    told = held_back(frozen)
    assert (told["progress"], told["facts"]) == (sensitive["progress"], sensitive["facts"])
