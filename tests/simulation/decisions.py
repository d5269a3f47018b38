"""What desks decided on held entries, which every phone of their author must hear with the feed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from logger.domain.entering.batches import ENTRIES_KEPT_DAYS
from tests.simulation.phone import Phone
from tests.simulation.server import Server

DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Decision:
    """Where it stands in which ledger, and when it was made."""

    ledger: str
    number: int
    made: float


class Decisions:
    """All that stand, by the held operation that they settle."""

    def __init__(self, server: Server, must: Callable[[object, str], None]) -> None:
        self.server = server
        self.must = must
        self._made: dict[str, Decision] = {}

    def made(self, settled: Iterable[tuple[str, int]], ledger: str) -> None:
        """A desk has decided: operations that it settled, each with the decision's number."""
        for op_id, number in settled:
            self._made[op_id] = Decision(ledger, number, self.server.now)

    def restored(self, after: dict[str, int]) -> None:
        """The database is what it was: later ones were never made."""
        self._made = {
            op_id: each for op_id, each in self._made.items() if each.number <= after.get(each.ledger, 0)
        }

    def heard(self, phone: Phone, answer: dict[str, Any]) -> None:
        """An answer came through: where it told the rest of the feed, no decision may be unheard of.

        A phone that asks from the beginning hears of the days that entries are kept, and no more.
        """
        if answer["resync"] or answer["more"] or not answer["cursors"]:
            return
        kept = self.server.now - ENTRIES_KEPT_DAYS * DAY
        for item in phone.disk.items.values():
            if item.state == "held" and (made := self._made.get(item.op_id)) and made.made > kept:
                self.must(False, f"phone {phone.number} was not told what became of {item.op_id}")
