"""What the words of an old sheet may mean here: a type with its focus, a place, who did it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from logger.domain.places import Places
from logger.domain.terms import ActivityType, Vocabulary

WITH_FOCUS = ":"
LEAST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Meaning:
    """A type, and the focus that it had if it had one."""

    type: str
    focus: str = ""

    @property
    def code(self) -> str:
        """As it is chosen in a form."""
        return f"{self.type}{WITH_FOCUS}{self.focus}" if self.focus else self.type


def meanings(words: Vocabulary) -> Iterator[Meaning]:
    """Everything that a word may be said to mean, in the vocabulary's order."""
    for each in words.types.values():
        if not each.made_by_product:
            yield Meaning(each.code)
            for focus in each.focuses:
                yield Meaning(each.code, focus.code)


def meaning_of(code: str, words: Vocabulary) -> Meaning | None:
    """What was chosen; None for what cannot be."""
    return next((each for each in meanings(words) if each.code == code), None)


def guessed(text: str, words: Vocabulary) -> Meaning | None:
    """What the text most likely means; None where nothing in it is known.

    "Fotpatrull skolmiljö" names a type and a focus, "Hastighetskontroll" a focus alone.
    """
    asked = text.casefold()
    types = [each for each in words.types.values() if not each.made_by_product]
    exact = next((each for each in types if asked in _names(each)), None)
    named = exact or max((each for each in types if _is_in(each, asked)), key=_length, default=None)
    if named is not None:
        return Meaning(named.code, _focus_in(named, asked))
    return next((Meaning(each.code, focus) for each in types if (focus := _focus_in(each, asked))), None)


def place_named(text: str, places: Places) -> str:
    """The id of the place that goes by the name; empty where none does."""
    asked = text.casefold()
    return next(
        (
            place.id
            for place in places.values()
            if asked in {name.casefold() for name in (place.name, *place.aliases)}
        ),
        "",
    )


def organisations_named(text: str, words: Vocabulary) -> frozenset[str]:
    """Who is named in the text: "Polis/kommun" is both."""
    asked = text.casefold()
    return frozenset(
        code for code, term in words.organisations.items() if _stem(term.bare().casefold()) in asked
    )


def distinct(texts: Iterator[str]) -> Mapping[str, int]:
    """Each text as it was first spelt, and how often it comes in whatever spelling."""
    spelt: dict[str, str] = {}
    count: dict[str, int] = {}
    for text in texts:
        name = spelt.setdefault(text.casefold(), text)
        count[name] = count.get(name, 0) + 1
    return count


def _names(kind: ActivityType) -> set[str]:
    return {kind.bare().casefold(), kind.in_text().casefold()}


def _is_in(kind: ActivityType, asked: str) -> bool:
    name = kind.bare().casefold()
    return len(name) >= LEAST_LETTERS and name in asked


def _length(kind: ActivityType) -> int:
    return len(kind.bare())


def _focus_in(kind: ActivityType, asked: str) -> str:
    named = (each.code for each in kind.focuses if each.bare().casefold() in asked)
    return next(named, "")


def _stem(name: str) -> str:
    """The word without its ending: Polisen is "polis", Kommunen "kommun"."""
    return name[:-2] if name.endswith(("en", "et")) and len(name) > LEAST_LETTERS + 2 else name.rstrip("n")
