"""Which engine a session uses: the reading one, unless it is inside a writing deed."""

from sqlalchemy.orm import Session

from logger.store.engine import Use

_USE = "use"


def use_of(session: Session) -> Use:
    """What the session is doing."""
    use: Use = session.info.get(_USE, Use.READ)
    return use


def is_writing(session: Session) -> bool:
    """Whether the session is inside `services.transactions.writing`."""
    return use_of(session) is not Use.READ


def set_use(session: Session, use: Use) -> None:
    """Turn the session to the engine for this use, from its next transaction on."""
    session.info[_USE] = use
