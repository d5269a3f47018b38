"""What coordinators do meanwhile: decide on what is held, correct, strike, merge."""

import random
from collections.abc import Callable
from uuid import UUID

from sqlalchemy.orm import Session

from logger.domain.entering.body_writer import facts_of as facts_in_a_body
from logger.domain.people.people import Principal
from logger.domain.records import StoredActivity
from logger.domain.refusing.refusals import Refusal
from logger.extensions import db
from logger.services.activities import corrections, held, merging
from logger.services.activities.corrections import Correction, Striking
from logger.services.activities.held import TakingIn
from logger.services.activities.merging import Merging
from logger.store.activities import activities
from logger.store.people import people
from tests.simulation.decisions import Decisions
from tests.simulation.entries import facts_of
from tests.simulation.oracle import Oracle
from tests.simulation.server import Server

Count = Callable[[str], None]
WHY = "Fel antal"
MOST_DECIDED = 5
MERGED = "desk: two merged"


class Desk:
    """All coordinators' desks; `count` is called with what was done."""

    def __init__(
        self, server: Server, oracle: Oracle, decisions: Decisions, chance: random.Random, count: Count
    ) -> None:
        self.server = server
        self.oracle = oracle
        self.decisions = decisions
        self.chance = chance
        self.count = count
        self.owes_merging = False

    def work(self) -> None:
        """An hour at one of them."""
        code, user_id = self.chance.choice(sorted(self.server.town.coordinators.items()))
        with self.server.app.app_context():
            session = db.session()
            principal = people.principal_of(session, user_id, self.server.time().date())
            assert principal is not None
            before = self.server.counters().get(code, 0)
            for op_id, activity_id in self._waiting(session, principal, code):
                self._try(self._decide, session, principal, code, op_id, activity_id)
            self.decisions.made(self.server.settled_after(code, before), code)
            found = self.server.rows(
                "select id from activity where municipality = ? and state = 'current'"
                " order by server_seq desc limit 40",
                code,
            )
            if self.owes_merging:
                for (activity_id,) in found:
                    self._try(self._merge_first, session, principal, code, str(UUID(activity_id)))
            for (activity_id,) in self.chance.sample(found, min(3, len(found))):
                self._try(self._put_right, session, principal, code, str(UUID(activity_id)))
            db.session.remove()

    def _waiting(self, session: Session, principal: Principal, code: str) -> list[tuple[str, str]]:
        page = held.waiting_in(session, principal, code)
        found = [(each.entry.operation.op_id, str(each.entry.operation.activity_id)) for each in page.waiting]
        return found[:MOST_DECIDED]

    def _try(self, deed: Callable[..., None], session: Session, *given: object) -> None:
        try:
            deed(session, *given)
        except Refusal as no:
            session.rollback()
            self.count(f"desk: {no.code}")

    def _decide(
        self, session: Session, principal: Principal, code: str, op_id: str, activity_id: str
    ) -> None:
        self._contest(activity_id)
        now = self.server.time()
        if self.chance.random() < 0.3:
            held.refuse(session, principal, code, op_id, WHY, now)
            self.count("desk: held entry refused")
            return
        taken = held.take_in(session, principal, code, op_id, TakingIn(with_note=False), now)
        self._stands(taken)
        self.count("desk: held entry taken in")

    def _merge_first(self, session: Session, principal: Principal, code: str, activity_id: str) -> None:
        """Two that are alike are few: they are looked for where none have been met."""
        stored = activities.activity(session, code, activity_id)
        if self.owes_merging and stored is not None:
            self.owes_merging = not self._merge(session, principal, stored)

    def _merge(self, session: Session, principal: Principal, stored: StoredActivity) -> bool:
        alike = merging.alike(session, principal, stored)
        if not alike:
            return False
        both = Merging(stored.activity.id, stored.rev, alike[0].activity.id, alike[0].rev, WHY)
        kept = merging.merge(session, principal, stored.municipality, both, self.server.time())
        self._contest(both.merged)
        self._stands(kept)
        self.count(MERGED)
        return True

    def _put_right(self, session: Session, principal: Principal, code: str, activity_id: str) -> None:
        stored = activities.activity(session, code, activity_id)
        assert stored is not None
        now = self.server.time()
        if self._merge(session, principal, stored):
            return
        if self.chance.random() < 0.2:
            corrections.strike(session, principal, code, activity_id, Striking(stored.rev, WHY), now)
            self._contest(activity_id)
            self.count("desk: struck")
        else:
            facts = facts_in_a_body(stored.activity) | {"others": self.chance.randrange(6, 200)}
            put = Correction(stored.rev, facts, WHY)
            self._stands(corrections.correct(session, principal, code, activity_id, put, now))
            self.count("desk: corrected")

    def _contest(self, activity_id: str) -> None:
        if (story := self.oracle.stories.get(activity_id)) is not None:
            story.contested = True

    def _stands(self, stored: StoredActivity | None) -> None:
        """What a desk has made of an activity is told too."""
        if stored is not None and (story := self.oracle.stories.get(stored.activity.id)) is not None:
            story.contested = True
            story.told.append(hash(facts_of(stored.activity)))
