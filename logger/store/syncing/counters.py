"""A municipality's counter: the last number drawn, the chain's head, and what is durable."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from sqlalchemy import BigInteger, Select, String, bindparam, select, update
from sqlalchemy.orm import Session

from logger.domain.entering.batches import Cursor
from logger.domain.entering.chain import genesis
from logger.store import together
from logger.store.statements import any_of, by_dialect, by_keys, table_of, upsert
from logger.store.tables import CounterRow, OperationRow
from logger.store.together import Reading

_COUNTER = table_of(CounterRow)
_OPERATION = table_of(OperationRow)
_COLUMNS = tuple(_COUNTER.c[name] for name in ("epoch", "server_seq", "head", "durable_through", "rules"))


@dataclass(frozen=True, slots=True)
class Counter:
    """Where a ledger stands: `server_seq` the last number drawn, `head` the hash of the row that has it.

    `rules` moves whenever what counts in the municipality does.
    """

    epoch: str
    server_seq: int
    head: str
    durable_through: int
    rules: int = 0


NONE_SEEN: Mapping[str, Counter] = {}


@dataclass(frozen=True, slots=True)
class Position:
    """A ledger's counter, and the chain's hash at a number that somebody has seen, if it has one."""

    municipality: str
    counter: Counter
    hash_at: str | None

    def is_past(self, cursor: Cursor) -> bool:
        """Whether the cursor is of this history: a lower number alone is not, after a restore and a fork."""
        start = genesis(self.municipality, self.counter.epoch)
        seen = cursor.furthest
        expected = start if seen.server_seq == 0 else self.hash_at
        return cursor.epoch == self.counter.epoch and seen.head == expected


def _at(seen: Any) -> Select[Any]:
    at_number = (_OPERATION.c.municipality == _COUNTER.c.municipality, _OPERATION.c.server_seq == seen.number)
    its_hash = select(_OPERATION.c.hash).where(*at_number).correlate(_COUNTER, seen.number.table)
    columns = (_COUNTER.c.municipality, *_COLUMNS, its_hash.scalar_subquery().label("hash"))
    return select(*columns).where(_COUNTER.c.municipality == seen.municipality)


_AT = by_dialect("ledgers", {"municipality": String(), "number": BigInteger()}, _at)
_LOCK = (
    select(_COUNTER.c.municipality, *_COLUMNS)
    .where(_COUNTER.c.municipality.in_(any_of("municipalities")))
    .order_by(_COUNTER.c.municipality)
    .with_for_update()
)
_LEDGER = {"municipality": String()}


def _one(ledger: Any) -> Select[Any]:
    return select(_COUNTER.c.municipality, *_COLUMNS).where(_COUNTER.c.municipality == ledger.municipality)


# As they are when they are held at last, and as whatever is read in the same statement saw them.
_HELD = {"postgresql": by_keys("postgresql", "held", _LEDGER, lambda each: _one(each).with_for_update())}
_SEEN = {"postgresql": by_keys("postgresql", "held", _LEDGER, _one)}
_ADVANCE = (
    update(_COUNTER)
    .where(_COUNTER.c.municipality == bindparam("ledger"))
    .values({name: bindparam(f"new_{name}") for name in ("server_seq", "head", "durable_through")})
)
_COUNT_ANEW = (
    update(_COUNTER).where(_COUNTER.c.municipality == bindparam("ledger")).values(rules=_COUNTER.c.rules + 1)
)

_SET_DURABLE = (
    update(_COUNTER)
    .where(
        _COUNTER.c.municipality == bindparam("ledger"),
        _COUNTER.c.durable_through < bindparam("number"),
        _COUNTER.c.server_seq >= bindparam("number"),
    )
    .values(durable_through=bindparam("number"))
)


def lock(
    session: Session, municipalities: Collection[str], seen: Mapping[str, Counter] = NONE_SEEN
) -> dict[str, Counter]:
    """The counters of these ledgers, in sorted order, held to the end of the transaction.

    A ledger that has none yet begins here, under a new epoch. `seen` are those that the transaction has read:
    on SQLite nobody else has written since it began, and they stand.
    """
    stand = seen if session.get_bind().dialect.name == "sqlite" else NONE_SEEN
    found = {code: stand[code] for code in municipalities if code in stand}
    found |= _locked(session, set(municipalities) - found.keys())
    missing = set(municipalities) - found.keys()
    if missing:
        _begin(session, sorted(missing))
        found |= _locked(session, missing)
    return found


@dataclass(frozen=True, slots=True)
class Held:
    """Ledgers that are held, and what was read beside them; None where it may have changed since."""

    counters: dict[str, Counter]
    rows: Mapping[str, Sequence[Any]] | None


def hold(
    session: Session,
    municipalities: Collection[str],
    seen: Mapping[str, Counter],
    beside: Mapping[str, Reading],
) -> Held:
    """The counters locked, and what is read beside them of these ledgers: on PostgreSQL in one statement.

    That sees everything as it was when it began. Where it had to wait for a ledger, its counter has moved
    from what the statement saw of it, and so may all that hangs on it have: then nothing is told of the rest.
    """
    if session.get_bind().dialect.name == "sqlite" or not (municipalities and beside):
        held = lock(session, municipalities, seen)
        return Held(held, together.read(session, beside))
    named = {"held": [{"municipality": code} for code in sorted(municipalities)]}
    # The ledgers last: others need not wait for the reading.
    asked = {**beside, "seen": Reading(_SEEN, named), "held": Reading(_HELD, named)}
    rows = together.read(session, asked)
    found, as_seen = (
        {row.municipality: Counter(*row[1:]) for row in rows[which]} for which in ("held", "seen")
    )
    if found.keys() != set(municipalities):
        return Held(lock(session, municipalities), None)
    return Held(found, rows if found == as_seen else None)


def advance(session: Session, counters: Mapping[str, Counter]) -> None:
    """Write down how far the locked counters were drawn."""
    if not counters:
        return
    session.connection().execute(
        _ADVANCE,
        [
            {
                "ledger": municipality,
                "new_server_seq": counter.server_seq,
                "new_head": counter.head,
                "new_durable_through": counter.durable_through,
            }
            for municipality, counter in sorted(counters.items())
        ],
    )


def count_anew(session: Session, municipality: str) -> None:
    """Write down that other things count now, in a ledger that is locked: who read before reads again."""
    session.connection().execute(_COUNT_ANEW, {"ledger": municipality})


def set_durable(session: Session, through: Mapping[str, int]) -> None:
    """Write down up to which number each ledger is durable; never less than before, nor past what it has."""
    if not through:
        return
    session.connection().execute(
        _SET_DURABLE,
        [{"ledger": municipality, "number": number} for municipality, number in sorted(through.items())],
    )


def every(session: Session, municipalities: Collection[str] | None = None) -> dict[str, Counter]:
    """Where each ledger stands, by its code; of these municipalities alone where they are given."""
    query = select(_COUNTER.c.municipality, *_COLUMNS).order_by(_COUNTER.c.municipality)
    if municipalities is not None:
        query = query.where(_COUNTER.c.municipality.in_(municipalities))
    rows = session.execute(query)
    return {row.municipality: Counter(*row[1:]) for row in rows}


def counter_of(session: Session, municipality: str) -> Counter | None:
    """Where one ledger stands; None before anything was logged in it."""
    query = select(*_COLUMNS).where(_COUNTER.c.municipality == municipality)
    row = session.execute(query).one_or_none()
    return None if row is None else Counter(*row)


def at(
    session: Session, municipalities: Collection[str], cursors: Mapping[str, Cursor]
) -> dict[str, Position]:
    """Where these ledgers stand, each with the chain's hash at the end of its cursor, if it has both."""
    return positions_in(together.read(session, {"ledgers": positions(municipalities, cursors)})["ledgers"])


def positions(municipalities: Collection[str], cursors: Mapping[str, Cursor]) -> Reading:
    """What is to be read for that."""
    numbers = {code: cursor.furthest.server_seq for code, cursor in cursors.items()}
    named = [{"municipality": code, "number": numbers.get(code)} for code in sorted(municipalities)]
    return Reading(_AT, {"ledgers": named})


def positions_in(rows: Iterable[Any]) -> dict[str, Position]:
    """The same of the rows that were read."""
    return {
        row.municipality: Position(
            row.municipality, Counter(*(getattr(row, each.name) for each in _COLUMNS)), row.hash
        )
        for row in rows
    }


def _locked(session: Session, municipalities: Collection[str]) -> dict[str, Counter]:
    if not municipalities:
        return {}
    rows = session.execute(_LOCK, {"municipalities": municipalities})
    return {row.municipality: Counter(*row[1:]) for row in rows}


def _begin(session: Session, municipalities: Collection[str]) -> None:
    epochs = {municipality: str(uuid4()) for municipality in municipalities}
    session.connection().execute(
        upsert(session, CounterRow).on_conflict_do_nothing(),
        [
            {
                "municipality": municipality,
                "epoch": epoch,
                "server_seq": 0,
                "head": genesis(municipality, epoch),
                "durable_through": 0,
            }
            for municipality, epoch in epochs.items()
        ],
    )
