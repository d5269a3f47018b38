"""A calendar as text (RFC 5545): days that something is due, for calendars that are fetched."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from logger.domain.periods import ONE_DAY, Days

LONGEST_LINE = 75  # octets, without the line's end
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of a calendar that lasts whole days; `written_at` is when it last was changed."""

    uid: str
    days: Days
    summary: str
    written_at: datetime
    place: str = ""
    cancelled: bool = False


def calendar(name: str, events: Iterable[Event]) -> str:
    """The whole calendar. It takes up nobody's time: what is planned for a day says no hour."""
    lines = [
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Faltlogg//Aktivitetsplan//SV", "CALSCALE:GREGORIAN"),
        *("METHOD:PUBLISH", f"NAME:{_text(name)}", f"X-WR-CALNAME:{_text(name)}"),
        *("REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H"),
        *(line for event in events for line in _event(event)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event(event: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{event.written_at:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{event.days.first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.days.last + ONE_DAY:%Y%m%d}"
    yield f"SUMMARY:{_text(event.summary)}"
    if event.place:
        yield f"LOCATION:{_text(event.place)}"
    yield f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(value: str) -> str:
    return value.translate(_ESCAPES)


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, those after the first begun by a space; no letter is cut."""
    piece = ""
    for letter in line:
        if len((piece + letter).encode()) > LONGEST_LINE:
            yield piece
            piece = " "
        piece += letter
    yield piece
