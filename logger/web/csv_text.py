"""Tables as text: for a Swedish spreadsheet, and for other programs; no cell is ever a formula."""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO

from flask import Response

Cell = str | int
BOM = "\ufeff"
# What a spreadsheet takes for the beginning of a formula; a tab or a line feed may hide one.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
# A spreadsheet may part elsewhere than the file does, and then finds a formula in the middle of a text.
_PARTED = re.compile(r"(?<=[;,\t\r\n])(?=[=+\-@])")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How the cells of a line are told apart, and whether the file says that it is UTF-8."""

    between: str
    bom: str


# Excel in Swedish parts cells at semicolons, and believes in Windows-1252 where no mark says otherwise.
SPREADSHEET = Dialect(";", BOM)
PROGRAM = Dialect(",", "")


def csv_text(dialect: Dialect, lines: Iterable[Sequence[Cell]]) -> str:
    """The lines as the text of a file, the first of them the heads."""
    text = StringIO()
    writer = csv.writer(text, delimiter=dialect.between, lineterminator="\r\n")
    writer.writerows([_harmless(cell) for cell in line] for line in lines)
    return dialect.bom + text.getvalue()


def csv_answer(text: str, name: str) -> Response:
    """The text as a file to keep."""
    response = Response(text, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _harmless(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    told = _PARTED.sub("'", cell)
    return f"'{told}" if told.startswith(_FORMULA) else told
