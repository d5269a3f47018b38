"""What people wrote, in the letters that papers can be set in: what has no letter never stops a paper."""

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from typing import Any

# The typesetter spaces these by itself, whatever the font.
SET_BY_ITSELF = frozenset("\n\u202f")
INSTEAD = {"\u2011": "-", "\t": " ", "\r": "\n", "\u2028": "\n", "\u2029": "\n"}
LACKING = "?"
_NOT_SEEN = frozenset({"Cc", "Cf", "Mn", "Me"})


def legible(told: Any, letters: Collection[str]) -> Any:
    """The same facts with every text in letters that there are."""
    match told:
        case str():
            return _text(told, letters)
        case Mapping():
            return {key: legible(each, letters) for key, each in told.items()}
        case Sequence():
            return [legible(each, letters) for each in told]
        case _:
            return told


def _text(text: str, letters: Collection[str]) -> str:
    whole = unicodedata.normalize("NFC", text)
    return "".join(
        each if each in letters or each in SET_BY_ITSELF else _for(each, letters) for each in whole
    )


def _for(letter: str, letters: Collection[str]) -> str:
    """A plain form where there is one, nothing for what is not seen, else a mark that a letter is lacking."""
    if letter in INSTEAD:
        return INSTEAD[letter]
    if unicodedata.category(letter) in _NOT_SEEN:
        return ""
    plain = unicodedata.normalize("NFKC", letter)
    return plain if all(each in letters for each in plain) else LACKING
