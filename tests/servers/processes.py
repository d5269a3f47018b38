"""Processes of a test's own: who started whom, and waiting for an end without asking again and again."""

import contextlib
import os
import select
import signal
from collections.abc import Iterable
from pathlib import Path


def children_of(process: int) -> list[int]:
    """The processes that this one started and that still run."""
    return [int(pid) for pid in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def kill_all(processes: Iterable[int]) -> None:
    """`kill -9`, and wait until each has ended; somebody else may have been faster."""
    ends = []
    for process in processes:
        with contextlib.suppress(ProcessLookupError):
            ends.append(os.pidfd_open(process))
            os.kill(process, signal.SIGKILL)
    for end in ends:
        await_end(end)


def await_end(end: int, seconds: float = 60) -> None:
    """Wait for the process behind a descriptor of `os.pidfd_open`, and close it."""
    ended, _, _ = select.select([end], [], [], seconds)
    os.close(end)
    assert ended, "a process does not end"
