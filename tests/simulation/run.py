"""One simulation from beginning to end: the events in their order, and what is found when all is quiet."""

import gc
import random
import time
from pathlib import Path

from tests.simulation.desk import MERGED
from tests.simulation.ending import come_to_rest
from tests.simulation.field_work import BURSTS, FieldWork
from tests.simulation.kept import Handset
from tests.simulation.mishaps import Mishaps
from tests.simulation.mix import ENOUGH, missing
from tests.simulation.people import DAY
from tests.simulation.plan import Outcome, Plan
from tests.simulation.restores import Restores
from tests.simulation.verdict import verdict_on
from tests.simulation.world import World

WEEKS_A_PHONE = 6 * 7 * DAY  # how long a phone is in use
STINTS = 3
PEOPLE_SHARING = 0.2
OPS_AT_A_DESK = 1_500
MOST_SENT = 3.0  # bytes for each byte that was logged, whatever went wrong


class Simulation:
    """The town at work."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        self.plan = plan
        self.world = World(plan, folder)
        self.server, self.outcome = self.world.server, self.world.outcome
        self._work = FieldWork(self.world)
        self._mishaps = Mishaps(self.world, self._work)
        self._work.on_day = self._mishaps.happen
        self._turn = 0
        self._deeds = [*Restores(self.world).planned(), (plan.ops // 2, self._owe)]
        self._deeds.sort(key=lambda deed: deed[0], reverse=True)
        self._hand_out_phones()
        for _ in range(plan.ops // OPS_AT_A_DESK):
            self.world.at(self.world.chance.uniform(0, plan.seconds), self.world.desk.work)

    def play(self) -> Outcome:
        """Everything happens; then the faults stop, everybody drains, and it is all compared."""
        world, outcome = self.world, self.outcome
        began = time.perf_counter()
        gc.disable()
        while self._goes_on():
            if world.is_idle():  # somebody has a little more to do
                person = world.chance.choice(world.people)
                world.at(world.server.now + DAY, self._work.stint(person, max(1, self.plan.ops // 2000)))
            world.go_on()
            self._keep_to_the_plan()
            self._tidy()
        if not world.oracle.has_seen_enough():
            come_to_rest(world, self._work)
            outcome.verdict = verdict_on(world)
        outcome.fired |= world.network.fired
        outcome.requests, outcome.sent = world.network.requests, world.network.sent
        outcome.wire = world.network.wire / max(1, world.oracle.weight)
        if self.plan.ops >= ENOUGH:
            self._must_have_been_enough()
        outcome.took = time.perf_counter() - began
        gc.enable()
        gc.unfreeze()
        return outcome

    def _goes_on(self) -> bool:
        is_played = self.world.is_idle() and self.outcome.saved >= self.plan.ops
        return not is_played and not self.world.oracle.has_seen_enough()

    def _tidy(self) -> None:
        """What is remembered is never garbage: to look it through again and again takes long."""
        self._turn += 1
        if self._turn % 1_000 == 0:
            gc.collect(1)
            gc.freeze()

    def _must_have_been_enough(self) -> None:
        """Of a run of some length it is asked that everything happened, and that nothing was wasted."""
        must, wire = self.world.oracle.must, self.outcome.wire
        for name in missing(self.outcome.fired):
            must(False, f"it never happened: {name}")
        must(wire <= MOST_SENT, f"I21 {wire:.2f} bytes were sent for one")

    def _hand_out_phones(self) -> None:
        world, plan = self.world, self.plan
        most = max(1, round(plan.ops / plan.phones / STINTS / BURSTS))
        residents = world.server.town.people
        secrets = random.Random(plan.seed + 2)
        handset = None
        for number in range(plan.phones):
            resident = residents[number % len(residents)]
            if handset is None or world.chance.random() > PEOPLE_SHARING:
                handset = Handset(f"{secrets.getrandbits(128):032x}")
            person = world.hand_out(number, resident.id, handset)
            starts = world.chance.uniform(0, max(DAY, plan.seconds - WEEKS_A_PHONE))
            for _ in range(STINTS):
                world.at(starts + world.chance.uniform(0, WEEKS_A_PHONE), self._work.stint(person, most))

    def _keep_to_the_plan(self) -> None:
        while self._deeds and self.outcome.saved >= self._deeds[-1][0]:
            self._deeds.pop()[1]()

    def _owe(self) -> None:
        """Half is done: whatever has not happened by now happens at the next occasion."""
        self.world.network.owe()
        self.world.desk.owes_merging = MERGED not in self.outcome.fired
        self._mishaps.owe()
