"""Somebody at a desk in the phones' small world, and what is left of the ledger afterwards."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from logger.domain.people.people import Grant, Principal, Role
from logger.domain.records import StoredActivity
from logger.extensions import db
from logger.services.activities import corrections, held, merging
from logger.services.activities.activity_lists import OpenedActivity, open_activity
from logger.services.activities.corrections import Correction, Striking
from logger.services.activities.held import HeldPage, TakingIn
from logger.services.activities.merging import Merging
from logger.services.running.ledger_checks import damage, strays
from logger.store.activities import activities
from tests.worlds.phones import LEKEBERG, OSKARSHAMN, World

LATER = datetime(2026, 3, 10, 7, 30, tzinfo=UTC)
WHY = "Fel plats valdes"


def somebody(
    name: str, role: Role = Role.COORDINATOR, organisation: str = "police", municipality: str = LEKEBERG
) -> Principal:
    """A person who holds one role in one municipality."""
    grant = Grant(role, municipality=municipality)
    return Principal(str(uuid5(NAMESPACE_URL, name)), name, organisation, (grant,), (municipality,))


COORDINATOR = somebody("Karin")
TOWN_COORDINATOR = somebody("Tore", organisation="municipality")
CHIEF = somebody("Maria", Role.DISTRICT_CHIEF)
ELSEWHERE = somebody("Olle", municipality=OSKARSHAMN)


@dataclass(frozen=True)
class Desk:
    """What one person does at it, at one time."""

    world: World
    principal: Principal = COORDINATOR

    @contextmanager
    def _session(self) -> Iterator[Any]:
        with self.world.app.app_context():
            yield db.session()

    def stored(self, activity_id: str) -> StoredActivity:
        """The activity as it stands."""
        with self._session() as session:
            found = activities.activity(session, LEKEBERG, activity_id)
            assert found is not None
            return found

    def opened(self, activity_id: str) -> OpenedActivity:
        """The activity's page."""
        with self._session() as session:
            return open_activity(session, self.principal, LEKEBERG, activity_id)

    def correct(
        self, activity_id: str, facts: Mapping[str, Any], *, base_rev: int = 1, reason: str = WHY
    ) -> StoredActivity:
        """Put it right: all its facts as they stand, but for those given."""
        with self._session() as session:
            correction = Correction(base_rev, facts, reason)
            return corrections.correct(session, self.principal, LEKEBERG, activity_id, correction, LATER)

    def strike(self, activity_id: str, *, base_rev: int = 1, reason: str = WHY) -> StoredActivity:
        """Let it not count."""
        with self._session() as session:
            striking = Striking(base_rev, reason)
            return corrections.strike(session, self.principal, LEKEBERG, activity_id, striking, LATER)

    def alike(self, activity_id: str) -> list[str]:
        """The ids of those that may be the same."""
        stored = self.stored(activity_id)
        with self._session() as session:
            return [each.activity.id for each in merging.alike(session, self.principal, stored)]

    def merge(
        self, kept: str, merged: str, *, kept_rev: int = 1, merged_rev: int = 1, reason: str = WHY
    ) -> StoredActivity:
        """Make one of two."""
        with self._session() as session:
            both = Merging(kept, kept_rev, merged, merged_rev, reason)
            return merging.merge(session, self.principal, LEKEBERG, both, LATER)

    def waiting(self, after: int = 0) -> HeldPage:
        """What waits for a decision."""
        with self._session() as session:
            return held.waiting_in(session, self.principal, LEKEBERG, after)

    def take_in(self, op_id: str, **how: Any) -> StoredActivity | None:
        """Let a held entry count."""
        with self._session() as session:
            return held.take_in(session, self.principal, LEKEBERG, op_id, TakingIn(**how), LATER)

    def refuse(self, op_id: str, reason: str = WHY) -> None:
        """Let it never count."""
        with self._session() as session:
            held.refuse(session, self.principal, LEKEBERG, op_id, reason, LATER)


def is_whole(world: World) -> bool:
    """Whether the chain holds, no body is spoilt, and what stands is what the operations make of it."""
    with world.app.app_context():
        return not damage(db.session(), LEKEBERG) and strays(db.session(), LEKEBERG) == []
