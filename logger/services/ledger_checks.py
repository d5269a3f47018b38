"""Checking a ledger against itself: the chain that vouches for its rows, the projection made from them."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from logger.domain.chain import first_broken, genesis, salted
from logger.domain.projection import folded, step_of
from logger.domain.records import StoredActivity
from logger.store import counters, operations, projection


@dataclass(frozen=True, slots=True)
class Damage:
    """Where a ledger no longer is what was entered; numbers are `server_seq`."""

    first_broken_link: int | None
    spoilt_bodies: tuple[int, ...]

    def __bool__(self) -> bool:
        return self.first_broken_link is not None or bool(self.spoilt_bodies)


def damage(session: Session, municipality: str) -> Damage:
    """Check every link of a ledger's chain, and every body that still has its salt."""
    counter = counters.counter_of(session, municipality)
    if counter is None:
        return Damage(None, ())
    start = genesis(municipality, counter.epoch)
    return Damage(
        first_broken(start, counter.head, operations.links(session, municipality)),
        tuple(
            operation.server_seq
            for operation, body, salt in operations.with_bodies(session, municipality)
            if salt is not None and salted(salt, body) != operation.digest
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


def rebuilt(session: Session, municipality: str) -> dict[str, StoredActivity]:
    """Every activity of a municipality by its id, folded from the ledger's beginning."""
    standing: dict[str, StoredActivity] = {}
    for operation, body, _salt in operations.with_bodies(session, municipality):
        if (step := step_of(operation, body)) is not None:
            standing[step.activity_id] = folded(standing.get(step.activity_id), step)
    return standing
