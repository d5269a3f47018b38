"""The only reader of the clock: doors ask once and pass the instant down."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

_STOCKHOLM = ZoneInfo("Europe/Stockholm")


def now() -> datetime:
    """The present instant, timezone-aware, in UTC, with microseconds."""
    return datetime.now(UTC)


def today() -> date:
    """The present date on a Swedish calendar."""
    return now().astimezone(_STOCKHOLM).date()
