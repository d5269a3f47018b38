"""The date that figures are shown as of: read from the address, and the picker that changes it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from logger.domain.periods import ONE_DAY, Days
from logger.web.dates import weekday_date
from logger.web.texts import t

KNOWN_DAYS = Days(date(2000, 1, 1), date(2199, 12, 31))


@dataclass(frozen=True, slots=True)
class Picker:
    """The control: the date in words, the way a day back and forward, and to now. `kept` are other fields."""

    text: str
    value: str
    latest: str
    action: str
    kept: tuple[tuple[str, str], ...]
    earlier: str
    later: str | None
    now: str
    now_text: str


def day_in(text: str | None) -> date | None:
    """The date that the text says; None where it says none, or one that no pledge could hold."""
    try:
        day = date.fromisoformat(text) if text else None
    except ValueError:
        return None
    return day if day is not None and day in KNOWN_DAYS else None


def notice(text: str | None, shown: date) -> str:
    """What to say when the date shown is not the one that was asked for; empty when it is."""
    if not text or day_in(text) == shown:
        return ""
    return t("Det datumet går inte att visa. Här är läget till och med {0}.", weekday_date(shown))


def picker(
    day: date, usual: date, today: date, address: str, kept: Mapping[str, str] | None = None
) -> Picker:
    """The picker of a page at `address`, whose other fields are `kept`; `usual` is shown without a date."""
    others = dict(kept or {})

    def at(other: date) -> str:
        return f"{address}?{urlencode({**others, 'as_of': other.isoformat()})}"

    return Picker(
        text=weekday_date(day),
        value=day.isoformat(),
        latest=today.isoformat(),
        action=address,
        kept=tuple(others.items()),
        earlier=at(day - ONE_DAY),
        later=at(day + ONE_DAY) if day < today else None,
        now=f"{address}?{urlencode(others)}" if others else address,
        now_text=t("I dag") if usual == today else t("Löftets sista dag"),
    )
