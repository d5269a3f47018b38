"""The figures of a publication and of its follow-up, read back from every file that is handed over."""

import csv
import io
import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from openpyxl import load_workbook

from tests.readers.pdfs import words_of

# By what a promise is called: what it came to and what was to be reached, in its own unit.
Figures = dict[str, tuple[int, int | None]]
Fetch = Callable[[str], bytes]


def in_open_data(document: Mapping[str, Any]) -> Figures:
    """As published, for everyone to count again."""
    return {each["label"] or each["wording"]: _of(each["progress"]) for each in document["commitments"]}


def in_public_files(fetch: Fetch) -> dict[str, Figures]:
    """As everyone gets them, by the file's name."""
    table = csv.DictReader(io.StringIO(fetch("data.csv").decode("utf-8-sig")), delimiter=";")
    by_period = ("Hållna perioder", "Bedömda perioder")
    return {
        "data.csv": {
            row["Åtagande"]: _numbers(*(row[each] for each in (by_period if row[by_period[1]] else TABLE)))
            for row in table
        },
        "data.xlsx": _in_workbook(fetch("data.xlsx")),
    }


TABLE = ("Utfall", "Mål")


def in_files_of_the_follow_up(fetch: Fetch, names: Mapping[str, str]) -> dict[str, Figures]:
    """As those get them who follow the pledge; `names` is what each commitment is called, by its id."""
    table = csv.DictReader(io.StringIO(fetch("tabell.csv").decode("utf-8-sig")), delimiter=";")
    codes = csv.DictReader(io.StringIO(fetch("data.csv").decode()))
    return {
        "tabell.csv": {row["Åtagande"]: _numbers(row["Siffra"], row["Mål"]) for row in table},
        "data.csv": {
            names[row["commitment"]]: _numbers(
                row["periods_met"] or row["value"], row["periods_scored"] or row["at_least"]
            )
            for row in codes
        },
        "tabell.xlsx": _in_workbook(fetch("tabell.xlsx")),
    }


def lacking_on_paper(pdf: bytes, figures: Figures) -> list[str]:
    """The promises whose figure and goal are not printed after their name, before another's name."""
    read = words_of(pdf)
    parts = re.split(
        f"({'|'.join(re.escape(each) for each in sorted(figures, key=len, reverse=True))})", read
    )
    said = list(zip(parts[1::2], parts[2::2], strict=True))
    return [
        name
        for name, told in figures.items()
        if not any(called == name and re.search(_printed(*told), after) for called, after in said)
    ]


def _printed(value: int, goal: int | None) -> str:
    figure = rf"\b{value} (?:gång|redovisade)" if goal is None else rf"\b{value} av {goal}\b"
    if goal != 1:
        return figure
    return rf"{figure}|(?<!Inte )\bKlart\b" if value else rf"{figure}|\bInte klart\b"


def _in_workbook(content: bytes) -> Figures:
    heads, *rows = load_workbook(io.BytesIO(content))["Åtaganden"].iter_rows(values_only=True)
    lines = [dict(zip(heads, row, strict=True)) for row in rows]
    return {str(each["Åtagande"]): (_whole(each["Utfall"]), _goal(each["Mål"])) for each in lines}


def _of(progress: Mapping[str, Any]) -> tuple[int, int | None]:
    if "periods_met" in progress:
        return progress["periods_met"], progress["periods_scored"]
    return progress["value"], progress.get("at_least")


def _numbers(value: str, goal: str) -> tuple[int, int | None]:
    return int(value), int(goal) if goal else None


def _whole(cell: Any) -> int:
    return round(cell.total_seconds()) if isinstance(cell, timedelta) else int(cell)


def _goal(cell: Any) -> int | None:
    return None if cell is None else _whole(cell)
