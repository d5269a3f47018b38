"""A place's number stands until it has moved by enough, and no remainder tells what it hides."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from logger.domain.pledges import Commitment
from logger.domain.progress.steady_facts import is_untold, moves_in_steps, steady
from logger.domain.progress.told_before import Before
from tests.unit.web.examples import SCHOOLS, a_pledge

JANUARY, JUNE, JULY = date(2021, 1, 31), date(2021, 6, 30), date(2021, 7, 31)
AT_TWO = "counts: {places: [a, b]}, target: {kind: count, at_least: 20}"


def one(text: str) -> Commitment:
    return next(a_pledge(text).commitments)


def kept(**occasions: int) -> dict[str, Any]:
    return _open(sensitive=False, value=0) | {
        "facts": {"by_period": [], "by_place": [place(*each) for each in occasions.items()]}
    }


def sensitive(value: int) -> dict[str, Any]:
    return _open(sensitive=True, value=value)


def _open(*, sensitive: bool, value: int) -> dict[str, Any]:
    whole = {"from": "2021-01-01", "to": "2021-07-31", "value": value, "occasions": value}
    return {
        "sensitive": sensitive,
        "one_number": sensitive,
        "progress": {"kind": "ongoing", "status": "no_number", "value": value},
        "facts": {"by_period": [whole], "by_place": []},
    }


def place(name: str, occasions: int, counted_to: str | None = None) -> dict[str, Any]:
    at = None if name == "elsewhere" else name
    told = {"counted_to": counted_to} if counted_to else {}
    return {"place": at, "named": bool(at), "occasions": occasions, "last_month": "2021-01", **told}


def numbers(told: dict[str, Any]) -> dict[str | None, tuple[int | None, str | None]]:
    return {each["place"]: (each["occasions"], each["counted_to"]) for each in told["facts"]["by_place"]}


NEAR: dict[str, Any] = {"facts": {"by_place": [], "by_period": []}, "progress": {}}


def before(as_of: date, *places: dict[str, Any]) -> list[Before]:
    return [Before(as_of, NEAR | {"facts": {"by_place": places, "by_period": []}})]


@pytest.mark.parametrize(
    ("earlier", "now", "told"),
    [
        ([], {"a": 4, "b": 5}, {"a": (4, "2021-07-31"), "b": (5, "2021-07-31")}),
        ([], {"a": 2, "b": 2}, {"a": (None, None), "b": (None, None), None: (4, None)}),
        # Beside a number of its own the other one's would be what is left of the whole.
        ([], {"a": 4, "b": 1}, {"a": (None, None), "b": (None, None), None: (5, None)}),
        ([], {"a": 4, "b": 0}, {"a": (4, "2021-07-31"), "b": (None, None)}),
        # With others elsewhere nobody can tell.
        ([], {"a": 4, "b": 1, "elsewhere": 7}, {"a": (4, "2021-07-31"), "b": (None, None), None: (8, None)}),
        (
            [place("a", 4, "2021-06-30"), place("b", 6, "2021-05-31")],
            {"a": 5, "b": 8},
            {"a": (4, "2021-06-30"), "b": (6, "2021-05-31"), None: (3, None)},
        ),
        # Published before numbers had days of their own.
        ([place("a", 4), place("b", 6)], {"a": 4, "b": 9}, {"a": (4, "2021-06-30"), "b": (9, "2021-07-31")}),
        # Struck since: what stands would be more than the whole.
        (
            [place("a", 4, "2021-06-30")],
            {"a": 3, "b": 0},
            {"a": (None, None), "b": (None, None), None: (3, None)},
        ),
    ],
)  # fmt: skip
def test_a_number_stands_until_it_has_moved_by_three(
    earlier: Sequence[dict[str, Any]],
    now: dict[str, int],
    told: dict[str | None, tuple[int | None, str | None]],
):
    given = before(JUNE, *earlier)
    assert numbers(steady(kept(**now), one(AT_TWO), JULY, given)) == told


def test_what_a_long_time_holds_is_told_however_little_it_is():
    little = kept(a=2, b=0)
    early = date(2021, 4, 30)
    assert numbers(steady(little, one(AT_TWO), early, []))["a"] == (None, None)
    assert numbers(steady(little, one(AT_TWO), JULY, [])) == {"a": (2, "2021-07-31"), "b": (0, "2021-07-31")}
    assert numbers(steady(little, one(AT_TWO), JULY, before(JANUARY, place("a", 1))))["a"] == (
        2,
        "2021-07-31",
    )
    assert numbers(steady(little, one(AT_TWO), JULY, before(date(2021, 8, 31))))["a"] == (None, None)


def test_a_publication_made_later_of_an_earlier_month_tells_nothing_of_the_later_one():
    earlier = before(JULY, place("a", 7, "2021-07-31"))
    assert numbers(steady(kept(a=6, b=0), one(AT_TWO), JUNE, earlier))["a"] == (None, None)


def test_a_place_that_is_to_be_reached_is_told_as_reached_and_no_more():
    every = one(f"counts: {{places: [{', '.join(SCHOOLS)}]}}, target: {{kind: coverage}}")
    told = steady(kept(**{SCHOOLS[0]: 2, SCHOOLS[1]: 0, SCHOOLS[2]: 5}), every, JULY, before(JUNE))
    assert numbers(told) == {
        SCHOOLS[0]: (1, None),
        SCHOOLS[1]: (0, None),
        SCHOOLS[2]: (5, "2021-07-31"),
        None: (1, None),
    }


CHECKS = "counts: {flagged: true}, target: {kind: ongoing}"


def weeks(told: dict[str, Any]) -> dict[str | None, tuple[str | None, str | None]]:
    return {each["place"]: (each["last_month"], each["last_week"]) for each in told["facts"]["by_place"]}


def in_july(done: int) -> dict[str, Any]:
    last = {"last_month": "2021-07", "last_week": "2021-W28"}
    return kept() | {"facts": {"by_period": [], "by_place": [place("a", done) | last]}}


def test_the_week_of_the_last_stands_beside_a_number_that_is_told_anew():
    told = steady(in_july(6), one(CHECKS), JULY, [])
    assert weeks(told) == {"a": ("2021-07", "2021-W28")}
    again = steady(kept(a=7), one(CHECKS), date(2021, 8, 31), [Before(JULY, told)])
    assert weeks(again) == {"a": ("2021-07", "2021-W28"), None: (None, None)}


def test_a_number_that_is_small_and_told_after_a_long_time_has_its_month():
    told = steady(in_july(2), one(CHECKS), JULY, [])
    assert weeks(told) == {"a": ("2021-07", None)}


def test_what_is_sensitive_and_has_no_goal_moves_in_steps_too():
    rule = one("counts: {types: [drug_operation]}, target: {kind: ongoing}")
    few = steady(sensitive(2), rule, JULY, before(JUNE))
    assert is_untold(few)
    first = steady(sensitive(3), rule, JULY, [Before(JUNE, few)])
    assert (is_untold(first), first["progress"]["value"]) == (False, 3)
    again = steady(sensitive(5), rule, date(2021, 8, 31), [Before(JULY, first)])
    assert (again["progress"], again["facts"]) == (first["progress"], first["facts"])
    with_a_goal = sensitive(2)
    with_a_goal["progress"] |= {"kind": "count", "at_least": 6}
    assert steady(with_a_goal, rule, JULY, before(JUNE)) == with_a_goal


def reported(*months: int, **goal: int) -> dict[str, Any]:
    cells = [
        {"from": f"2021-{month:02}-01", "to": f"2021-{month:02}-28", "value": value, "occasions": 1}
        for month, value in enumerate(months, 1)
    ]
    progress = {"kind": "reported", "status": "no_number", "value": sum(months), **goal}
    facts = {"by_period": cells, "by_place": []}
    return {"sensitive": False, "one_number": False, "progress": progress, "facts": facts}


def test_a_number_that_is_entered_by_month_moves_in_steps_with_its_months():
    rule, may = one("target: {kind: reported}"), date(2021, 5, 31)
    first = steady(reported(4, 5), rule, date(2021, 2, 28), [])
    assert first == reported(4, 5)
    again = steady(reported(4, 5, 1), rule, date(2021, 3, 31), [Before(date(2021, 2, 28), first)])
    assert again == first  # March would be what the two differ by
    earlier = [Before(date(2021, 2, 28), first), Before(date(2021, 3, 31), again)]
    assert steady(reported(4, 5, 1, 2), rule, may, earlier) == reported(4, 5, 1, 2)


def test_the_first_small_number_of_months_is_told_as_few_and_a_promised_one_exactly():
    rule = one("target: {kind: reported}")
    few = steady(reported(2), rule, JANUARY, [])
    assert is_untold(few)
    assert few["progress"]["value"] == 0
    assert moves_in_steps(few)
    with_a_goal = reported(2, at_least=6)
    assert steady(with_a_goal, one("target: {kind: reported, at_least: 6}"), JANUARY, []) == with_a_goal
    assert not moves_in_steps(with_a_goal)
    assert not is_untold(few | {"progress": few["progress"] | {"status": "not_started"}})
