"""A virtual phone: the rules of `static/js` (outbox, sender, store) in a small model that is cheap to run.

What is on its disk survives a crash (`Disk`); what a run remembers (`Run`) does not. Words and numbers are
those of `core/outbox.js`, `core/pacing.js`, `core/answers.js`, `core/settling.js` and `sync.js`: whoever
changes one, changes the other.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from hashlib import sha256
from typing import Any, Protocol
from uuid import UUID

import msgspec

from tests.simulation.server import START

WEEK = 7 * 86_400.0
DAY = 86_400.0
KEPT_DAYS = 30
BASE, CAP = 2.0, 900.0
LEAST, MOST = 25, 100
WIRE = 200 * 1024
SILENT = 300.0
HOUR = 3_600.0  # no wait is longer: one that seems so was written by another clock
MOST_RECONCILED = 500
LONG = 10  # attempts: what an operation builds on has had its time to come
UNSENT = ("queued", "sending")
NEEDS_PERSON = ("needs_fix", "conflict", "held")
RETAINED = ("acked", "archived")
_ALREADY_SO = ("already_withdrawn", "unknown_activity")

encode = msgspec.json.encode


@dataclass(frozen=True, slots=True)
class Raw:
    """What came back: a status and the JSON in it, None where it is none."""

    status: int
    json: Any
    retry_after: float | None = None


class Network(Protocol):
    """The way to the server, with all that may happen on it."""

    def post(self, phone: "Phone", path: str, body: bytes, batch: "list[Item]") -> Raw | None:
        """Send, and wait for what comes back."""


class DeadPhoneError(Exception):
    """The phone's battery died at this very place."""


@dataclass(slots=True)
class Item:
    """One operation as it lies on the phone; `receipt` is what the server said of it, whole."""

    op_id: str
    activity_id: str
    kind: str
    municipality: str
    seq: int
    body: str
    sha256: str
    saved_at: float
    state: str = "queued"
    receipt: dict[str, Any] | None = None
    settled_at: float = 0.0
    attempts: int = 0
    not_before: float = 0.0
    closed: bool = False  # a later operation of the same activity has dealt with it
    decision: str | None = None  # a desk's, heard of: why it was refused, "" for taken in
    confirmed: bool = False  # archived, and the server was seen to have it since


@dataclass
class Disk:
    """What the phone has on its disk for one user."""

    stream_id: str
    next_seq: int = 1
    floor: int = 1
    items: dict[int, Item] = field(default_factory=dict)
    cursors: dict[str, Any] = field(default_factory=dict)
    pulled: dict[str, dict[str, Any]] = field(default_factory=dict)
    last_contact: float = -1e12
    last_reconcile: float = -1e12
    notices: set[str] = field(default_factory=set)


@dataclass
class Run:
    """What the app remembers between its start and its end."""

    attempt: int = 0
    size: int = LEAST
    paused: str | None = None
    offered: bool = False
    more: bool = False  # the feed was told in part


@dataclass
class Handset:
    """The thing in the hand: who is signed in on it, and what its clock says. Two people may share it."""

    secret: str
    user_id: str | None = None
    clock_off: float = 0.0
    offline_until: float = 0.0
    deaf_until: float = 0.0  # what it sends arrives, what is answered does not


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
        self.on_ack: Callable[[Item], None] = lambda _item: None
        self.on_decision: Callable[[Item], None] = lambda _item: None
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
        for other in self.needing():
            if other.activity_id == activity_id:
                other.state, other.closed = "archived", True
        disk.items[item.seq] = item
        disk.next_seq += 1
        self.run.attempt = 0
        return item

    def close(self, item: Item) -> None:
        """The person lets it be."""
        item.state, item.closed = "archived", True

    def needing(self) -> list[Item]:
        """What waits for a person."""
        return [item for item in self.disk.items.values() if item.state in NEEDS_PERSON]

    def unsent(self) -> list[Item]:
        """What the server has not settled."""
        return [item for item in self.disk.items.values() if item.state in UNSENT]

    def floor(self) -> int:
        """The lowest number that still waits for its receipt."""
        return min((item.seq for item in self.unsent()), default=self.disk.next_seq)

    def knows_nothing(self) -> bool:
        """It has kept no answer, and has nothing behind it."""
        return not self.disk.cursors and self.floor() <= 1

    def known(self, municipality: str) -> dict[str, int]:
        """The version that this phone knows of each activity that it has heard of."""
        known = {
            each["activity_id"]: each["rev"]
            for each in self.disk.pulled.values()
            if each["municipality"] == municipality
        }
        for item in self.disk.items.values():
            if item.municipality == municipality and item.receipt and not item.closed:
                told = (item.receipt.get("current") or {}).get("rev") or item.receipt.get("rev")
                if told:
                    known[item.activity_id] = max(known.get(item.activity_id, 0), told)
        return known

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
        batch = self._lease()
        went_on = True
        while went_on and (batch or run.more or abs(self.clock - disk.last_contact) > SILENT):
            went_on = self._send(network, batch)
            batch = self._lease() if went_on else batch
        if went_on and abs(self.clock - disk.last_reconcile) > DAY:
            self._reconcile(network)
        return self._next_try(went_on=went_on)

    def _next_try(self, *, went_on: bool) -> float | None:
        if not went_on:
            return None if self.run.paused else self.delay(max(1, self.run.attempt))
        waits = [item.not_before for item in self.disk.items.values() if item.state == "queued"]
        return max(1.0, min(waits) - self.clock) if waits else None

    def delay(self, attempt: int) -> float:
        """Full jitter."""
        return self.chance.random() * min(CAP, BASE * 2.0 ** min(attempt - 1, 12))

    def _lease(self) -> list[Item]:
        clock, size = self.clock, 0.0
        chosen: list[Item] = []
        waiting: set[str] = set()  # what is made of an entry goes after the entry
        for item in self.disk.items.values():
            if item.state != "queued":
                continue
            if clock < item.not_before <= clock + HOUR or item.activity_id in waiting:
                waiting.add(item.activity_id)
                continue
            size += len(item.body) * 1.2 + 300
            if len(chosen) >= self.run.size or (size > WIRE and chosen):
                break
            chosen.append(item)
        for item in chosen:
            item.state = "sending"
        return chosen

    def _send(self, network: Network, batch: list[Item]) -> bool:
        """Whether to go on."""
        batch_id = self.new_id(4)
        raw = network.post(self, "/api/v1/sync", self._envelope(batch_id, batch), batch)
        if raw is not None and raw.status == 200 and _is_answer(raw.json, batch_id):
            self._settle(batch, raw.json)
            return True
        if pause := _pause(raw):
            self._give_back(batch)
            self.run.paused = pause
            return False
        shrink = raw is not None and raw.status in (400, 408, 411, 413, 504)
        if shrink and batch and (raw is None or raw.retry_after is None):
            self.run.size = max(1, min(self.run.size, len(batch)) // 2)
            alone = len(batch) == 1
            self._give_back(batch, max(1.0, self.delay(batch[0].attempts + 1)) if alone else None)
            return True
        self._give_back(batch)
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
                "floor": self.floor(),
                "ops": [
                    {"op_id": i.op_id, "seq": i.seq, "schema": 1, "sha256": i.sha256, "body": i.body}
                    for i in batch
                ],
            }
        )

    def _settle(self, batch: list[Item], answer: dict[str, Any]) -> None:
        """Receipts, changes and cursors are stored at once: the phone dies before it or after it."""
        self._may_die("before the receipt is stored")
        run, disk, clock = self.run, self.disk, self.clock
        receipts = {receipt["op_id"]: receipt for receipt in answer["results"]}
        later = clock + self.delay(max(1, run.attempt))
        for item in batch:
            receipt = receipts.get(item.op_id)
            if receipt is None or not self._receive(item, receipt):
                item.state, item.not_before, item.attempts = "queued", later, item.attempts + 1
        before = disk.cursors
        self._hear_of_itself(answer)
        if not answer["resync"]:
            self._read_news(answer, is_whole=all(_echoes(receipts.get(i.op_id), i) for i in batch))
        elif not run.offered:
            run.offered = True
            self._offer_again(receipts.keys())
        self.on_answer(self, answer)
        run.more = (answer["resync"] or answer["more"]) and before != disk.cursors
        disk.last_contact = clock
        run.attempt, run.paused = 0, None
        run.size = min(MOST, run.size * 2)
        self._may_die("after the receipt is stored")

    def _receive(self, item: Item, receipt: dict[str, Any]) -> bool:
        """Only a receipt that echoes the item's own digest changes it."""
        if not _echoes(receipt, item) or item.state not in UNSENT:
            return False
        state = _settled(item, receipt) or ("conflict" if _is_stranded(item, receipt) else None)
        if state is None:
            return False
        item.state = state
        item.receipt, item.settled_at, item.not_before = receipt, self.now, 0.0
        if "server_seq" in receipt:
            self.on_ack(item)
        self._decided(item)
        return True

    def _decided(self, item: Item) -> None:
        """Taken in, it is with the server, and offered again if that forgets it; refused, it is put aside.

        The decision may be heard before the receipt is.
        """
        if item.state == "held" and item.decision is not None:
            item.closed = bool(item.decision)
            item.state = "archived" if item.closed else "acked"
            self.on_decision(item)

    def _archive(self, through: dict[str, int]) -> None:
        for item in self.disk.items.values():
            if item.state != "acked" or item.receipt is None or self.now - item.settled_at < WEEK:
                continue
            if item.receipt.get("server_seq", 0) <= through.get(
                item.receipt.get("ledger", item.municipality), -1
            ):
                item.state = "archived"

    def _offer_again(self, told: Any) -> None:
        for item in self.disk.items.values():
            if item.op_id not in told:
                self._offer(item)
        self.disk.cursors = {}
        self.disk.pulled = {}

    def _offer(self, item: Item) -> None:
        # Not what a person threw away: a server that forgot why it said no might say yes this time.
        if not item.closed and (item.state not in UNSENT or item.decision is not None):
            item.state, item.attempts, item.decision, item.confirmed = "queued", 0, None, False

    def _give_back(self, batch: list[Item], wait: float | None = None) -> None:
        for item in batch:
            if item.state == "sending":
                item.state = "queued"
                if wait is not None:
                    item.not_before, item.attempts = self.clock + wait, item.attempts + 1

    def _read_news(self, answer: dict[str, Any], *, is_whole: bool) -> None:
        """The feed leaves out what the batch itself did: an answer that lacks a receipt moves no cursor."""
        pulled = self.disk.pulled
        for change in answer["changes"]:
            if "settles" in change:
                self._hear_decision(change)
            known = pulled.get(change["activity_id"])
            if not _is_refusal(change) and (known is None or known["server_seq"] < change["server_seq"]):
                pulled[change["activity_id"]] = change
        if is_whole:
            self.disk.cursors = {**self.disk.cursors, **answer["cursors"]}
        self._archive(answer["durable_through"])
        self._forget()

    def _hear_decision(self, change: dict[str, Any]) -> None:
        for item in self.disk.items.values():
            if item.op_id == change["settles"] and item.state in (*UNSENT, "held"):
                item.decision = change["reason"] if _is_refusal(change) else ""
                self._decided(item)

    def _hear_of_itself(self, answer: dict[str, Any]) -> None:
        for notice in answer.get("notices", ()):
            self.disk.notices.add(notice["code"])
            if notice["code"] == "stream_cloned":
                self.disk.stream_id = self.new_id(4)

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

    def _reconcile(self, network: Network) -> None:
        """Once a day the server is asked which of what it said that it has, it has."""
        settled = [
            i for i in self.disk.items.values() if i.receipt and not i.closed and i.state not in UNSENT
        ]
        for asked in (settled[at : at + MOST_RECONCILED] for at in range(0, len(settled), MOST_RECONCILED)):
            handed_in = [{"op_id": item.op_id, "sha256": item.sha256} for item in asked]
            body = encode({"protocol": 1, "stream_id": self.disk.stream_id, "items": handed_in})
            raw = network.post(self, "/api/v1/sync/reconcile", body, [])
            told = raw.json if raw is not None and raw.status == 200 and isinstance(raw.json, dict) else {}
            if not isinstance(told.get("missing"), list):
                return
            missing = set(told["missing"])
            for item in asked:
                if item.op_id in missing:
                    self._offer(item)
                elif item.state == "archived":
                    item.confirmed = True
        self._explain(network)
        self.disk.last_reconcile = self.clock

    def _explain(self, network: Network) -> None:
        """A server that was restored is told the numbers of what was thrown away, by voids of nothing."""
        thrown = [item for item in self.disk.items.values() if item.closed][-MOST:]
        named = [{"op_id": item.op_id, "sha256": item.sha256} for item in thrown]
        asked = encode({"protocol": 1, "stream_id": self.disk.stream_id, "items": named})
        raw = network.post(self, "/api/v1/sync/reconcile", asked, []) if named else None
        told = raw.json if raw is not None and raw.status == 200 and isinstance(raw.json, dict) else {}
        missing = set(told.get("missing") or ())
        if emptied := [self._emptied(item) for item in thrown if item.op_id in missing]:
            self.on_explain(emptied)
            network.post(self, "/api/v1/sync", self._envelope(self.new_id(4), emptied), emptied)

    def _emptied(self, item: Item) -> Item:
        named = f'"activity_id":"{item.activity_id}","municipality":"{item.municipality}"'
        text = f'{{"kind":"void",{named},"captured":{{"wall":{self.clock:.0f},"boot_id":"a"}}}}'
        return replace(item, kind="void", body=text, sha256=sha256(text.encode()).hexdigest())

    def _may_die(self, where: str) -> None:
        if self.dies == where:
            self.dies = None
            raise DeadPhoneError(where)


def written(clock: float) -> str:
    """An instant of the virtual clock as RFC 3339."""
    return (START + timedelta(seconds=int(clock))).isoformat()


def _settled(item: Item, receipt: dict[str, Any]) -> str | None:
    match receipt["status"]:
        case "stored":
            return "acked"
        case "rejected":
            takes_away = item.kind not in ("create", "amend")
            return "acked" if takes_away and receipt.get("code") in _ALREADY_SO else "needs_fix"
        case "conflict" | "held":
            state: str = receipt["status"]
            return state
        case _:
            return None


def _echoes(receipt: dict[str, Any] | None, item: Item) -> bool:
    return receipt is not None and receipt["sha256"] == item.sha256


def _is_refusal(change: dict[str, Any]) -> bool:
    """Makes no version of the activity: what stands is as it was."""
    return change["kind"] == "void" and "settles" in change and "reason" in change


def _is_stranded(item: Item, receipt: dict[str, Any]) -> bool:
    """What it builds on was lost with another phone or a restored server: a person must say what stands."""
    builds_on_nothing = receipt.get("code") in ("earlier_version_missing", "unknown_activity")
    return receipt["status"] == "retry" and builds_on_nothing and item.attempts >= LONG


_PAUSES = {
    "reauth": (401, "reauth"),
    "stream_owner_mismatch": (403, "other_user"),
    "device_revoked": (410, "revoked"),
    "upgrade_required": (426, "old_app"),
}


def _pause(raw: Raw | None) -> str | None:
    code = raw.json.get("code") if raw is not None and isinstance(raw.json, dict) else None
    status, why = _PAUSES.get(str(code), (0, ""))
    return why if raw is not None and raw.status == status else None


def _is_answer(json: Any, batch_id: str) -> bool:
    return (
        isinstance(json, dict)
        and json.get("protocol") == 1
        and json.get("batch_id") == batch_id
        and isinstance(json.get("results"), list)
    )
