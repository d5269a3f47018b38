"""What is kept of one person, taken out for them: all of it, and nobody else."""

import json
import stat
from pathlib import Path

from click.testing import Result

from logger.services.transactions import writing
from logger.store.people.traces import names_a_person
from logger.store.tables import ActivityRow, Base
from tests.worlds.town import OURS, PASSWORD, Town, address, user_id


def take_out(town: Town, who: str, file: Path) -> Result:
    return town.app.test_cli_runner().invoke(args=["user", "data", address(who), str(file)])


def test_a_person_is_told_everything_that_names_them(town: Town, tmp_path: Path):
    file = tmp_path / "officer.json"
    result = take_out(town, "officer", file)

    assert result.exit_code == 0, result.output
    told = json.loads(file.read_text("utf-8"))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    tables = told["tables"]
    assert tables["user"][0]["email"] == address("officer")
    assert {"grant", "session", "stream", "operation", "activity", "audit"} <= tables.keys()
    assert [each["participants"] for each in tables["activity"] if each["participants"]] == [
        [user_id("officer")]
    ]
    assert "Lugnt." in {each.get("note") for each in told["entries"].values()}
    assert "data_told" in {each["action"] for each in tables["audit"]}


def test_nothing_of_others_and_nothing_that_opens_a_door_goes_along(town: Town, tmp_path: Path):
    with town.inside() as session, writing(session):
        row = session.get_one(ActivityRow, (OURS, town.activities["colleague"]))
        row.participants = [user_id("colleague"), user_id("officer")]
    take_out(town, "officer", tmp_path / "officer.json")

    text = (tmp_path / "officer.json").read_text("utf-8")
    told = json.loads(text)
    named = {each["id"]: each["author"] for each in told["tables"]["activity"]}
    assert named[town.activities["colleague"]] is None, "there, but not who logged it"
    others = [user_id(name) for name in ("colleague", "coordinator", "chief", "worker")]
    assert not [each for each in (*others, "argon2", PASSWORD, "password_hash") if each in text]


def test_a_file_that_is_there_and_an_unknown_address_are_refused(sqlite_town: Town, tmp_path: Path):
    file = tmp_path / "there.json"
    file.write_text("kept")

    assert take_out(sqlite_town, "officer", file).exit_code == 2
    assert take_out(sqlite_town, "nobody", tmp_path / "new.json").exit_code == 2
    assert file.read_text() == "kept"


def test_every_column_that_points_at_a_user_is_looked_through():
    pointing = [
        f"{table.name}.{column.name}"
        for table in Base.metadata.sorted_tables
        for column in table.c
        if any(key.column.table.name == "user" for key in column.foreign_keys)
    ]

    assert pointing
    assert [each for each in pointing if not names_a_person(each.split(".")[1])] == []
