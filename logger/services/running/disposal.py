"""Disposal: an organisation's older activities are reduced to their bare facts, by a decision.

A deed a portion, told to the audit chain in it: breaking off loses nothing, and the next run goes on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from logger.domain.activities import Activity
from logger.domain.disposal import LEAST_MONTHS, LONGEST_DECISION, linked, months_before, waits
from logger.domain.periods import ONE_DAY, instant_of, local_date
from logger.domain.personal_data import presentable
from logger.domain.records import Position, StoredActivity
from logger.domain.refusing.disposal_refusals import DecisionMissing, DisposalTooSoon
from logger.domain.refusing.refusals import NotFound
from logger.services.running.bare_facts import Group, Order, reduce_to_facts
from logger.services.running.ownership import owning
from logger.store import vocabulary
from logger.store.activities import activities
from logger.store.syncing import counters, reducing
from logger.store.syncing.reducing import Said

PORTION = 500


@dataclass(slots=True)
class Disposed:
    """The activities of a run by their day, those that are done and those that wait."""

    before: date
    done: dict[str, date] = field(default_factory=dict)
    waiting: dict[str, date] = field(default_factory=dict)


def ordered(session: Session, organisation: str, months: int, decision: str, now: datetime) -> Order:
    """The order, held to what may be ordered. Raises DisposalTooSoon, DecisionMissing and NotFound."""
    reference = presentable(decision)
    if months < LEAST_MONTHS:
        raise DisposalTooSoon
    if not reference or len(reference) > LONGEST_DECISION:
        raise DecisionMissing
    if organisation not in {each.code for each in vocabulary.organisations(session)}:
        raise NotFound(f"Ingen organisation heter {organisation}.")
    return Order(organisation, months_before(local_date(now), months), reference)


def would_dispose(session: Session, order: Order) -> Disposed:
    """What a run would do; nothing is written."""
    told = Disposed(order.before)
    for code, counter in sorted(counters.every(session).items()):
        after: Position | None = None
        while (portion := _portion(session, code, order, counter.durable_through, after)) is not None:
            portion.tell(told)
            after = portion.last
    return told


def dispose(session: Session, order: Order, now: datetime) -> Disposed:
    """Reduce what may be reduced, portion by portion. Raises DisposalStopped; what was done before stays.

    It takes the owner of the tables (OwnerNeeded): the app's own role may not change a body.
    """
    told = Disposed(order.before)
    number = 0
    for code in sorted(counters.every(session)):
        after: Position | None = None
        while True:
            number += 1
            with owning(session):
                durable = counters.lock(session, {code})[code].durable_through
                portion = _portion(session, code, order, durable, after)
                if portion is None:
                    break
                # Each at a moment of its own: by that a marker and the bodies it vouches for belong together.
                at = now + timedelta(microseconds=number)
                reduce_to_facts(session, order, portion.ready, portion.said, at)
            portion.tell(told)
            after = portion.last
    return told


@dataclass(frozen=True, slots=True)
class _Portion:
    """Groups of activities that go together now, all that was said of them, and what waits beside them."""

    ready: Sequence[Group]
    said: Mapping[str, Sequence[Said]]
    waiting: Sequence[StoredActivity]
    last: Position

    def tell(self, told: Disposed) -> None:
        """Add it to what a run comes to."""
        told.done |= {each.activity.id: each.activity.local_date for group in self.ready for each in group}
        told.waiting |= {each.activity.id: each.activity.local_date for each in self.waiting}


def _portion(
    session: Session, code: str, order: Order, durable_through: int, after: Position | None
) -> _Portion | None:
    """The next activities that are due, behind `after`; None where there are none."""
    before = instant_of(order.before)
    found = reducing.due(session, code, order.organisation, before, after, PORTION)
    if not found:
        return None
    groups = _groups(session, code, [each.activity for each in found])
    ids = [each for group in groups for each in group]
    stored, said = activities.by_id(session, code, ids), reducing.said_of(session, code, ids)

    def is_ready(activity_id: str) -> bool:
        each = stored[activity_id]
        if each.activity.started_at >= before or each.author_organisation != order.organisation:
            return False
        return not waits([one.operation for one in said[activity_id]], durable_through)

    ready = [group for group in groups if all(map(is_ready, group))]
    going = {each for group in ready for each in group}
    last = found[-1].activity
    return _Portion(
        [[stored[each] for each in sorted(group)] for group in ready],
        said,
        [each for each in found if each.activity.id not in going],
        Position(last.started_at, last.id),
    )


def _groups(session: Session, code: str, found: Sequence[Activity]) -> list[frozenset[str]]:
    """These activities in groups, each with all that it is linked to, however far that reaches."""
    ids = {each.id for each in found}
    inside = {each.id: each for each in found}
    while True:
        first = min(each.started_at for each in inside.values())
        last = max(each.ended_at or each.started_at for each in inside.values())
        found_around = activities.activities_between(session, code, first, last + ONE_DAY)
        around = {each.id: each for each in found_around}
        groups = [group for group in linked((around | inside).values()) if group & ids]
        if all(group <= inside.keys() for group in groups):
            return groups
        reached = frozenset[str]().union(*groups)
        inside |= {each: around[each] for each in reached - inside.keys()}
