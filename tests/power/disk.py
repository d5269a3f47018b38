"""A disk whose power can be cut: what no flush has reached is gone, as from a drive's own cache.

Two file systems, one inside the other: an image on the outer one is the disk, and the inner one lies on it.
A write to the inner one ends in the image's pages, which are the drive's cache; a flush (fsync, the journal's
barrier) writes them through. To cut the power the outer file system is shut down by the kernel
(FS_IOC_SHUTDOWN, without flushing its journal, as xfstests does it): from that moment nothing reaches the
disk, and what was not written through is dropped. Both are then mounted again, each replaying its journal.

Not shown: a drive that lies about flushes, and sectors torn in the middle.
"""

import contextlib
import fcntl
import os
import shutil
import struct
import subprocess
from pathlib import Path

COMMANDS = ("losetup", "mount", "umount", "mkfs.ext4", "sync")
_SHUTDOWN = 0x8004587D  # FS_IOC_SHUTDOWN
_WITHOUT_FLUSHING = 2
_MARGIN = 96


class CannotCutError(RuntimeError):
    """This machine lacks what a power cut takes."""


def require_all() -> None:
    """Raise CannotCutError, naming what is missing."""
    if os.geteuid() != 0:
        raise CannotCutError("Power cuts mount a disk of their own: they need root.")
    missing = [command for command in COMMANDS if shutil.which(command) is None]
    if missing:
        raise CannotCutError(f"Missing on this machine: {', '.join(missing)} (Debian: mount, e2fsprogs).")


class Disk:
    """A mounted disk at `path`; `cut()` takes its power, `restore()` gives it back."""

    def __init__(self, folder: Path, megabytes: int) -> None:
        self._outer_image = folder / "outer.img"
        self._outer = folder / "outer"
        self.path = folder / "disk"
        self._image = self._outer / "disk.img"
        self._loops: list[str] = []
        for place in (self._outer, self.path):
            place.mkdir()
        _allocate(self._outer_image, megabytes + _MARGIN)
        _run("mkfs.ext4", "-q", str(self._outer_image))
        self._mount(self._outer_image, self._outer)
        _allocate(self._image, megabytes)
        _run("mkfs.ext4", "-q", str(self._image))
        self._mount(self._image, self.path)
        self.settle()

    def settle(self) -> None:
        """Let everything that was written so far be on the disk: what was set up is no part of the trial."""
        _run("sync", "--file-system", str(self.path), str(self._outer))

    def cut(self) -> None:
        """Cut the power, now; whoever has files open on it gets errors."""
        number = os.open(self._outer, os.O_RDONLY)
        try:
            fcntl.ioctl(number, _SHUTDOWN, struct.pack("I", _WITHOUT_FLUSHING))
        finally:
            os.close(number)

    def holders(self) -> list[int]:
        """The processes that have something of it open."""
        return [int(folder.name) for folder in Path("/proc").glob("[0-9]*") if self._is_held_by(folder)]

    def _is_held_by(self, process: Path) -> bool:
        inside, opened = str(self.path), []
        with contextlib.suppress(OSError):  # it has ended meanwhile
            opened.append((process / "maps").read_text())
            for each in (process / "fd").iterdir():
                with contextlib.suppress(OSError):  # closed meanwhile
                    opened.append(str(each.readlink()))
        return any(inside in each for each in opened)

    def restore(self) -> None:
        """Power again: both file systems come up from what is on the disk. Nobody may have files open."""
        self.remove()
        self._mount(self._outer_image, self._outer)
        self._mount(self._image, self.path)

    def remove(self) -> None:
        """Take the disk out."""
        for place in (self.path, self._outer):
            if place.is_mount():
                _run("umount", str(place))
            if self._loops:
                _run("losetup", "--detach", self._loops.pop())

    def _mount(self, image: Path, place: Path) -> None:
        loop = _run("losetup", "--find", "--show", str(image))
        self._loops.append(loop)
        _run("mount", "-t", "ext4", loop, str(place))


def _allocate(image: Path, megabytes: int) -> None:
    """Written in full: a flush of the disk then changes no map of where its blocks are."""
    with image.open("wb") as file:
        for _ in range(megabytes):
            file.write(bytes(1024 * 1024))
        file.flush()
        os.fsync(file.fileno())


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise CannotCutError(f"{' '.join(command)}: {done.stderr.strip()}")
    return done.stdout.strip()
