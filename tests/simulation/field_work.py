"""Days in the field: bursts of entries, each followed by sending as far as it goes."""

from collections.abc import Callable

from tests.simulation.kept import MOST, Handset
from tests.simulation.people import DAY, HOUR, Person
from tests.simulation.world import World

BURSTS = 1
Event = Callable[[], None]


class FieldWork:
    """What people do when nothing but the weather goes wrong; `on_day` is what may happen to them first."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.on_day: Callable[[Person], None] = lambda _person: None

    def stint(self, person: Person, most: int) -> Event:
        """A day or three."""
        world = self.world

        def begin() -> None:
            now = world.server.now
            if not person.gone:
                self.on_day(person)
            if person.gone:
                return
            for _ in range(BURSTS):
                world.at(now + world.chance.uniform(0, 3 * DAY), self._burst(person, most, now + 4 * DAY))

        return begin

    def send(self, person: Person, until: float) -> Event:
        """Send until nothing is left, or until then."""
        world, phone = self.world, person.phone

        def drain() -> None:
            if person.gone:
                return
            phone.now = world.server.now
            wait = phone.drain(world.network)
            if phone.run.paused == "revoked":
                self.rescue(person)
                return
            if person.resident.id in world.shut_out and phone.run.paused:
                return
            if phone.run.paused and world.chance.random() < 0.8:
                world.sign_in(person)
                wait = 60.0
            if wait is not None and world.server.now + wait < until:
                world.at(world.server.now + wait, drain)

        return drain

    def rescue(self, person: Person) -> None:
        """The phone cannot send any more; what it has not sent is brought in as a file by another."""
        world, disk = self.world, person.phone.disk
        if person.resident.id in world.shut_out:
            return
        items = [*disk.unsent(), *disk.needing()]
        handset = Handset(f"heir-{world.number}")
        handset.user_id = person.phone.user_id
        world.server.begin_session(handset.secret, person.phone.user_id)
        for at in range(0, len(items), MOST):
            world.network.bring_in(disk.stream_id, items[at : at + MOST], handset.secret, person.phone)
        world.oracle.died(disk.items.values())
        person.gone = True
        heir = world.hand_out_another(person.phone.user_id, handset)
        world.at(world.server.now + HOUR, self.stint(heir, 5))
        world.outcome.count("rescue file")

    def _burst(self, person: Person, most: int, until: float) -> Event:
        world = self.world

        def work() -> None:
            if person.gone:
                return
            person.phone.now = world.server.now
            world.sign_in(person)
            world.outcome.saved += person.work(max(1, int(world.chance.gauss(most, most / 3))))
            if world.chance.random() < 0.7:
                world.outcome.saved += person.see_to_needs()
            self.send(person, until)()

        return work
