"""A reminder in words: the promise and its figure, never a person, a place or a single activity."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from logger.domain.phones.reminders import Due

Language = Literal["sv", "en"]


@dataclass(frozen=True, slots=True)
class Message:
    """What a phone shows: "Närvaro, Lekeberg" and "v. 14: 1:15 av 2:00, kvar till söndag"."""

    title: str
    body: str


@dataclass(frozen=True, slots=True)
class _Words:
    weekdays: tuple[str, ...]
    week: str
    of: str
    left: str
    last_day: str
    not_done: str
    more: str


_WORDS: dict[Language, _Words] = {
    "sv": _Words(
        weekdays=("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
        week="v. {}: ",
        of="{} av {}",
        left="{}, kvar till {}",
        last_day="{}, sista dagen i dag",
        not_done="inte klart",
        more=" {} till håller på att gå ut.",
    ),
    "en": _Words(
        weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        week="wk {}: ",
        of="{} of {}",
        left="{}, until {}",
        last_day="{}, last day today",
        not_done="not done",
        more=" {} more about to run out.",
    ),
}


def message(found: Sequence[Due], today: date, language: Language) -> Message:
    """The first of them in figures; how many more there are."""
    first, *others = found
    words = _WORDS[language]
    more = f".{words.more.format(len(others))}" if others else ""
    return Message(f"{first.label}, {first.municipality}", _figure(first, today, words) + more)


def _figure(one: Due, today: date, words: _Words) -> str:
    week = words.week.format(one.week) if one.week else ""
    if one.value is None or one.at_least is None:
        come_to = words.not_done
    else:
        come_to = words.of.format(_amount(one, one.value), _amount(one, one.at_least))
    if one.last == today:
        return words.last_day.format(week + come_to)
    return words.left.format(week + come_to, words.weekdays[one.last.weekday()])


def _amount(one: Due, value: int) -> str:
    return f"{value // 3600}:{value % 3600 // 60:02}" if one.is_time else str(value)
