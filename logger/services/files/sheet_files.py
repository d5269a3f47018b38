"""A sheet as it comes, from Excel, as CSV or pasted, into rows of text; within limits that no bomb passes."""

import csv
import struct
import zlib
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from io import BytesIO, StringIO
from lzma import LZMAError
from typing import Any
from zipfile import BadZipFile, ZipFile

from logger.domain.old_books.old_sheets import LONGEST_CELL, MOST_LINES
from logger.domain.refusing.estimate_refusals import SheetUnreadable

MOST_ROWS, MOST_COLUMNS = MOST_LINES + 100, 40
LARGEST_FILE = 900_000
# What a workbook may come to unpacked: a year's book of two thousand lines is a tenth of it.
MOST_PARTS, LARGEST_UNPACKED = 300, 12_000_000
_ZIP, _OLD_EXCEL = b"PK", b"\xd0\xcf\x11\xe0"
# Whatever a library raises over a file that somebody made to break it.
_BROKEN = (
    *(BadZipFile, zlib.error, EOFError, OSError, KeyError, IndexError, ValueError, TypeError),
    *(AttributeError, SyntaxError, RuntimeError, ArithmeticError, LZMAError, struct.error),
)

Rows = list[list[str]]


def rows_in(raw: bytes) -> Rows:
    """The rows of a file. Raises SheetUnreadable with what to do instead."""
    if not raw:
        raise SheetUnreadable("Välj en fil, eller klistra in raderna.")
    if len(raw) > LARGEST_FILE:
        raise SheetUnreadable("Filen är för stor. Spara bara bladet med raderna, eller dela upp den.")
    if raw.startswith(_OLD_EXCEL):
        raise SheetUnreadable("Filen är i ett äldre Excelformat. Spara den som .xlsx och välj den igen.")
    return _of_excel(raw) if raw.startswith(_ZIP) else rows_in_text(_decoded(raw))


def rows_in_text(text: str) -> Rows:
    """The rows of CSV, or of what was copied from a sheet, which has tabs between its cells."""
    if "\0" in text:
        raise SheetUnreadable("Filen är varken Excel (.xlsx) eller CSV.")
    first = next((line for line in text.splitlines() if line.strip()), "")
    between = max("\t;,", key=first.count)
    try:
        read = csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=between)
        return [_cut(row) for _, row in zip(range(MOST_ROWS), read, strict=False)]
    except csv.Error as error:
        raise SheetUnreadable(
            "Filen är ingen CSV som går att läsa. Spara den som .xlsx i stället."
        ) from error


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")  # what Excel in Swedish writes


def _of_excel(raw: bytes) -> Rows:
    from openpyxl import load_workbook  # noqa: PLC0415  # only those who take a book in pay for loading it

    try:
        _check_unpacked(raw)
        book = load_workbook(BytesIO(raw), read_only=True, data_only=True, keep_links=False)
        try:
            rows = book.worksheets[0].iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True)
            return [_cut(map(_text, row)) for row in rows]
        finally:
            book.close()
    except _BROKEN as error:
        raise SheetUnreadable(
            "Filen är ingen Excelbok som går att läsa. Spara om den, eller ta CSV."
        ) from error


def _check_unpacked(raw: bytes) -> None:
    """Look at what the parts say that they come to (a part is never read beyond that), and for entities.

    Any part may be the workbook's text, whatever its name ends in.
    """
    with ZipFile(BytesIO(raw)) as parts:
        told = parts.infolist()
        if len(told) > MOST_PARTS or sum(each.file_size for each in told) > LARGEST_UNPACKED:
            raise SheetUnreadable("Boken är för stor. Spara bara bladet med raderna som CSV.")
        for each in told:
            # Two bytes a letter hide nothing: UTF-16 has a zero byte beside each of these.
            content = parts.read(each).replace(b"\0", b"")
            if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
                raise SheetUnreadable("Filen är ingen vanlig Excelbok. Spara bladet som CSV.")


def _cut(cells: Iterable[str]) -> list[str]:
    return [
        " ".join(cell.split())[:LONGEST_CELL] for _, cell in zip(range(MOST_COLUMNS), cells, strict=False)
    ]


def _text(value: Any) -> str:
    """A cell as somebody would have typed it."""
    match value:
        case None:
            return ""
        case datetime():
            return f"{value:%Y-%m-%d}"
        case date():
            return value.isoformat()
        case time():
            return f"{value.hour}:{value.minute:02d}"
        case timedelta():
            minutes = int(value.total_seconds()) // 60
            return f"{minutes // 60}:{minutes % 60:02d}"
        case bool():
            return ""
        case float() if value.is_integer():
            return str(int(value))
        case float():
            return f"{value:.2f}".replace(".", ",")
        case _:
            return str(value)
