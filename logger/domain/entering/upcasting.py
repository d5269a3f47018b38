"""Bodies of every schema there ever was, brought to the newest one step by step.

What a phone queued under an old release is read under all later ones, and what the ledgers hold is read for
ever; nothing of it is rewritten. A new schema is one more step here, and its fixtures in the tests.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Body = Mapping[str, Any]
Step = Callable[[Body], Body]


@dataclass(frozen=True)
class Upcasting:
    """The way up: `steps[n]` makes a body of schema n+1 of one of schema n. Steps leave their body alone."""

    steps: Mapping[int, Step]

    def __post_init__(self) -> None:
        """Raise ValueError for a way with a step missing."""
        if sorted(self.steps) != list(range(len(self.steps))):
            raise ValueError(f"the way up has a step missing: {sorted(self.steps)}")

    @property
    def newest(self) -> int:
        """The schema that every body is brought to."""
        return len(self.steps)

    def __call__(self, body: Body, schema: int) -> Body:
        """The body, of schema `schema`, in the form of the newest one. Raises ValueError for a later one."""
        if not 0 <= schema <= self.newest:
            raise ValueError(f"no way from schema {schema} to {self.newest}")
        for number in range(schema, self.newest):
            body = self.steps[number](body)
        return body


def _as_it_is(body: Body) -> Body:
    return body


# Schema 0 is the desk's and the file's. Its bodies have the form of the first that phones sent; what is told
# of them besides (whose word it is, to which second) is for the reader.
FILE_SCHEMA = 0
OLDEST_SCHEMA = 1  # that a phone sends
#
# Schema 2 may propose a place that is not listed, schema 3 say what became of a planned time; bodies of those
# before say the same under them.
UPCASTING = Upcasting({FILE_SCHEMA: _as_it_is, 1: _as_it_is, 2: _as_it_is})
NEWEST_SCHEMA = UPCASTING.newest
