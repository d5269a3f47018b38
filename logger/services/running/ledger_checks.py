"""Checking a ledger against itself: the chain that vouches for its rows, the projection made from them."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from logger.domain.entering.chain import first_broken, genesis, salted
from logger.domain.entering.projection import folded, step_of
from logger.domain.records import StoredActivity
from logger.store.activities import projection
from logger.store.syncing import counters, operations


@dataclass(frozen=True, slots=True)
class Damage:
    """Where a ledger no longer is what was entered; numbers are `server_seq`."""

    first_broken_link: int | None
    spoilt_bodies: tuple[int, ...]

    def __bool__(self) -> bool:
        return self.first_broken_link is not None or bool(self.spoilt_bodies)


def damage(session: Session, municipality: str) -> Damage:
    """Check every link of a ledger's chain, and that every body is there; those with a salt, byte by byte.

    Only disposal takes a salt away, and it marks the body as reduced.
    """
    counter = counters.counter_of(session, municipality)
    if counter is None:
        return Damage(None, ())
    start = genesis(municipality, counter.epoch)
    return Damage(
        first_broken(start, counter.head, operations.links(session, municipality)),
        tuple(
            each.server_seq
            for each in operations.bodies(session, municipality)
            if not each.reduced
            and (each.salt is None or each.body is None or salted(each.salt, each.body) != each.digest)
        ),
    )


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
