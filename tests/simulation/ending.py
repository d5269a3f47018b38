"""How a simulation ends: the faults stop, and everybody sends everything and sees to what needs them."""

from tests.simulation.field_work import FieldWork
from tests.simulation.people import Person
from tests.simulation.world import World

ROUNDS = 40


def come_to_rest(world: World, work: FieldWork) -> None:
    """Return when nobody has anything left to do, or with a violation where that does not come."""
    world.network.calm = True
    for user_id in sorted(world.shut_out):
        world.let_in(user_id)
    while world.network.late:
        world.network.post_late()
    for person in [each for each in world.people if not each.gone]:
        _drain(world, work, person)
    if world.oracle.violations:
        return
    for person in world.people:  # once more, to hear of what others did meanwhile
        if not person.gone:
            person.phone.disk.last_reconcile = -1e12
            _drain(world, work, person)


def _drain(world: World, work: FieldWork, person: Person) -> None:
    server, phone, disk = world.server, person.phone, person.phone.disk
    for _ in range(ROUNDS):
        server.now += 1.0
        phone.now = server.now
        disk.last_contact = -1e12
        world.sign_in(person)
        wait = phone.drain(world.network)
        if phone.run.paused == "revoked":
            work.rescue(person)
            return
        if wait is None and not disk.unsent():
            done = person.see_to_needs()
            world.outcome.saved += done
            if not done and not disk.unsent() and not disk.needing():
                return
        server.now += wait or 0.0
    waiting = [item.receipt for item in disk.unsent()[:3]]
    world.oracle.must(False, f"I6 phone {phone.number} is not done: {waiting}")
