"""The date that figures are shown as of: read from the address, and the picker that changes it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from logger.domain.periods import ONE_DAY
from logger.web.dates import weekday_date


@dataclass(frozen=True, slots=True)
class AsOf:
    """The date, and what to say when it is not the one that was asked for."""

    day: date
    notice: str = ""


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


def usual_day(last: date, today: date) -> date:
    """What is shown when no date is asked for: today, or the last day of a pledge that is over."""
    return min(last, today)


def read_as_of(text: str | None, last: date, today: date) -> AsOf:
    """The date of the address; without one, or with one that cannot be, the usual day and a notice."""
    usual = usual_day(last, today)
    if not text:
        return AsOf(usual)
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return AsOf(usual, f"Datumet gick inte att läsa. Här visas läget till och med {weekday_date(usual)}.")
    if day > today:
        return AsOf(
            usual, f"Datumet ligger framåt i tiden. Här visas läget till och med {weekday_date(usual)}."
        )
    return AsOf(day)


def picker(day: date, last: date, today: date, address: str, kept: Mapping[str, str] | None = None) -> Picker:
    """The picker of a page at `address`, whose other fields are `kept`."""
    others = dict(kept or {})

    def at(other: date) -> str:
        return f"{address}?{urlencode({**others, 'as_of': other.isoformat()})}"

    usual = usual_day(last, today)
    return Picker(
        text=weekday_date(day),
        value=day.isoformat(),
        latest=today.isoformat(),
        action=address,
        kept=tuple(others.items()),
        earlier=at(day - ONE_DAY),
        later=at(day + ONE_DAY) if day < today else None,
        now=f"{address}?{urlencode(others)}" if others else address,
        now_text="I dag" if usual == today else "Löftets sista dag",
    )
