"""The engine and the naive reading agree on every vector and on random cases.

A disagreement prints its seed; replay it with `ORACLE_SEED=<seed> pytest tests/oracle -k random`.
"""

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from logger.domain.progress.progress import progress
from logger.domain.words.vocabulary import BUILT_IN
from logger.services.files.activities_files import read_activities_text
from logger.services.files.pledge_files import read_pledge_text
from tests.oracle.naive_counting import answers
from tests.oracle.random_cases import random_case

VECTORS = sorted((Path(__file__).parent.parent / "vectors").glob("*.json"))
CASES = [path for path in VECTORS if "expected" in json.loads(path.read_text())]
FIRST = int(os.environ.get("ORACLE_SEED", "1"))
MANY = 1 if "ORACLE_SEED" in os.environ else int(os.environ.get("ORACLE_CASES", "60"))


def engine_answers(case: dict[str, Any], as_of: list[str]) -> dict[str, Any]:
    pledge = read_pledge_text(json.dumps(case["pledge"]), BUILT_IN)
    ledger = read_activities_text(
        json.dumps({key: case[key] for key in ("places", "activities", "marks", "reports")})
    )
    return {
        day: {key: found.answer() for key, found in progress(pledge, ledger, date.fromisoformat(day)).items()}
        for day in as_of
    }


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_naive_reading_answers_the_vectors(path: Path) -> None:
    case = json.loads(path.read_text())
    for as_of, expected in case["expected"].items():
        assert answers(case, as_of) == expected


@pytest.mark.parametrize("seed", range(FIRST, FIRST + MANY))
def test_the_engine_agrees_with_the_naive_reading_on_random_cases(seed: int) -> None:
    case, as_of = random_case(seed)
    found = engine_answers(case, as_of)
    for day in as_of:
        assert found[day] == answers(case, day), f"seed {seed}, as of {day}"
