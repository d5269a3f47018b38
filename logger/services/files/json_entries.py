"""Reading JSON entry by entry: values of the right kind, and every fault with the entry it is in."""

import json
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from logger.domain.pledge_files.forms import YEARS

Made = TypeVar("Made")
Moment = TypeVar("Moment", date, datetime)

LARGEST_NUMBER = 1_000_000_000
_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")


class ActivitiesFileFaults(Exception):
    """The activities file cannot be read; `faults` is every reason, in plain Swedish."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = list(faults)
        super().__init__("\n".join(self.faults))


class FaultyEntry(ValueError):
    """A value of an entry is not what it should be; the message says what is wrong with it, in Swedish."""


def parse(text: str) -> Mapping[str, Any]:
    """The one JSON object of the text. Raises ActivitiesFileFaults."""
    try:
        document = json.loads(text, object_pairs_hook=_each_key_once, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise ActivitiesFileFaults([f"Rad {error.lineno}: filen går inte att läsa som JSON"]) from error
    except RecursionError:
        raise ActivitiesFileFaults(["filen har för många nivåer i varandra"]) from None
    except FaultyEntry as faulty:
        raise ActivitiesFileFaults([str(faulty)]) from None
    except ValueError:
        raise ActivitiesFileFaults(["filen innehåller ett tal som är orimligt långt"]) from None
    if not isinstance(document, dict):
        raise ActivitiesFileFaults(['filen ska innehålla "places", "activities", "marks" och "reports"'])
    return document


class EntryReader:
    """One entry being read; every method raises on a value of the wrong kind."""

    def __init__(self, entry: Any, keys: Collection[str]) -> None:
        if not isinstance(entry, dict):
            raise FaultyEntry("ska bestå av nycklar och värden")
        if unknown := [key for key in entry if key not in keys]:
            raise FaultyEntry(f'okänd nyckel "{unknown[0]}"')
        self._entry: dict[str, Any] = entry

    def given(self, key: str) -> bool:
        """Whether the key is there, with a value other than null."""
        return self._entry.get(key) is not None

    def text(self, key: str, *, required: bool = False) -> str:
        """A text; empty where it is absent."""
        value = self._value(key, "", required=required)
        if not isinstance(value, str) or (required and not value.strip()):
            raise FaultyEntry(f'"{key}" ska vara en text')
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, which may be empty or absent."""
        value = self._value(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            raise FaultyEntry(f'"{key}" ska vara en lista av texter')
        return tuple(value)

    def truth(self, key: str) -> bool:
        """True or false; false where it is absent."""
        value = self._value(key, default=False)
        if not isinstance(value, bool):
            raise FaultyEntry(f'"{key}" ska vara true eller false')
        return value

    def whole(self, key: str, *, required: bool = False) -> int:
        """A whole number that is not negative; 0 where it is absent."""
        return _whole(key, self._value(key, 0, required=required))

    def counts(self, key: str) -> dict[str, int]:
        """Whole numbers by name."""
        value = self._value(key, {})
        if not isinstance(value, dict):
            raise FaultyEntry(f'"{key}" ska vara tal med namn')
        return {name: _whole(name, number) for name, number in value.items()}

    def point(self, key: str) -> tuple[float, float] | None:
        """Latitude and longitude in degrees."""
        value = self._value(key, None)
        match value:
            case None:
                return None
            case [int() | float() as latitude, int() | float() as longitude]:
                if abs(latitude) <= 90 and abs(longitude) <= 180:
                    return float(latitude), float(longitude)
        raise FaultyEntry(f'"{key}" ska vara [latitud, longitud] i grader')

    def instant(self, key: str, *, required: bool = False) -> datetime | None:
        """An instant with its offset from UTC, answered in UTC."""
        text = self.text(key, required=required)
        if not text:
            return None
        if not _INSTANT.match(text):
            raise FaultyEntry(f'"{key}" ska vara en tidpunkt som 2021-06-30T18:00:00+02:00, inte "{text}"')
        instant = _existing(key, text, datetime.fromisoformat)
        if instant.tzinfo is None:
            raise FaultyEntry(f'"{key}" saknar tidszon; skriv till exempel {text}+02:00')
        return instant.astimezone(UTC)

    def day(self, key: str, *, required: bool = False) -> date | None:
        """A date that exists."""
        text = self.text(key, required=required)
        if not text:
            return None
        if not _DATE.fullmatch(text):
            raise FaultyEntry(f'"{key}" ska vara ett datum som 2021-06-30, inte "{text}"')
        return _existing(key, text, date.fromisoformat)

    def month(self, key: str) -> date:
        """The first day of a month written as 2021-06."""
        text = self.text(key, required=True)
        if not _MONTH.fullmatch(text):
            raise FaultyEntry(f'"{key}" ska vara en månad som 2021-06, inte "{text}"')
        return _existing(key, f"{text}-01", date.fromisoformat)

    def entries(self, key: str, keys: Collection[str]) -> "list[EntryReader]":
        """A list of entries with these keys inside this one."""
        value = self._value(key, [])
        if not isinstance(value, list):
            raise FaultyEntry(f'"{key}" ska vara en lista')
        return [EntryReader(item, keys) for item in value]

    def read(self, key: str, read: Callable[[Any], Made]) -> Made:
        """A value of a form of its own, as `read` reads it."""
        return read(self._entry.get(key))

    def _value(self, key: str, default: Any, *, required: bool = False) -> Any:
        value = self._entry.get(key)
        if value is None:
            if required:
                raise FaultyEntry(f'"{key}" saknas')
            return default
        return value


def read_entries(
    entries: Any, keys: Collection[str], make: Callable[[EntryReader], Made], what: str, faults: list[str]
) -> list[Made]:
    """The entries of a list, each made into a value; what is wrong is added to the faults.

    `what` is the kind of entry in Swedish; a fault points with its number, and its id if it has one.
    """
    if not isinstance(entries, list):
        faults.append(f"{what}: ska vara en lista")
        return []
    made: list[Made] = []
    for number, entry in enumerate(entries, start=1):
        try:
            made.append(make(EntryReader(entry, keys)))
        except ValueError as wrong:
            name = entry.get("id") if isinstance(entry, dict) else None
            faults.append(f"{what} nr {number}{f' ({name})' if name else ''}: {wrong}")
    return made


def _existing(key: str, text: str, read: Callable[[str], Moment]) -> Moment:
    try:
        moment = read(text)
    except ValueError:
        raise FaultyEntry(f'"{key}": {text} finns inte') from None
    if moment.year not in YEARS:
        raise FaultyEntry(f'"{key}": årtalet i {text} är orimligt')
    return moment


def _whole(key: str, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= LARGEST_NUMBER:
        raise FaultyEntry(f'"{key}" ska vara ett heltal som inte är negativt')
    return value


def _each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    entry = dict(pairs)
    if len(entry) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise FaultyEntry(f'"{twice}" står två gånger i samma post')
    return entry


def _refuse_constant(constant: str) -> None:
    raise FaultyEntry(f"{constant} är inget tal")
