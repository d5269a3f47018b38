"""Which engine a session uses: the reading one, unless it is inside a writing deed."""

from sqlalchemy.orm import Session

_WRITING = "writing"


def is_writing(session: Session) -> bool:
    """Whether the session is inside `services.transactions.writing`."""
    return bool(session.info.get(_WRITING))


def set_writing(session: Session, *, writing: bool) -> None:
    """Turn the session to the writing or the reading engine, from its next transaction on."""
    session.info[_WRITING] = writing
