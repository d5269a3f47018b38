"""The periods of a follow-up: which one just ended, where each is found, and what lies beside it."""

from datetime import date

import pytest

from logger.domain.follow_up.follow_up_periods import (
    Rhythm,
    day_before,
    just_ended,
    last_day,
    neighbours,
    period_at,
    periods_of,
)
from tests.unit.web.examples import a_pledge

YEAR = a_pledge("counts: {}, target: {kind: ongoing}")
# Results of the year are told until March of the next.
LONGER = a_pledge(
    "counts: {}, target: {kind: ongoing}",
    "valid: {from: 2021-01-01, to: 2022-03-15}, counts: {}, target: {kind: ongoing}",
)


@pytest.mark.parametrize(
    ("rhythm", "today", "address"),
    [
        (Rhythm.MONTH, date(2021, 11, 1), "2021-10"),
        (Rhythm.MONTH, date(2021, 10, 31), "2021-09"),
        (Rhythm.MONTH, date(2021, 1, 20), "2021-01"),  # none is over yet
        (Rhythm.MONTH, date(2030, 1, 1), "2021-12"),
        (Rhythm.TERTIAL, date(2021, 11, 1), "2021-t2"),
        (Rhythm.YEAR, date(2022, 1, 1), "2021"),
    ],
)
def test_the_period_that_just_ended(rhythm: Rhythm, today: date, address: str):
    assert just_ended(YEAR, rhythm, today).address == address


def test_a_period_is_found_by_its_address():
    for rhythm in Rhythm:
        for period in periods_of(LONGER, rhythm):
            assert period_at(period.address) == period


@pytest.mark.parametrize("address", ["", "2021-13", "2021-00", "2021-t4", "2021-1", "0000", "2021-10-01"])
def test_what_names_no_period(address: str):
    assert period_at(address) is None


def test_the_last_figures_are_as_of_the_last_day_that_anything_holds():
    last = just_ended(LONGER, Rhythm.MONTH, date(2022, 4, 1))
    assert last.address == "2022-03"
    assert last_day(LONGER, last) == date(2022, 3, 15)
    assert just_ended(LONGER, Rhythm.MONTH, date(2022, 3, 16)) == last


def test_beside_a_period_lie_others_of_the_same_rhythm():
    january, december = period_at("2021-01"), period_at("2021-12")
    assert january
    assert december
    assert neighbours(YEAR, january) == (None, period_at("2021-02"))
    assert neighbours(YEAR, december) == (period_at("2021-11"), None)
    assert day_before(january) == date(2020, 12, 31)


@pytest.mark.parametrize(
    "address", ["\uff12\uff10\uff12\uff11-10", "2021-1\u0660", "\u0968\u0966\u0968\u0967", "2021-13", "0000"]
)
def test_a_period_has_one_address(address: str):
    """Other digits would be another follow-up of the same month, and another publication of it."""
    assert period_at(address) is None
