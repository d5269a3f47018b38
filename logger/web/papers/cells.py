"""Tables with cells of a kind: what a workbook holds as numbers and dates, and other files as text."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Hours:
    """A length of time in seconds."""

    seconds: int


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole."""

    of: Fraction


@dataclass(frozen=True, slots=True)
class Month:
    """A month by its first day."""

    first: date


Cell = str | int | Fraction | date | Hours | Share | Month | None


@dataclass(frozen=True, slots=True)
class Column:
    """A head, and how many characters wide; `wraps` says that its texts go on below."""

    head: str
    width: int
    wraps: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A named table; `fixed` is how many columns stay where they are when it is moved sideways."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    fixed: int = 1
