"""Sign-ins that failed or have not succeeded yet, by account and by network."""

from datetime import datetime

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from logger.domain.people.sign_in_delays import FORGOTTEN_AFTER, Failures
from logger.store.statements import upsert
from logger.store.tables import SignInFailureRow


def held(session: Session, key: str, now: datetime) -> Failures:
    """What is remembered under the key; until the transaction ends, nobody else gets to it."""
    none_yet = upsert(session, SignInFailureRow).values(key=key, count=0, last_at=now)
    # Changes nothing where there is a row already, but locks it; a plain read would let parallel ones by.
    locked = none_yet.on_conflict_do_update(
        index_elements=[SignInFailureRow.key], set_={"count": SignInFailureRow.count}
    )
    row = session.execute(locked.returning(SignInFailureRow.count, SignInFailureRow.last_at)).one()
    return Failures(*row)


def put(session: Session, key: str, failures: Failures) -> None:
    """Remember this under a key that is held."""
    session.execute(
        update(SignInFailureRow)
        .where(SignInFailureRow.key == key)
        .values(count=failures.count, last_at=failures.last_at)
    )


def forget(session: Session, key: str) -> None:
    """Begin afresh: the person behind the key is known."""
    session.execute(delete(SignInFailureRow).where(SignInFailureRow.key == key))


def forget_old(session: Session, now: datetime) -> None:
    """Drop what no longer matters: the table stays small, and nothing is kept longer than need be."""
    session.execute(delete(SignInFailureRow).where(SignInFailureRow.last_at < now - FORGOTTEN_AFTER))
