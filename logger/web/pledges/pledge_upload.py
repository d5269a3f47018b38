"""A pledge file that is sent with a form: its text, and what is wrong with it line by line."""

import re
from dataclasses import dataclass

from flask import Request

_LINE = re.compile(r"(?:Rad|Line) (\d+): (.*)")
LONGEST_SHOWN = 120


@dataclass(frozen=True, slots=True)
class Upload:
    """What came, with why it is brought in."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class FaultyLine:
    """What is wrong, and the line as written; without number and line where it is about the whole file."""

    said: str
    number: int = 0
    written: str = ""


def read_upload(request: Request) -> Upload:
    """The file of the form's field `file`; an empty text where none was chosen."""
    sent = request.files.get("file")
    raw = sent.read() if sent else b""
    return Upload(raw.decode("utf-8-sig", errors="replace"), request.form.get("reason", ""))


def faulty_lines(detail: str, text: str) -> tuple[FaultyLine, ...]:
    """The faults of a file, each with its line."""
    written = text.splitlines()
    return tuple(_faulty(each, written) for each in detail.splitlines())


def _faulty(said: str, written: list[str]) -> FaultyLine:
    found = _LINE.fullmatch(said)
    if not found:
        return FaultyLine(said)
    number = int(found[1])
    line = written[number - 1].strip() if number <= len(written) else ""
    return FaultyLine(f"{found[2][:1].upper()}{found[2][1:]}.", number, line[:LONGEST_SHOWN])
