"""What a simulation is played with: a town and its server, people with phones, one clock and one chance."""

import heapq
import random
from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import UUID

from tests.simulation.decisions import Decisions
from tests.simulation.desk import Desk
from tests.simulation.kept import Handset, Item
from tests.simulation.map import WELCOME_NOW, TownMap
from tests.simulation.network import FaultyNetwork
from tests.simulation.notices import Notices
from tests.simulation.oracle import Oracle
from tests.simulation.people import Person
from tests.simulation.phone import Phone
from tests.simulation.plan import Outcome, Plan
from tests.simulation.server import Server
from tests.simulation.settling import Heard


class World:
    """Everything that outlives an event, and the events to come."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        self.plan = plan
        self.chance = random.Random(plan.seed)
        self.server = Server(folder, max(10, int(plan.phones * 0.55)))
        self.oracle = Oracle()
        self.outcome = Outcome(plan, oracle=self.oracle)
        self.notices = Notices(self.server, self.oracle.must, self.outcome.count)
        self.map = TownMap(self.server)
        self.decisions = Decisions(self.server, self.oracle.must)
        self.network = FaultyNetwork(self.server, self.oracle, self.notices, random.Random(plan.seed + 1))
        chance = random.Random(plan.seed + 3)
        self.desk = Desk(self.server, self.oracle, self.decisions, chance, self.outcome.count)
        self.people: list[Person] = []
        self.shut_out: set[str] = set()
        self._events: list[tuple[float, int, Callable[[], None]]] = []
        self.number = 0

    # --- time --------------------------------------------------------

    def at(self, when: float, event: Callable[[], None]) -> None:
        """It happens then."""
        self.number += 1
        heapq.heappush(self._events, (when, self.number, event))

    def is_idle(self) -> bool:
        """Nothing is to happen any more."""
        return not self._events

    def go_on(self) -> None:
        """The next event happens, and it is as late as that."""
        self.server.now, _, event = heapq.heappop(self._events)
        event()

    # --- people ------------------------------------------------------

    def hand_out(self, number: int, user_id: str, handset: Handset) -> Person:
        """Somebody gets a phone."""
        chance = random.Random(self.plan.seed * 1_000_003 + number)
        phone = Phone(number, user_id, handset, chance)
        phone.heard = Heard(self.oracle.acknowledged, self._hear_decision)
        phone.on_answer = self.decisions.heard
        phone.on_explain = partial(self._explain, phone)
        resident = next(each for each in self.server.town.people if each.id == user_id)
        person = Person(resident, phone, self.oracle, self.map, chance)
        self.people.append(person)
        return person

    def hand_out_another(self, user_id: str, handset: Handset) -> Person:
        """One more phone than there were at first."""
        self.number += 1
        return self.hand_out(1_000_000 + self.number, user_id, handset)

    def sign_in(self, person: Person) -> None:
        """On the phone in the hand, whoever was signed in there before."""
        if person.resident.id in self.shut_out:
            return
        handset, count = person.phone.handset, self.outcome.count
        if handset.user_id not in (None, person.phone.user_id):
            count("shared phone: another takes over")
        is_over = person.phone.run.paused == "reauth"
        if is_over:
            count("session expired")
        if is_over or not self.server.is_signed_in(handset.secret, person.phone.user_id):
            self.server.begin_session(handset.secret, person.phone.user_id)
            self.notices.signed_in(handset.secret)
        handset.user_id = person.phone.user_id
        person.phone.run.paused = None

    def let_in(self, user_id: str) -> None:
        """Shutting them out was a mistake."""
        self.shut_out.discard(user_id)
        self.server.do("update user set disabled_at = null where id = ?", UUID(user_id).hex)

    def _explain(self, phone: Phone, emptied: list[Item]) -> None:
        self.oracle.explained(emptied)
        self.outcome.count("told: the number of what was thrown away")
        for item in emptied:
            if self.map.has_by_now(phone.disk.items[item.seq].body):
                self.outcome.count(WELCOME_NOW)

    def _hear_decision(self, item: Item) -> None:
        if item.closed:
            self.oracle.put_aside(item)
        self.outcome.count("told: refused at a desk" if item.closed else "told: taken in at a desk")
