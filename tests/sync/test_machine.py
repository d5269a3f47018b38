"""The sync door against a model: any order of happenings, and after each of them every promise holds.

Each invariant bears the number that the sync design gives it. A failure prints the steps that led to it; the
same examples are made in every run, and `make prove SEED=…` makes many others.
"""

import json
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
import time_machine
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import event, make_url, text, update

from logger.extensions import ReadWriteSession, db
from logger.services.ledger_checks import damage, rebuilt, strays
from logger.services.transactions import writing
from logger.services.users import disable_user
from logger.store.tables import SessionRow, StreamRow, UserRow
from tests.conftest import PROFILE
from tests.databases import Databases, Mould
from tests.phones import LEKEBERG, NOW, OREBRO, OSKARSHAMN, Person, Phone, World, changing, close, open_app

SECRET_WORDS = "Lugnt vid Skolvägen"
EXAMPLES, STEPS = (200, 60) if PROFILE == "prove" else (8, 25)
MOST_ROUNDS = 12
ODD: dict[str, dict[str, Any]] = {
    "sound": {"note": SECRET_WORDS},
    "personal data": {"note": "Stoppade 19121212-1212."},
    "wild clock": {"started_at": "1969-03-09T08:00:00+01:00", "ended_at": None},
    "too long": {"ended_at": "2026-05-09T08:00:00+01:00"},
    "unheard of": {"type": "unheard_of"},
}
SEEDS = st.integers(0, 2**32)


@dataclass
class Kept:
    """A phone and all that was ever saved on it; `heard` are the numbers its receipts spoke of."""

    phone: Phone
    ops: list[dict[str, Any]] = field(default_factory=list)
    versions: dict[str, int] = field(default_factory=dict)
    told: dict[str, dict[str, Any]] = field(default_factory=dict)  # newest change of each activity
    revoked: bool = False


class PowerCutError(Exception):
    """The server dies."""


class SyncDoor(RuleBasedStateMachine):
    """People with phones, one server, and everything that happens between them."""

    worlds: Mould[World]
    databases: Databases
    folder: Path

    def __init__(self) -> None:
        super().__init__()
        self.chance = random.Random(0)
        self._cast = self.worlds.cast(self.databases)
        address, world = self._cast.__enter__()
        self.world = replace(world, app=open_app(address, self.folder))
        self.name = _name_of(address)
        self.copies: list[str] = []
        self.snapshot: tuple[str, dict[str, int]] | None = None
        self.kept: list[Kept] = []
        self.receipts: dict[str, dict[str, Any]] = {}  # in the history that stands
        self.owners: dict[str, Person] = {}
        self.bodies: dict[str, str] = {}
        self.disabled: set[str] = set()

    # --- saving ------------------------------------------------------------------

    @initialize()
    def two_people_and_three_phones(self) -> None:
        world = self.world
        self.kept = [Kept(world.phone(who)) for who in (world.anna, world.anna, world.cilla)]

    @rule(whose=SEEDS, where=st.sampled_from([LEKEBERG, OREBRO, OSKARSHAMN]), odd=st.sampled_from(list(ODD)))
    def save(self, whose: int, where: str, odd: str) -> None:
        kept = self._phone(whose)
        place = "skolvagen" if where == LEKEBERG else None
        self._keep(kept, kept.phone.create(**{"municipality": where, "place": place} | ODD[odd]))

    @rule(
        whose=SEEDS,
        which=SEEDS,
        kind=st.sampled_from(["amend", "withdraw", "void"]),
        others=st.integers(0, 9),
    )
    def change(self, whose: int, which: int, kind: str, others: int) -> None:
        """On the phone that it was made on, or on another of the same person's."""
        kept = self._phone(whose)
        made = [
            op
            for other in self.kept
            if other.phone.person == kept.phone.person
            for op in other.ops
            if json.loads(op["body"])["kind"] == "create"
        ]
        if made:
            first = made[which % len(made)]
            activity_id = json.loads(first["body"])["activity_id"]
            rev = max(each.versions.get(activity_id, 1) for each in self.kept)
            more = {"others": others} if kind == "amend" else {}
            self._keep(kept, kept.phone.op(changing(kind, first, rev, **more)))
            kept.versions[activity_id] = rev + 1

    # --- sending -----------------------------------------------------------------

    @rule(whose=SEEDS, how=SEEDS)
    def send_some_in_any_order(self, whose: int, how: int) -> None:
        kept = self._phone(whose)
        self._deliver(kept, self._some(kept, how))

    @rule(whose=SEEDS, how=SEEDS)
    def send_and_lose_the_answer(self, whose: int, how: int) -> None:
        kept = self._phone(whose)
        self._deliver(kept, self._some(kept, how), is_heard=False)

    @rule(whose=SEEDS, how=SEEDS, when=st.sampled_from(["before_commit", "after_commit"]))
    def the_server_dies(self, whose: int, how: int, when: str) -> None:
        kept = self._phone(whose)
        before = self._rows("select count(*) from operation")
        with _dying(when) as died:
            reply = kept.phone.post(kept.phone.batch(*self._some(kept, how)))
        assert reply.status == 500 if died else reply.status in (200, 401, 410)
        if died and when == "before_commit":
            assert self._rows("select count(*) from operation") == before

    @rule(whose=SEEDS, hours=st.integers(-100_000, 100_000))
    def send_by_a_clock_that_is_off(self, whose: int, hours: int) -> None:
        kept = self._phone(whose)
        said = (NOW + timedelta(hours=hours)).isoformat()
        self._deliver(kept, kept.ops[-3:], client_now=said)

    @rule(whose=SEEDS)
    def pull(self, whose: int) -> None:
        self._deliver(self._phone(whose), [])

    @rule(whose=SEEDS)
    def reconcile(self, whose: int) -> None:
        kept = self._phone(whose)
        if not kept.ops or kept.phone.person.id in self.disabled:
            return
        answer = kept.phone.reconcile(*kept.ops).json
        there = {each["op_id"] for each in kept.ops} - set(answer["missing"])
        assert there >= {op["op_id"] for op in kept.ops if op["op_id"] in self.receipts}
        assert answer["different"] == []

    @rule(whose=SEEDS, how=SEEDS)
    def bring_in_a_rescue_file(self, whose: int, how: int) -> None:
        kept = self._phone(whose)
        ops = self._some(kept, how)
        if not ops or kept.phone.person.id in self.disabled:
            return
        answer = self.world.phone(kept.phone.person).rescue(*ops, of=kept.phone)
        assert answer.status == 200, answer.json
        new = [each for each in answer.json["results"] if not each.get("duplicate")]
        self._listen(ops, answer.json["results"])
        for each in new:
            assert each["status"] != "stored" or "rev" not in each, "a rescue file counts at once"

    @rule(whose=SEEDS, how=SEEDS)
    def another_tries_it(self, whose: int, how: int) -> None:
        """Somebody else's session, with this phone's stream, ids and all: nothing comes of it."""
        kept = self._phone(whose)
        ops = self._some(kept, how)
        thief = self.world.phone(self.world.bo)
        known = [op for op in ops if op["op_id"] in self.receipts]
        codes = [each.get("code") for each in thief.send(*known)]
        assert set(codes) <= {"op_id_reused"}, "I8"
        assert (
            set(thief.reconcile(*known).json["missing"]) == {op["op_id"] for op in known} if known else True
        )
        if self._is_known(kept):
            thief.stream_id = kept.phone.stream_id
            assert thief.post(thief.batch(*ops)).status == 403, "I8"

    # --- people and databases ----------------------------------------------------

    @rule(whose=SEEDS)
    def revoke(self, whose: int) -> None:
        kept = self._phone(whose)
        if len([each for each in self.kept if not each.revoked]) > 1:
            self._do(update(StreamRow).where(StreamRow.id == kept.phone.stream_id).values(revoked_at=NOW))
            kept.revoked = bool(self._is_known(kept))

    @rule()
    def disable(self) -> None:
        if self.world.anna.id not in self.disabled:
            with self.world.app.app_context():
                disable_user(db.session(), "anna@example.se", NOW)
            self.disabled.add(self.world.anna.id)

    @rule()
    def let_in_again(self) -> None:
        self.disabled.clear()
        self._do(update(UserRow).values(disabled_at=None))
        self._do(update(SessionRow).values(ended_at=None))

    @rule()
    def copy_the_database(self) -> None:
        close(self.world)
        name = f"copy_{uuid4().hex}"
        self.databases.create_database(name, template=self.name)
        self.copies.append(name)
        counters = self._rows("select municipality, server_seq from counter")
        self.snapshot = name, dict(counters)
        self.snapshot_state = set(self.disabled), {id(each) for each in self.kept if each.revoked}

    @rule()
    def go_back_to_the_copy(self) -> None:
        if self.snapshot is None:
            return
        name, counters = self.snapshot
        close(self.world)
        self.name = f"back_{uuid4().hex}"
        self.copies.append(self.name)
        address = self.databases.create_database(self.name, template=name)
        self.world = replace(self.world, app=open_app(address, self.folder))
        for kept in self.kept:
            kept.phone.client = self.world.app.test_client()
            kept.revoked = id(kept) in self.snapshot_state[1]
        self.disabled = set(self.snapshot_state[0])
        self.receipts = {
            op_id: receipt
            for op_id, receipt in self.receipts.items()
            if receipt["server_seq"] <= counters.get(receipt["ledger"], 0)
        }

    # --- what holds after every step ---------------------------------------------

    @invariant()
    def I3_no_effect_twice(self) -> None:
        assert self._rows("select count(*) - count(distinct op_id) from operation") == [(0,)]

    @invariant()
    def I5_a_receipt_is_true(self) -> None:
        there = {
            str(UUID(str(op_id))): rest
            for op_id, *rest in self._rows("select op_id, municipality, server_seq, status from operation")
        }
        for op_id, receipt in self.receipts.items():
            assert there[op_id] == [receipt["ledger"], receipt["server_seq"], receipt["status"]]

    @invariant()
    def I8_user_isolation(self) -> None:
        for op_id, author in self._rows("select op_id, author from operation"):
            assert self.owners[str(UUID(str(op_id)))].id == str(UUID(str(author)))

    @invariant()
    def I9_municipality_isolation(self) -> None:
        where = self._rows("select municipality, author from activity")
        cillas = {code for code, author in where if str(UUID(str(author))) == self.world.cilla.id}
        annas = {code for code, author in where if str(UUID(str(author))) == self.world.anna.id}
        assert cillas <= {OSKARSHAMN}
        assert annas <= {LEKEBERG, OREBRO}

    @invariant()
    def I10_versions_are_contiguous(self) -> None:
        torn = self._rows(
            "select activity_id from operation where rev is not null group by municipality, activity_id"
            " having count(*) <> max(rev) or min(rev) <> 1"
        )
        assert torn == []

    @invariant()
    def I12_the_projection_is_the_fold_and_I13_the_chain_verifies(self) -> None:
        with self.world.app.app_context():
            for code in (LEKEBERG, OREBRO, OSKARSHAMN, "0000"):
                assert not damage(db.session(), code)
                assert strays(db.session(), code) == []
            db.session.remove()

    @invariant()
    def I15_bodies_are_the_bytes_that_were_saved(self) -> None:
        for op_id, body in self._rows("select op_id, body from operation_body"):
            assert bytes(body).decode() == self.bodies[str(UUID(str(op_id)))]

    def teardown(self) -> None:
        """The faults stop: everybody is let in, offers all of its own, and hears of the others'."""
        try:
            if self.kept:
                self.let_in_again()
                self._do(update(StreamRow).values(revoked_at=None))
                for kept in self.kept:
                    kept.revoked = False
                    self.I6_progress_and_I16_recovery(kept)
                self.I19_all_phones_of_a_user_converge()
                for check in (self.I3_no_effect_twice, self.I5_a_receipt_is_true):
                    check()
        finally:
            close(self.world)
            self._cast.__exit__(None, None, None)
            for name in self.copies:
                self.databases.drop_database(name)

    def I6_progress_and_I16_recovery(self, kept: Kept) -> None:
        waiting = list(kept.ops)
        for _ in range(MOST_ROUNDS):
            if not waiting:
                return
            self._deliver(kept, waiting)
            waiting = [op for op in waiting if op["op_id"] not in self.receipts]
        assert [self._answer_to(kept, op) for op in waiting] == []

    def I19_all_phones_of_a_user_converge(self) -> None:
        for kept in self.kept:
            kept.phone.cursors, kept.told = {}, {}
            self._deliver(kept, [])
        with self.world.app.app_context():
            stands = {code: rebuilt(db.session(), code) for code in (LEKEBERG, OREBRO, OSKARSHAMN)}
            db.session.remove()
        for kept in self.kept:
            own = {
                (code, activity_id): (stored.rev, stored.state.value)
                for code, activities in stands.items()
                for activity_id, stored in activities.items()
                if stored.author == kept.phone.person.id
            }
            told = {
                (each["municipality"], each["activity_id"]): (each["rev"], each["state"])
                for each in kept.told.values()
            }
            assert told == own

    # --- between -----------------------------------------------------------------

    def _keep(self, kept: Kept, op: dict[str, Any]) -> None:
        kept.ops.append(op)
        self.owners[op["op_id"]] = kept.phone.person
        self.bodies[op["op_id"]] = op["body"]

    def _phone(self, whose: int) -> Kept:
        return self.kept[whose % len(self.kept)]

    def _some(self, kept: Kept, how: int) -> list[dict[str, Any]]:
        """Some of what was saved, in any order, some of it twice."""
        chance = random.Random(how)
        some = chance.sample(kept.ops, chance.randint(0, len(kept.ops)))
        return some + chance.sample(some, min(len(some), chance.choice((0, 0, 1))))

    def _deliver(self, kept: Kept, ops: list[dict[str, Any]], *, is_heard: bool = True, **batch: Any) -> None:
        cursors = dict(kept.phone.cursors)
        reply = kept.phone.post(kept.phone.batch(*ops, **batch))
        if kept.revoked:
            assert (reply.status, reply.json["code"]) == (410, "device_revoked")
            return
        assert reply.status == 200, reply.json
        self._listen(ops, reply.json["results"])
        if is_heard:
            self.I11_the_feed_is_in_order_and_I20_tells_no_notes(kept, cursors, reply.json)

    def _listen(self, ops: list[dict[str, Any]], results: list[dict[str, Any]]) -> None:
        """I4 and I7: a result for each, echoing its digest, and every receipt is the first one."""
        assert [each["op_id"] for each in results] == [op["op_id"] for op in ops]
        for op, result in zip(ops, results, strict=True):
            assert result["sha256"] == op["sha256"]
            assert result.get("code") != "internal"
            if "server_seq" in result:
                told = {name: value for name, value in result.items() if name != "duplicate"}
                assert self.receipts.setdefault(op["op_id"], told) == told, "I4"
                activity_id = json.loads(op["body"])["activity_id"]
                for kept in self.kept:
                    if told.get("rev") and any(one is op for one in kept.ops):
                        kept.versions[activity_id] = told["rev"]

    def I11_the_feed_is_in_order_and_I20_tells_no_notes(
        self, kept: Kept, cursors: dict[str, Any], answer: dict[str, Any]
    ) -> None:
        if kept.phone.person.id in self.disabled:
            assert answer["changes"] == []
            return
        places = [(each["municipality"], each["server_seq"]) for each in answer["changes"]]
        assert places == sorted(set(places))
        assert SECRET_WORDS not in json.dumps(answer["changes"], ensure_ascii=False)
        if answer["resync"]:
            kept.phone.cursors, kept.told = {}, {}
            return
        for change in answer["changes"]:
            before = cursors.get(change["municipality"])
            assert before is None or change["server_seq"] > before["server_seq"]
            kept.told[change["activity_id"]] = change
        kept.phone.cursors = cursors | answer["cursors"]
        if answer["more"]:
            self._deliver(kept, [])

    def _answer_to(self, kept: Kept, op: dict[str, Any]) -> tuple[str, str] | None:
        """Why an operation is not settled; None where it builds on what its author never sent or made."""
        [result] = kept.phone.send(op)
        told = result["status"], result.get("code", "")
        # Two phones of one person may number versions of which only one came to be.
        return None if told[1] in ("unknown_activity", "earlier_version_missing") else told

    def _is_known(self, kept: Kept) -> bool:
        streams = self._rows("select id from stream")
        return UUID(kept.phone.stream_id) in {UUID(str(stream_id)) for (stream_id,) in streams}

    def _do(self, statement: Any) -> None:
        with self.world.app.app_context(), writing(db.session()):
            db.session.execute(statement)

    def _rows(self, statement: str) -> list[Any]:
        with self.world.app.app_context():
            found = [tuple(row) for row in db.session.execute(text(statement))]
            db.session.remove()
        return found


def _name_of(address: str) -> str:
    return Path(make_url(address).database or "").stem


@contextmanager
def _dying(when: str) -> Iterator[list[str]]:
    died: list[str] = []

    def die(_session: object) -> None:
        if not died:
            died.append(when)
            raise PowerCutError(when)

    event.listen(ReadWriteSession, when, die)
    try:
        yield died
    finally:
        event.remove(ReadWriteSession, when, die)


@pytest.mark.hypothesis
def test_whatever_happens_every_promise_holds(
    worlds: Mould[World], databases: Databases, tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    caplog.set_level("CRITICAL")  # the servers that die are meant to
    machine: type[SyncDoor] = type(
        "Played", (SyncDoor,), {"worlds": worlds, "databases": databases, "folder": tmp_path}
    )
    with time_machine.travel(NOW, tick=False):
        run_state_machine_as_test(
            machine,
            settings=settings(
                max_examples=EXAMPLES,
                stateful_step_count=STEPS,
                suppress_health_check=list(HealthCheck),
            ),
        )
