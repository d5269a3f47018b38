"""Writing what disposal leaves of activities: bare facts, as the figures need them.

Before anything is written, each activity is made of its operations twice: as they were, which must be what
stands, and as they would be left, which must differ in note, author and names alone.
"""

import secrets
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from sqlalchemy.orm import Session

from logger.domain.disposal import DISPOSED, Marker, line_of, only_people_left
from logger.domain.entering.chain import salted
from logger.domain.entering.projection import folded, step_of
from logger.domain.entering.reducing import STAND_IN_BITS, bare_body, stand_in
from logger.domain.records import StoredActivity
from logger.domain.refusing.disposal_refusals import DisposalStopped
from logger.store import audit
from logger.store.activities import projection
from logger.store.syncing import reducing
from logger.store.syncing.reducing import Said

Group = Sequence[StoredActivity]  # of which nobody gets two stand-ins


@dataclass(frozen=True, slots=True)
class Order:
    """Whose activities, of days before which day, and by what decision."""

    organisation: str
    before: date
    decision: str


def reduce_to_facts(
    session: Session, order: Order, groups: Sequence[Group], said: Mapping[str, Sequence[Said]], at: datetime
) -> None:
    """Write what is left of these groups, all of one municipality, and tell the audit chain, inside a deed.

    `said` is all that names them. Raises DisposalStopped; then nothing of it may be kept.
    """
    bare: dict[int, tuple[str, bytes]] = {}
    left: list[StoredActivity] = []
    for group in groups:
        names: defaultdict[str, str] = defaultdict(_new_stand_in)
        left += [_left_of(each, said[each.activity.id], names.__getitem__, bare) for each in group]
    if not bare:
        return
    reducing.reduce(session, dict(bare.values()), at)
    projection.put(session, left)
    digest = sha256(b"".join(line_of(number, body) for number, (_, body) in sorted(bare.items())))
    marker = Marker(order.organisation, order.before, len(left), order.decision).written()
    event = audit.Event("operator", DISPOSED, marker, left[0].municipality, {"bodies": digest.hexdigest()})
    audit.append(session, event, at)


def _left_of(
    stored: StoredActivity,
    said: Sequence[Said],
    named: Callable[[str], str],
    bare: dict[int, tuple[str, bytes]],
) -> StoredActivity:
    """What is left of the activity; each body that goes is added to `bare`, by its operation's number."""
    before: StoredActivity | None = None
    after: StoredActivity | None = None
    for each in said:
        operation, number = each.operation, each.operation.server_seq
        if each.body is None or not (each.reduced or _is_as_sent(each, each.body)):
            raise DisposalStopped(f"Innehållet i kommun {stored.municipality} nr {number} är ändrat.")
        body = each.body
        try:
            if not each.reduced:
                body = bare_body(operation, each.body, named)
                bare[number] = operation.op_id, body
            was = step_of(operation.unsigned() if each.reduced else operation, each.body)
            is_left = step_of(operation.unsigned(), body)
            before = folded(before, was) if was else before
            after = folded(after, is_left) if is_left else after
        except ValueError as error:
            raise DisposalStopped(f"Kommun {stored.municipality} nr {number} går inte att läsa.") from error
    if after is None or before != stored or not only_people_left(stored, after):
        where = f"kommun {stored.municipality}, aktivitet {stored.activity.id}"
        raise DisposalStopped(f"Det som är kvar skulle inte bli detsamma: {where}.")
    return after


def _new_stand_in() -> str:
    return stand_in(secrets.randbits(STAND_IN_BITS))


def _is_as_sent(said: Said, body: bytes) -> bool:
    return said.salt is not None and salted(said.salt, body) == said.operation.digest
