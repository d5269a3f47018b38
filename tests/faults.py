"""What the product must survive: a test that carries a fault names it, and proves that it fired.

`@fault("answer lost after commit", room=Room.NETWORK, expect="the same receipt again, one record")` on a test
names the fault as the list in the sync design does. The test asks for the fixture `fired` and calls it with
what it saw of the fault itself: `fired(proxy.lost, "the answer")`. No evidence fails the test, and so does a
test that never calls it, since a fault that did not happen proves nothing.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

import pytest

Test = TypeVar("Test", bound=Callable[..., Any])


class Room(StrEnum):
    """Where a fault strikes, in the order of the list."""

    DEVICE = "device"
    WORKER = "worker"
    NETWORK = "network"
    SERVER = "server"
    DATABASE = "database"
    PEOPLE = "people"


class Fired:
    """Evidence that the fault of a test happened."""

    def __init__(self) -> None:
        self.evidence: list[str] = []

    def __call__(self, seen: object, what: str = "the fault") -> None:
        """Note the evidence; fails where there is none."""
        assert seen, f"{what} never happened: the test proves nothing"
        self.evidence.append(what)


def fault(name: str, *, room: Room, expect: str) -> Callable[[Test], Test]:
    """Name the fault that a test survives, where it strikes, and what is expected all the same."""

    def mark(test: Test) -> Test:
        marked: Test = pytest.mark.fault(name=name, room=room.value, expect=expect)(test)
        return marked

    return mark
