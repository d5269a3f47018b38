"""How often one may do a thing: counted a minute at a time, by who does it.

Counted in each process by itself: with N workers up to N times as many get through, which is as good a fence.
"""

from flask import Flask, current_app
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

_EXTENSION = "faltlogg-frequency"


def register(app: Flask) -> None:
    """Give the app counters of its own."""
    app.extensions[_EXTENSION] = FixedWindowRateLimiter(MemoryStorage())


def may_once_more(most: int, kind: str, key: str) -> bool:
    """Whether this is at most the `most`-th of its kind by this one within a minute; it is counted."""
    limiter: FixedWindowRateLimiter = current_app.extensions[_EXTENSION]
    return limiter.hit(RateLimitItemPerMinute(most), kind, key)
