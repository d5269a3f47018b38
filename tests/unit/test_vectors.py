"""Every counting vector, at every date: the specification in numbers."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from logger.domain.pledge_files.faults import PledgeFileFaults
from logger.domain.pledges import Pledge
from logger.domain.progress.progress import progress
from logger.domain.words.vocabulary import BUILT_IN
from logger.services.files.activities_files import read_activities_text
from logger.services.files.pledge_files import read_pledge_text

FOLDER = Path(__file__).parent.parent / "vectors"
WRITTEN = {path.stem: json.loads(path.read_text()) for path in sorted(FOLDER.glob("*.json"))}
CASES = {name: case for name, case in WRITTEN.items() if "expected" in case}
DATES = [(name, as_of) for name, case in CASES.items() for as_of in case["expected"]]

# This one changes a goal after the validity has ended: it can be counted, but not taken in.
NOT_TO_BE_TAKEN_IN = {"random-102"}


def pledge_of(case: dict[str, Any]) -> Pledge:
    """The case's pledge, read as `pledge progress` reads it."""
    try:
        return read_pledge_text(
            json.dumps(case["pledge"]), BUILT_IN, read_activities_text(json.dumps(case)).places
        )
    except PledgeFileFaults as refusal:
        if refusal.countable is None:
            raise
        return refusal.countable


def refused() -> Iterator[str]:
    for name, case in CASES.items():
        try:
            read_pledge_text(json.dumps(case["pledge"]), BUILT_IN)
        except PledgeFileFaults:
            yield name


@pytest.mark.parametrize(("name", "as_of"), DATES)
def test_the_answer_is_the_vector_s(name: str, as_of: str) -> None:
    case = CASES[name]
    ledger = read_activities_text(json.dumps(case))
    answers = progress(pledge_of(case), ledger, date.fromisoformat(as_of))
    assert {key: found.answer() for key, found in answers.items()} == case["expected"][as_of]


def test_every_vector_but_one_holds_together_as_a_pledge_file() -> None:
    assert set(refused()) == NOT_TO_BE_TAKEN_IN
