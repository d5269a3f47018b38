"""One deed, one transaction: where a session may write."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session

from logger.store.binding import is_writing, set_writing


@contextmanager
def writing(session: Session) -> Iterator[None]:
    """A writing transaction: open at once, committed at the end, rolled back if anything is raised.

    On SQLite it holds the write lock from its first moment, so that what is read inside is still true when
    it is written. What was read before belongs to another transaction, which ends here. A deed inside a deed
    raises RuntimeError: the inner one would commit half of the outer one.
    """
    if is_writing(session):
        raise RuntimeError("one deed, one transaction: this session is writing already")
    session.rollback()
    set_writing(session, writing=True)
    try:
        session.connection()
        yield
        session.commit()
    except BaseException:
        session.rollback()
        raise
    finally:
        set_writing(session, writing=False)
