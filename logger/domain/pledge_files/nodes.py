"""A document as a tree of nodes that know their line, so that every fault can be pointed at."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Nature(StrEnum):
    """What a scalar is by its notation: 52 is a number, "52" a text."""

    TEXT = "text"
    NUMBER = "number"
    TRUTH = "truth"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, as written."""

    line: int
    text: str
    nature: Nature = Nature.TEXT


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a mapping, the line of the key, and its value."""

    line: int
    key: str
    value: "Node"


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping, its entries in the order written; a key written twice is there twice."""

    line: int
    entries: tuple[Entry, ...]

    def get(self, key: str) -> "Node | None":
        """The value of a key; the first, where it is written twice."""
        return next((entry.value for entry in self.entries if entry.key == key), None)


@dataclass(frozen=True, slots=True)
class Listing:
    """A sequence."""

    line: int
    items: tuple["Node", ...]

    def __iter__(self) -> Iterator["Node"]:
        return iter(self.items)


Node = Scalar | Table | Listing
