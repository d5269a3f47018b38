"""Phones that keep what they sent, as the real ones do, and books that tell whether all of it is there."""

import http.client
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256
from threading import Event
from typing import Any
from uuid import uuid4

from sqlalchemy import text
from sqlalchemy.orm import Session

from logger import clock
from logger.domain.progress.progress import progress
from logger.extensions import db
from logger.services.kept.ledgers import ledger_for
from logger.services.pledges.pledges import approved_pledges
from logger.services.running.soundness import faults
from logger.services.transactions import writing
from logger.store.people import sessions
from tests.worlds.phones import LEKEBERG, NOW, Person, Phone, World

BROKEN = 0


@dataclass
class Retaining:
    """A phone that offers what it retains again when it is told that the history is another one."""

    phone: Phone
    retained: dict[str, dict[str, Any]] = field(default_factory=dict)
    acknowledged: set[str] = field(default_factory=set)
    durable_through: dict[str, int] = field(default_factory=dict)
    resyncs: int = 0
    told_again: int = 0  # receipts that the server had already

    def log(self, count: int = 1) -> None:
        """Save new entries; they are not sent yet."""
        for _ in range(count):
            op = self.phone.create(note="Lugnt")
            self.retained[op["op_id"]] = op

    def sync(self) -> int:
        """Send what has no receipt, and again what a restored server lacks.

        Returns the HTTP status, BROKEN where no answer came.
        """
        waiting = [op for op_id, op in self.retained.items() if op_id not in self.acknowledged]
        try:
            reply = self.phone.post(self.phone.batch(*waiting[:100], client_now=clock.now().isoformat()))
        except (OSError, http.client.HTTPException):
            return BROKEN
        if reply.status != 200:
            return reply.status
        if reply.json["resync"]:
            self.resyncs += 1
            self.acknowledged.clear()
        self.phone.cursors = reply.json["cursors"]
        self.durable_through = reply.json["durable_through"]
        for result in reply.json["results"]:
            if result["status"] == "stored":
                self.acknowledged.add(result["op_id"])
                self.told_again += "duplicate" in result
        return reply.status

    def drain(self, attempts: int = 600) -> None:
        """Sync until everything has its receipt, over whatever is broken for now."""
        nap = Event()
        for _ in range(attempts):
            if self.sync() != 200:
                nap.wait(0.1)
            elif self.acknowledged == self.retained.keys():
                return
        raise AssertionError("the outbox does not drain")


def retaining(world: World, person: Person) -> Retaining:
    """A phone of this person's."""
    return Retaining(world.phone(person))


def sign_in_again(world: World, person: Person) -> Person:
    """The person with a session that begins now."""
    secret = str(uuid4())
    with world.app.app_context(), writing(db.session()):
        now = clock.now()
        begun = sessions.StoredSession(person.id, now, now, now + timedelta(days=30))
        sessions.add(db.session(), sha256(secret.encode()).hexdigest(), begun)
    return Person(person.id, secret)


def figures(world: World) -> dict[str, Any]:
    """What the pledge comes to."""
    with world.app.app_context():
        [stored] = approved_pledges(db.session(), LEKEBERG)
        entries = ledger_for(db.session(), LEKEBERG, stored)
        told = progress(stored.pledge, entries, NOW.date())
        return {name: answer.answer() for name, answer in told.items()}


def require_whole(world: World, acknowledged: set[str]) -> None:
    """Nothing lost, nothing twice, every chain and the projection as entered."""
    with world.app.app_context():
        session = db.session()
        stored = stored_ids(session)
        assert acknowledged <= set(stored), "an acknowledged operation is lost"
        assert len(stored) == len(set(stored)), "an operation is there twice"
        made = session.execute(text("select count(*) from operation where rev = 1")).scalar_one()
        assert made == session.execute(text("select count(*) from activity")).scalar_one()
        assert list(faults(session)) == []
        session.rollback()


def stored_ids(session: Session) -> list[str]:
    """The ids of all operations that were stored."""
    rows = session.execute(text("select op_id from operation where status = 'stored'"))
    return [_dashed(op_id) for op_id in rows.scalars()]


def _dashed(op_id: object) -> str:
    plain = str(op_id).replace("-", "")
    return "-".join((plain[:8], plain[8:12], plain[12:16], plain[16:20], plain[20:]))
