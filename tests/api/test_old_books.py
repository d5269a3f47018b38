"""A book kept before: looked at, taken in as estimates, told beside figures and never in them, taken out."""

import re
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from logger.store.activities import estimates
from tests.api.test_desk_deeds import LIST, token_of
from tests.api.test_desk_pages import BOARD, PRESENCE, seen, text_of
from tests.readers.forms import filled, form_in
from tests.readers.html import HtmlValidator
from tests.worlds.town import NOW, OURS, OWN_PAGE, Town

BOOKS = f"{LIST}/tidigare"
LOOK, TAKE_IN = f"{BOOKS}/granska", f"{BOOKS}/las-in"
PASTED = """\
Datum;Aktivitet;Plats;Antal;Timmar;Anteckning
maj 2026;Hastighetskontroll;Skolvägen;ca 190;;Anna Andersson körde
2026-06-05;Fikapaus;Kiosken;1;1,5;
31/6 2026;Fotpatrull;;2;;
v 14 2026;Rondering;;4;12;
"""


def excel(*rows: tuple[Any, ...]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def send(town: Town, path: str, fields: Any, who: str = "coordinator") -> Any:
    sent = {"form_token": token_of(town, who), **fields}
    return town.client(who).post(path, data=sent, headers=OWN_PAGE, content_type="multipart/form-data")


def upload(town: Town, raw: bytes, name: str = "bok.xlsx", who: str = "coordinator") -> Any:
    return send(town, LOOK, {"file": (BytesIO(raw), name)}, who)


def take_in(town: Town, pasted: str = PASTED, **typed: Any) -> Any:
    preview = send(town, LOOK, {"pasted": pasted})
    fields = filled(form_in(preview.text, TAKE_IN), **typed)
    return town.client("coordinator").post(TAKE_IN, data=fields, headers=OWN_PAGE)


def kept(town: Town) -> list[Any]:
    with town.inside() as session:
        return estimates.estimates_between(session, OURS, NOW.date().replace(year=2020), NOW.date())


def test_a_book_is_taken_in_beside_the_figures_and_out_again(town: Town, html_validator: HtmlValidator):
    before = seen(town, BOARD), seen(town, f"{BOARD}/speed")
    answer = take_in(town, reason="Polisens bok 2026", without_faulty="1", **{"type-1": "-"})
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{BOOKS}?inlasta=2#gjort")
    assert sorted((each.type, each.number, each.seconds) for each in kept(town)) == [
        ("site_round", 4, 12 * 3600),
        ("traffic_check", 190, 0),
    ]

    beside = "Därtill ca 190 uppskattade enligt tidigare bok"
    for path in (BOARD, f"{BOARD}/speed"):
        page = town.client("coordinator").get(path)
        assert beside in text_of(page.text)
        assert not html_validator.faults(page.text, path)
    assert "4 av 52" in seen(town, BOARD)
    assert "Därtill ca 12 timmar uppskattade" in seen(town, PRESENCE)
    for path in ("/omradet", f"/uppfoljning/{OURS}/medborgarlofte-2026/2026-t2"):
        page = town.client("coordinator").get(path)
        assert beside in text_of(page.text), path
        assert not html_validator.faults(page.text, path)
    # What was frozen or published before the book came stays as it was.
    frozen = seen(town, f"/uppfoljning/{OURS}/medborgarlofte-2026/2026-09")
    public = text_of(town.client().get("/lofte/lekeberg/medborgarlofte-2026").text)
    assert "4 av 52" in frozen
    assert "4 av 52" in public
    assert "uppskattade" not in frozen + public
    reference = town.client("officer").get(f"/api/v1/reference/{OURS}").json
    told = [each for area in reference["pledges"][0]["focus_areas"] for each in area["commitments"]]
    assert [each["estimated"] for each in told if each["id"] == "speed"] == [{"number": 190, "seconds": 0}]
    progress = town.client("coordinator").get(
        f"/api/v1/municipalities/{OURS}/pledges/medborgarlofte-2026/progress"
    )
    assert progress.json["progress"]["speed"]["value"] == 4
    assert progress.json["estimated"]["speed"] == {"number": 190, "seconds": 0}

    page = town.client("coordinator").get(BOOKS).text
    assert "Polisens bok 2026" in page
    way_out = re.search(rf'action="({BOOKS}/[^"]+/ta-bort)"', page)
    assert way_out
    refused = send(town, way_out[1], {"reason": " "})
    assert (refused.status_code, "Skriv varför." in refused.text) == (422, True)
    assert not html_validator.faults(refused.text, BOOKS)
    assert send(town, way_out[1], {"reason": "Fel bok"}).status_code == 303
    assert send(town, way_out[1], {"reason": "Fel bok"}).status_code == 409
    assert (seen(town, BOARD), seen(town, f"{BOARD}/speed")) == before
    assert "”Fel bok”" in seen(town, BOOKS)


def test_the_preview_says_every_line_and_stores_nothing(sqlite_town: Town, html_validator: HtmlValidator):
    before = sqlite_town.contents()

    answer = send(sqlite_town, LOOK, {"pasted": PASTED})

    assert answer.status_code == 200
    assert not html_validator.faults(answer.text, LOOK)
    page = text_of(answer.text)
    assert "2 rader, 194 gånger, och 2 rader med fel" in page
    assert "Rad 3: Välj vad ”Fikapaus” ska bli." in page
    assert "Rad 4: Datumet ”31/6 2026” går inte att läsa." in page
    assert "Trafikkontroll, hastighet, Skolvägen · Polisen" in page
    assert "Läses inte: ”Anteckning”" in page
    assert "Andersson" not in answer.text  # what is not read goes no further
    assert sqlite_town.contents() == before


def test_faulty_lines_stop_the_whole_until_they_are_waved_through(sqlite_town: Town):
    answer = take_in(sqlite_town, reason="Boken")
    assert answer.status_code == 422
    assert "kryssa för att de hoppas över" in answer.text
    assert kept(sqlite_town) == []


@pytest.mark.parametrize("reason", ["", "ring 070-123 45 67"])
def test_where_it_is_from_is_asked_and_names_nobody(sqlite_town: Town, reason: str):
    answer = take_in(sqlite_town, reason=reason, without_faulty="1")
    assert answer.status_code == 422
    assert f'value="{reason}"' in answer.text
    assert kept(sqlite_town) == []


def test_the_same_book_is_not_taken_in_twice(sqlite_town: Town):
    assert take_in(sqlite_town, reason="Boken", without_faulty="1").status_code == 303
    assert take_in(sqlite_town, reason="Samma bok", without_faulty="1").status_code == 409
    assert len(kept(sqlite_town)) == 2


def test_an_excel_book_is_read_with_its_own_dates_and_numbers(sqlite_town: Town):
    raw = excel(
        ("Medborgarlöftet",),
        ("Datum", "Aktivitet", "Antal", "Tid"),
        (NOW.replace(tzinfo=None, day=1), "Fotpatrull", 3.0, 1.5),
    )
    page = text_of(upload(sqlite_town, raw).text)
    assert "2026-11-01 · Fotpatrull · 3 · 1,5" in page
    assert "1 november 2026 · Fotpatrull · Polisen 3 · 1:30" in page


def bomb() -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", b" " * 60_000_000)
    return made.getvalue()


def hidden_bomb() -> bytes:
    """A part is found by what the workbook calls it, whatever its name ends in."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as parts:
        parts.writestr("xl/sharedStrings.dat", b" " * 60_000_000)
    return made.getvalue()


LAUGH = '<?xml version="1.0"?>{}<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><l>&b;</l>'


def laughing(name: str = "xl/workbook.xml", before: str = "", code: str = "utf-8") -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as parts:
        parts.writestr(name, LAUGH.format(before).encode(code))
    return made.getvalue()


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "Välj en fil, eller klistra in raderna."),
        (b"PK\x03\x04 not a zip", "ingen Excelbok"),
        (excel(("A", "B"), (1, 2))[:-400], "ingen Excelbok"),
        (b"\xd0\xcf\x11\xe0 old", "äldre Excelformat"),
        (bomb(), "Boken är för stor"),
        (hidden_bomb(), "Boken är för stor"),
        (laughing(), "ingen vanlig Excelbok"),
        (laughing(name="xl/workbook.dat"), "ingen vanlig Excelbok"),
        (laughing(before=" " * 2000), "ingen vanlig Excelbok"),
        (laughing(code="utf-16"), "ingen vanlig Excelbok"),
        (excel(("Patrull", "Antal"), (7, 4)), "Ingen rad med rubriker"),
        (excel(("Datum", "Aktivitet")), "Ingen rad med rubriker"),
        (b"Datum;Aktivitet\n" + b"2021;Rondering\n" * 2001, "fler än 2 000 rader"),
        (b"\0\1\2\3", "varken Excel"),
    ],
)
def test_what_is_no_book_is_said_in_words(
    sqlite_town: Town, html_validator: HtmlValidator, raw: bytes, said: str
):
    answer = upload(sqlite_town, raw)
    assert answer.status_code == 422
    assert said in text_of(answer.text)
    assert not html_validator.faults(answer.text, BOOKS)


def test_a_book_from_an_older_windows_keeps_its_letters(sqlite_town: Town):
    raw = "Datum;Aktivitet;Plats\n2021;Rondering;Ödeshög\n".encode("cp1252")
    assert "Ödeshög" in upload(sqlite_town, raw, "bok.csv").text


@pytest.mark.parametrize("sheet", ["", "[]", "[[1]]", '{"a": 1}', "[" * 5000])
def test_what_no_preview_sent_along_is_refused(sqlite_town: Town, sheet: str):
    assert send(sqlite_town, TAKE_IN, {"sheet": sheet, "reason": "Boken"}).status_code == 422


def test_only_those_who_coordinate_take_books_in(sqlite_town: Town):
    for who, status in {"officer": 403, "chief": 403, "foreign coordinator": 404}.items():
        assert upload(sqlite_town, b"PK", who=who).status_code == status
        assert send(sqlite_town, TAKE_IN, {"sheet": "[]"}, who).status_code == status
