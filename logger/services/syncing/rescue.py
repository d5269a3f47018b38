"""What a phone could not send, brought in by its user on another: kept, and held for a person to weigh."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from logger.domain.entering.batches import RescueFile
from logger.domain.people.people import Principal
from logger.domain.refusing.refusals import NotAllowed
from logger.domain.refusing.sync_refusals import ForeignStream
from logger.services.syncing.batch_facts import Item, Sender, facts_of
from logger.services.syncing.settling import in_a_deed, logs_in, opened, readable, settle
from logger.store.syncing import streams
from logger.store.syncing.streams import Claim, Contact

RESCUED = "rescued"
_LONGEST_AGO = timedelta(days=3650)  # a clock that says more is a wild one


def bring_in(
    session: Session, principal: Principal, file: RescueFile, now: datetime
) -> Sequence[Mapping[str, Any]]:
    """Settle the file's operations as the phone's own and answer a result each, once it is committed.

    What the ledgers have already keeps its receipt; what would change an activity is held. Raises
    ForeignStream for a phone of another user's, NotAllowed for a machine's token, and Busy.
    """
    if principal.kind != "user":
        raise NotAllowed
    sender = Sender(
        principal.user_id, principal.organisation, logs_in(principal), file.stream_id, held_as=RESCUED
    )
    items = [opened(raw) for raw in file.ops]
    contact = _contact(sender, file, readable(items), now)

    def deed() -> Sequence[Mapping[str, Any]]:
        if streams.claim_for_rescue(session, contact) is not Claim.GRANTED:
            raise ForeignStream
        facts = facts_of(session, sender, readable(items))
        return settle(session, sender, facts, items, now).results

    return in_a_deed(session, deed)


def _contact(sender: Sender, file: RescueFile, items: Sequence[Item], now: datetime) -> Contact:
    """What a stream that was never heard from is known by: it was last alive when the file was made."""
    numbers = [item.envelope.seq for item in items]
    return Contact(
        stream_id=file.stream_id,
        user_id=sender.user_id,
        app_build="",
        label="",
        first_seq=min(numbers, default=1),
        highest_seq=max(numbers, default=0),
        floor=0,
        clock_offset=None,
        at=file.made_at if now - _LONGEST_AGO <= file.made_at <= now else now,
    )
