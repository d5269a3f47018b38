"""Two entries fact beside fact, with their notes and who logged them, and where they say different things."""

from collections.abc import Iterator
from dataclasses import dataclass

from logger.services.activities.beside import Beside
from logger.web.activities.activity_facts import compared
from logger.web.activities.activity_words import ActivityWords
from logger.web.texts import t
from logger.web.words import capital

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class BesideFact:
    """A fact of both; `differs` where they do not say the same, as far as both may be read."""

    name: str
    one: str
    other: str
    differs: bool


def beside_facts(one: Beside, other: Beside, words: ActivityWords) -> tuple[BesideFact, ...]:
    """Every fact that either of the two tells."""
    return (*_done(one, other, words), *_told(one, other, words))


def _done(one: Beside, other: Beside, words: ActivityWords) -> Iterator[BesideFact]:
    mine, theirs = (dict(compared(each.stored.activity, words)) for each in (one, other))
    for name in dict.fromkeys((*mine, *theirs)):
        yield _fact(name, mine.get(name, ""), theirs.get(name, ""))


def _told(one: Beside, other: Beside, words: ActivityWords) -> Iterator[BesideFact]:
    """The notes, and the authors: that these are two is what makes them a pair, so it is no difference."""
    notes = _note(one, words), _note(other, words)
    if any(notes):
        yield _fact(t("Anteckning"), *notes, readable=one.whole and other.whole)
    yield _fact(t("Loggad av"), _author(one, words), _author(other, words), readable=False)


def _fact(name: str, one: str, other: str, *, readable: bool = True) -> BesideFact:
    return BesideFact(name, one or NOTHING, other or NOTHING, readable and one != other)


def _note(each: Beside, words: ActivityWords) -> str:
    if each.whole:
        return each.note
    return t("Läses bara hos {0}", words.organisation(each.stored.author_organisation))


def _author(each: Beside, words: ActivityWords) -> str:
    return each.logged_by or capital(words.organisation(each.stored.author_organisation))
