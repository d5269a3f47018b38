"""What a session is bound to: the engine it uses, and whether a commit is durable enough."""

from sqlalchemy.orm import Session

from logger.store.databases.engine import Use

_USE = "use"
_AWAITS_BACKUP = "awaits_backup"


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


def awaits_backup(session: Session) -> bool:
    """Whether what is committed becomes durable only by a backup."""
    awaits: bool = session.info.get(_AWAITS_BACKUP, False)
    return awaits


def set_awaits_backup(session: Session, *, awaits: bool) -> None:
    """Let what the session commits be durable at once, or only by a backup."""
    session.info[_AWAITS_BACKUP] = awaits
