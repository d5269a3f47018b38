"""What people write in the cells of a sheet of their own: days, numbers and hours, read in good faith."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from logger.domain.periods import Days

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_YEAR = r"((?:19|20)\d\d)"
_NUMBER = re.compile(
    r"(?:ca|cirka|c:a|circa|ungefär|omkring|~)?\.? *(\d{1,6})(?: *(?:st|ggr|gånger|stycken))?\.?"
)
_SO_MANY = re.compile(r"(?:ett )?(\d{1,4})-tal")
_CLOCK = re.compile(r"(\d{1,4}):(\d\d)(?::\d\d)?")
_HOURS = re.compile(r"(?:ca|cirka|~)?\.? *(\d{1,4})(?:[.,](\d{1,2}))?(?: *(?:h|tim|timmar|timme))?\.?")
_SPACES = re.compile(r"[\s\u00a0\u202f]+")


def days_in(text: str) -> Days | None:
    """The days that a cell means: a day, a week, a month or a year; None where nobody can tell."""
    tidy = _SPACES.sub(" ", text).strip().lower()
    for form, read in _FORMS:
        found = form.fullmatch(tidy)
        if found:
            try:
                return read(found)
            except ValueError:
                return None
    return None


def number_in(text: str) -> int | None:
    """A whole number, also "ca 190" and "ett 15-tal"; None for anything else."""
    tidy = text.strip().lower()
    found = _SO_MANY.fullmatch(tidy) or _NUMBER.fullmatch(
        _SPACES.sub("", tidy) if tidy[:1].isdigit() else tidy
    )
    return int(found[1]) if found else None


def seconds_in(text: str) -> int | None:
    """A length: "1,5", "1:30" or "2 tim" is so many hours; None for anything else."""
    tidy = _SPACES.sub(" ", text).strip().lower()
    if clock := _CLOCK.fullmatch(tidy):
        hours, minutes = int(clock[1]), int(clock[2])
        return (hours * 60 + minutes) * 60 if minutes < 60 else None
    if found := _HOURS.fullmatch(tidy):
        part = (found[2] or "0").ljust(2, "0")
        return int(found[1]) * 3600 + int(part) * 36
    return None


def _day(year: str, month: int, day: str) -> Days:
    whole = date(int(year), month, int(day))
    return Days(whole, whole)


def _month(year: str, month: int) -> Days:
    first = date(int(year), month, 1)
    return Days(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))


def _week(year: str, week: str) -> Days:
    first = date.fromisocalendar(int(year), int(week), 1)
    return Days(first, first + timedelta(days=6))


def _year(year: str) -> Days:
    return Days(date(int(year), 1, 1), date(int(year), 12, 31))


def _named(word: str) -> int:
    """The month of a word, at least three letters of it."""
    return _MONTHS.index(word[:3]) + 1


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Days]], ...] = (
    (re.compile(rf"{_YEAR}-?(\d\d)-?(\d\d)(?:[ t].*)?"), lambda it: _day(it[1], int(it[2]), it[3])),
    (re.compile(rf"(\d{{1,2}})[/.](\d{{1,2}})[-/. ]+{_YEAR}"), lambda it: _day(it[3], int(it[2]), it[1])),
    (re.compile(rf"(\d{{1,2}}) ([a-zåäö]{{3,9}})\.? {_YEAR}"), lambda it: _day(it[3], _named(it[2]), it[1])),
    (re.compile(rf"([a-zåäö]{{3,9}})\.? {_YEAR}"), lambda it: _month(it[2], _named(it[1]))),
    (re.compile(rf"{_YEAR}[-/](\d\d?)"), lambda it: _month(it[1], int(it[2]))),
    (re.compile(rf"v(?:ecka)?\.? ?(\d\d?),? {_YEAR}"), lambda it: _week(it[2], it[1])),
    (re.compile(rf"{_YEAR}[- ]?[vw](?:ecka)?\.? ?(\d\d?)"), lambda it: _week(it[1], it[2])),
    (re.compile(_YEAR), lambda it: _year(it[1])),
)
