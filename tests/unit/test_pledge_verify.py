"""`pledge verify`: anyone makes a published figure again, and is told where it does not agree."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from logger.cli.pledge_verify import pledge
from logger.domain.entering.canonical import canonical, digest_of
from logger.domain.refusing.follow_up_refusals import NotApproved, TooEarlyToPublish
from logger.services.publishing.publishing import refuse_too_early
from tests.unit.web.examples import SCHOOLS, a_pledge, every_days
from tests.unit.web.published import Published, published

YEAR = a_pledge(
    "counts: {types: [foot_patrol]}, label: Patruller, target: {kind: count, at_least: 20}",
    f"counts: {{types: [foot_patrol], places: [{', '.join(SCHOOLS)}]}}, target: {{kind: coverage}}",
    "counts: {}, target: {kind: hours, at_least: 2, per: iso_week}",
    "counts: {types: [drug_operation]}, target: {kind: count, at_least: 1, per: month}",
)


@pytest.fixture(scope="module")
def made() -> Published:
    work = [*every_days(9, "foot_patrol", SCHOOLS[0]), *every_days(4, "drug_operation")]
    return published(YEAR, *work, as_of=date(2021, 9, 30))


def verified(file: Path, text: str) -> Result:
    file.write_text(text)
    return CliRunner().invoke(pledge, ["verify", str(file)])


def redone(document: dict[str, Any]) -> str:
    """The document with the digest that it then has: somebody who forges the figure forges that too."""
    return json.dumps({**document, "sha256": digest_of(canonical(document))})


def test_what_was_published_holds(made: Published, tmp_path: Path):
    answer = verified(tmp_path / "data.json", made.text)
    assert answer.exit_code == 0, answer.output
    assert "Kontrollsumman stämmer." in answer.output
    assert "4 av 4 siffror stämmer" in answer.output
    assert "perioderna går inte att räkna om" in answer.output  # drug operations are told in one number


def test_a_forged_figure_does_not(made: Published, tmp_path: Path):
    forged: dict[str, Any] = json.loads(canonical(made.document))
    forged["commitments"][0]["progress"]["value"] = 20
    answer = verified(tmp_path / "data.json", redone(forged))
    assert answer.exit_code == 1
    assert "value: publicerat 20, omräknat 9" in answer.output
    assert "3 av 4 siffror stämmer" in answer.output


def test_a_forged_status_does_not(made: Published, tmp_path: Path):
    forged: dict[str, Any] = json.loads(canonical(made.document))
    forged["commitments"][0]["progress"]["status"] = "met"
    answer = verified(tmp_path / "data.json", redone(forged))
    assert answer.exit_code == 1
    assert "status: publicerat met, omräknat behind" in answer.output


def test_a_changed_comment_is_told_by_the_digest(made: Published, tmp_path: Path):
    answer = verified(tmp_path / "data.json", made.text.replace('"comment":""', '"comment":"Bra"', 1))
    assert answer.exit_code == 1
    assert "KONTROLLSUMMAN STÄMMER INTE" in answer.output


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": "faltlogg-publication/1"}', "<html>"])
def test_what_is_no_open_data_is_refused_in_words(text: str, tmp_path: Path):
    answer = verified(tmp_path / "data.json", text)
    assert answer.exit_code == 2
    assert answer.output.strip().endswith(".")


def test_the_delay_runs_from_the_last_day_that_was_frozen():
    made = published(a_pledge("counts: {}, target: {kind: ongoing}"), as_of=date(2021, 8, 31)).follow_up
    with pytest.raises(TooEarlyToPublish):
        refuse_too_early(made, date(2021, 9, 7))
    refuse_too_early(made, date(2021, 9, 8))
    with pytest.raises(NotApproved):
        refuse_too_early(replace(made, stands=made.stands[:1]), date(2021, 9, 8))
