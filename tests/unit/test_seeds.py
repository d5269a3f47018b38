"""The signed pledges: encoded completely, in their own words, and read as the counting page says."""

import json
import re
from pathlib import Path

import pytest

from logger.domain.pledge_files.pledge_export import rule_document, target_document
from logger.domain.pledges import Pledge
from logger.domain.words.vocabulary import BUILT_IN
from logger.services.files.activities_files import read_activities_text
from logger.services.files.pledge_files import read_pledge_text

ROOT = Path(__file__).parents[2]
NAMES = ["lekeberg-2021-2022", "oskarshamn-2021"]
PERFORMERS = {"Polis": ("police",), "Kommun": ("municipality",), "Polis/kommun": ("police", "municipality")}


def seed(name: str) -> Pledge:
    return read_pledge_text((ROOT / "seeds" / f"{name}.yaml").read_text(), BUILT_IN)


def signed(name: str) -> str:
    """The signed document on one line, words one space apart."""
    return " ".join((ROOT / "seeds" / f"{name}.txt").read_text().split())


@pytest.mark.parametrize("name", NAMES)
def test_every_wording_is_the_signed_one(name: str) -> None:
    for commitment in seed(name).commitments:
        assert commitment.wording in signed(name)


@pytest.mark.parametrize("name", NAMES)
def test_ids_and_rules_are_those_of_the_vector(name: str) -> None:
    case = json.loads((ROOT / "tests" / "vectors" / f"{name}.json").read_text())
    vector = read_pledge_text(json.dumps(case["pledge"]), BUILT_IN)
    assert [each.id for each in seed(name).commitments] == [each.id for each in vector.commitments]
    for ours, theirs in zip(seed(name).commitments, vector.commitments, strict=True):
        assert rule_document(ours.counts) == rule_document(theirs.counts)
        assert target_document(ours) == target_document(theirs)
        assert ours.valid == theirs.valid


@pytest.mark.parametrize("name", NAMES)
def test_every_commitment_has_a_label_and_who_does_it(name: str) -> None:
    for commitment in seed(name).commitments:
        assert commitment.label
        assert commitment.performers
        assert commitment.responsible


def test_every_row_of_lekeberg_s_table_is_a_commitment() -> None:
    text = (ROOT / "seeds" / "lekeberg-2021-2022.txt").read_text()
    rows = re.findall(r"^(\S[^\t\n]+)\t(\w+/? ?\w*)\t(\w+/? ?\w*)$", text, re.MULTILINE)
    by_wording = {commitment.wording: commitment for commitment in seed("lekeberg-2021-2022").commitments}
    table = [row for row in rows if row[1] != "UTFÖRARE"]
    assert len(table) == 11
    for wording, performers, responsible in table:
        commitment = by_wording[wording.strip()]
        assert commitment.performers == who(performers)
        assert commitment.responsible == who(responsible)


def who(cell: str) -> tuple[str, ...]:
    return PERFORMERS[cell.replace(" ", "").capitalize()]


def test_every_promise_of_oskarshamn_is_a_commitment() -> None:
    whole = signed("oskarshamn-2021")
    promises = whole[whole.index("Medborgarlöfte Lokalpolisområde") + len("Medborgarlöfte ") :]
    promises = promises.removesuffix(" Löftet gäller under året 2021.")
    for commitment in sorted(seed("oskarshamn-2021").commitments, key=lambda each: -len(each.wording)):
        promises = promises.replace(commitment.wording, "")
    assert promises.split() == []


@pytest.mark.parametrize(("name", "places"), list(zip(NAMES, ["lekeberg", "oskarshamn"], strict=True)))
def test_the_places_that_the_rules_name_are_on_the_map(name: str, places: str) -> None:
    known = read_activities_text((ROOT / "seeds" / f"{places}-places.json").read_text()).places
    named = {place for commitment in seed(name).commitments for place in commitment.counts.places}
    assert named <= known.keys()
    assert any(place.flagged for place in known.values() if "road" in place.kinds)
    assert all(place.point for place in known.values())
    assert all(place.kinds <= BUILT_IN.place_kinds.keys() for place in known.values())
