"""The database, compared with what people did once everything is quiet."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy.orm import Session

from logger.domain.counting.ledger import Ledger
from logger.domain.entering.batches import ENTRIES_KEPT_DAYS
from logger.domain.entering.chain import genesis, link, salted
from logger.domain.entering.operations import NO_MUNICIPALITY
from logger.domain.entering.projection import folded, step_of
from logger.domain.entering.upcasting import FILE_SCHEMA
from logger.domain.progress.progress import progress
from logger.domain.records import StoredActivity
from logger.extensions import db
from logger.services.kept.ledgers import ledger_for
from logger.services.pledges.pledges import approved_pledges_in
from logger.store.activities import projection
from logger.store.syncing import counters, operations
from tests.simulation.entries import facts_of
from tests.simulation.oracle import Oracle, Story
from tests.simulation.server import Server

if TYPE_CHECKING:
    from tests.simulation.world import World


@dataclass(frozen=True)
class Verdict:
    """What is in the database, and how much of what was saved is not."""

    operations: int
    activities: int
    lost: int
    twice: int
    lost_with_phones: int
    set_aside: int
    figures: int


def verdict_on(world: "World") -> Verdict:
    """Look at everything; what should not be is noted with the oracle."""
    oracle, server = world.oracle, world.server
    there = {str(UUID(op_id)) for (op_id,) in server.rows("select op_id from operation where schema > 0")}
    missing = oracle.digests.keys() - there
    lost = missing - oracle.dead - oracle.set_aside
    oracle.violations += [f"I2 operation {op_id} is lost" for op_id in sorted(lost)[:5]]
    oracle.must(there <= oracle.digests.keys(), "operations that nobody made")
    seen: set[str] = set()
    figures, twice = 0, _versions(server, oracle)
    with server.app.app_context():
        session = db.session()
        for code in sorted(server.counters()):
            stands = _read(session, oracle, code)
            if code != NO_MUNICIPALITY:
                oracle.must(
                    stands == projection.whole(session, code), f"I12 {code} stands otherwise than its log"
                )
                twice += _compare(oracle, stands, missing)
                _phones_agree(world, code, stands)
                figures += _figures(session, oracle, code, stands, server.time())
                seen |= stands.keys()
        db.session.remove()
    twice += _absent(oracle, seen, missing)
    _no_gaps(world, missing)
    return Verdict(
        operations=len(there),
        activities=len(seen),
        lost=len(lost),
        twice=twice,
        lost_with_phones=len(missing & oracle.dead),
        set_aside=len(missing & oracle.set_aside - oracle.dead),
        figures=figures,
    )


def _read(session: Session, oracle: Oracle, code: str) -> dict[str, StoredActivity]:
    """A ledger read once: its chain, its bodies, and the activities that it makes."""
    counter = counters.counter_of(session, code)
    assert counter is not None
    prev, number = genesis(code, counter.epoch), 0
    stands: dict[str, StoredActivity] = {}
    for row in operations._all_of(session, code):
        operation = operations.operation_from(row)
        number += 1
        whole = (number, prev) == (operation.server_seq, row.prev) and row.hash == link(
            prev, operation.vouched()
        )
        if not whole or salted(row.salt, row.body) != operation.digest:
            oracle.violations.append(f"the ledger {code} is damaged at {number}")
            return stands
        by_phone = operation.schema > FILE_SCHEMA
        as_saved = (oracle.digests.get(operation.op_id), oracle.emptied.get(operation.op_id))
        if by_phone and sha256(row.body).hexdigest() not in as_saved:
            oracle.violations.append(f"I15 {operation.op_id} is not the bytes that were saved")
        prev = row.hash
        if (step := step_of(operation, row.body)) is not None:
            stands[step.activity_id] = folded(stands.get(step.activity_id), step)
    oracle.must((number, prev) == (counter.server_seq, counter.head), f"the ledger {code} lacks its end")
    return stands


def _versions(server: Server, oracle: Oracle) -> int:
    """I10, and I3 by the database's own word: operations under one id or one version."""
    torn = server.rows(
        "select activity_id from operation where rev is not null group by municipality, activity_id"
        " having count(*) <> max(rev) or min(rev) <> 1"
    )
    oracle.must(not torn, f"I10 {len(torn)} activities whose versions are not 1…n")
    [(twice,)] = server.rows("select count(*) - count(distinct op_id) from operation")
    oracle.must(not twice, f"I3 {twice} operations are there twice")
    return int(twice)


def _compare(oracle: Oracle, stands: dict[str, StoredActivity], missing: set[str]) -> int:
    """What stands is what its people told; how many stand that nobody logged."""
    nobodys = 0
    for activity_id, stored in stands.items():
        story = oracle.stories.get(activity_id)
        if story is None:
            nobodys += 1
        elif fault := _fault(story, stored, missing):
            oracle.violations.append(f"activity {activity_id} {fault}")
    oracle.must(not nobodys, f"I3 {nobodys} activities that nobody logged")
    return nobodys


def _fault(story: Story, stored: StoredActivity, missing: set[str]) -> str:
    if stored.author != story.author or stored.municipality != story.municipality:
        return "is another's (I8, I9)"
    told = hash(facts_of(stored.activity))
    if story.contested or not missing.isdisjoint(story.ops):
        return "" if told in story.told else "says what nobody told"
    if stored.state.value != story.state:
        return f"is {stored.state.value}, not {story.state}"
    return "" if told == story.told[-1] else "does not say what was told last"


def _absent(oracle: Oracle, seen: set[str], missing: set[str]) -> int:
    """Everything that was logged and not thrown away stands somewhere."""
    for activity_id, story in oracle.stories.items():
        gone = activity_id not in seen
        if gone and not story.vain and not story.contested and missing.isdisjoint(story.ops):
            oracle.violations.append(f"I2 activity {activity_id} stands nowhere: {story}")
        if not gone and story.vain and not story.contested and missing.isdisjoint(story.ops):
            oracle.violations.append(f"activity {activity_id} was thrown away and stands: {story}")
    return 0


def _no_gaps(world: "World", missing: set[str]) -> None:
    """Every number of a phone that lives is accounted for, also where what had it was thrown away."""
    for person in world.people:
        gaps = [each.seq for each in person.phone.disk.items.values() if each.op_id in missing]
        if gaps and not person.gone:
            world.oracle.violations.append(f"gap: phone {person.phone.number} misses {gaps[:5]}")


def _phones_agree(world: "World", code: str, stands: dict[str, StoredActivity]) -> None:
    """I19: whichever of a user's phones one looks at, it knows the version that stands.

    A phone that asks from the beginning is told of what began within the days that entries are kept.
    """
    kept = world.server.time() - timedelta(days=ENTRIES_KEPT_DAYS)
    for person in world.people:
        if person.gone:
            continue
        for activity_id, rev in person.phone.disk.known(code).items():
            stored = stands.get(activity_id)
            if stored is not None and stored.rev != rev and stored.activity.started_at > kept:
                known = f"phone {person.phone.number} knows version {rev}, not {stored.rev}"
                world.oracle.violations.append(f"I19 activity {activity_id}: {known}")


def _figures(
    session: Session, oracle: Oracle, code: str, stands: dict[str, StoredActivity], now: datetime
) -> int:
    """Every figure of the boards is what the log comes to."""
    compared = 0
    for stored in approved_pledges_in(session, [code]):
        asked = ledger_for(session, code, stored)
        folded = Ledger(
            asked.places, tuple(each.activity for each in stands.values()), asked.marks, asked.reports
        )
        shown = progress(stored.pledge, asked, now.date())
        told = progress(stored.pledge, folded, now.date())
        for name in told:
            compared += 1
            oracle.must(
                shown[name].answer() == told[name].answer(), f"I12 {code} {name} is not what the log says"
            )
    return compared
