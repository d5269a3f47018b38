"""`disposal run`: notes, authors and names go, and everything that rests on the facts is as it was."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from click.testing import Result
from sqlalchemy import text

from logger.domain.entering.body_writer import facts_of
from logger.domain.entering.reducing import is_stand_in
from logger.domain.records import StoredActivity
from logger.extensions import db
from logger.services.boards.progress import progress_of
from logger.services.kept.progress_rebuilding import rebuild
from logger.services.pledges.pledges import PledgeImport, keep_pledge
from logger.services.running import bare_facts
from logger.services.transactions import writing
from logger.store.databases.engine import Use
from logger.web.activities.activity_page import activity_page
from tests.lock_order import held_to_the_order
from tests.worlds.desks import COORDINATOR, Desk
from tests.worlds.phones import LEKEBERG, NOW, OREBRO, PLEDGE, Phone, World, another_officer, changing

DAY = datetime(2027, 6, 1, 8, 0, tzinfo=UTC)
DEED = "logger.services.running.disposal"
WORDS = ("Lugnt vid skolan", "Mycket kallt", "Fel plats valdes", "Två till")
PERSON_HOURS = PLEDGE.replace("at_least: 2, per: iso_week", "at_least: 2, per: iso_week, hours_as: person")


@pytest.fixture(autouse=True)
def _ledgers_before_the_chain() -> Iterator[None]:
    with held_to_the_order():
        yield


@dataclass(frozen=True)
class Old:
    """What was logged in March: operations as they were sent, with their receipts; what nobody may touch."""

    world: World
    phones: tuple[tuple[Phone, list[dict[str, Any]], list[dict[str, Any]]], ...]
    first: str
    kept: tuple[str, ...]

    def run(self, *more: str, at: datetime = DAY, organisation: str = "police") -> Result:
        with time_machine.travel(at, tick=False):
            return self.world.app.test_cli_runner().invoke(
                args=["disposal", "run", "--organisation", organisation, "--decision", "KS 2027/12", *more]
            )

    def figures(self) -> list[Any]:
        with self.world.app.app_context():
            return [
                progress_of(db.session(), COORDINATOR, LEKEBERG, key, NOW.date()).progress
                for key in ("medborgarlofte-2026", "persontimmar")
            ]

    def bodies(self) -> dict[str, bytes]:
        with self.world.app.app_context():
            found = db.session.execute(text("select op_id, body from operation_body order by op_id"))
            return {str(op_id).replace("-", ""): bytes(body) for op_id, body in found}

    def verify(self) -> Result:
        return self.world.app.test_cli_runner().invoke(args=["audit", "verify"])


def id_of(op: dict[str, Any]) -> str:
    activity_id: str = json.loads(op["body"])["activity_id"]
    return activity_id


def correct(desk: Desk, activity_id: str, **facts: Any) -> StoredActivity:
    return desk.correct(activity_id, facts_of(desk.stored(activity_id).activity) | facts, base_rev=2)


@pytest.fixture
def old(world: World, phone: Phone) -> Old:
    """March with something of everything, and what disposal is not to touch."""
    with world.app.app_context(), writing(db.session()):
        keep_pledge(db.session(), PledgeImport(PERSON_HOURS, key="persontimmar", approve=True), NOW)
    bo, worker, desk = world.phone(world.bo), world.phone(world.worker), Desk(world)
    late = {"started_at": "2026-03-09T08:30:00+01:00", "ended_at": "2026-03-09T10:00:00+01:00"}
    first = phone.create(note="Lugnt vid skolan", participants=[world.anna.id, world.bo.id], others=1)
    second, gone = phone.create(**late), phone.create(place=None)
    taken_in = phone.create(note="ring 070-123 45 67", place="lanna-badgruva")
    waiting = phone.create(note="ring 070-765 43 21")
    sent = [first, second, gone, taken_in, waiting, phone.create(municipality=OREBRO, place=None)]
    sent += [phone.op(changing("amend", second, 1, note="Mycket kallt")), phone.op(changing("void", gone, 1))]
    receipts = phone.send(*sent)
    bos = [bo.create(started_at="2026-03-09T08:10:00+01:00", note="Två till")]
    bo_s_receipts = bo.send(*bos)
    theirs = worker.create(organisations=["municipality"], note="Lugnt på torget", place="lanna-badgruva")
    worker.send(theirs)
    correct(desk, id_of(second), counters={"vehicles": 7})
    desk.merge(id_of(first), id_of(bos[0]))
    desk.take_in(taken_in["op_id"])
    with time_machine.travel(DAY, tick=False):
        of_today = world.phone(another_officer(world, "dora", DAY))
        new = of_today.create(started_at="2027-05-31T09:00:00+02:00", ended_at=None, note="Nyligen")
        of_today.send(new)
    kept = tuple(each["op_id"].replace("-", "") for each in (waiting, theirs, new))
    return Old(world, ((phone, sent, receipts), (bo, bos, bo_s_receipts)), id_of(first), kept)


def test_the_facts_stay_and_the_people_go(old: Old, rows):
    before, figures = old.bodies(), old.figures()
    standing = rows("select municipality, count(*) from operation group by 1 order by 1")

    done = old.run()

    assert done.exit_code == 0, done.output
    assert done.output.startswith(
        "6 aktiviteter har gallrats, från 2026-03-09 till 2026-03-09 (före 2026-06-01)."
    )
    assert old.verify().exit_code == 0, old.verify().stderr
    assert old.figures() == figures
    with old.world.app.app_context():
        assert rebuild(db.session()).mended == 0
    assert rows("select municipality, count(*) from operation group by 1 order by 1") == standing
    after = old.bodies()
    assert {each: after[each] for each in old.kept} == {each: before[each] for each in old.kept}
    text_left = b"".join(body for op_id, body in after.items() if op_id not in old.kept).decode()
    assert not [each for each in (*WORDS, "070-123", old.world.anna.id, old.world.bo.id) if each in text_left]
    left = rows("select author, has_note, participants from activity where author_organisation = 'police'")
    assert sorted(bool(author) for author, *_ in left) == [False] * 6 + [True]
    assert sorted(bool(note) for _, note, _ in left) == [False] * 6 + [True]


@pytest.mark.parametrize("databases", ["sqlite_files"], indirect=True, ids=["sqlite"])
def test_the_file_itself_holds_nothing_of_it(old: Old, rows):
    with old.world.app.app_context():
        file = db.engine.url.database
    assert file
    salts = {op_id.replace("-", ""): salt for op_id, salt in rows("select op_id, salt from operation_body")}

    def held() -> set[bytes]:
        with closing(sqlite3.connect(file)) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        left = Path(file).read_bytes()
        return {each for each in (*salts.values(), *map(str.encode, WORDS)) if each in left}

    assert held() == {*salts.values(), *map(str.encode, WORDS)}
    old.run()
    assert held() == {salts[each] for each in old.kept}


def test_phones_screens_and_the_person_asked_for_meet_a_reduced_entry(old: Old, tmp_path: Any):
    old.run()

    for phone, sent, receipts in old.phones:
        assert phone.send(*sent) == [each | {"duplicate": True} for each in receipts]
        assert phone.reconcile(*sent).json == {"missing": [], "different": []}
        assert phone.post(phone.batch()).status == 200
    phone, sent, _ = old.phones[0]
    late = phone.op(changing("amend", sent[0], 2, note="En gång till"))
    assert phone.statuses(late) == [("rejected", "not_yours")]
    desk = Desk(old.world)
    with old.world.app.test_request_context():
        page = activity_page(desk.opened(old.first), "/aktiviteter/1814")
    assert dict(page.facts)["Namn och anteckning"] == "Gallrade 1\xa0juni\xa02027 enligt KS 2027/12"
    assert dict(page.facts)["Deltagare"] == "3\xa0deltagare"
    assert not {"Anteckning", "Loggad av"} & dict(page.facts).keys()
    assert not [line.why for line in page.history if line.why]
    assert correct(desk, old.first, others=2).author is None
    told = old.world.app.test_cli_runner().invoke(
        args=["user", "data", "anna@example.se", str(tmp_path / "anna.json")]
    )
    assert told.exit_code == 0, told.output
    assert "Lugnt vid skolan" not in (tmp_path / "anna.json").read_text("utf-8")
    assert old.verify().exit_code == 0
    assert old.run(at=DAY + timedelta(days=1)).output.startswith("1 aktivitet har gallrats")
    assert old.verify().exit_code == 0


def test_a_dry_run_and_a_second_run_change_nothing(old: Old, rows):
    before = old.bodies()

    told = old.run("--dry-run")

    assert told.output.startswith("6 aktiviteter skulle gallras, från 2026-03-09")
    assert told.output.endswith("Inget har ändrats.\n")
    assert (old.bodies(), rows("select count(*) from audit where action = 'disposed'")) == (before, [(0,)])
    old.run()
    done, events = old.bodies(), rows("select * from audit")
    again = old.run(at=DAY + timedelta(hours=1))
    assert again.output.startswith("Inget att gallra före 2026-06-01.")
    assert (old.bodies(), rows("select * from audit")) == (done, events)


def test_a_run_that_breaks_off_is_taken_up_again(old: Old, monkeypatch: pytest.MonkeyPatch, rows):
    figures, reduce, portions = old.figures(), bare_facts.reduce_to_facts, []

    def fail_at_the_second(*given: Any) -> None:
        portions.append(given)
        reduce(*given)
        if len(portions) == 2:
            raise OSError("the disk went away")

    monkeypatch.setattr(f"{DEED}.PORTION", 2)
    monkeypatch.setattr(f"{DEED}.reduce_to_facts", fail_at_the_second)
    assert isinstance(old.run().exception, OSError)

    assert rows("select count(*) from audit where action = 'disposed'") == [(1,)]
    assert old.verify().exit_code == 0
    monkeypatch.setattr(f"{DEED}.reduce_to_facts", reduce)
    assert old.run(at=DAY + timedelta(hours=1)).exit_code == 0
    assert old.verify().exit_code == 0
    assert old.figures() == figures
    with old.world.app.app_context():
        assert rebuild(db.session()).mended == 0
    assert rows("select count(*) from activity where author is null") == [(6,)]
    found = rows("select participants from activity where author is null")
    people = [each for (some,) in found for each in (json.loads(some) if isinstance(some, str) else some)]
    assert all(map(is_stand_in, people))


@pytest.mark.parametrize(
    "tampering",
    [
        "update operation_body set body = (select body from operation_body where salt is not null limit 1)",
        "update operation_body set reduced_at = '2027-06-01 09:00'",
    ],
    ids=["what is left", "when it was reduced"],
)
def test_what_was_left_and_tampered_with_is_named(old: Old, tampering: str):
    old.run()
    one = "op_id = (select op_id from operation where municipality = '1814' and server_seq = 1)"
    with old.world.app.app_context(), writing(db.session(), Use.OWN):
        db.session.execute(text(f"{tampering} where {one}"))

    told = old.verify()

    assert told.exit_code == 1
    assert told.stderr.startswith("Fel i tabellen operation_body, kommun 1814, nr 1: ")


@pytest.mark.parametrize(
    ("tampering", "named"),
    [
        (
            "update activity set others = 9 where municipality = '1814'",
            "inte bli detsamma: kommun 1814, aktivi",
        ),
        ("update operation_body set body = salt", "Innehållet i kommun 1814 nr "),
    ],
    ids=["what stands", "what was sent"],
)
def test_nothing_is_taken_of_what_is_not_as_it_was_entered(old: Old, tampering: str, named: str):
    with old.world.app.app_context(), writing(db.session(), Use.OWN):
        db.session.execute(text(tampering))
    before = old.bodies()

    told = old.run()

    assert (told.exit_code, old.bodies()) == (2, before)
    assert named in told.stderr


def test_what_is_asked_for_without_sense_is_refused(old: Old):
    before = old.bodies()

    assert old.run("--older-than-months", "2").exit_code == 2
    assert old.run("--decision", " ").exit_code == 2
    assert old.run("--decision", "x" * 81).exit_code == 2
    assert "Ingen organisation heter nobody." in old.run(organisation="nobody").stderr
    assert old.bodies() == before
