"""When the database is copied, and when a copy takes its place: by the product itself, or by the file."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from tests.simulation.world import World

# Restores that go by the product's own backup and restore; the rest copy the file, which takes no time.
FIRST_BY_PRODUCT, THEN_EVERY = 1, 50
Deed = tuple[int, Callable[[], None]]


class Restores:
    """The operator's deeds, by how many operations are saved."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._backed_up: dict[str, int] = {}

    def planned(self) -> list[Deed]:
        """After how many saved operations the database is copied, and after how many put back."""
        plan, chance = self.world.plan, self.world.chance
        deeds: list[Deed] = []
        between = plan.ops / (plan.restores + 1)
        for number in range(1, plan.restores + 1):
            at = between * (number + chance.uniform(-0.1, 0.1))
            erased = between * chance.uniform(0.12, 0.22)
            deeds += [(int(at - erased), partial(self._back_up, number)), (int(at), self._restore)]
            # A later one, that cannot be read when it is wanted.
            if chance.random() < 0.3 or number == 1:
                deeds.insert(-1, (int(at - erased / 2), self._back_up_in_vain))
        return deeds

    def _back_up(self, number: int) -> None:
        world = self.world
        by_product = number <= FIRST_BY_PRODUCT or number % THEN_EVERY == 0
        self._backed_up = world.server.back_up(by_product=by_product)
        short = world.server.rows("select 1 from counter where durable_through < server_seq")
        world.oracle.must(not short, "I2 what a backup holds is not called durable")
        world.outcome.backups += 1

    def _back_up_in_vain(self) -> None:
        self.world.server.call_durable()
        self.world.outcome.count("newest backup unreadable")

    def _restore(self) -> None:
        world, server = self.world, self.world.server
        before, after = server.counters(), self._backed_up
        if server.restore():
            world.outcome.count("restored by the product itself")
        world.oracle.must(server.counters() == after, "I16 a restore left other ledgers than were backed up")
        world.oracle.restored(before, after)
        world.decisions.restored(after)
        world.notices.restored()
        server.do("update user set disabled_at = null")  # an administrator sees to it, either way
        for user_id in sorted(world.shut_out):
            server.do("update user set disabled_at = created_at where id = ?", UUID(user_id).hex)
        world.map.put_on_what_lacks()
        for post in world.network.late:  # they may come before their phone tells what was thrown away
            world.oracle.overtaken(post.batch)
        world.outcome.restores += 1
