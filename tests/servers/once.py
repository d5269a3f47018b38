"""What is made once for all processes of a run: the first one to want it makes it, the others wait for it."""

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


def once_a_run(folders: pytest.TempPathFactory, name: str, fill: Callable[[Path], None]) -> Path:
    """The folder that the first process to come has let `fill` fill; nobody may write in it afterwards."""
    own = folders.getbasetemp()
    of_all = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    made, half = of_all / name, of_all / f"{name}.half"
    with (of_all / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            shutil.rmtree(half, ignore_errors=True)  # of one that failed
            half.mkdir()
            fill(half)
            half.rename(made)
    return made
