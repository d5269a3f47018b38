"""Which commitments an activity counts for: the phone says what the server says, on every case there is."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logger.domain.activities import Activity
from logger.domain.counting.counting import Counts, verdict
from logger.domain.places import Places
from logger.domain.pledge_files.faults import PledgeFileFaults
from logger.domain.pledges import Pledge
from logger.domain.words.vocabulary import BUILT_IN
from logger.services.files.activities_files import read_activities_text
from logger.services.files.pledge_files import read_pledge_text
from tests.laws.test_counting_laws import MAP, fewer
from tests.oracle.random_cases import random_case
from tests.readers.phone_matching import PhoneMatching
from tests.worlds.pledge_strategies import activities, pledge_documents

FOLDER = Path(__file__).parent.parent / "vectors"
VECTORS = [path for path in sorted(FOLDER.glob("*.json")) if "pledge" in json.loads(path.read_text())]
CASES = 50


@pytest.fixture(scope="module")
def phone() -> Iterator[PhoneMatching]:
    with PhoneMatching() as phone:
        yield phone


def counted_by_the_server(pledge: Pledge, places: Places, made: Sequence[Activity]) -> list[list[str]]:
    return [
        sorted(one.id for one in pledge.commitments if isinstance(verdict(one, each, places), Counts))
        for each in made
    ]


def pledge_of(case: dict[str, Any]) -> Pledge:
    """The case's pledge; one that could not be taken in can be counted all the same."""
    try:
        return read_pledge_text(json.dumps(case["pledge"]), BUILT_IN)
    except PledgeFileFaults as refusal:
        if refusal.countable is None:
            raise
        return refusal.countable


def both(phone: PhoneMatching, case: dict[str, Any]) -> int:
    """Compare the two on a case in the vectors' form; returns how often something counted."""
    pledge = pledge_of(case)
    ledger = read_activities_text(json.dumps({key: case[key] for key in ("places", "activities")}))
    made = [each for each in ledger.activities if not each.voided]
    wanted = counted_by_the_server(pledge, ledger.places, made)
    for each, on_the_phone, on_the_server in zip(
        made, phone.counted(pledge, ledger.places, made), wanted, strict=True
    ):
        assert on_the_phone == on_the_server, each
    return sum(map(len, wanted))


@pytest.mark.parametrize("path", VECTORS, ids=lambda path: path.stem)
def test_the_phone_and_the_server_agree_on_the_vectors(path: Path, phone: PhoneMatching) -> None:
    both(phone, json.loads(path.read_text()))


def test_the_phone_and_the_server_agree_on_cases_biased_towards_edges(phone: PhoneMatching) -> None:
    counted = sum(both(phone, random_case(seed)[0]) for seed in range(CASES))
    assert counted > 500, "too little counts for a disagreement to show"


@fewer
@given(
    pledge_documents(most=3).map(lambda written: read_pledge_text(json.dumps(written), BUILT_IN)), st.data()
)
def test_the_phone_and_the_server_agree_on_whatever_pledge_and_activity(
    phone: PhoneMatching, pledge: Pledge, data: st.DataObject
) -> None:
    of_its_time = activities(pledge.valid.first, pledge.valid.last)
    made = data.draw(st.lists(of_its_time.filter(lambda each: not each.voided), min_size=1, max_size=6))
    assert phone.counted(pledge, MAP, made) == counted_by_the_server(pledge, MAP, made)
