"""What a word that somebody searches for may stand for among the words and places of a municipality."""

from collections.abc import Iterable

from logger.domain.places import Places
from logger.domain.records import Sought
from logger.domain.terms import Term, Vocabulary

MOST_WORDS = 5


def sought_in(text: str, words: Vocabulary, places: Places) -> tuple[Sought, ...]:
    """Every word of the text with what it may stand for; words beyond the fifth are not asked for."""
    return tuple(_sought(word, words, places) for word in text.split()[:MOST_WORDS])


def _sought(word: str, words: Vocabulary, places: Places) -> Sought:
    asked = word.casefold()
    return Sought(
        text=word,
        types=_codes(asked, words.types.values()),
        focuses=_codes(asked, words.focuses.values()),
        places=frozenset(
            name
            for place in places.values()
            if any(asked in each.casefold() for each in (place.name, *place.aliases))
            for name in (place.id, *place.former)
        ),
        organisations=_codes(asked, words.organisations.values()),
    )


def _codes(asked: str, terms: Iterable[Term]) -> frozenset[str]:
    return frozenset(
        term.code for term in terms if asked in term.bare().casefold() or asked in term.in_text().casefold()
    )
