"""What must be true: what people did, what the server said of it, and at the end what is in the database."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import msgspec

from tests.simulation.kept import Item
from tests.simulation.phone import Phone

ENOUGH_SEEN = (
    300  # violations: whatever is wrong has been seen, and may keep it all from ever coming to an end
)
ENVELOPE = 190  # bytes around a body: its id, its number, its digest


@dataclass(slots=True)
class Story:
    """One activity as its people know it: `told` are digests of contents, `state` what it should come to."""

    author: str
    municipality: str
    phone: int
    ops: list[str] = field(default_factory=list)
    told: list[int] = field(default_factory=list)
    state: str = "current"
    contested: bool = False  # by two phones, or by a desk
    vain: bool = False  # thrown away before anything of it was stored


class Oracle:
    """Listens to everything, and remembers what nobody may lose."""

    def __init__(self) -> None:
        self.stories: dict[str, Story] = {}
        self.digests: dict[str, str] = {}  # of every operation that was saved
        self.emptied: dict[str, str] = {}  # the same, where only its number was told to a restored server
        self.receipts: dict[str, int] = {}  # in the history that stands
        self.acked: set[str] = set()
        self.ledgers: dict[str, dict[int, str]] = defaultdict(dict)
        self.dead: set[str] = set()  # operations that lay on a phone when it was lost
        self.set_aside: set[str] = set()  # operations that their author mended or threw away
        self.weight = 0  # bytes of everything, sent once
        self.erased = 0
        self.erased_acked = 0
        self.statuses: Counter[str] = Counter()
        self.violations: list[str] = []

    def must(self, holds: object, otherwise: str) -> None:
        """Note a violation where it does not hold."""
        if not holds:
            self.violations.append(otherwise)

    def has_seen_enough(self) -> bool:
        """To play on would tell nothing more."""
        return len(self.violations) >= ENOUGH_SEEN

    # --- while it runs -----------------------------------------------

    def saved(self, phone: Phone, item: Item, content: int | None) -> None:
        """Somebody saved an operation; `content` is the digest of what it tells, None where it takes away."""
        self.digests[item.op_id] = item.sha256
        self.weight += len(item.body) + ENVELOPE
        story = self.stories.get(item.activity_id)
        if story is None:
            story = Story(phone.user_id, item.municipality, phone.number)
            self.stories[item.activity_id] = story
        story.contested |= story.phone != phone.number
        story.ops.append(item.op_id)
        if content is not None:
            story.told.append(content)
            story.state = "current"
        else:
            story.state = "withdrawn" if item.kind == "withdraw" else "voided"

    def answered(self, batch: list[Item], answer: dict[str, Any]) -> None:
        """The server answered a batch, whether or not anybody gets to hear it."""
        results = answer["results"]
        self.must(len(results) == len(batch), "an answer without a result for every item")
        for item, result in zip(batch, results, strict=False):
            self._result(item, result)

    def brought_in(self, items: list[Item], results: list[dict[str, Any]]) -> None:
        """A rescue file was answered."""
        self.must(len(results) == len(items), "an answer without a result for every item")
        for item, result in zip(items, results, strict=False):
            settled = result["status"] != "retry" and (result["status"] != "stored" or "duplicate" in result)
            self.must(settled or "rev" not in result, f"{item.op_id} was brought in and answered {result}")
            self._result(item, result)

    def _result(self, item: Item, result: dict[str, Any]) -> None:
        if result["op_id"] != item.op_id or result["sha256"] != item.sha256:
            self.violations.append(f"I5 {item.op_id} was answered with {result}")
        status, number = result["status"], result.get("server_seq")
        if number is None:
            odd = ("internal",) if item.op_id in self.emptied else ("internal", "op_id_reused")
            self.must(result.get("code") not in odd, f"{item.op_id} was answered {result}")
            self.statuses[f"{status} {result.get('code')}"] += 1
            return
        is_repeated = result.pop("duplicate", False)
        told, ledger = hash(msgspec.json.encode(result)), self.ledgers[result["ledger"]]
        if self.receipts.setdefault(item.op_id, told) != told:
            self.violations.append(f"I4 {item.op_id} was told another receipt: {result}")
        if ledger.setdefault(number, item.op_id) != item.op_id:
            self.violations.append(f"I3 number {number} of {result['ledger']} was given twice")
        if not is_repeated:
            self.statuses[f"{status} {result['code']}" if "code" in result else status] += 1

    def acknowledged(self, item: Item) -> None:
        """A phone has stored a receipt."""
        self.acked.add(item.op_id)

    def restored(self, before: dict[str, int], after: dict[str, int]) -> None:
        """The database is what it was: all that was told of later numbers is told anew."""
        for code, last in before.items():
            ledger = self.ledgers[code]
            for number in range(after.get(code, 0) + 1, last + 1):
                op_id = ledger.pop(number, None)
                self.erased += 1
                if op_id is not None:
                    self.receipts.pop(op_id, None)
                    if op_id in self.acked:
                        self.acked.discard(op_id)
                        self.erased_acked += 1

    def overtaken(self, batch: Iterable[Item]) -> None:
        """It is still on its way to a database that has gone back: whoever threw it away cannot help that."""
        for item in batch:
            self.stories[item.activity_id].contested = True

    def died(self, items: Iterable[Item]) -> int:
        """A phone was lost with these on it; how many of them nobody else has."""
        here = list(items)
        self.dead.update(item.op_id for item in here)
        for item in here:  # nobody is left to see to what needs somebody
            self.stories[item.activity_id].contested = True
        return sum(item.receipt is None for item in here)

    def explained(self, emptied: Iterable[Item]) -> None:
        """What was thrown away, and forgotten by the server: it may be there without its words now."""
        self.emptied.update((item.op_id, item.sha256) for item in emptied)

    def put_aside(self, item: Item) -> None:
        """A person has dealt with what the server refused or held: its author, or somebody at a desk."""
        self.set_aside.add(item.op_id)
