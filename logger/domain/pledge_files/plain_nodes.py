"""Plain data as the tree of nodes that a pledge is read from, with the path of every line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from logger.domain.pledge_files.nodes import Entry, Listing, Nature, Node, Scalar, Table

Path = tuple[str | int, ...]


@dataclass
class Numbered:
    """A tree whose lines are running numbers; `paths` says where in the data each of them stands."""

    paths: dict[int, Path] = field(default_factory=dict)

    def node(self, value: Any, path: Path = ()) -> Node:
        """The node of a value: mappings, lists, text, numbers, truths and nothing."""
        line = self._line(path)
        match value:
            case Mapping():
                return Table(line, tuple(self._entry(key, each, path) for key, each in value.items()))
            case str():
                return Scalar(line, value)
            case Sequence():
                items = (self.node(each, (*path, index)) for index, each in enumerate(value))
                return Listing(line, tuple(items))
            case bool():
                return Scalar(line, "true" if value else "false", Nature.TRUTH)
            case None:
                return Scalar(line, "", Nature.NOTHING)
            case _:
                return Scalar(line, str(value), Nature.NUMBER)

    def _entry(self, key: str, value: Any, path: Path) -> Entry:
        return Entry(self._line((*path, key)), key, self.node(value, (*path, key)))

    def _line(self, path: Path) -> int:
        line = len(self.paths) + 1
        self.paths[line] = path
        return line
