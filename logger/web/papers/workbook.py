"""Tables as a workbook that Excel opens right in any language: a number is a number, a day a day."""

from collections.abc import Sequence
from datetime import date, datetime
from fractions import Fraction
from io import BytesIO
from typing import Any

from logger.web.papers.cells import Cell, Hours, Month, Share, Table

INK, RULE, HEAD = "0F2223", "D3D1C8", "E9E7DF"
A_DAY = 24 * 60 * 60
LONGEST = 32_000
"""Characters of a cell; Excel takes some more."""

_HEAD_HEIGHT = 32


def workbook(title: str, tables: Sequence[Table], made: datetime) -> bytes:
    """The tables, each on a sheet of its own: heads that stay, columns as wide as their words."""
    from openpyxl import Workbook  # noqa: PLC0415  # only those who want a workbook pay for loading it

    book = Workbook()
    book.remove(book.active)
    for table in tables:
        _fill(book.create_sheet(table.name), table)
    book.properties.title, book.properties.creator, book.properties.language = title, "Fältlogg", "sv-SE"
    book.properties.created = made.replace(tzinfo=None)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(sheet: Any, table: Table) -> None:
    for number, column in enumerate(table.columns, 1):
        _write(sheet.cell(1, number), column.head, wraps=True)
        _as_head(sheet.cell(1, number))
        sheet.column_dimensions[sheet.cell(1, number).column_letter].width = column.width
    for line, row in enumerate(table.rows, 2):
        for number, (value, column) in enumerate(zip(row, table.columns, strict=True), 1):
            _write(sheet.cell(line, number), value, wraps=column.wraps)
    sheet.row_dimensions[1].height = _HEAD_HEIGHT
    sheet.freeze_panes = sheet.cell(2, table.fixed + 1)
    sheet.auto_filter.ref = sheet.dimensions
    _set_page(sheet)


def _as_head(cell: Any) -> None:
    from openpyxl.styles import Border, Font, PatternFill, Side  # noqa: PLC0415

    cell.font = Font(bold=True, color=INK)
    cell.fill = PatternFill("solid", fgColor=HEAD)
    cell.border = Border(bottom=Side("medium", color=INK))


def _set_page(sheet: Any) -> None:
    """On paper: lying, as wide as the page, the heads on every one."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", "9"  # A4
    sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage = 0, True
    sheet.print_title_rows = "1:1"
    sheet.oddFooter.right.text = "&P / &N"


def _write(cell: Any, value: Cell, *, wraps: bool) -> None:
    from openpyxl.styles import Alignment  # noqa: PLC0415

    cell.alignment = Alignment(vertical="top", wrap_text=wraps)
    match value:
        case None | "":
            return
        case str():
            # A text is a text: set by itself, one that begins with "=" would be a formula.
            cell.value = _allowed(value)
            cell.data_type = "s"
        case Hours(seconds=seconds):
            cell.value, cell.number_format = seconds / A_DAY, "[h]:mm"
        case Share(of=share):
            cell.value, cell.number_format = float(share), "0%"
        case Month(first=first):
            cell.value, cell.number_format = first, "yyyy-mm"
        case date():
            cell.value, cell.number_format = value, "yyyy-mm-dd"
        case Fraction():
            cell.value, cell.number_format = float(value), "#,##0.0"
        case int():
            cell.value, cell.number_format = value, "#,##0"


def _allowed(text: str) -> str:
    """What XML may hold, and no more than a cell takes."""
    return "".join(each for each in text if each == "\n" or each >= " ")[:LONGEST]
