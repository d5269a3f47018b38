"""A table as text: what Excel opens in Swedish, and what no spreadsheet takes for a formula."""

import csv
from io import StringIO

import pytest

from logger.web.csv_text import PROGRAM, SPREADSHEET, Dialect, csv_text


def test_excel_in_swedish_sees_its_own_letters_and_columns():
    text = csv_text(SPREADSHEET, [["Plats", "Timmar"], ["Ö; torget", "1,25"]])
    assert text == '\ufeffPlats;Timmar\r\n"Ö; torget";1,25\r\n'


def test_a_program_reads_back_what_was_written():
    lines = [["id", "note"], ["a", 'sa "hej", och\ngick']]
    assert list(csv.reader(StringIO(csv_text(PROGRAM, lines)))) == lines


@pytest.mark.parametrize("dialect", [SPREADSHEET, PROGRAM])
@pytest.mark.parametrize("cell", ["=1+1", "+46", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", '=HYPERLINK("x")'])
def test_no_cell_is_a_formula(dialect, cell: str):
    (line,) = csv.reader(StringIO(csv_text(dialect, [[cell]]).lstrip("\ufeff")), delimiter=dialect.between)
    assert line[0].startswith("'")
    assert line[0].replace("'", "") == cell


def test_a_number_stays_a_number():
    assert csv_text(PROGRAM, [[-3, 4]]) == "-3,4\r\n"


@pytest.mark.parametrize("dialect", [PROGRAM, SPREADSHEET])
@pytest.mark.parametrize("between", [";", ",", "\n", "\r\n", "\t"])
def test_a_spreadsheet_that_parts_elsewhere_finds_no_formula_either(dialect: Dialect, between: str):
    """Excel in Swedish opens a file with commas by itself, and parts it at semicolons, quoted or not."""
    text = csv_text(dialect, [["1814", f"Trygga gator{between}=HYPERLINK(A1)"]])
    for other in (";", ",", "\t"):
        for line in text.splitlines():
            assert not [each for each in line.split(other) if each.startswith(("=", '"='))], text


def test_what_follows_a_comma_and_a_space_stays_as_it_is():
    assert csv_text(PROGRAM, [["minus 2; -3, +4"]]) == '"minus 2; -3, +4"\r\n'
