"""Deeds done at the same moment, each in a thread of its own."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any


def at_once(deeds: Sequence[Callable[[], Any]]) -> list[Any]:
    """What each of them came to, in their order."""
    barrier = Barrier(len(deeds))

    def wait_for_all(deed: Callable[[], Any]) -> Any:
        barrier.wait()
        return deed()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(wait_for_all, deeds))
