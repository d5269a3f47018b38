"""Files of figures, read back: numbers are numbers, days are days, and no cell is a formula."""

import csv
import io
from datetime import date, datetime, timedelta
from typing import Any

from openpyxl import load_workbook

from tests.api.test_follow_ups import MONTH, press, put_forward
from tests.api.test_public_pages import SEPTEMBER
from tests.worlds.town import Town

FORMULA = '=HYPERLINK("http://evil.example";"A1")'


def sheets(town: Town, address: str, who: str = "anonymous") -> Any:
    answer = town.client(who).get(address)
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Disposition"].endswith('.xlsx"')
    return load_workbook(io.BytesIO(answer.data))


def lines(sheet: Any) -> list[dict[str, Any]]:
    heads, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rows]


def decided(town: Town) -> None:
    """A decision with a formula for its text, before the follow-up is put forward with another."""
    form = {"text": FORMULA, "organisation": "police", "due": "2026-12-15", "commitment": "speed"}
    assert press(town, "coordinator", f"{MONTH}/beslut", **form).status_code == 303
    put_forward(town, **{"comment.speed": FORMULA})


def test_a_workbook_holds_numbers_days_and_shares(sqlite_town: Town):
    decided(sqlite_town)
    book = sheets(sqlite_town, f"{MONTH}/tabell.xlsx", "worker")
    assert book.sheetnames == ["Åtaganden", "Perioder", "Beslut", "Om filen"]

    speed, presence, walk = lines(book["Åtaganden"])
    assert (speed["Utfall"], speed["Mål"], speed["Enhet"], speed["Läge"]) == (4, 52, "gånger", "Efter")
    assert round(speed["Andel av målet"], 4) == 0.0769
    assert (presence["Mål"], presence["Enhet"]) == (42, "veckor")
    assert (walk["Utfall"], walk["Mål"]) == (1, 1)

    week = lines(book["Perioder"])[0]
    assert isinstance(week["Från"], datetime)
    assert week["Mål"] == timedelta(hours=2)

    (decision,) = lines(book["Beslut"])
    assert decision["Senast"].date() == date(2026, 12, 15)


def test_a_workbook_is_laid_out_to_be_read(sqlite_town: Town):
    sheet = sheets(sqlite_town, f"{SEPTEMBER}/data.xlsx")["Åtaganden"]
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == sheet.dimensions
    assert sheet.column_dimensions
    assert all(each.width > 8 for each in sheet.column_dimensions.values())
    heads = {cell.value: cell.column for cell in sheet[1]}
    forms = {head: sheet.cell(2, column).number_format for head, column in heads.items()}
    assert (forms["Utfall"], forms["Andel av målet"], forms["Senast"]) == ("#,##0", "0%", "yyyy-mm")
    assert sheet.print_title_rows == "$1:$1"


def test_no_cell_is_ever_a_formula(sqlite_town: Town):
    decided(sqlite_town)
    book = sheets(sqlite_town, f"{MONTH}/tabell.xlsx", "worker")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert [cell.value for cell in cells].count(FORMULA) == 2


def test_the_workbook_for_everyone_tells_no_day_of_work_and_is_sent_once(sqlite_town: Town):
    first = sqlite_town.client().get(f"{SEPTEMBER}/data.xlsx")
    known = {"If-None-Match": first.headers["ETag"]}
    assert sqlite_town.client().get(f"{SEPTEMBER}/data.xlsx", headers=known).status_code == 304
    book = load_workbook(io.BytesIO(first.data))
    assert book.sheetnames == ["Åtaganden", "Perioder", "Om filen"]
    told = [each["Senast"] for each in lines(book["Åtaganden"]) if each["Senast"]]
    assert told
    assert all(each.day == 1 for each in told)


def test_a_program_reads_codes_and_points(sqlite_town: Town):
    put_forward(sqlite_town, **{"comment.speed": FORMULA})
    text = sqlite_town.client("worker").get(f"{MONTH}/data.csv").text
    assert not text.startswith("\ufeff")
    speed, presence, _ = csv.DictReader(io.StringIO(text))
    assert (speed["commitment"], speed["kind"], speed["status"]) == ("speed", "count", "behind")
    assert (speed["value"], speed["at_least"], speed["expected"]) == ("4", "52", "43.31")
    assert (speed["as_of"], speed["comment"]) == ("2026-10-31", f"'{FORMULA}")
    assert presence["periods_scored"] == "42"
