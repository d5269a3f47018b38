"""A sheet kept before: its columns found by their heads, and each line as it stands in it."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

MOST_LINES = 2000
LONGEST_CELL = 120
HEADS_WITHIN = 15
# What a column may be called, by what it holds; compared in lower case and without a full stop.
HEADS: dict[str, frozenset[str]] = {
    "day": frozenset({"datum", "dag", "när", "från", "fr.o.m", "period", "vecka", "månad", "år", "date"}),
    "until": frozenset({"till", "t.o.m", "tom", "slutdatum", "till och med"}),
    "type": frozenset({"typ", "aktivitet", "aktivitetstyp", "insats", "åtgärd", "vad", "händelse", "type"}),
    "place": frozenset({"plats", "var", "ställe", "område", "ort", "adress", "place"}),
    "number": frozenset({"antal", "st", "ant", "antal tillfällen", "tillfällen", "antal insatser", "number"}),
    "hours": frozenset({"timmar", "tid", "tim", "h", "antal timmar", "tidsåtgång", "längd", "hours"}),
    "who": frozenset({"vem", "utförare", "organisation", "deltog", "utfört av", "ansvarig"}),
}
NEEDED = ("day", "type")


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A line of the sheet as it is written there; `line` is its number in it."""

    line: int
    day: str
    type: str
    until: str = ""
    place: str = ""
    number: str = ""
    hours: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class OldSheet:
    """The lines that say something, and the heads of the columns that are not read."""

    lines: tuple[SheetLine, ...]
    unread: tuple[str, ...] = ()
    too_long: bool = False


def sheet_in(rows: Sequence[Sequence[str]]) -> OldSheet | None:
    """The sheet in rows of cells; None where no row near the top has heads for a day and a type."""
    for at, row in enumerate(rows[:HEADS_WITHIN]):
        columns = _columns(row)
        if all(name in columns for name in NEEDED):
            below = list(enumerate(rows[at + 1 :], at + 2))
            said = [_line(number, cells, columns) for number, cells in below]
            lines = [each for each in said if any((each.day, each.type, each.number, each.hours))]
            unread = [cell for column, cell in enumerate(row) if cell and column not in columns.values()]
            return OldSheet(
                tuple(lines[:MOST_LINES]),
                tuple(cell[:LONGEST_CELL] for cell in unread),
                too_long=len(lines) > MOST_LINES,
            )
    return None


def packed(sheet: OldSheet) -> list[list[Any]]:
    """The lines as plain values, to be sent along with a form and read again."""
    return [[getattr(each, name) for name in _NAMES] for each in sheet.lines]


def unpacked(values: object) -> OldSheet | None:
    """The sheet that was packed; None for anything else."""
    if not isinstance(values, list) or not 0 < len(values) <= MOST_LINES:
        return None
    if not all(map(_is_line, values)):
        return None
    return OldSheet(tuple(SheetLine(**dict(zip(_NAMES, each, strict=True))) for each in values))


def _is_line(values: object) -> bool:
    return (
        isinstance(values, list)
        and len(values) == len(_NAMES)
        and type(values[0]) is int
        and 0 < values[0] < 1_000_000
        and all(
            isinstance(each, str) and len(each) <= LONGEST_CELL and _is_storable(each) for each in values[1:]
        )
    )


def _is_storable(text: str) -> bool:
    """Whether no half of a letter and no zero byte is in it: neither database keeps those."""
    return not any(letter == "\0" or "\ud800" <= letter <= "\udfff" for letter in text)


def _columns(row: Sequence[str]) -> dict[str, int]:
    """Which column holds what; of several that may, the first."""
    columns: dict[str, int] = {}
    for column, cell in enumerate(row):
        head = " ".join(cell.lower().split()).rstrip(".:")
        name = next((name for name, called in HEADS.items() if head in called), None)
        if name is not None and name not in columns:
            columns[name] = column
    return columns


def _line(number: int, cells: Sequence[str], columns: dict[str, int]) -> SheetLine:
    said = {
        name: " ".join(cells[column].split())[:LONGEST_CELL] if column < len(cells) else ""
        for name, column in columns.items()
    }
    return SheetLine(line=number, **said)


_NAMES = tuple(each.name for each in fields(SheetLine))
