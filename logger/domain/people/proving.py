"""How fresh the proof of who somebody is must be for what is done about people."""

from datetime import datetime, timedelta

FRESH = timedelta(minutes=15)
"""For so long after the password was said, it need not be said again."""


def is_fresh(proved_at: datetime | None, now: datetime) -> bool:
    """Whether the password was said lately enough."""
    return proved_at is not None and now - proved_at < FRESH
