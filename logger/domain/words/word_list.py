"""The word list as an administrator keeps it: which word is meant, what must hold of it, who counts by it."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from logger.domain.personal_data import presentable
from logger.domain.pledges import Commitment, Pledge, Rule
from logger.domain.refusing.word_refusals import WordFaulty
from logger.domain.said import Said
from logger.domain.targets import Sum
from logger.domain.terms import SOFT_HYPHEN, Term, Vocabulary

WORD_LIST = "vocabulary"
"""What the audit calls it."""

LONGEST_WORD, LONGEST_CODE = 60, 36
# How an administrator writes where a long word may be parted: Hastighets·kontroll.
PARTED = "\u00b7"


class WordKind(StrEnum):
    """What a word names."""

    TYPE = "type"
    FOCUS = "focus"
    COUNTER = "counter"
    PLACE_KIND = "place_kind"


@dataclass(frozen=True, slots=True)
class WordKey:
    """Which word; a focus and a counter are of a type."""

    kind: WordKind
    code: str
    of_type: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words themselves, as typed; `sensitive` matters for types alone."""

    sv: str
    en: str = ""
    sv_text: str = ""
    en_text: str = ""
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class Use:
    """A commitment of a pledge that holds, whose rule names a word."""

    pledge: str
    commitment: str


def found(words: Vocabulary, key: WordKey) -> Term | None:
    """The word; None where there is none."""
    return next((term for name, term in keyed(words) if name == key), None)


def keyed(words: Vocabulary) -> Iterator[tuple[WordKey, Term]]:
    """Every word that an administrator keeps."""
    for kind in words.types.values():
        yield WordKey(WordKind.TYPE, kind.code), kind
        for focus in kind.focuses:
            yield WordKey(WordKind.FOCUS, focus.code, kind.code), focus
        for counter in kind.counters:
            yield WordKey(WordKind.COUNTER, counter.code, kind.code), counter
    for place_kind in words.place_kinds.values():
        yield WordKey(WordKind.PLACE_KIND, place_kind.code), place_kind


def checked(wording: Wording) -> Wording:
    """The wording as it is kept: parted by soft hyphens. Raises WordFaulty with what is wrong by field."""
    shown = {
        name: presentable(" ".join(getattr(wording, name).split())).replace(PARTED, SOFT_HYPHEN)
        for name in ("sv", "en", "sv_text", "en_text")
    }
    faults: dict[str, str] = {
        name: Said("Högst {0} tecken.", LONGEST_WORD)
        for name, word in shown.items()
        if len(word) > LONGEST_WORD
    }
    if not shown["sv"].replace(SOFT_HYPHEN, ""):
        faults["sv"] = Said("Skriv ordet.")
    if faults:
        raise WordFaulty(fields=faults)
    bare = shown["sv"].replace(SOFT_HYPHEN, "")
    return Wording(
        _lower_first(shown["sv"]), shown["en"] or bare, shown["sv_text"], shown["en_text"], wording.sensitive
    )


def code_for(wording: Wording, taken: Collection[str]) -> str:
    """A code for a new word, from its English: never one that was given before."""
    letters = unicodedata.normalize("NFKD", wording.en.casefold()).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^a-z0-9]+", "_", letters).strip("_")[:LONGEST_CODE].strip("_") or "word"
    tries = (plain, *(f"{plain}_{number}" for number in range(2, len(taken) + 3)))
    return next(each for each in tries if each not in taken)


def uses_in(pledges: Iterable[Pledge], key: WordKey) -> tuple[Use, ...]:
    """Every commitment that counts by the word: without it nothing new is logged that it could count."""
    return tuple(
        Use(pledge.title, commitment.label or commitment.wording)
        for pledge in pledges
        for commitment in pledge.commitments
        if _names(commitment, key)
    )


def _names(commitment: Commitment, key: WordKey) -> bool:
    if key.kind is WordKind.COUNTER:
        return isinstance(commitment.target, Sum) and commitment.target.counter == key.code
    return key.code in _codes_of(commitment.counts, key.kind)


def _codes_of(rule: Rule, kind: WordKind) -> Iterator[str]:
    match kind:
        case WordKind.TYPE:
            yield from rule.types
        case WordKind.FOCUS:
            yield from rule.focus
        case _:
            yield from rule.place_kinds
    for other in (*rule.any_of, *([rule.excluded] if rule.excluded else [])):
        yield from _codes_of(other, kind)


def _lower_first(word: str) -> str:
    """Labels stand in lower case, but for what is an abbreviation or begins with a figure."""
    return word[:1].lower() + word[1:] if word[1:2].islower() else word
