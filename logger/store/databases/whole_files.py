"""Files that appear whole under their name or not at all, and are on the disk when they do."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def whole_file(file: Path, *, replace: bool) -> Iterator[Path]:
    """A file beside it to be filled, readable by its owner alone; it gets the name when the block ends well.

    Raises FileExistsError rather than taking another file's place, unless told to; OSError as it comes.
    """
    number, name = tempfile.mkstemp(prefix=f".{file.name}.", suffix=".part", dir=file.parent)
    os.close(number)
    part = Path(name)
    try:
        yield part
        _to_disk(part)
        _give_name(part, file, replace=replace)
        _to_disk(file.parent)
    finally:
        part.unlink(missing_ok=True)


def _give_name(part: Path, file: Path, *, replace: bool) -> None:
    if replace:
        part.replace(file)
        return
    try:
        os.link(part, file)  # fails where the name is taken, also by somebody who took it a moment ago
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links (a USB stick, some network shares).
        if file.exists():
            raise FileExistsError(file) from None
        part.replace(file)


def _to_disk(path: Path) -> None:
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
