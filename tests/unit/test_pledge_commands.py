"""`pledge check` and `pledge progress`, as an operator runs them."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from click.testing import CliRunner, Result

from logger.cli.pledge_files import pledge
from logger.domain.counting.ledger import Ledger
from logger.services.files.activities_files import activities_document
from tests.worlds.ledgers import activity

ROOT = Path(__file__).parents[2]
VECTORS = ROOT / "tests" / "vectors"
LEKEBERG = ROOT / "seeds" / "lekeberg-2021-2022.yaml"


def run(*arguments: Any) -> Result:
    return CliRunner().invoke(pledge, [str(argument) for argument in arguments])


def split(tmp_path: Path, name: str) -> tuple[Path, Path, dict[str, Any]]:
    """A vector as the two files that the command takes, and its expected answers."""
    case = json.loads((VECTORS / f"{name}.json").read_text())
    pledge_file, activities_file = tmp_path / "pledge.json", tmp_path / "activities.json"
    pledge_file.write_text(json.dumps(case["pledge"]))
    activities_file.write_text(
        json.dumps({key: case[key] for key in ("places", "activities", "marks", "reports")})
    )
    return pledge_file, activities_file, case["expected"]


@pytest.mark.parametrize("name", ["oskarshamn-2021", "random-121", "in-addition-to"])
def test_progress_answers_as_the_vectors_do(tmp_path: Path, name: str) -> None:
    pledge_file, activities_file, expected = split(tmp_path, name)
    for as_of, answers in expected.items():
        result = run("progress", pledge_file, activities_file, "--as-of", as_of, "--json")
        assert result.exit_code == 0
        assert json.loads(result.stdout) == answers


def test_progress_is_told_in_words_too(tmp_path: Path) -> None:
    _, activities_file, _ = split(tmp_path, "lekeberg-2021-2022")
    result = run("progress", LEKEBERG, activities_file, "--as-of", "2021-12-31")
    assert result.exit_code == 0
    assert "Närvaro i kommunen" in result.stdout
    assert "15 av 51 perioder" in result.stdout
    assert "Minst 2 timmar varje vecka. Räknas: tiden för aktiviteter av Polisen" in result.stdout


def test_a_draft_that_cannot_be_taken_in_can_be_counted(tmp_path: Path) -> None:
    pledge_file, activities_file, expected = split(tmp_path, "random-102")
    result = run("progress", pledge_file, activities_file, "--as-of", "2022-01-13", "--json")
    assert json.loads(result.stdout) == expected["2022-01-13"]
    assert "Filen kan räknas men inte tas in" in result.stderr
    assert run("check", pledge_file).exit_code == 1


def test_check_finds_nothing_wrong_with_the_signed_pledges() -> None:
    for name in ("lekeberg", "oskarshamn"):
        (file,) = (ROOT / "seeds").glob(f"{name}-20*.yaml")
        result = run("check", file, "--places", ROOT / "seeds" / f"{name}-places.json")
        assert result.exit_code == 0, result.output
        assert "inga fel" in result.stdout


def test_check_warns_of_what_can_never_be_scored() -> None:
    assert "Obs outreach: ökningen har inget utgångsvärde" in run("check", LEKEBERG).stdout


def test_check_tells_every_fault_by_line(tmp_path: Path) -> None:
    file = tmp_path / "faulty.yaml"
    text = LEKEBERG.read_text()
    wrong = text.replace("to: 2022-12-31", "to: 2022-06-31").replace("at_least: 2, per", "at_least: 0, per")
    file.write_text(wrong.replace("lanna-badgruva, leken", "lanna-badgruva, lecken"))
    result = run("check", file, "--places", ROOT / "seeds" / "lekeberg-places.json")
    lines = wrong.splitlines()
    at = [number for number, line in enumerate(lines, start=1) if "06-31" in line or "at_least: 0" in line]
    place = next(number for number, line in enumerate(lines, start=1) if "lanna-badgruva, leken" in line)
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        f"Rad {at[0]}: datumet 2022-06-31 finns inte",
        f'Rad {place}: okänd plats "lecken"',
        f'Rad {at[1]}: "at_least" ska vara minst 1, inte 0',
    ]


def test_files_that_cannot_be_read_are_told_in_words(tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{")
    assert run("check", tmp_path / "none.yaml").exit_code == 2
    assert run("check", LEKEBERG, "--places", broken).exit_code == 2
    result = run("progress", LEKEBERG, broken, "--as-of", "2021-12-31")
    assert (result.exit_code, result.stderr) == (2, "Rad 1: filen går inte att läsa som JSON\n")
    assert run("progress", broken, VECTORS / "windows.json", "--as-of", "2021-12-31").exit_code == 2
    assert run("progress", LEKEBERG, broken, "--as-of", "2021-02-30").exit_code == 2


def test_ten_thousand_activities_take_no_more_than_two_seconds(tmp_path: Path) -> None:
    _, activities_file, _ = split(tmp_path, "lekeberg-2021-2022")
    file = tmp_path / "many.json"
    first = datetime(2021, 1, 1, tzinfo=UTC)
    many = (activity(started_at=first + timedelta(minutes=n), ended_at=first + timedelta(minutes=n + 30))
            for n in range(0, 1_000_000, 100))  # fmt: skip
    places = json.loads(activities_file.read_text())["places"]
    file.write_text(json.dumps(activities_document(Ledger(activities=tuple(many))) | {"places": places}))
    began = process_time()
    result = run("progress", LEKEBERG, file, "--as-of", "2022-12-31", "--json")
    assert result.exit_code == 0
    assert process_time() - began < 2
