"""Processes of a test's own: who started whom, and waiting for an end without asking again and again."""

import contextlib
import os
import select
import signal
import threading
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


def freeze(process: int) -> None:
    """Stop it where it is, and return when it stands still."""
    os.kill(process, signal.SIGSTOP)
    while _state_of(process) != "T":
        threading.Event().wait(0.01)


def _state_of(process: int) -> str:
    """T for one that stands still."""
    return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
