"""The order in which every deed holds what all share: ledgers first, then the audit chain.

The chain is one for the whole installation. Who has written to it and then waits for a ledger keeps everybody
from signing in meanwhile, and waits for ever where the holder of that ledger wants the chain (decision 0029).
"""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from weakref import WeakKeyDictionary, WeakSet

import pytest
from sqlalchemy.orm import Session

from logger.store import audit
from logger.store.syncing import counters


@contextmanager
def held_to_the_order() -> Iterator[None]:
    """Within, a deed fails that takes a ledger after it has written to the audit chain."""
    chained: WeakSet[Any] = WeakSet()
    taken: WeakKeyDictionary[Any, set[str]] = WeakKeyDictionary()
    append, lock, hold = audit.append, counters.lock, counters.hold

    def append_and_remember(session: Session, event: audit.Event, now: datetime) -> None:
        append(session, event, now)
        chained.add(session.get_transaction())

    def take_in_order(session: Session, municipalities: Collection[str]) -> None:
        held = taken.setdefault(session.get_transaction(), set())
        late = set(municipalities) - held if session.get_transaction() in chained else set()
        assert not late, f"the audit chain is held already: take the ledger of {late} before it"
        held.update(municipalities)

    def lock_in_order(
        session: Session, municipalities: Collection[str], *seen: Mapping[str, counters.Counter]
    ) -> dict[str, counters.Counter]:
        take_in_order(session, municipalities)
        return lock(session, municipalities, *seen)

    def hold_in_order(session: Session, municipalities: Collection[str], *asked: Any) -> counters.Held:
        take_in_order(session, municipalities)
        return hold(session, municipalities, *asked)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(audit, "append", append_and_remember)
        patch.setattr(counters, "lock", lock_in_order)
        patch.setattr(counters, "hold", hold_in_order)
        yield
