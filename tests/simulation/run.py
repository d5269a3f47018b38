"""One simulation from beginning to end: the events in their order, and what is found when all is quiet."""

import copy
import gc
import heapq
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from uuid import UUID

from logger.extensions import db
from logger.services.people.users import disable_user
from tests.simulation.decisions import Decisions
from tests.simulation.desk import MERGED, Desk
from tests.simulation.mix import ENOUGH, TO_A_PHONE, missing
from tests.simulation.network import FaultyNetwork
from tests.simulation.notices import TOLD, Notices
from tests.simulation.oracle import Oracle
from tests.simulation.people import DAY, HOUR, MINUTE, Person
from tests.simulation.phone import MOST, Handset, Item, Phone
from tests.simulation.server import Server
from tests.simulation.verdict import Verdict, verdict_on

WEEKS_A_PHONE = 6 * 7 * DAY  # how long a phone is in use
STINTS, BURSTS = 3, 1
OPS_BETWEEN_RESTORES = 9_500
DAYS_BETWEEN_RESTORES = 28
PEOPLE_SHARING = 0.2
OPS_AT_A_DESK = 1_500
MOST_TRIES = 20  # to let happen what has not happened by itself
MOST_SENT = 3.0  # bytes for each byte that was logged, whatever went wrong
# Restores that go by the product's own backup and restore; the rest copy the file, which takes no time.
FIRST_BY_PRODUCT, THEN_EVERY = 1, 50


@dataclass(frozen=True)
class Plan:
    """How much of everything."""

    ops: int
    phones: int
    restores: int
    seed: int

    @property
    def seconds(self) -> float:
        """How long it all takes by the virtual clock."""
        return max(self.restores, 1) * DAYS_BETWEEN_RESTORES * DAY


@dataclass
class Outcome:
    """What came of it."""

    plan: Plan
    saved: int = 0
    restores: int = 0
    backups: int = 0
    took: float = 0.0
    lost_with_phones: int = 0
    fired: dict[str, int] = field(default_factory=dict)
    oracle: Oracle = field(default_factory=Oracle)
    requests: int = 0
    sent: int = 0
    wire: float = 0.0
    verdict: Verdict | None = None


class Simulation:
    """The town at work."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        self.plan = plan
        self.chance = random.Random(plan.seed)
        self.server = Server(folder, max(10, int(plan.phones * 0.55)))
        self.oracle = Oracle()
        self.outcome = Outcome(plan, oracle=self.oracle)
        self.notices = Notices(self.server, self.oracle.must, self.count)
        self.decisions = Decisions(self.server, self.oracle.must)
        self.network = FaultyNetwork(self.server, self.oracle, self.notices, random.Random(plan.seed + 1))
        self.desk = Desk(self.server, self.oracle, self.decisions, random.Random(plan.seed + 3), self.count)
        self.owed: list[str] = []
        self.patience = 0
        self.people: list[Person] = []
        self.shut_out: set[str] = set()
        self.events: list[tuple[float, int, Callable[[], None]]] = []
        self.number = self.turn = 0
        self.backed_up: dict[str, int] | None = None
        self._plan_restores()
        self._hand_out_phones()
        for _ in range(plan.ops // OPS_AT_A_DESK):
            self._at(self.chance.uniform(0, plan.seconds), self.desk.work)

    def play(self) -> Outcome:
        """Everything happens; then the faults stop, everybody drains, and it is all compared."""
        began = time.perf_counter()
        gc.disable()
        while self.events or self.outcome.saved < self.plan.ops:
            if not self.events:  # somebody has a little more to do
                person = self.chance.choice(self.people)
                self._at(self.server.now + DAY, self._stint(person, max(1, self.plan.ops // 2000)))
            self.server.now, _, event = heapq.heappop(self.events)
            event()
            self._keep_to_the_plan()
            self._tidy()
        self._drain()
        self.outcome.verdict = verdict_on(self)
        self.outcome.fired |= self.network.fired
        self.outcome.requests, self.outcome.sent = self.network.requests, self.network.sent
        self.outcome.wire = self.network.wire / max(1, self.oracle.weight)
        if self.plan.ops >= ENOUGH:
            self._must_have_been_enough()
        self.outcome.took = time.perf_counter() - began
        gc.enable()
        gc.unfreeze()
        return self.outcome

    def _tidy(self) -> None:
        """What is remembered is never garbage: to look it through again and again takes long."""
        self.turn += 1
        if self.turn % 1_000 == 0:
            gc.collect(1)
            gc.freeze()

    def _must_have_been_enough(self) -> None:
        """Of a run of some length it is asked that everything happened, and that nothing was wasted."""
        for name in missing(self.outcome.fired):
            self.oracle.must(False, f"it never happened: {name}")
        self.oracle.must(
            self.outcome.wire <= MOST_SENT, f"I21 {self.outcome.wire:.2f} bytes were sent for one"
        )

    def count(self, what: str) -> None:
        """A fault that happened."""
        self.outcome.fired[what] = self.outcome.fired.get(what, 0) + 1

    # --- the plan ----------------------------------------------------

    def _plan_restores(self) -> None:
        """After how many saved operations the database is copied, and after how many put back."""
        self.deeds: list[tuple[int, Callable[[], None]]] = []
        between = self.plan.ops / (self.plan.restores + 1)
        for number in range(1, self.plan.restores + 1):
            at = between * (number + self.chance.uniform(-0.1, 0.1))
            erased = between * self.chance.uniform(0.12, 0.22)
            self.deeds += [(int(at - erased), partial(self._back_up, number)), (int(at), self._restore)]
            # A later one, that cannot be read when it is wanted.
            if self.chance.random() < 0.3 or number == 1:
                self.deeds.insert(-1, (int(at - erased / 2), self._back_up_in_vain))
        self.deeds.append((self.plan.ops // 2, self._owe))
        self.deeds.sort(key=lambda deed: deed[0], reverse=True)

    def _hand_out_phones(self) -> None:
        most = max(1, round(self.plan.ops / self.plan.phones / STINTS / BURSTS))
        residents = self.server.town.people
        secrets = random.Random(self.plan.seed + 2)
        handset = None
        for number in range(self.plan.phones):
            resident = residents[number % len(residents)]
            if handset is None or self.chance.random() > PEOPLE_SHARING:
                handset = Handset(f"{secrets.getrandbits(128):032x}")
            person = self._person(number, resident.id, handset)
            starts = self.chance.uniform(0, max(DAY, self.plan.seconds - WEEKS_A_PHONE))
            for _ in range(STINTS):
                self._at(starts + self.chance.uniform(0, WEEKS_A_PHONE), self._stint(person, most))

    def _person(self, number: int, user_id: str, handset: Handset) -> Person:
        chance = random.Random(self.plan.seed * 1_000_003 + number)
        phone = Phone(number, user_id, handset, chance)
        phone.on_ack = self.oracle.acknowledged
        phone.on_decision = self._hear_decision
        phone.on_answer = self.decisions.heard
        phone.on_explain = self._explain
        resident = next(each for each in self.server.town.people if each.id == user_id)
        person = Person(resident, phone, self.oracle, chance)
        self.people.append(person)
        return person

    def _new_number(self) -> int:
        self.number += 1
        return 1_000_000 + self.number

    def _at(self, when: float, event: Callable[[], None]) -> None:
        self.number += 1
        heapq.heappush(self.events, (when, self.number, event))

    def _keep_to_the_plan(self) -> None:
        while self.deeds and self.outcome.saved >= self.deeds[-1][0]:
            self.deeds.pop()[1]()

    def _owe(self) -> None:
        """Half is done: whatever has not happened by now happens at the next occasion."""
        self.network.owe()
        self.desk.owes_merging = MERGED not in self.outcome.fired
        self.patience = MOST_TRIES
        self.owed = self._owing()

    def _owing(self) -> list[str]:
        """What is still to happen to a phone: not every phone is one that it can happen to."""
        # Whoever was cleared has to be told so too: not everybody had sent just before.
        proofs = {"evicted storage": TOLD["storage_lost"]}
        self.patience -= 1
        left = [
            name for name in TO_A_PHONE if not {name, proofs.get(name, name)} <= self.outcome.fired.keys()
        ]
        return left if self.patience else []

    def _back_up(self, number: int) -> None:
        by_product = number <= FIRST_BY_PRODUCT or number % THEN_EVERY == 0
        self.backed_up = self.server.back_up(by_product=by_product)
        short = self.server.rows("select 1 from counter where durable_through < server_seq")
        self.oracle.must(not short, "I2 what a backup holds is not called durable")
        self.outcome.backups += 1

    def _back_up_in_vain(self) -> None:
        self.server.call_durable()
        self.count("newest backup unreadable")

    def _restore(self) -> None:
        before, after = self.server.counters(), self.backed_up or {}
        if self.server.restore():
            self.count("restored by the product itself")
        self.oracle.must(
            self.server.counters() == after, "I16 a restore left other ledgers than were backed up"
        )
        self.oracle.restored(before, after)
        self.decisions.restored(after)
        self.notices.restored()
        self.server.do("update user set disabled_at = null")  # an administrator sees to it, either way
        for user_id in sorted(self.shut_out):
            self.server.do("update user set disabled_at = created_at where id = ?", UUID(user_id).hex)
        self.outcome.restores += 1

    # --- field work --------------------------------------------------

    def _stint(self, person: Person, most: int) -> Callable[[], None]:
        """A day or three in the field: bursts of entries, each followed by sending as far as it goes."""

        def begin() -> None:
            now = self.server.now
            if not person.gone:
                self._something_happens(person)
            if person.gone:
                return
            for _ in range(BURSTS):
                self._at(now + self.chance.uniform(0, 3 * DAY), self._burst(person, most, now + 4 * DAY))

        return begin

    def _burst(self, person: Person, most: int, until: float) -> Callable[[], None]:
        def work() -> None:
            if person.gone:
                return
            person.phone.now = self.server.now
            self._sign_in(person)
            self.outcome.saved += person.work(max(1, int(self.chance.gauss(most, most / 3))))
            if self.chance.random() < 0.7:
                self.outcome.saved += person.see_to_needs()
            self._send(person, until)()

        return work

    def _send(self, person: Person, until: float) -> Callable[[], None]:
        def drain() -> None:
            if person.gone:
                return
            person.phone.now = self.server.now
            wait = person.phone.drain(self.network)
            if person.phone.run.paused == "revoked":
                self._rescue(person)
                return
            if person.resident.id in self.shut_out and person.phone.run.paused:
                return
            if person.phone.run.paused and self.chance.random() < 0.8:
                self._sign_in(person)
                wait = 60.0
            if wait is not None and self.server.now + wait < until:
                self._at(self.server.now + wait, drain)

        return drain

    def _sign_in(self, person: Person) -> None:
        if person.resident.id in self.shut_out:
            return
        handset = person.phone.handset
        if handset.user_id not in (None, person.phone.user_id):
            self.count("shared phone: another takes over")
        is_over = person.phone.run.paused == "reauth"
        if is_over:
            self.count("session expired")
        if is_over or not self.server.is_signed_in(handset.secret, person.phone.user_id):
            self.server.begin_session(handset.secret, person.phone.user_id)
            self.notices.signed_in(handset.secret)
        handset.user_id = person.phone.user_id
        person.phone.run.paused = None

    def _explain(self, emptied: list[Item]) -> None:
        self.oracle.explained(emptied)
        self.count("told: the number of what was thrown away")

    def _hear_decision(self, item: Item) -> None:
        if item.closed:
            self.oracle.put_aside(item)
        self.count("told: refused at a desk" if item.closed else "told: taken in at a desk")

    # --- what happens to phones --------------------------------------

    def _something_happens(self, person: Person) -> None:
        deeds: dict[str, Callable[[Person], None]] = {
            "cloned profile": self._clone,
            "evicted storage": self._evict,
            "clock set wrong": self._set_clock_wrong,
            "clock set right": self._set_clock_right,
            "disabled user": self._shut_out,
            "revoked device": self._revoke,
            "rescue file": self._rescue,
        }
        if self.owed:
            deeds[self.owed.pop()](person)
            self.owed = self.owed or self._owing()
            return
        luck = self.chance.random() * 1000
        for name, often in TO_A_PHONE.items():
            luck -= often
            if luck < 0:
                deeds[name](person)
                return

    def _set_clock_wrong(self, person: Person) -> None:
        """± minutes, a day, ten years."""
        off = self.chance.choice((90 * MINUTE, -20 * MINUTE, DAY, -DAY, 3650 * DAY, -3650 * DAY, HOUR))
        person.phone.handset.clock_off = float(off)
        self.count("clock set wrong")

    def _set_clock_right(self, person: Person) -> None:
        person.phone.handset.clock_off = 0.0
        self.count("clock set right")

    def _revoke(self, person: Person) -> None:
        if self.server.has_stream(person.phone.disk.stream_id):
            revoked = self.server.time().strftime("%Y-%m-%d %H:%M:%S.%f")
            stream_id = UUID(person.phone.disk.stream_id).hex
            self.server.do("update stream set revoked_at = ? where id = ?", revoked, stream_id)
            self.count("revoked device")

    def _clone(self, person: Person) -> None:
        """The phone's backup is put onto a new one, and both are used."""
        if not person.phone.disk.items:
            return
        handset = Handset(f"clone-{self.number}", clock_off=person.phone.handset.clock_off)
        twin = self._person(self._new_number(), person.phone.user_id, handset)
        twin.phone.disk = copy.deepcopy(person.phone.disk)
        self.notices.cloned(twin.phone.disk.stream_id)
        twin.entries = dict(person.entries)
        self._at(self.server.now + self.chance.uniform(0, 9 * DAY), self._stint(twin, 5))
        self.count("cloned profile")

    def _shut_out(self, person: Person) -> None:
        """A user is disabled with a full outbox, and let in again when that was a mistake."""
        self.shut_out.add(person.resident.id)
        with self.server.app.app_context():
            disable_user(db.session(), person.resident.email, self.server.time())
            db.session.remove()
        self.count("disabled user")
        later = self.server.now + self.chance.uniform(HOUR, 5 * DAY)
        self._at(later, lambda: self._let_in(person.resident.id))

    def _let_in(self, user_id: str) -> None:
        self.shut_out.discard(user_id)
        self.server.do("update user set disabled_at = null where id = ?", UUID(user_id).hex)

    def _rescue(self, person: Person) -> None:
        """The phone cannot send any more; what it has not sent is brought in as a file by another."""
        if person.resident.id in self.shut_out:
            return
        items = [*person.phone.unsent(), *person.phone.needing()]
        stream_id = person.phone.disk.stream_id
        handset = Handset(f"heir-{self.number}")
        handset.user_id = person.phone.user_id
        self.server.begin_session(handset.secret, person.phone.user_id)
        for at in range(0, len(items), MOST):
            self.network.bring_in(stream_id, items[at : at + MOST], handset.secret, person.phone)
        self.oracle.died(person.phone.disk.items.values())
        person.gone = True
        heir = self._person(self._new_number(), person.phone.user_id, handset)
        self._at(self.server.now + HOUR, self._stint(heir, 5))
        self.count("rescue file")

    def _evict(self, person: Person) -> None:
        """The browser throws everything away; its person opens the app, and goes on with an empty log.

        They have just sent: it is still their session, and the server remembers who sent in it.
        """
        if person.resident.id in self.shut_out:
            return
        person.phone.now = self.server.now
        self._sign_in(person)
        self._send(person, 0.0)()
        if person.gone:
            return
        self.outcome.lost_with_phones += self.oracle.died(person.phone.disk.items.values())
        person.gone = True
        heir = self._person(self._new_number(), person.phone.user_id, person.phone.handset)
        self._send(heir, self.server.now + 2 * HOUR)()
        self._at(self.server.now + HOUR, self._stint(heir, 5))
        self.count("evicted storage")

    # --- the end -----------------------------------------------------

    def _drain(self) -> None:
        """The faults stop. Everybody sends everything, sees to what needs them, and sends that."""
        self.network.calm = True
        for user_id in sorted(self.shut_out):
            self._let_in(user_id)
        while self.network.late:
            self.network.post_late()
        left = [each for each in self.people if not each.gone]
        while left:
            for person in left:
                self._drain_one(person)
            left = [each for each in left if not each.gone and each.phone.needing()]
            self.oracle.must(not left or self.outcome.saved < 2 * self.plan.ops, "I6 it goes on for ever")
            if self.oracle.violations:
                return
        for person in self.people:  # once more, to hear of what others did meanwhile
            if not person.gone:
                person.phone.disk.last_reconcile = -1e12
                self._drain_one(person)

    def _drain_one(self, person: Person) -> None:
        phone = person.phone
        for _ in range(40):
            self.server.now += 1.0
            phone.now = self.server.now
            phone.disk.last_contact = -1e12
            self._sign_in(person)
            wait = phone.drain(self.network)
            if phone.run.paused == "revoked":
                self._rescue(person)
                return
            if wait is None and not phone.unsent():
                done = person.see_to_needs()
                self.outcome.saved += done
                if not done and not phone.unsent() and not phone.needing():
                    return
            self.server.now += wait or 0.0
        self.oracle.must(
            False, f"I6 phone {phone.number} is not done: {[i.receipt for i in phone.unsent()[:3]]}"
        )
