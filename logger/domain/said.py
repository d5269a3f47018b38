"""A Swedish sentence that remembers what was put into it, so that a page can say it in another language."""

from collections.abc import Iterable
from typing import Self


class Said(str):
    """A sentence with its places filled; to everyone else it is a text like any other.

    `sentence` is it with the places open, `given` what stands in them: Said("Högst {0} tecken.", 120). Among
    what is given, only what is Said itself is put into another language.
    """

    __slots__ = ("given", "sentence")
    sentence: str
    given: tuple[object, ...]

    def __new__(cls, sentence: str, *given: object) -> Self:
        said = super().__new__(cls, sentence.format(*given) if given else sentence)
        said.sentence, said.given = sentence, given
        return said


def said_in_lines(sentences: Iterable[str]) -> Said:
    """Several sentences, each on a line of its own."""
    lines = tuple(sentences)
    return Said("\n".join(f"{{{number}}}" for number in range(len(lines))), *lines)


def as_text(value: object) -> str:
    """For an encoder that knows no other text than the plain one."""
    if isinstance(value, Said):
        return str(value)
    raise NotImplementedError(f"{type(value)} is no JSON")
