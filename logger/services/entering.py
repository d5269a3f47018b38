"""Entering operations that are stored for certain, and letting stand what they make of their activities."""

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from logger.domain.counting.keeping import Change
from logger.domain.entering.projection import folded, step_of
from logger.domain.records import StoredActivity
from logger.services.bookkeeping import Draft, enter
from logger.services.kept.keeping import keep_up, rules_in
from logger.store.activities import projection


def enter_and_project(
    session: Session, drafts: Sequence[Draft], standing: Mapping[str, StoredActivity]
) -> dict[str, StoredActivity]:
    """Enter the drafts, in order, and return the activities that they changed by id, as they stand now.

    `standing` are the activities that the drafts build on. Raises IntegrityError for an id or a version that
    is taken, and ValueError for a draft that makes no activity.
    """
    entered, _ = enter(session, drafts)
    changed: dict[str, StoredActivity] = {}
    for operation, draft in zip(entered, drafts, strict=True):
        if (step := step_of(operation, draft.body)) is not None:
            before = changed.get(step.activity_id) or standing.get(step.activity_id)
            changed[step.activity_id] = folded(before, step)
    projection.put(session, list(changed.values()))
    made: dict[str, list[Change]] = {}
    for activity_id, after in changed.items():
        before = standing.get(activity_id)
        change = Change(before.activity if before else None, after.activity)
        made.setdefault(after.municipality, []).append(change)
    if made:
        keep_up(session, made, rules_in(session, made))
    return changed
