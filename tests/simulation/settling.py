"""How a virtual phone stores an answer: by the rules of `core/settling.js` and `core/outbox.js`."""

from collections.abc import Callable, Container
from dataclasses import dataclass
from typing import Any

from tests.simulation.answers import echoes, is_refusal, state_by
from tests.simulation.kept import DAY, KEPT_DAYS, MOST, RETAINED, UNSENT, WEEK, Disk, Item, Run, offer


def _nothing(_item: Item) -> None:
    """Nobody listens."""


@dataclass
class Heard:
    """Who is told of what a phone stores."""

    acknowledged: Callable[[Item], None] = _nothing
    decided: Callable[[Item], None] = _nothing


@dataclass
class Settling:
    """One answer on its way onto disk: `now` is the server's time, `clock` what the phone takes for it."""

    disk: Disk
    run: Run
    heard: Heard
    now: float
    clock: float

    def store(
        self, batch: list[Item], answer: dict[str, Any], later: float, new_stream: Callable[[], str]
    ) -> None:
        """Receipts, changes and cursors at once; what has no receipt goes again, `later`."""
        run, disk = self.run, self.disk
        receipts = {receipt["op_id"]: receipt for receipt in answer["results"]}
        for item in batch:
            receipt = receipts.get(item.op_id)
            if receipt is None or not self._receive(item, receipt):
                item.state, item.not_before, item.attempts = "queued", later, item.attempts + 1
        before = disk.cursors
        self._hear_of_itself(answer, new_stream)
        if not answer["resync"]:
            self._read_news(answer, is_whole=all(echoes(receipts.get(i.op_id), i) for i in batch))
        elif not run.offered:
            run.offered = True
            self._offer_again(receipts.keys())
        run.more = (answer["resync"] or answer["more"]) and before != disk.cursors
        disk.last_contact = self.clock
        run.attempt, run.paused = 0, None
        run.size = min(MOST, run.size * 2)

    def _receive(self, item: Item, receipt: dict[str, Any]) -> bool:
        """Only a receipt that echoes the item's own digest changes it."""
        state = state_by(receipt, item)
        if state is None or item.state not in UNSENT:
            return False
        item.state = state
        item.receipt, item.settled_at, item.not_before = receipt, self.now, 0.0
        if "server_seq" in receipt:
            self.heard.acknowledged(item)
        self._decided(item)
        return True

    def _decided(self, item: Item) -> None:
        """Taken in, it is with the server, and offered again if that forgets it; refused, it is put aside.

        The decision may be heard before the receipt is.
        """
        if item.state == "held" and item.decision is not None:
            item.closed = bool(item.decision)
            item.state = "archived" if item.closed else "acked"
            self.heard.decided(item)

    def _hear_of_itself(self, answer: dict[str, Any], new_stream: Callable[[], str]) -> None:
        for notice in answer.get("notices", ()):
            self.disk.notices.add(notice["code"])
            if notice["code"] == "stream_cloned":
                self.disk.stream_id = new_stream()

    def _read_news(self, answer: dict[str, Any], *, is_whole: bool) -> None:
        """The feed leaves out what the batch itself did: an answer that lacks a receipt moves no cursor."""
        pulled = self.disk.pulled
        for change in answer["changes"]:
            if "settles" in change:
                self._hear_decision(change)
            known = pulled.get(change["activity_id"])
            if not is_refusal(change) and (known is None or known["server_seq"] < change["server_seq"]):
                pulled[change["activity_id"]] = change
        if is_whole:
            self.disk.cursors = {**self.disk.cursors, **answer["cursors"]}
        self._archive(answer["durable_through"])
        self._forget()

    def _hear_decision(self, change: dict[str, Any]) -> None:
        for item in self.disk.items.values():
            if item.op_id == change["settles"] and item.state in (*UNSENT, "held"):
                item.decision = change["reason"] if is_refusal(change) else ""
                self._decided(item)

    def _archive(self, through: dict[str, int]) -> None:
        for item in self.disk.items.values():
            if item.state != "acked" or item.receipt is None or self.now - item.settled_at < WEEK:
                continue
            ledger = item.receipt.get("ledger", item.municipality)
            if item.receipt.get("server_seq", 0) <= through.get(ledger, -1):
                item.state = "archived"

    def _offer_again(self, told: Container[str]) -> None:
        for item in self.disk.items.values():
            if item.op_id not in told:
                offer(item)
        self.disk.cursors = {}
        self.disk.pulled = {}

    def _forget(self) -> None:
        """Both times are the server's. What an open entry builds on is kept as long as the entry is open."""
        items = self.disk.items
        last = self.now - KEPT_DAYS * DAY
        old = [
            item
            for item in items.values()
            if item.state == "archived" and (item.confirmed or item.closed) and item.settled_at < last
        ]
        if old:
            open_ = {item.activity_id for item in items.values() if item.state not in RETAINED}
            for item in old:
                if item.activity_id not in open_:
                    del items[item.seq]
