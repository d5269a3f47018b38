"""Checking a ledger against itself: the chain that vouches for its rows, the projection made from them."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy.orm import Session

from logger.domain.disposal import DISPOSED, line_of
from logger.domain.entering.chain import first_broken, genesis, salted
from logger.domain.entering.projection import folded, step_of
from logger.domain.records import StoredActivity
from logger.store import audit
from logger.store.activities import projection
from logger.store.syncing import counters, operations


@dataclass(frozen=True, slots=True)
class Damage:
    """Where a ledger no longer is what was entered; numbers are `server_seq`.

    `spoilt_portions` are what disposal left and did not leave so: the first and the last number of each.
    """

    first_broken_link: int | None
    spoilt_bodies: tuple[int, ...]
    spoilt_portions: tuple[tuple[int, int], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.first_broken_link is not None or self.spoilt_bodies or self.spoilt_portions)


def damage(session: Session, municipality: str) -> Damage:
    """Check every link of a ledger's chain, and that every body is there, byte by byte.

    A body with its salt has the digest in its link. Only disposal takes a salt away; for what it leaves, the
    marker in the audit chain vouches, portion by portion.
    """
    counter = counters.counter_of(session, municipality)
    if counter is None:
        return Damage(None, ())
    start = genesis(municipality, counter.epoch)
    markers = audit.digests_of(session, municipality, DISPOSED)
    spoilt: list[int] = []
    left: dict[datetime, _Left] = {}
    for each in operations.bodies(session, municipality):
        if each.body is not None and each.salt is None and each.reduced_at in markers:
            left.setdefault(each.reduced_at, _Left()).take(each.server_seq, each.body)
        elif (
            each.body is None
            or each.salt is None
            or each.reduced_at is not None
            or salted(each.salt, each.body) != each.digest
        ):
            spoilt.append(each.server_seq)
    return Damage(
        first_broken(start, counter.head, operations.links(session, municipality)),
        tuple(spoilt),
        tuple((its.first, its.last) for at, its in left.items() if its.as_told() != markers[at]),
    )


class _Left:
    """What one portion of disposal left, read body by body."""

    def __init__(self) -> None:
        self.digest = sha256()
        self.first = self.last = 0

    def take(self, server_seq: int, body: bytes) -> None:
        """The next body of it."""
        self.digest.update(line_of(server_seq, body))
        self.first, self.last = self.first or server_seq, server_seq

    def as_told(self) -> str:
        """The digest that its marker has of it."""
        return audit.digest_of({"bodies": self.digest.hexdigest()})


def strays(session: Session, municipality: str) -> list[str]:
    """Ids of the activities whose row is not what their operations make of them."""
    made = rebuilt(session, municipality)
    kept = projection.whole(session, municipality)
    return sorted(
        activity_id
        for activity_id in made.keys() | kept.keys()
        if made.get(activity_id) != kept.get(activity_id)
    )


def first_skipped_version(session: Session, municipality: str) -> int | None:
    """The number of the first operation that skips or repeats a version of its activity; None for none."""
    last: dict[str, int] = {}
    for operation, _body, _salt in operations.with_bodies(session, municipality):
        if operation.rev is None or operation.activity_id is None:
            continue
        if operation.rev != last.get(operation.activity_id, 0) + 1:
            return operation.server_seq
        last[operation.activity_id] = operation.rev
    return None


def rebuilt(session: Session, municipality: str) -> dict[str, StoredActivity]:
    """Every activity of a municipality by its id, folded from the ledger's beginning."""
    standing: dict[str, StoredActivity] = {}
    for operation, body, _salt in operations.with_bodies(session, municipality):
        if (step := step_of(operation, body)) is not None:
            standing[step.activity_id] = folded(standing.get(step.activity_id), step)
    return standing
