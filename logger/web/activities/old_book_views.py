"""Sheets kept before as their page prints them: what was taken in, by whom, and what was taken out again."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from logger.domain.counting.estimates import TakenIn
from logger.domain.periods import local_date
from logger.services.activities.old_books import Books
from logger.web.dates import long_date
from logger.web.texts import t
from logger.web.whole_numbers import whole
from logger.web.words import Noun

LINE = Noun("rad", "rader", "line", "lines")


@dataclass(frozen=True, slots=True)
class Told:
    """What a form on the page was answered; `form` is an import's id, or empty for the sheet's own."""

    form: str = ""
    problem: str = ""
    status: int = 200
    reason: str = ""
    faults: Mapping[str, str] = field(default_factory=dict)
    pasted: str = ""


NOTHING_TOLD = Told()


@dataclass(frozen=True, slots=True)
class BookLine:
    """One import."""

    id: str
    source: str
    size: str
    done: str
    out: str
    why: str


@dataclass(frozen=True, slots=True)
class BooksPage:
    """The whole page."""

    action: str
    back: str
    done: str
    books: tuple[BookLine, ...]
    told: Told


def books_page(books: Books, address: str, done: str, told: Told) -> BooksPage:
    """The page in words; `address` is its own, `done` how many lines were just taken in."""
    number = whole(done, 4) or 0
    return BooksPage(
        action=address,
        back=address.rpartition("/")[0],
        done=t("{0} är {1}.", LINE.of(number), t("inläst") if number == 1 else t("inlästa"))
        if number
        else "",
        books=tuple(_line(each, books.names) for each in books.imports),
        told=told,
    )


def _line(taken: TakenIn, names: Mapping[str, str]) -> BookLine:
    out = ""
    if taken.out_at is not None:
        out = f"Borttagen {long_date(local_date(taken.out_at))}{_by(taken.out_by, names)}"
    return BookLine(
        id=taken.id,
        source=taken.source,
        size=LINE.of(taken.lines),
        done=t("Inläst {0}{1}", long_date(local_date(taken.at)), _by(taken.by, names)),
        out=out,
        why=taken.out_why or "",
    )


def _by(user_id: str | None, names: Mapping[str, str]) -> str:
    name = names.get(user_id or "")
    return t(" av {0}", name) if name else ""
