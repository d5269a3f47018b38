"""A virtual phone: saves, and sends what it saved, by the rules of `static/js`, in a model that is cheap.

What it keeps is in `kept`, how it reads an answer in `answers`, how it stores one in `settling`. Words and
numbers are those of `core/pacing.js`, `logbook.js` and `sync.js`: whoever changes one, changes the other.
"""

import random
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from hashlib import sha256
from typing import Any, Protocol
from uuid import UUID

import msgspec

from tests.simulation.answers import Raw, is_answer, pause_by, was_too_much
from tests.simulation.kept import DAY, Disk, Handset, Item, Run, give_back
from tests.simulation.reconciling import forgotten, reconcile
from tests.simulation.rows import START
from tests.simulation.settling import Heard, Settling

BASE, CAP = 2.0, 900.0
SILENT = 300.0

encode = msgspec.json.encode


class Network(Protocol):
    """The way to the server, with all that may happen on it."""

    def post(self, phone: "Phone", path: str, body: bytes, batch: list[Item]) -> Raw | None:
        """Send, and wait for what comes back."""


class DeadPhoneError(Exception):
    """The phone's battery died at this very place."""


class Phone:
    """One user's log on one handset."""

    def __init__(self, number: int, user_id: str, handset: Handset, chance: random.Random) -> None:
        self.number = number
        self.user_id = user_id
        self.handset = handset
        self.chance = chance
        self.disk = Disk(self.new_id(4))
        self.run = Run()
        self.now = 0.0
        self.dies: str | None = None
        self.heard = Heard()
        self.on_explain: Callable[[list[Item]], None] = lambda _items: None
        self.on_answer: Callable[[Phone, dict[str, Any]], None] = lambda _phone, _answer: None

    @property
    def clock(self) -> float:
        """What the phone believes that the time is."""
        return self.now + self.handset.clock_off

    def new_id(self, version: int = 7) -> str:
        """A UUID of the seed's own chance."""
        bits = self.chance.getrandbits(128)
        return str(UUID(int=bits & ~(0xF << 76) & ~(3 << 62) | version << 76 | 2 << 62))

    # --- saving ------------------------------------------------------

    def save(self, kind: str, activity_id: str, municipality: str, body: str) -> Item:
        """Save an operation under the next number; what its activity waited with is dealt with."""
        disk = self.disk
        digest = sha256(body.encode()).hexdigest()
        item = Item(self.new_id(), activity_id, kind, municipality, disk.next_seq, body, digest, self.clock)
        for other in disk.needing():
            if other.activity_id == activity_id:
                other.state, other.closed = "archived", True
        disk.items[item.seq] = item
        disk.next_seq += 1
        self.run.attempt = 0
        return item

    def close(self, item: Item) -> None:
        """The person lets it be."""
        item.state, item.closed = "archived", True

    # --- sending -----------------------------------------------------

    def drain(self, network: Network) -> float | None:
        """Send until nothing is ready; the seconds until the next try, None where nothing waits."""
        if self.handset.user_id != self.user_id:
            self.run.paused = "other_user"
            return None
        try:
            return self._drain(network)
        except DeadPhoneError:
            self.run = Run()
            return None

    def _drain(self, network: Network) -> float | None:
        run, disk = self.run, self.disk
        run.offered = False
        for item in disk.items.values():
            if item.state == "sending":
                item.state = "queued"
        batch = disk.lease(run.size, self.clock)
        went_on = True
        while went_on and (batch or run.more or abs(self.clock - disk.last_contact) > SILENT):
            went_on = self._send(network, batch)
            batch = disk.lease(run.size, self.clock) if went_on else batch
        if went_on and abs(self.clock - disk.last_reconcile) > DAY:
            self._compare(network)
        return self._next_try(went_on=went_on)

    def _next_try(self, *, went_on: bool) -> float | None:
        if not went_on:
            return None if self.run.paused else self.delay(max(1, self.run.attempt))
        waits = [item.not_before for item in self.disk.items.values() if item.state == "queued"]
        return max(1.0, min(waits) - self.clock) if waits else None

    def delay(self, attempt: int) -> float:
        """Full jitter."""
        return self.chance.random() * min(CAP, BASE * 2.0 ** min(attempt - 1, 12))

    def _send(self, network: Network, batch: list[Item]) -> bool:
        """Whether to go on."""
        batch_id = self.new_id(4)
        raw = network.post(self, "/api/v1/sync", self._envelope(batch_id, batch), batch)
        if raw is not None and is_answer(raw, batch_id):
            self._settle(batch, raw.json)
            return True
        if pause := pause_by(raw):
            give_back(batch)
            self.run.paused = pause
            return False
        if batch and was_too_much(raw):
            self.run.size = max(1, min(self.run.size, len(batch)) // 2)
            alone = len(batch) == 1
            wait = max(1.0, self.delay(batch[0].attempts + 1)) if alone else 0.0
            give_back(batch, self.clock + wait if alone else None)
            return True
        give_back(batch)
        self.run.attempt += 1
        return False

    def _envelope(self, batch_id: str, batch: list[Item]) -> bytes:
        disk = self.disk
        return encode(
            {
                "protocol": 1,
                "batch_id": batch_id,
                "stream_id": disk.stream_id,
                "app_build": "simulated",
                "user": self.user_id,
                "client_now": written(self.clock),
                "cursors": disk.cursors,
                "floor": disk.lowest_unsent(),
                "ops": [item.sent() for item in batch],
            }
        )

    def _settle(self, batch: list[Item], answer: dict[str, Any]) -> None:
        """An answer is stored at once: the phone dies before it or after it."""
        self._may_die("before the receipt is stored")
        later = self.clock + self.delay(max(1, self.run.attempt))
        settling = Settling(self.disk, self.run, self.heard, self.now, self.clock)
        settling.store(batch, answer, later, partial(self.new_id, 4))
        self.on_answer(self, answer)
        self._may_die("after the receipt is stored")

    def _compare(self, network: Network) -> None:
        """Once a day: what the server has of what it said that it has, and of the numbers of what is gone."""

        def ask(body: bytes) -> Raw | None:
            return network.post(self, "/api/v1/sync/reconcile", body, [])

        if not reconcile(self.disk, ask):
            return
        if emptied := forgotten(self.disk, ask, self.clock):
            self.on_explain(emptied)
            network.post(self, "/api/v1/sync", self._envelope(self.new_id(4), emptied), emptied)
        self.disk.last_reconcile = self.clock

    def _may_die(self, where: str) -> None:
        if self.dies == where:
            self.dies = None
            raise DeadPhoneError(where)


def written(clock: float) -> str:
    """An instant of the virtual clock as RFC 3339."""
    return (START + timedelta(seconds=int(clock))).isoformat()
