"""The form that takes an old sheet in: the sheet as it came or is sent along, and what its words mean."""

import json
from dataclasses import dataclass

from flask import Request
from werkzeug.datastructures import MultiDict

from logger.domain.old_books.old_sheets import OldSheet, packed, sheet_in, unpacked
from logger.domain.old_books.sheet_reading import Chosen
from logger.domain.old_books.sheet_words import distinct
from logger.domain.refusing.estimate_refusals import SheetUnreadable
from logger.services.files.sheet_files import rows_in, rows_in_text

MOST_WORDS = 150
LARGEST_ALONG = 400_000  # letters; the web takes no field of a form beyond half a megabyte
NO_HEADS = "Ingen rad med rubriker hittades. Den första raden ska ha minst Datum och Aktivitet."
TOO_LONG = "Boken har fler än 2 000 rader. Dela upp den, till exempel ett år i taget."
TOO_MANY_WORDS = "Boken har fler än 150 olika typer eller platser. Dela upp den."


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands in the form beside the sheet."""

    chosen: Chosen
    source: str = ""
    without_faulty: bool = False


def sheet_of(request: Request) -> OldSheet:
    """The sheet that was sent: chosen as a file, or pasted. Raises SheetUnreadable."""
    sent = request.files.get("file")
    raw = sent.read() if sent else b""
    pasted = request.form.get("pasted", "")
    sheet = sheet_in(rows_in_text(pasted) if pasted.strip() and not raw else rows_in(raw))
    if sheet is None or not sheet.lines:
        raise SheetUnreadable(NO_HEADS)
    if sheet.too_long or len(packed_text(sheet)) > LARGEST_ALONG:
        raise SheetUnreadable(TOO_LONG)
    if max(len(type_words(sheet)), len(place_words(sheet))) > MOST_WORDS:
        raise SheetUnreadable(TOO_MANY_WORDS)
    return sheet


def sheet_along(form: MultiDict[str, str]) -> OldSheet:
    """The sheet that the preview sends along. Raises SheetUnreadable for what the preview did not write."""
    try:
        sheet = unpacked(json.loads(form.get("sheet", "")))
    except (ValueError, RecursionError):
        sheet = None
    if sheet is None:
        raise SheetUnreadable
    return sheet


def packed_text(sheet: OldSheet) -> str:
    """The sheet as it is sent along."""
    return json.dumps(packed(sheet), ensure_ascii=False, separators=(",", ":"))


def type_words(sheet: OldSheet) -> list[tuple[str, int]]:
    """Every word for a type, with the number of lines that it stands in."""
    return list(distinct(each.type for each in sheet.lines if each.type).items())


def place_words(sheet: OldSheet) -> list[tuple[str, int]]:
    """The same for places."""
    return list(distinct(each.place for each in sheet.lines if each.place).items())


def filled_by(form: MultiDict[str, str], sheet: OldSheet) -> Filled:
    """What was chosen: each field is named by the place of its word in the sheet."""
    return Filled(
        Chosen(
            types=_chosen(form, "type", type_words(sheet)),
            places=_chosen(form, "place", place_words(sheet)),
            organisations=frozenset(form.getlist("organisations[]")),
        ),
        source=form.get("reason", ""),
        without_faulty="without_faulty" in form,
    )


def _chosen(form: MultiDict[str, str], name: str, words: list[tuple[str, int]]) -> dict[str, str]:
    given = ((word, form.get(f"{name}-{at}")) for at, (word, _) in enumerate(words))
    return {word.casefold(): value for word, value in given if value is not None}
