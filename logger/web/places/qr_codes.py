"""A QR code as the squares of one SVG path: no image to fetch, no script, sharp on any paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import segno

QUIET_ZONE = 4
"""So many light modules must surround the code (ISO/IEC 18004)."""


@dataclass(frozen=True, slots=True)
class QrCode:
    """`size` is the side with the quiet zone, in modules; `path` draws the dark ones."""

    size: int
    path: str


def qr_code(text: str) -> QrCode:
    """The code of a text, as small as it gets; a quarter of it may be worn off by weather."""
    matrix = segno.make_qr(text, error="q", boost_error=False).matrix
    return QrCode(len(matrix) + 2 * QUIET_ZONE, "".join(_runs(matrix)))


def _runs(matrix: tuple[bytearray, ...]) -> Iterator[str]:
    for y, row in enumerate(matrix):
        x = 0
        for is_dark, modules in groupby(row):
            length = len(list(modules))
            if is_dark:
                yield f"M{x + QUIET_ZONE} {y + QUIET_ZONE}h{length}v1h-{length}z"
            x += length
