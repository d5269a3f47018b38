"""What is known now of a frozen period and was not known then: corrections beside the snapshot."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from logger.domain.activities import Activity
from logger.domain.counting.counting import Counts, judge
from logger.domain.counting.ledger import Ledger
from logger.domain.entering.projection import folded, step_of
from logger.domain.follow_up.follow_up_periods import period_at
from logger.domain.periods import ONE_DAY, instant_of
from logger.domain.pledges import Commitment
from logger.domain.progress.answers import Progress
from logger.domain.progress.progress import progress
from logger.domain.records import StoredActivity
from logger.services.follow_up.follow_up_rows import FollowedArea
from logger.services.follow_up.frozen import frozen_areas
from logger.services.kept.ledgers import ledger_for
from logger.services.pledges.pledges import StoredPledge
from logger.store.activities import activities
from logger.store.follow_up import follow_ups, late_entries
from logger.store.syncing import operations


class How(StrEnum):
    """What happened to an entry after the freezing."""

    CAME = "came"
    LEFT = "left"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class LateEntry:
    """An entry that counts now and did not, or the reverse, or counts as something else; known since."""

    activity: Activity
    how: How
    known_at: datetime


@dataclass(frozen=True, slots=True)
class Correction:
    """A figure that would be another today, beside the frozen one, with the entries behind it."""

    commitment: Commitment
    before: Progress
    now: Progress
    entries: tuple[LateEntry, ...]


@dataclass(frozen=True, slots=True)
class _Touched:
    then: Activity | None
    now: Activity
    known_at: datetime


def corrections(
    session: Session,
    stored: StoredPledge,
    frozen: Sequence[FollowedArea],
    server_seq: int,
    as_of: date,
) -> tuple[Correction, ...]:
    """Every commitment whose figure is another now; `stored` is the version that was frozen."""
    ledger = ledger_for(session, stored.municipality, stored)
    figures = progress(stored.pledge, ledger, as_of)
    rows = [row for area in frozen for row in area.rows]
    changed = [row for row in rows if figures[row.commitment.id].answer() != row.row.progress.answer()]
    if not changed:
        return ()
    touched = list(_touched(session, stored.municipality, server_seq, as_of))
    return tuple(
        Correction(
            row.commitment,
            row.row.progress,
            figures[row.commitment.id],
            tuple(_entries(row.commitment, ledger, touched, as_of)),
        )
        for row in changed
    )


def corrections_of(session: Session, stored: StoredPledge, period: str) -> tuple[Correction, ...]:
    """The corrections of a follow-up that is approved; `stored` is the version that was frozen."""
    found = period_at(period)
    assert found is not None
    proposal = follow_ups.follow_up(session, stored.municipality, stored.key, found).proposal
    if proposal is None:
        return ()
    document = json.loads(proposal.snapshot)
    as_of, seq = date.fromisoformat(document["as_of"]), document["ledger"]["server_seq"]
    return corrections(session, stored, frozen_areas(document, stored.pledge), seq, as_of)


def _touched(session: Session, municipality: str, server_seq: int, as_of: date) -> Iterator[_Touched]:
    """The activities changed since, as they were then and as they are now."""
    for each in late_entries.changed_after(session, municipality, server_seq, instant_of(as_of + ONE_DAY)):
        now = activities.activity(session, municipality, each)
        if now is None:
            continue
        then: StoredActivity | None = None
        known_at = None
        for operation, body in operations.of_activity(session, municipality, each):
            if operation.server_seq > server_seq:
                known_at = operation.received_at
            elif (step := step_of(operation, body)) is not None:
                then = folded(then, step)
        if known_at is not None:
            yield _Touched(then.activity if then else None, now.activity, known_at)


def _entries(
    commitment: Commitment, ledger: Ledger, touched: Sequence[_Touched], as_of: date
) -> Iterator[LateEntry]:
    judged = judge(commitment, ledger.places)

    def counted(activity: Activity | None) -> bool:
        answer = judged(activity) if activity else None
        return isinstance(answer, Counts) and answer.rule_date <= as_of

    for each in touched:
        was, is_now = counted(each.then), counted(each.now)
        if was and is_now:
            if each.then != each.now:
                yield LateEntry(each.now, How.CHANGED, each.known_at)
        elif was or is_now:
            yield LateEntry(each.now, How.CAME if is_now else How.LEFT, each.known_at)
