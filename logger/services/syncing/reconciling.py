"""Comparing what a phone believes it has handed in with what the ledgers hold."""

from hashlib import sha256

from sqlalchemy.orm import Session

from logger.domain.entering.batches import Discrepancies, Inventory
from logger.domain.people.people import Principal
from logger.domain.refusing.sync_refusals import ForeignStream
from logger.store.syncing import operations, streams


def reconcile(session: Session, principal: Principal, inventory: Inventory) -> Discrepancies:
    """Which of the operations are not there, and which are with other bytes. Raises ForeignStream.

    Another's operation is not there, whoever asks. A body that disposal has reduced cannot differ.
    """
    owner = streams.owner_of(session, inventory.stream_id)
    if owner is not None and owner != principal.user_id:
        raise ForeignStream
    kept = operations.bodies_of(session, principal.user_id, inventory.digests.keys())
    return Discrepancies(
        missing=[op_id for op_id in inventory.digests if op_id not in kept],
        different=[
            op_id
            for op_id, digest in inventory.digests.items()
            if (body := kept.get(op_id)) is not None and sha256(body).hexdigest() != digest
        ],
    )
