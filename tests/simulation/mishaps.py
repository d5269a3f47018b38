"""What happens to phones and their people: copied, cleared, shut out, revoked, a clock set wrong."""

import copy
from collections.abc import Callable
from uuid import UUID

from logger.extensions import db
from logger.services.people.users import disable_user
from tests.simulation.field_work import FieldWork
from tests.simulation.kept import Handset
from tests.simulation.mix import TO_A_PHONE
from tests.simulation.notices import TOLD
from tests.simulation.people import DAY, HOUR, MINUTE, Person
from tests.simulation.world import World

MOST_TRIES = 20  # to let happen what has not happened by itself


class Mishaps:
    """Drawn by their weights; half-way, whatever has not happened by then is owed."""

    def __init__(self, world: World, work: FieldWork) -> None:
        self.world = world
        self.work = work
        self._owed: list[str] = []
        self._patience = 0
        self._deeds: dict[str, Callable[[Person], None]] = {
            "cloned profile": self._clone,
            "evicted storage": self._evict,
            "clock set wrong": self._set_clock_wrong,
            "clock set right": self._set_clock_right,
            "disabled user": self._shut_out,
            "revoked device": self._revoke,
            "rescue file": work.rescue,
        }

    def happen(self, person: Person) -> None:
        """Mostly nothing."""
        if self._owed:
            self._deeds[self._owed.pop()](person)
            self._owed = self._owed or self._owing()
            return
        luck = self.world.chance.random() * 1000
        for name, often in TO_A_PHONE.items():
            luck -= often
            if luck < 0:
                self._deeds[name](person)
                return

    def owe(self) -> None:
        """What has not happened by now happens at the next occasion."""
        self._patience = MOST_TRIES
        self._owed = self._owing()

    def _owing(self) -> list[str]:
        """What is still to happen to a phone: not every phone is one that it can happen to."""
        # Whoever was cleared has to be told so too: not everybody had sent just before.
        proofs = {"evicted storage": TOLD["storage_lost"]}
        self._patience -= 1
        fired = self.world.outcome.fired.keys()
        left = [name for name in TO_A_PHONE if not {name, proofs.get(name, name)} <= fired]
        return left if self._patience else []

    def _set_clock_wrong(self, person: Person) -> None:
        """± minutes, a day, ten years."""
        off = self.world.chance.choice((90 * MINUTE, -20 * MINUTE, DAY, -DAY, 3650 * DAY, -3650 * DAY, HOUR))
        person.phone.handset.clock_off = float(off)
        self.world.outcome.count("clock set wrong")

    def _set_clock_right(self, person: Person) -> None:
        person.phone.handset.clock_off = 0.0
        self.world.outcome.count("clock set right")

    def _revoke(self, person: Person) -> None:
        server = self.world.server
        if server.has_stream(person.phone.disk.stream_id):
            revoked = server.time().strftime("%Y-%m-%d %H:%M:%S.%f")
            stream_id = UUID(person.phone.disk.stream_id).hex
            server.do("update stream set revoked_at = ? where id = ?", revoked, stream_id)
            self.world.outcome.count("revoked device")

    def _clone(self, person: Person) -> None:
        """The phone's backup is put onto a new one, and both are used."""
        world = self.world
        if not person.phone.disk.items:
            return
        handset = Handset(f"clone-{world.number}", clock_off=person.phone.handset.clock_off)
        twin = world.hand_out_another(person.phone.user_id, handset)
        twin.phone.disk = copy.deepcopy(person.phone.disk)
        world.notices.cloned(twin.phone.disk.stream_id)
        twin.entries = dict(person.entries)
        world.at(world.server.now + world.chance.uniform(0, 9 * DAY), self.work.stint(twin, 5))
        world.outcome.count("cloned profile")

    def _shut_out(self, person: Person) -> None:
        """A user is disabled with a full outbox, and let in again when that was a mistake."""
        world, resident = self.world, person.resident
        world.shut_out.add(resident.id)
        with world.server.app.app_context():
            disable_user(db.session(), resident.email, world.server.time())
            db.session.remove()
        world.outcome.count("disabled user")
        later = world.server.now + world.chance.uniform(HOUR, 5 * DAY)
        world.at(later, lambda: world.let_in(resident.id))

    def _evict(self, person: Person) -> None:
        """The browser throws everything away; its person opens the app, and goes on with an empty log.

        They have just sent: it is still their session, and the server remembers who sent in it.
        """
        world, phone = self.world, person.phone
        if person.resident.id in world.shut_out:
            return
        phone.now = world.server.now
        world.sign_in(person)
        self.work.send(person, 0.0)()
        if person.gone:
            return
        world.outcome.lost_with_phones += world.oracle.died(phone.disk.items.values())
        person.gone = True
        heir = world.hand_out_another(phone.user_id, phone.handset)
        self.work.send(heir, world.server.now + 2 * HOUR)()
        world.at(world.server.now + HOUR, self.work.stint(heir, 5))
        world.outcome.count("evicted storage")
