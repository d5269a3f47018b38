"""One deed, one transaction: where a session may write."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionInTimeError
from sqlalchemy.orm import Session

from logger.store.databases.binding import is_writing, set_use
from logger.store.databases.engine import Use

log = logging.getLogger(__name__)

# What a database raises that does not let a deed through for now: a lock, a full pool, a lost connection.
BUSY = (OperationalError, NoConnectionInTimeError)


@contextmanager
def writing(session: Session, use: Use = Use.WRITE) -> Iterator[None]:
    """A writing transaction: open at once, committed at the end, rolled back if anything is raised.

    On SQLite it holds the write lock from its first moment, so that what is read inside is still true when
    it is written. What was read before belongs to another transaction, which ends here. A deed inside a deed
    raises RuntimeError: the inner one would commit half of the outer one.
    """
    if is_writing(session):
        raise RuntimeError("one deed, one transaction: this session is writing already")
    session.rollback()
    set_use(session, use)
    try:
        session.connection()
        yield
        session.commit()
    except BaseException:
        session.rollback()
        raise
    finally:
        set_use(session, Use.READ)


def write_if_free(session: Session, deed: Callable[[], None]) -> None:
    """Do what may as well be left undone: at once, or not at all while another holds what it needs."""
    try:
        with writing(session, Use.TRY):
            deed()
    except BUSY:
        log.info("left undone: the database is busy")
