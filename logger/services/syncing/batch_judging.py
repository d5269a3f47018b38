"""Judging a batch item by item: each by itself, those of one activity in the order of their numbers."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, assert_never

from logger.domain.counting.keeping import Change
from logger.domain.entering.chain import salted
from logger.domain.entering.entries import Create, Entry, Said, base_rev_of, kind_of
from logger.domain.entering.envelopes import Unopened
from logger.domain.entering.intake import AWAIT_ANOTHER, WAITS, judge
from logger.domain.entering.judgements import (
    Circumstances,
    Conflict,
    Held,
    Judgement,
    Key,
    Rejected,
    Retry,
    Settled,
    Stored,
)
from logger.domain.entering.operations import NO_MUNICIPALITY, Operation
from logger.domain.entering.projection import Step, folded
from logger.domain.planning.sayings import Answer, Voice
from logger.domain.records import Kind, State, Status, StoredActivity
from logger.services.bookkeeping import Draft
from logger.services.syncing.batch_facts import BatchFacts, Item, Sender, municipality_of
from logger.services.syncing.batch_results import Entered, Told, untraced
from logger.services.syncing.counted_towards import counted_towards
from logger.services.syncing.faults import log_fault

log = logging.getLogger(__name__)
PHONE = "phone"


@dataclass
class Judging:
    """A batch being judged: `drafts` in the order judged, and by which of them each activity last changed.

    `before` is what stood of each that changed.
    """

    sender: Sender
    facts: BatchFacts
    now: datetime
    drafts: list[Draft] = field(default_factory=list)
    drafted: dict[str, int] = field(default_factory=dict)
    changed: dict[Key, int] = field(default_factory=dict)
    before: dict[Key, StoredActivity | None] = field(default_factory=dict)

    def outcomes(self, items: Sequence[Item | Unopened]) -> list[Entered | Told]:
        """What becomes of each item, in the order sent."""
        in_order = sorted(range(len(items)), key=lambda at: _number(items[at]))
        by_place = {at: self._outcome(items[at]) for at in in_order}
        return [by_place[at] for at in range(len(items))]

    def activities(self, entered: Sequence[Operation]) -> list[StoredActivity]:
        """The changed activities as they stand after the batch, once its drafts are entered."""
        return [
            replace(self.facts.standing[key], server_seq=entered[draft].server_seq)
            for key, draft in self.changed.items()
        ]

    def changes(self) -> dict[str, list[Change]]:
        """The same as what changed, by municipality."""
        made: dict[str, list[Change]] = {}
        for key, before in self.before.items():
            change = Change(before.activity if before else None, self.facts.standing[key].activity)
            made.setdefault(key[0], []).append(change)
        return made

    def _outcome(self, item: Item | Unopened) -> Entered | Told:
        if isinstance(item, Unopened):
            return untraced(item.op_id, item.sha256, item.answer)
        try:
            return self._repeated(item) or self._judged(item)
        except Exception as fault:  # noqa: BLE001 - a fault of ours in judging one item must not touch its neighbours
            op_id = item.envelope.op_id
            log_fault(log, f"operation {op_id} could not be judged", fault)
            return untraced(op_id, item.envelope.sha256, Retry("internal"))

    def _repeated(self, item: Item) -> Entered | Told | None:
        """The outcome of an item whose operation is known already; None for a new one."""
        envelope = item.envelope
        if (kept := self.facts.earlier.receipts.get(envelope.op_id)) is not None:
            # Without its salt a body was reduced by disposal, and nobody can tell any more what it said.
            same = kept.salt is None or salted(kept.salt, envelope.body) == kept.operation.digest
            if same and kept.operation.author == self.sender.user_id:
                return Told(kept.operation.receipt(envelope.sha256, duplicate=True))
        elif (draft := self.drafted.get(envelope.op_id)) is not None:
            if self.drafts[draft].body == envelope.body:
                return Entered(draft, envelope.sha256, duplicate=True)
        else:
            return None
        return untraced(envelope.op_id, envelope.sha256, Rejected("op_id_reused"))

    def _judged(self, item: Item) -> Entered | Told:
        envelope = item.envelope
        judgement = self._held_back(judge(item.entry, self._circumstances()))
        if isinstance(judgement, Retry):
            return untraced(envelope.op_id, envelope.sha256, judgement)
        operation = self._operation(item, judgement)
        answer = self._answer(item.entry, operation, judgement)
        operation = self._settle(_telling(operation, answer), judgement)
        if answer is not None:
            self.facts.plans.take(operation.municipality, answer)
        self.drafted[envelope.op_id] = len(self.drafts)
        self.drafts.append(Draft(operation, envelope.body))
        return Entered(self.drafted[envelope.op_id], envelope.sha256)

    def _held_back(self, judgement: Judgement) -> Judgement:
        """The judgement, or held where everything of this sender's waits for a person.

        What builds on a version that is held waits with it: that version will not come by itself.
        """
        if self.sender.held_as is None:
            return judgement
        match judgement:
            case Stored(state=state) if state is not None:
                return Held(self.sender.held_as)
            case Retry(code) if code in AWAIT_ANOTHER:
                return Held(WAITS)
            case _:
                return judgement

    def _answer(self, entry: Entry, operation: Operation, judgement: Settled) -> Answer | None:
        """What the item comes to in a plan; None for one that names no planned time, or is not stored."""
        if not isinstance(judgement, Stored):
            return None
        voice = Voice(self.sender.user_id, self.now)
        match entry:
            case Said():
                return self.facts.plans.said(entry, voice)
            case Create(planned=planned) if planned is not None:
                step = Step.of(operation, judgement.state, judgement.content)
                assert step is not None
                activity = folded(None, step).activity
                return self.facts.plans.done((entry.municipality, planned), activity, voice)
            case _:
                return None

    def _circumstances(self) -> Circumstances:
        return Circumstances(
            author=self.sender.user_id,
            organisation=self.sender.organisation,
            municipalities=self.sender.municipalities,
            known=self.facts.known,
            now=self.now,
            standing=self.facts.standing,
            unsettled=self.facts.earlier.unsettled,
        )

    def _operation(self, item: Item, judgement: Settled) -> Operation:
        municipality = municipality_of(item.entry)
        status, code, said = _said(judgement)
        return Operation(
            municipality=municipality if municipality in self.sender.municipalities else NO_MUNICIPALITY,
            server_seq=0,
            op_id=item.envelope.op_id,
            stream_id=self.sender.stream_id,
            seq=item.envelope.seq,
            kind=kind_of(item.entry),
            activity_id=item.entry.activity_id,
            base_rev=base_rev_of(item.entry),
            rev=judgement.rev if isinstance(judgement, Stored) else None,
            author=self.sender.user_id,
            received_at=self.now,
            status=status,
            code=code,
            schema=item.envelope.schema,
            digest="",
            facts={"author_organisation": self.sender.organisation, "origin": PHONE, **said},
        )

    def _settle(self, operation: Operation, judgement: Settled) -> Operation:
        """Let the items that follow see what became of this one; its receipt says what it counts towards."""
        if operation.activity_id is None:
            return operation
        key = operation.municipality, operation.activity_id
        if not isinstance(judgement, Stored):
            if operation.kind is Kind.CREATE:
                self.facts.earlier.unsettled[key] = operation.status
            return operation
        step = Step.of(operation, judgement.state, judgement.content)
        if step is None:
            return operation
        after = folded(self.facts.standing.get(key), step)
        counts = {} if step.content is None else {"counted_towards": self._counts(after)}
        # Whatever may go wrong has been done: an item that fails leaves nothing of itself to the others.
        self.before.setdefault(key, self.facts.standing.get(key))
        self.facts.standing[key] = after
        self.changed[key] = len(self.drafts)
        if after.state is not State.CURRENT:
            self.facts.plans.reopen(*key)
        return replace(operation, facts={**operation.facts, **counts})

    def _counts(self, stored: StoredActivity) -> list[dict[str, Any]]:
        municipality = stored.municipality
        pledges = [pledge for pledge in self.facts.pledges if pledge.municipality == municipality]
        places = {
            name: place for (code, name), place in self.facts.known.places.items() if code == municipality
        }
        return counted_towards(stored.activity, pledges, places)


def _number(item: Item | Unopened) -> int:
    return item.envelope.seq if isinstance(item, Item) else 0


def _telling(operation: Operation, answer: Answer | None) -> Operation:
    """The operation with what it came to in a plan."""
    if answer is None:
        return operation
    return replace(operation, facts={**operation.facts, "plan": answer.came.value})


def _said(judgement: Settled) -> tuple[Status, str | None, dict[str, Any]]:
    match judgement:
        case Stored():
            return Status.STORED, None, {}
        case Rejected(code, fields):
            return Status.REJECTED, code, {"errors": dict(fields)} if fields else {}
        case Held(code):
            return Status.HELD, code, {}
        case Conflict(current):
            return Status.CONFLICT, "other_version_stands", {"current": current.bare()}
        case _:
            assert_never(judgement)
