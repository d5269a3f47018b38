"""The guard finds every number that points out a person, whatever stands around it."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logger.domain.personal_data import Kind, Level, judge, presentable
from tests.worlds.guard_notes import PLATE_LETTERS, check_digit

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "personal_data.json").read_text("utf-8"))
SEPARATED = st.sampled_from(["", "-", "+", " ", " - ", "–"])
BEFORE = st.sampled_from(["", "Talade med ", "pnr", "(", "född: ", "12 bilar, "])
AFTER = st.sampled_from(["", ".", ", gick hem", ")", " kl 18"])


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: repr(vector["text"]))
def test_the_guard_judges_as_the_vectors_that_the_phone_shares(vector):
    verdict = judge(vector["text"])
    assert (verdict.level.name.lower(), list(verdict.kinds)) == (vector["verdict"], vector["kinds"])


@given(
    born=st.dates(date(1880, 1, 1), date(2030, 12, 31)),
    number=st.integers(0, 999),
    coordination=st.booleans(),
    century=st.booleans(),
    separator=SEPARATED,
    before=BEFORE,
    after=AFTER,
)
def test_every_valid_identity_and_coordination_number_is_found(
    born, number, coordination, century, separator, before, after
):
    day = born.day + 60 * coordination
    nine = f"{born.year % 100:02}{born.month:02}{day:02}{number:03}"
    first = str(born.year // 100) if century else ""
    text = f"{before}{first}{nine[:6]}{separator}{nine[6:]}{check_digit(nine)}{after}"
    verdict = judge(text)
    assert verdict.level is Level.BLOCK
    assert Kind.PERSONAL_NUMBER in verdict.kinds


@given(
    letters=st.text(PLATE_LETTERS, min_size=3, max_size=3),
    digits=st.integers(0, 99),
    last=st.sampled_from(PLATE_LETTERS + "0123456789"),
    before=BEFORE.filter(lambda text: not text[-1:].isalnum()),
    after=AFTER,
)
def test_every_joined_number_plate_is_found(letters, digits, last, before, after):
    assert Kind.NUMBER_PLATE in judge(f"{before}{letters}{digits:02}{last}{after}").kinds


@given(number=st.integers(0, 9_999_999), prefix=st.sampled_from(["70", "72", "73", "76", "79"]))
def test_every_mobile_number_is_found_however_it_is_grouped(number, prefix):
    seven = f"{number:07}"
    for written in (
        f"0{prefix}{seven}",
        f"0{prefix}-{seven}",
        f"0{prefix}-{seven[:3]} {seven[3:5]} {seven[5:]}",
        f"0{prefix} {seven[:3]} {seven[3:5]} {seven[5:]}",
        f"+46{prefix}{seven}",
        f"+46 {prefix} {seven[:3]} {seven[3:5]} {seven[5:]}",
        f"0046{prefix}{seven}",
    ):
        assert Kind.PHONE_NUMBER in judge(f"ring {written} sen").kinds, written


@given(st.text(max_size=140))
def test_any_text_gets_a_verdict(text):
    verdict = judge(text)
    assert (verdict.level is Level.OK) == (verdict.kinds == ())


@pytest.mark.parametrize("odd", ["\ufffe", "\uffff", "\ufdd0", "\U0001ffff", "\x01", "\u202e"])
def test_what_no_file_can_hold_or_no_reader_see_is_not_kept(odd):
    assert presentable(f"Fler{odd}på Skolvägen").replace(" ", "") == "FlerpåSkolvägen"
    assert presentable("Tack 🫡 \U0001fae8") == "Tack 🫡 \U0001fae8"  # the second is newer than this Python
