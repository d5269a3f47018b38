"""What is wrong with a pledge file, line by line, in plain Swedish."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from logger.domain.said import Said

if TYPE_CHECKING:
    from logger.domain.pledges import Pledge


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong, and on which line (from 1) it stands.

    A `countable` fault is one that leaves no doubt about what is counted.
    """

    line: int
    message: str
    countable: bool = False

    def __str__(self) -> str:
        return Said("Rad {0}: {1}", self.line, self.message)


class PledgeFileFaults(Exception):
    """The pledge file does not hold together and is refused whole.

    `faults` lists everything that is wrong, by line. `countable` is the pledge as read when every one of the
    faults leaves no doubt about what is counted, so that a draft can be tried; it is never stored.
    """

    def __init__(self, faults: Iterable[Fault], countable: "Pledge | None" = None) -> None:
        self.faults: list[Fault] = sorted(set(faults))
        self.countable = countable
        super().__init__("\n".join(map(str, self.faults)))
