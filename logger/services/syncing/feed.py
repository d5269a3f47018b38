"""Telling a phone what became of its user's activities elsewhere: on other phones, and at a desk."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from logger.domain.entering.batches import ENTRIES_KEPT_DAYS, Cursor, Link
from logger.domain.entering.chain import genesis
from logger.domain.entering.feed import MOST_CHANGES, Change, Told, Window
from logger.store.syncing import feed
from logger.store.syncing.counters import Counter


@dataclass(frozen=True, slots=True)
class Ledger:
    """How far a municipality's ledger goes, and how far the phone has been told of it.

    `known` is None where the phone has been told nothing of this history; `through` the last number before
    those of the batch that is being answered.
    """

    counter: Counter
    known: Cursor | None
    through: int


def tell(
    session: Session,
    reader: str,
    ledgers: Mapping[str, Ledger],
    left_out: Collection[str],
    now: datetime,
) -> Told:
    """The changes of the reader's own activities that the phone has not been told of, and the new cursors.

    `left_out` are the operations of the batch itself: their receipts tell. What is read must be committed up
    to each ledger's `through`, or be locked by this very deed.
    """
    windows = [_window(code, ledger, now) for code, ledger in sorted(ledgers.items())]
    asked = [window for window in windows if window.after < window.through]
    found = feed.changes(session, reader, asked, left_out, MOST_CHANGES + 1) if asked else []
    told, more = found[:MOST_CHANGES], len(found) > MOST_CHANGES
    last = told[-1] if more else None
    return Told(told, more, {code: _cursor(code, ledger, last) for code, ledger in ledgers.items()})


def _window(code: str, ledger: Ledger, now: datetime) -> Window:
    after = ledger.known.server_seq if ledger.known else 0
    kept = now - timedelta(days=ENTRIES_KEPT_DAYS)
    return Window(code, after, ledger.through, None if after else kept)


def _cursor(code: str, ledger: Ledger, last: Change | None) -> Cursor:
    """How far the ledger was told; `last` is the last change told where there was no room for all."""
    counter = ledger.counter
    if last is None or code < last.municipality:
        return Cursor(counter.epoch, counter.server_seq, counter.head)
    end = Link(counter.server_seq, counter.head)
    if code == last.municipality:
        return Cursor(counter.epoch, last.server_seq, last.hash, end)
    start = Cursor(counter.epoch, 0, genesis(code, counter.epoch))
    return replace(ledger.known or start, ledger=end)
