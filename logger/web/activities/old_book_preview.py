"""A sheet before it is taken in, as its page prints it: what its words become, and every line of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from logger.domain.counting.estimates import Estimate
from logger.domain.old_books.sheet_reading import LEFT_OUT, ReadLine
from logger.domain.old_books.sheet_words import Meaning, meanings
from logger.domain.terms import Vocabulary
from logger.services.activities.old_books import Preview
from logger.web.activities.activity_words import ActivityWords
from logger.web.activities.correction_form import Choice
from logger.web.activities.old_book_form import Filled, packed_text, place_words, type_words
from logger.web.activities.old_book_views import LINE
from logger.web.dates import days, short_date
from logger.web.texts import spoken, t
from logger.web.words import TIME, capital, hours, listed, whole

SEPARATED = "\u00a0· "
"""No line begins with the point."""


@dataclass(frozen=True, slots=True)
class WordChoice:
    """A word of the sheet, in how many lines it stands, and what it becomes."""

    field: str
    word: str
    lines: str
    choices: tuple[Choice, ...]
    unknown: bool


@dataclass(frozen=True, slots=True)
class LineView:
    """A line: as it is written, and what it becomes or what is wrong."""

    number: int
    written: str
    becomes: str
    how_many: str
    faults: tuple[str, ...]
    left_out: bool


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """The whole page."""

    action: str
    back: str
    sheet: str
    types: tuple[WordChoice, ...]
    places: tuple[WordChoice, ...]
    organisations: tuple[Choice, ...]
    source: str
    without_faulty: bool
    unread: str
    overlapping: str
    sum: str
    faulty: str
    faults: tuple[LineView, ...]
    lines: tuple[LineView, ...]


def preview_page(preview: Preview, filled: Filled, address: str) -> PreviewPage:
    """The page in words; `address` is that of the sheets taken in."""
    reading, lines = preview.reading, preview.lines
    words = ActivityWords(reading.words, reading.places)
    views = tuple(_view(each, words) for each in lines)
    parties = reading.words.organisations.values()
    number = sum(each.number for each in preview.estimates)
    faulty = len(preview.faulty)
    return PreviewPage(
        action=address,
        back=address,
        sheet=packed_text(preview.sheet),
        types=tuple(_types(preview)),
        places=tuple(_places(preview)),
        organisations=tuple(
            Choice(each.code, capital(each.in_text(spoken())), each.code in filled.chosen.organisations)
            for each in parties
        ),
        source=filled.source,
        without_faulty=filled.without_faulty,
        unread=listed([f"”{head}”" for head in preview.sheet.unread]),
        overlapping=_overlapping(preview),
        sum=f"{LINE.of(len(preview.estimates))}, {TIME.of(number)}",
        faulty=LINE.of(faulty) if faulty else "",
        faults=tuple(each for each in views if each.faults),
        lines=views,
    )


def meaning_words(words: Vocabulary) -> Mapping[str, str]:
    """Everything that a word may become, by its code: "Trafikkontroll: hastighet"."""
    return {each.code: _meaning(each, words) for each in meanings(words)}


def _meaning(meaning: Meaning, words: Vocabulary) -> str:
    kind = words.types[meaning.type]
    focus = next((f": {each.bare(spoken())}" for each in kind.focuses if each.code == meaning.focus), "")
    return f"{capital(kind.bare(spoken()))}{focus}"


def _types(preview: Preview) -> Iterator[WordChoice]:
    reading = preview.reading
    offered = {"": t("Välj"), **meaning_words(reading.words), LEFT_OUT: t("Läs inte in de raderna")}
    for at, (word, number) in enumerate(type_words(preview.sheet)):
        code = reading.type_of(word)
        known = code if code in offered else ""
        choices = tuple(Choice(value, text, value == known) for value, text in offered.items())
        yield WordChoice(f"type-{at}", word, LINE.of(number), choices, unknown=not known)


def _places(preview: Preview) -> Iterator[WordChoice]:
    reading = preview.reading
    named = sorted(reading.places.values(), key=lambda place: place.name)
    offered = {"": "Utan plats", **{place.id: place.name for place in named}}
    for at, (word, number) in enumerate(place_words(preview.sheet)):
        code = reading.place_of(word)
        choices = tuple(Choice(value, text, value == code) for value, text in offered.items())
        yield WordChoice(f"place-{at}", word, LINE.of(number), choices, unknown=code not in reading.places)


def _overlapping(preview: Preview) -> str:
    if not preview.overlapping or preview.since is None:
        return ""
    return t(
        "{0} ligger i tid som också är loggad här, från {1}. De kan vara samma tillfällen som redan räknas.",
        LINE.of(preview.overlapping),
        short_date(preview.since),
    )


def _view(line: ReadLine, words: ActivityWords) -> LineView:
    written, estimate = line.written, line.estimate
    said = (
        written.day,
        written.until,
        written.type,
        written.place,
        written.number,
        written.hours,
        written.who,
    )
    return LineView(
        number=written.line,
        written=SEPARATED.join(each for each in said if each),
        becomes=_becomes(estimate, words) if estimate else "",
        how_many=_how_many(estimate) if estimate else "",
        faults=line.faults,
        left_out=estimate is None and not line.faults,
    )


def _becomes(estimate: Estimate, words: ActivityWords) -> str:
    kind = words.vocabulary.types[estimate.type]
    focus = listed([each.bare(spoken()) for each in kind.focuses if each.code in estimate.focus])
    parties = words.vocabulary.organisations
    by = listed([term.in_text(spoken()) for code, term in parties.items() if code in estimate.organisations])
    what = ", ".join(
        part for part in (capital(kind.bare(spoken())), focus, words.place(estimate.place)) if part
    )
    return SEPARATED.join(part for part in (days(estimate.days), what, capital(by)) if part)


def _how_many(estimate: Estimate) -> str:
    return " · ".join([whole(estimate.number), *([hours(estimate.seconds)] if estimate.seconds else [])])
