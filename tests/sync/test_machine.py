"""The sync door against a model: any order of happenings, and after each of them every promise holds.

Each invariant bears the number that the sync design gives it. A failure prints the steps that led to it; the
same examples are made in every run, and `make prove SEED=…` makes many others.

A server holds I1, I2 and I18 as far as it goes: it settles nothing that it does not keep, what it called
durable is there after any restore, and a phone whose entries it has lost is asked for them. I21's statements
are counted here, its bytes by the simulation.

The machine was seen to fail where the product was broken on purpose: an entry that came beside a repeated one
left out of the projection, a held entry answered and not kept, a withdrawal applied again at each replay, the
cursor moved past what the feed had room for, entries judged by the phone's clock, a statement more for every
item of a batch.
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
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import event, make_url, text, update

from logger.domain.records import StoredActivity
from logger.extensions import ReadWriteSession, db
from logger.services.kept.progress_rebuilding import differing
from logger.services.people.users import disable_user
from logger.services.running.ledger_checks import damage, rebuilt, strays
from logger.services.syncing import feed
from logger.services.transactions import writing
from logger.store.syncing import counters
from logger.store.tables import SessionRow, StreamRow, UserRow
from tests.conftest import PROFILE
from tests.servers.databases import Databases, Mould
from tests.worlds.phones import (
    LEKEBERG,
    NOW,
    OREBRO,
    OSKARSHAMN,
    Person,
    Phone,
    World,
    changing,
    close,
    open_app,
)

SECRET_WORDS = "Lugnt vid Skolvägen"
EXAMPLES, STEPS = (200, 60) if PROFILE == "prove" else (10, 25)
# To make a failure short takes minutes: whoever sees one in `make test` has it by these steps as they are.
PHASES = tuple(Phase) if PROFILE == "prove" else (Phase.generate,)
MOST_STATEMENTS = 12
# But for what is read or noted once. To spare a sign-in its one more, every batch after the first would have
# to join the session's row to what it reads: a phone signs in once in weeks, and sends every day.
ONCE = (
    "UPDATE session SET stream_id",  # a sign-in's first batch: this stream is the one that it sends by
    "SELECT stream.id, stream.user_id, stream.highest_seq",  # or: what had the stream before it, now cleared
    "INSERT INTO counter",  # a ledger's very first batch, which looks for its row in vain, and looks again
    "SELECT vocabulary.kind, vocabulary.code",  # a process's first
    "SELECT pledge_version.sha256, pledge_version.text",  # the same
    'SELECT organisation."key"',
)
TIMES = "select id, started_at, ended_at from activity"
COUNTED = ("status", "code", "rev", "errors", "counted_towards")
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
    """A phone and what was saved on it."""

    phone: Phone
    ops: list[dict[str, Any]] = field(default_factory=list)  # whose payload it still has
    versions: dict[str, int] = field(default_factory=dict)
    told: dict[str, dict[str, Any]] = field(default_factory=dict)  # newest change of each activity
    sent: dict[str, dict[str, Any]] = field(default_factory=dict)  # receipts of what it calls sent
    dropped: list[dict[str, Any]] = field(default_factory=list)
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
        self._open(address, world)
        self.name = _name_of(address)
        self.copies: list[str] = []
        self.snapshot: tuple[str, dict[str, int]] | None = None
        self.kept: list[Kept] = []
        self.receipts: dict[str, dict[str, Any]] = {}  # in the history that stands
        self.owners: dict[str, Person] = {}
        self.bodies: dict[str, str] = {}
        self.disabled: set[str] = set()

    # --- saving ------------------------------------------------------------------

    @initialize(how=SEEDS)
    def two_people_and_three_phones(self, how: int) -> None:
        """Who have been at work: some of it sent, some not, some changed since."""
        world, chance = self.world, random.Random(how)
        self.kept = [Kept(world.phone(who)) for who in (world.anna, world.anna, world.cilla)]
        for whose, kept in enumerate(self.kept):
            self.save(whose, self._home(kept), "sound", 3)
            self.save(whose, LEKEBERG, "sound", 1)  # where the third phone's user may not log
            self._deliver(kept, self._some(kept, chance.getrandbits(32)))
            self.change(whose, chance.getrandbits(32), chance.choice(["amend", "withdraw"]), 1)
        self.copy_the_database()  # so that the database may go back at any moment from now on

    @rule(
        whose=SEEDS,
        where=st.sampled_from([LEKEBERG, OREBRO, OSKARSHAMN]),
        odd=st.sampled_from(list(ODD)),
        many=st.integers(1, 3),
    )
    def save(self, whose: int, where: str, odd: str, many: int) -> None:
        kept = self._phone(whose)
        place = "skolvagen" if where == LEKEBERG else None
        for _ in range(many):
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

    @rule(whose=SEEDS, hours=st.integers(-100_000, 100_000), odd=st.sampled_from(list(ODD)))
    def I14_two_phones_clocks_and_one_entry(self, whose: int, hours: int, odd: str) -> None:
        """Logged twice, once by a clock that is off: the same becomes of both, and the same counts."""
        kept, off = self._phone(whose), timedelta(hours=hours)
        body = {"place": None, "municipality": self._home(kept)} | ODD[odd]
        right = kept.phone.create(**body)
        captured = {"wall": (NOW + off).isoformat(), "mono_ms": 1.5, "boot_id": "b"}
        wrong = kept.phone.create(**body, captured=captured)
        for op, clock in ((right, NOW), (wrong, NOW + off)):
            self._keep(kept, op)
            self._deliver(kept, [op], client_now=clock.isoformat())
        if not kept.revoked:
            one, other = (self.receipts[op["op_id"]] for op in (right, wrong))
            assert {name: one.get(name) for name in COUNTED} == {name: other.get(name) for name in COUNTED}
            times = {str(UUID(str(each))): when for each, *when in self._rows(TIMES)}
            assert times.get(self._id_of(right)) == times.get(self._id_of(wrong)), "I14"

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
        known = [op for op in [*kept.ops, *kept.dropped] if op["op_id"] in self.receipts]
        codes = [each.get("code") for each in thief.send(*known)]
        assert set(codes) <= {"op_id_reused"}, "I8"
        if known:
            told = set(thief.reconcile(*known).json["missing"])
            assert told == {op["op_id"] for op in known}, "I8"
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
        """What is in the copy is durable: phones may drop it."""
        close(self.world)
        name = f"copy_{uuid4().hex}"
        self.databases.create_database(name, template=self.name)
        self.copies.append(name)
        held = dict(self._rows("select municipality, server_seq from counter"))
        self.snapshot = name, held
        with self.world.app.app_context(), writing(db.session()):
            counters.set_durable(db.session(), held)
        self.snapshot_state = set(self.disabled), {id(each) for each in self.kept if each.revoked}

    @rule(whose=SEEDS)
    def go_back_to_the_copy(self, whose: int) -> None:
        """One of the phones asks soon after, and has nothing new to send."""
        assert self.snapshot is not None
        name, numbers = self.snapshot
        close(self.world)
        self.name = f"back_{uuid4().hex}"
        self.copies.append(self.name)
        self.databases.create_database(self.name, template=name)
        self._open(self.databases.app_url_of(self.name), self.world)
        for kept in self.kept:
            kept.phone.client = self.world.app.test_client()
            kept.revoked = id(kept) in self.snapshot_state[1]
        self.disabled = set(self.snapshot_state[0])
        self.receipts = {
            op_id: receipt
            for op_id, receipt in self.receipts.items()
            if receipt["server_seq"] <= numbers.get(receipt["ledger"], 0)
        }
        self.pull(whose)

    # --- what holds after every step ---------------------------------------------

    @invariant()
    def I2_what_a_phone_dropped_is_kept_byte_for_byte(self) -> None:
        if any(kept.dropped for kept in self.kept):
            there = {
                str(UUID(str(op_id))): bytes(body).decode()
                for op_id, body in self._rows("select op_id, body from operation_body")
            }
            for kept in self.kept:
                for op in kept.dropped:
                    assert there[op["op_id"]] == op["body"]
                    assert op["op_id"] in self.receipts

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
                assert differing(db.session(), code) == [], "what is kept is not what is computed"
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
                self.I6_progress_and_I16_recovery()
                self.I11_the_feed_left_nothing_out()
                self.I19_all_phones_of_a_user_converge()
                for check in (
                    self.I2_what_a_phone_dropped_is_kept_byte_for_byte,
                    self.I3_no_effect_twice,
                    self.I5_a_receipt_is_true,
                ):
                    check()
        finally:
            close(self.world)
            self._cast.__exit__(None, None, None)
            for name in self.copies:
                self.databases.drop_database(name)

    def I6_progress_and_I16_recovery(self) -> None:
        """By turns, for one person's phones may build on each other's; as long as anything gets further."""
        waiting = [(kept, list(kept.ops)) for kept in self.kept]
        before = -1
        while before < len(self.receipts):
            before = len(self.receipts)
            for kept, ops in waiting:
                self._deliver(kept, ops)
            waiting = [
                (kept, [op for op in ops if op["op_id"] not in self.receipts]) for kept, ops in waiting
            ]
        unsettled = [self._answer_to(kept, op) for kept, ops in waiting for op in ops]
        assert [answer for answer in unsettled if answer] == []

    def I11_the_feed_left_nothing_out(self) -> None:
        """A phone knows the version that stands by what it was told in passing, and by its own receipts."""
        stands = self._stands()
        for kept in self.kept:
            self._deliver(kept, [])
            known = {activity_id: change["rev"] for activity_id, change in kept.told.items()}
            for op in [*kept.ops, *kept.dropped]:
                rev = self.receipts.get(op["op_id"], {}).get("rev", 0)
                known[self._id_of(op)] = max(known.get(self._id_of(op), 0), rev)
            for (_code, activity_id), (rev, _state) in self._own(kept, stands).items():
                assert known[activity_id] == rev, f"I11 {activity_id}"

    def I19_all_phones_of_a_user_converge(self) -> None:
        """Whoever asks from the beginning is told how everything of their own stands."""
        stands = self._stands()
        for kept in self.kept:
            kept.phone.cursors, kept.told = {}, {}
            self._deliver(kept, [])
            told = {
                (each["municipality"], each["activity_id"]): (each["rev"], each["state"])
                for each in kept.told.values()
            }
            assert told == self._own(kept, stands)

    # --- between -----------------------------------------------------------------

    def _open(self, address: str, world: World) -> None:
        self.world = replace(world, app=open_app(address, self.folder, durable_after="backup"))
        with self.world.app.app_context():
            self.engine = db.engine

    def _stands(self) -> dict[str, dict[str, StoredActivity]]:
        with self.world.app.app_context():
            stands = {code: rebuilt(db.session(), code) for code in (LEKEBERG, OREBRO, OSKARSHAMN)}
            db.session.remove()
        return stands

    def _own(
        self, kept: Kept, stands: dict[str, dict[str, StoredActivity]]
    ) -> dict[tuple[str, str], tuple[int, str]]:
        return {
            (code, activity_id): (stored.rev, stored.state.value)
            for code, activities in stands.items()
            for activity_id, stored in activities.items()
            if stored.author == kept.phone.person.id
        }

    def _home(self, kept: Kept) -> str:
        return OSKARSHAMN if kept.phone.person == self.world.cilla else OREBRO

    @staticmethod
    def _id_of(op: dict[str, Any]) -> str:
        activity_id: str = json.loads(op["body"])["activity_id"]
        return activity_id

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
        before = self._rows("select count(*) from operation")
        with self.I21_few_statements():
            reply = kept.phone.post(kept.phone.batch(*ops, **batch))
        if kept.revoked:
            assert (reply.status, reply.json["code"]) == (410, "device_revoked")
            assert self._rows("select count(*) from operation") == before, "I1 a refused batch left a trace"
            return
        assert reply.status == 200, reply.json
        self._listen(ops, reply.json["results"])
        self.I1_only_what_is_kept_is_settled(ops, reply.json["results"])
        if is_heard:
            self.I18_what_is_called_sent_and_lost_is_asked_for(kept, reply.json, by_cursor=bool(cursors))
            self.I11_the_feed_is_in_order_and_I20_tells_no_notes(kept, cursors, reply.json)
            self._hear(kept, reply.json)

    @contextmanager
    def I21_few_statements(self) -> Iterator[None]:
        """A batch costs the same few statements whatever is in it, and whatever has to be told."""
        asked: list[str] = []
        once: list[str] = []

        def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            if statement.startswith(ONCE):
                once.append(next(name for name in ONCE if statement.startswith(name)))
            elif not statement.startswith("BEGIN"):
                asked.append(statement)

        event.listen(self.engine, "before_cursor_execute", note)
        yield
        event.remove(self.engine, "before_cursor_execute", note)
        assert len(once) == len(set(once)), f"I21 more than once: {once}"
        in_vain = once.count("INSERT INTO counter")
        assert len(asked) - in_vain <= MOST_STATEMENTS, "I21 " + "; ".join(each[:60] for each in asked)

    def I1_only_what_is_kept_is_settled(
        self, ops: list[dict[str, Any]], results: list[dict[str, Any]]
    ) -> None:
        """A phone keeps whatever it is not given a receipt for; a receipt, or an "again", is true as told."""
        there = {str(UUID(str(op_id))) for (op_id,) in self._rows("select op_id from operation")}
        for op, result in zip(ops, results, strict=True):
            assert (result["status"] == "retry") == (op["op_id"] not in there), f"I1 {result}"

    def I18_what_is_called_sent_and_lost_is_asked_for(
        self, kept: Kept, answer: dict[str, Any], *, by_cursor: bool
    ) -> None:
        """By the next answer; where the database goes back twice before it gave a cursor, within the day."""
        lost = [op_id for op_id in kept.sent if op_id not in self.receipts]
        if lost and not by_cursor:
            asked = kept.phone.reconcile(*(op for op in kept.ops if op["op_id"] in lost))
            assert set(asked.json["missing"]) == set(lost), f"I18 {lost} are called sent"
        else:
            assert answer["resync"] or not lost, f"I18 {lost} are called sent, and are not there"
        for op_id in lost:
            del kept.sent[op_id]

    def _hear(self, kept: Kept, answer: dict[str, Any]) -> None:
        """The phone notes what it may call sent, and drops what is durable: never by a forgetful server."""
        if answer["resync"] or kept.phone.person.id in self.disabled:
            return
        kept.sent |= {
            each["op_id"]: each
            for each in answer["results"]
            if each["status"] == "stored" and each["ledger"] in answer["cursors"]
        }
        durable = answer["durable_through"]
        gone = [
            op
            for op in kept.ops
            if (receipt := kept.sent.get(op["op_id"]))
            and receipt["server_seq"] <= durable.get(receipt["ledger"], -1)
        ]
        kept.dropped += gone
        kept.ops = [op for op in kept.ops if op not in gone]

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
    worlds: Mould[World],
    databases: Databases,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
):
    caplog.set_level("CRITICAL")  # the servers that die are meant to
    monkeypatch.setattr(feed, "MOST_CHANGES", 2)  # so that feeds come in pieces
    machine: type[SyncDoor] = type(
        "Played", (SyncDoor,), {"worlds": worlds, "databases": databases, "folder": tmp_path}
    )
    with time_machine.travel(NOW, tick=False):
        run_state_machine_as_test(
            machine,
            settings=settings(
                max_examples=EXAMPLES,
                stateful_step_count=STEPS,
                phases=PHASES,
                suppress_health_check=list(HealthCheck),
            ),
        )
