"""Where tests keep databases and profiles: in memory where there is room, so that no commit waits for a disk.

What a killed process had written is there afterwards, as on a disk. Only a power cut would tell them apart,
and `tests/power` brings disks of its own.
"""

import os
import shutil
import tempfile
from pathlib import Path

_MEMORY = Path("/dev/shm")
_ENOUGH = 4 * 1024**3


def make_room() -> None:
    """Let temporary folders of this process, and of those that it starts, lie in memory."""
    if "TMPDIR" not in os.environ and _has_room():
        os.environ["TMPDIR"] = tempfile.tempdir = str(_MEMORY)


def short_folder() -> Path:
    """A temporary folder whose path is short: a socket's address has at most 107 bytes."""
    return _MEMORY if tempfile.gettempdir() == str(_MEMORY) else Path("/tmp")


def _has_room() -> bool:
    if not (_MEMORY.is_dir() and os.access(_MEMORY, os.W_OK)):
        return False
    free = dict(line.split(":") for line in Path("/proc/meminfo").read_text().splitlines())["MemAvailable"]
    return min(shutil.disk_usage(_MEMORY).free, int(free.split()[0]) * 1024) >= _ENOUGH
