"""How many batches a minute one user and one address may send: a phone gone wild hurts nobody else.

Counted in each process by itself: with N workers up to N times as many get through, which is as good a fence.
"""

from flask import Flask, current_app
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from logger import visit
from logger.domain.refusing.sync_refusals import TooManyBatches

# Everyone at a police station comes from one address.
USERS_BEHIND_ONE_ADDRESS = 10
_EXTENSION = "faltlogg-moderation"


def register(app: Flask) -> None:
    """Give the app counters of its own; `BATCHES_A_MINUTE` is what one user may send."""
    app.extensions[_EXTENSION] = FixedWindowRateLimiter(MemoryStorage())


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
    limiter: FixedWindowRateLimiter = current_app.extensions[_EXTENSION]
    if not limiter.hit(RateLimitItemPerMinute(most), kind, key):
        raise TooManyBatches
