"""The guard finds every number that points out a person, and leaves ordinary notes alone."""

import json
import random
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logger.domain.personal_data import Kind, Level, judge

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "personal_data.json").read_text("utf-8"))
SEPARATED = st.sampled_from(["", "-", "+", " ", " - ", "–"])
BEFORE = st.sampled_from(["", "Talade med ", "pnr", "(", "född: ", "12 bilar, "])
AFTER = st.sampled_from(["", ".", ", gick hem", ")", " kl 18"])
PLATE_LETTERS = "ABCDEFGHJKLMNOPRSTUWXYZ"


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: repr(vector["text"]))
def test_the_guard_judges_as_the_vectors_that_the_phone_shares(vector):
    verdict = judge(vector["text"])
    assert (verdict.level.name.lower(), list(verdict.kinds)) == (vector["verdict"], vector["kinds"])


def check_digit(nine: str) -> int:
    """By the book (SKV 704): weights 2, 1, 2 …, digits of the products added up, the rest to the next ten."""
    total = 0
    for at, digit in enumerate(nine):
        product = int(digit) * (2 if at % 2 == 0 else 1)
        total += product if product < 10 else product - 9
    return -total % 10


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


def test_ten_thousand_ordinary_notes_raise_fewer_than_fifty_alarms():
    chance = random.Random(1814)
    alarms = [note for note in (ordinary_note(chance) for _ in range(10_000)) if judge(note).level > Level.OK]
    assert len(alarms) < 50, alarms[:10]


def ordinary_note(chance: random.Random) -> str:
    """A note as an officer writes it: what, where, how many, when, how fast; no person in it."""
    count, speed = chance.randint(1, 400), chance.choice([30, 40, 50, 60, 70, 80])
    hour, minute = chance.randint(6, 23), chance.choice([0, 15, 30, 45])
    pieces = [
        f"{count} fordon, {chance.randint(0, 12)} för fort",
        f"kl {hour:02}{minute:02}-{(hour + 2) % 24:02}{minute:02}",
        f"kl {hour:02}:{minute:02}–{(hour + 1) % 24:02}:{minute:02}",
        f"{hour:02}-{(hour + 2) % 24:02} {count} utandningsprov",
        f"{hour:02}.{minute:02}",
        f"väg {chance.randint(1, 999)} mot {chance.choice(['Fjugesta', 'Mullhyttan', 'Figeholm'])}",
        f"E{chance.choice([4, 18, 20, 22])} {chance.choice(['norrut', 'söderut'])}",
        f"rv {chance.choice([23, 37, 40, 47, 50, 51])}",
        f"{speed}-väg, medel {speed - chance.randint(-9, 9)} km/h, max {speed + chance.randint(0, 45)}",
        f"{chance.randint(2021, 2027)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
        f"{chance.randint(1, 28)}/{chance.randint(1, 12)}",
        f"dnr 5000-K{chance.randint(1, 999999)}-{chance.randint(21, 27)}",
        f"årskurs {chance.randint(4, 9)}{chance.choice('ABC')}, {chance.randint(12, 30)} elever",
        f"{chance.randint(1, 9)} {chance.randint(0, 999):03} kr",
        f"{chance.randint(10, 40)} grader, {chance.choice(['sol', 'regn', 'halt'])}",
        chance.choice(["Lugnt", "Mycket folk", "God stämning", "Skräp vid bryggan", "Ingen på plats"]),
        chance.choice(
            ["samtal med föräldrar", "tillsammans med fältarna", "ny skylt behövs", "LUPP-genomgång"]
        ),
        chance.choice(
            ["ring 112 vid brand", "114 14 delades ut", "RAKEL ur funktion", "LPO Örebro", "SMADIT"]
        ),
    ]
    return ", ".join(chance.sample(pieces, chance.randint(1, 4)))[:140]
