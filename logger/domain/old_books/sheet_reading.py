"""The lines of an old sheet as estimates, or what is wrong with each in plain words; nothing is stored."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from logger.domain.counting.estimates import Estimate
from logger.domain.old_books.old_sheets import OldSheet, SheetLine
from logger.domain.old_books.sheet_cells import days_in, number_in, seconds_in
from logger.domain.old_books.sheet_words import guessed, meaning_of, organisations_named, place_named
from logger.domain.periods import Days
from logger.domain.places import Places
from logger.domain.said import Said
from logger.domain.terms import Vocabulary

LEFT_OUT = "-"
LARGEST = 100_000


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the reader says that the sheet's words mean, by the word in lower case, and who did it all.

    A type is a code with or without focus, or LEFT_OUT; a place an id, or empty for none.
    """

    types: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    organisations: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line with what it comes to: an estimate, or faults, or neither where it is left out."""

    written: SheetLine
    estimate: Estimate | None
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words and the day are that a sheet is read by."""

    words: Vocabulary
    places: Places
    chosen: Chosen
    today: date

    def lines(self, sheet: OldSheet) -> tuple[ReadLine, ...]:
        """Every line of the sheet, read."""
        return tuple(map(self._line, sheet.lines))

    def type_of(self, text: str) -> str:
        """The code that a type's word stands for: chosen, or else guessed; empty where nobody knows."""
        chosen = self.chosen.types.get(text.casefold())
        if chosen is not None:
            return chosen
        guess = guessed(text, self.words) if text else None
        return guess.code if guess else ""

    def place_of(self, text: str) -> str:
        """The id of the place that a word stands for: chosen, or else by name; empty for none."""
        chosen = self.chosen.places.get(text.casefold())
        return place_named(text, self.places) if chosen is None else chosen

    def _line(self, written: SheetLine) -> ReadLine:
        code = self.type_of(written.type)
        if code == LEFT_OUT:
            return ReadLine(written, None)
        faults = tuple(self._faults(written, code))
        return ReadLine(written, None if faults else self._estimate(written, code), faults)

    def _faults(self, written: SheetLine, code: str) -> Iterator[str]:
        days = _days(written)
        if days is None:
            yield _about_days(written)
        elif days.last > self.today:
            yield "Dagen har inte varit än."
        if not written.type:
            yield "Typ av aktivitet saknas."
        elif meaning_of(code, self.words) is None:
            yield Said("Välj vad ”{0}” ska bli.", written.type)
        number, seconds = _number(written), _seconds(written)
        if number is None or number > LARGEST:
            yield Said("Antalet ”{0}” är inget helt tal.", written.number)
        if seconds is None or seconds > LARGEST * 3600:
            yield Said("Tiden ”{0}” går inte att läsa. Skriv den som 1,5 eller 1:30.", written.hours)

    def _estimate(self, written: SheetLine, code: str) -> Estimate:
        meaning, days = meaning_of(code, self.words), _days(written)
        number, seconds = _number(written), _seconds(written)
        assert meaning
        assert days
        assert number is not None
        assert seconds is not None
        place = self.place_of(written.place) if written.place else ""
        named = organisations_named(written.who, self.words) if written.who else frozenset()
        return Estimate(
            line=written.line,
            type=meaning.type,
            days=days,
            number=number,
            seconds=seconds,
            focus=frozenset({meaning.focus} if meaning.focus else ()),
            place=self.places[place].id if place in self.places else None,
            organisations=named or self.chosen.organisations,
        )


def _days(written: SheetLine) -> Days | None:
    first, until = days_in(written.day), days_in(written.until) if written.until else None
    if first is None or (written.until and until is None):
        return None
    if until is None:
        return first
    return Days(first.first, until.last) if first.first <= until.last else None


def _about_days(written: SheetLine) -> str:
    if not written.day:
        return "Datum saknas."
    wrong = written.day if days_in(written.day) is None else written.until
    if days_in(wrong) is not None:
        return Said("Slutet ”{0}” ligger före början.", written.until)
    return Said("Datumet ”{0}” går inte att läsa. Skriv det som 2021-05-03, maj 2021 eller 2021.", wrong)


def _number(written: SheetLine) -> int | None:
    return number_in(written.number) if written.number else 1


def _seconds(written: SheetLine) -> int | None:
    return seconds_in(written.hours) if written.hours else 0
