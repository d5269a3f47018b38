"""What is in the database can be recomputed outside it, and the other way round."""

import json
from pathlib import Path
from typing import Any

import pytest

from logger.services.files.activities_files import activity_document
from logger.store.tables import ActivityRow
from tests.api.test_commands import contents, refused, run
from tests.worlds.town import OURS, PLEDGE, THEIRS, Town, activity

HERE = f"/api/v1/municipalities/{OURS}"


def exported(town: Town, tmp_path: Path) -> Path:
    file = tmp_path / "aktiviteter.json"
    result = run(town.app, "activities", "export", "--municipality", OURS, file)
    assert result.exit_code == 0, result.output
    return file


def figures_of(town: Town, code: str, as_of: str) -> dict[str, Any]:
    who = {OURS: "token", THEIRS: "foreign token"}[code]
    path = f"/api/v1/municipalities/{code}/pledges/{PLEDGE}/progress?as_of={as_of}"
    figures: dict[str, Any] = town.client(who).get(path).json["progress"]
    return figures


def test_the_exported_file_gives_the_same_figures_as_the_api(town: Town, tmp_path: Path):
    file, pledge = exported(town, tmp_path), tmp_path / "loftet.yaml"
    run(town.app, "pledge", "export", PLEDGE, pledge, "--municipality", OURS)

    for as_of in ("2026-03-09", "2026-06-30", "2026-12-31"):
        told = run(town.app, "pledge", "progress", pledge, file, "--as-of", as_of, "--json")
        assert json.loads(told.stdout) == figures_of(town, OURS, as_of)


def test_everything_is_in_the_file_and_what_was_voided_says_so(town: Town, tmp_path: Path):
    document = json.loads(exported(town, tmp_path).read_text("utf-8"))

    assert document["municipality"] == OURS
    assert {each["id"]: each["voided"] for each in document["activities"]} == {
        town.activities[name]: name == "voided"
        for name in ("officer", "colleague", "worker", "coordinator", "voided")
    }
    assert document["marks"] == [{"commitment": "walk", "date": "2026-05-20", "evidence": ""}]
    assert "Lugnt" not in str(document)


def test_bringing_the_file_back_changes_nothing(town: Town, tmp_path: Path):
    file, before = exported(town, tmp_path), contents(town.app)
    result = run(town.app, "activities", "import", file)

    assert result.stdout == "0 aktiviteter inlästa, 5 fanns redan.\n"
    after = contents(town.app)
    assert {name: after[name] for name in after if name != "audit"} == {
        name: before[name] for name in before if name != "audit"
    }


def test_the_file_brought_in_elsewhere_gives_the_same_figures_there(town: Town, tmp_path: Path):
    file = exported(town, tmp_path)
    result = run(town.app, "activities", "import", file, "--municipality", THEIRS)

    assert result.stdout == "5 aktiviteter inlästa, 0 fanns redan.\n"
    assert figures_of(town, THEIRS, "2026-06-30")["walk"] == figures_of(town, OURS, "2026-06-30")["walk"]
    ours, theirs = (figures_of(town, code, "2026-06-30")["speed"] for code in (OURS, THEIRS))
    assert theirs["value"] == ours["value"] + 1


def test_what_is_brought_in_is_in_the_ledger_like_all_else(town: Town, tmp_path: Path):
    file = written(tmp_path, document(activity("new"), participants=["p1", "p2", "p1"], others=2))
    run(town.app, "activities", "import", file)

    with town.inside() as session:
        row = session.get_one(ActivityRow, (OURS, activity("new").id))
        assert (row.origin, row.author, row.rev, row.author_organisation) == ("import", None, 1, "police")
        assert len(row.participants) == 2
    kept = contents(town.app)
    assert len(kept["operation"]) == len(kept["operation_body"]) == 8


def test_people_of_a_file_from_elsewhere_stay_the_same_people(town: Town, tmp_path: Path):
    first = document(activity("one"), participants=["p1"])
    second = document(activity("two"), participants=["p1"])
    for each in (first, second):
        run(town.app, "activities", "import", written(tmp_path, each))

    with town.inside() as session:
        one, two = (
            session.get_one(ActivityRow, (OURS, activity(name).id)).participants for name in ("one", "two")
        )
    assert one == two


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"type": "rymdfärd"}, "okänd typ rymdfärd"),
        ({"focus": ["moon"]}, "okänd fokus moon"),
        ({"counters": {"stars": 1}}, "okänd räknare stars"),
        ({"place": "mars"}, "okänd plats mars"),
        ({"organisations": ["nasa"]}, "okänd organisation nasa"),
        ({"organisations": []}, "organisations: "),
        ({"started_at": "1905-03-09T09:00:00+01:00"}, "orimlig"),
        ({"id": "a1"}, "activity_id: "),
        ({"id": activity("officer").id}, "finns redan, med annat innehåll"),
        ({"started_at": "2026-03-09 09:00"}, "saknar tidszon"),
        ({"ended_at": "2026-03-08T09:00:00+01:00"}, "innan den börjar"),
    ],
)
def test_one_fault_and_nothing_is_brought_in(town: Town, tmp_path: Path, changes: dict[str, Any], told: str):
    good = document(activity("good"))["activities"]
    file = written(tmp_path, {"activities": good + document(activity("bad"), **changes)["activities"]})
    assert told in refused(town.app, "activities", "import", file, "--municipality", OURS)


def test_a_mark_without_a_commitment_on_that_day_is_refused(town: Town, tmp_path: Path):
    marks = [{"commitment": "walk", "date": "2020-01-01"}, {"commitment": "inget", "date": "2026-01-01"}]
    told = refused(
        town.app, "activities", "import", written(tmp_path, {"marks": marks}), "--municipality", OURS
    )
    assert "walk 2020-01-01" in told
    assert "inget 2026-01-01" in told


def test_marks_and_monthly_numbers_are_brought_in(town: Town, tmp_path: Path):
    entered = {
        "marks": [{"commitment": "walk", "date": "2026-06-01", "evidence": "https://example.se/"}],
        "reports": [{"commitment": "speed", "month": "2026-06", "value": 3, "source": "Excel"}],
    }
    run(town.app, "activities", "import", written(tmp_path, entered), "--municipality", OURS)

    again = json.loads(exported(town, tmp_path).read_text("utf-8"))
    assert {"commitment": "walk", "date": "2026-06-01", "evidence": "https://example.se/"} in again["marks"]
    assert again["reports"] == entered["reports"]


def test_exporting_an_unknown_municipality_writes_no_file(town: Town, tmp_path: Path):
    file = tmp_path / "ingen.json"
    assert "9999 finns inte" in refused(town.app, "activities", "export", "--municipality", "9999", file)
    assert not file.exists()


def document(of: Any, **changes: Any) -> dict[str, Any]:
    """An activities file with one activity in it."""
    return {"municipality": OURS, "activities": [activity_document(of) | changes]}


def written(tmp_path: Path, content: dict[str, Any]) -> Path:
    file = tmp_path / "in.json"
    file.write_text(json.dumps(content), "utf-8")
    return file
