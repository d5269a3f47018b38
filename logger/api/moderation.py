"""How many batches a minute one user and one address may send: a phone gone wild hurts nobody else."""

from flask import current_app

from logger import visit
from logger.domain.refusing.sync_refusals import TooManyBatches
from logger.frequency import may_once_more

# Everyone at a police station comes from one address.
USERS_BEHIND_ONE_ADDRESS = 10


def require_moderation_of_address() -> None:
    """Raise TooManyBatches when this address has sent too many; asked before anybody is looked up."""
    _hit(_allowed() * USERS_BEHIND_ONE_ADDRESS, "address", visit.network())


def require_moderation_of_user(user_id: str) -> None:
    """Raise TooManyBatches when this user has."""
    _hit(_allowed(), "user", user_id)


def _allowed() -> int:
    allowed: int = current_app.config["BATCHES_A_MINUTE"]
    return allowed


def _hit(most: int, kind: str, key: str) -> None:
    if not may_once_more(most, kind, key):
        raise TooManyBatches
