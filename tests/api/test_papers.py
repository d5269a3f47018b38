"""Papers of a follow-up: tagged, in Swedish, true to what the pages say, and for those who may read it."""

from itertools import pairwise
from typing import Any

from logger.web.papers.typesetting import _letters
from tests.api.test_follow_ups import MONTH, put_forward
from tests.api.test_public_pages import SEPTEMBER
from tests.readers.pdfs import languages_of, opened, tags_of, words_of
from tests.worlds.town import PLEDGE, Town

PUBLIC = ("blad", "redovisning")
INTERNAL = ("underlag", *PUBLIC)


def paper(town: Town, address: str, who: str = "anonymous") -> bytes:
    answer = town.client(who).get(address)
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Type"] == "application/pdf"
    content: bytes = answer.data
    return content


def every_paper(town: Town) -> dict[str, bytes]:
    put_forward(town)
    internal = {f"{name} inne": paper(town, f"{MONTH}/{name}.pdf", "chief") for name in INTERNAL}
    return internal | {name: paper(town, f"{SEPTEMBER}/{name}.pdf") for name in PUBLIC}


def test_every_paper_can_be_read_aloud(sqlite_town: Town):
    """Tags, a language, a title that is shown, headings in order, and words for pictures, as PDF/UA asks."""
    for name, pdf in every_paper(sqlite_town).items():
        file = opened(pdf)
        root: Any = file.root_object
        assert root["/MarkInfo"]["/Marked"], name
        assert root["/Lang"] == "sv-SE", name
        assert root["/ViewerPreferences"]["/DisplayDocTitle"], name
        assert file.metadata
        assert "Medborgarlöfte" in (file.metadata.title or ""), name
        assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data(), name
        tags = tags_of(pdf)
        assert all(words for kind, words in tags if kind == "Figure"), name
        levels = [int(kind[1:]) for kind, _ in tags if kind[0] == "H" and kind[1:].isdigit()]
        assert levels[0] == 1, name
        assert levels.count(1) == 1, name
        assert all(after <= before + 1 for before, after in pairwise(levels)), name


def test_papers_are_read_in_the_order_of_the_page(sqlite_town: Town):
    read = words_of(paper(sqlite_town, f"{SEPTEMBER}/blad.pdf"))
    order = [
        "Lekebergs kommun och Polisen",
        "Medborgarlöfte 2026: så går det",
        "1 av 3 löften med mål är redan hållet.",
        "Till och med 30 september 2026. Publicerat 12 oktober 2026.",
        "Trafik",
        "Hastighetskontroller",
        "Vägarna var avstängda.",
        "Närvaro",
        "Läs mer, och hur vi räknar:",
        f"localhost/lofte/lekeberg/{PLEDGE}",
    ]
    places = [read.find(each) for each in order]
    assert -1 not in places, (order[places.index(-1)], read)
    assert places == sorted(places)


def test_tables_have_heads_and_charts_have_words(sqlite_town: Town):
    tags = tags_of(paper(sqlite_town, f"{SEPTEMBER}/redovisning.pdf"))
    assert [kind for kind, _ in tags].count("TH") == 3
    assert any("veckor hållna" in words for kind, words in tags if kind == "Figure")


def test_the_sheet_is_one_page_however_much_is_said(sqlite_town: Town):
    much = "Vi har arbetat med detta hela månaden och fortsätter. " * 17
    put_forward(sqlite_town, **{f"comment.{each}": much for each in ("speed", "presence", "walk")})
    assert len(opened(paper(sqlite_town, f"{MONTH}/blad.pdf", "chief")).pages) == 1
    assert len(opened(paper(sqlite_town, f"{MONTH}/underlag.pdf", "chief")).pages) > 1


def test_what_people_write_is_never_a_command(sqlite_town: Town):
    """Text that would be code in a template is printed as it stands; letters that no font has are marked."""
    written = '#import "x": * #panic() $ x $ *fet* _kursiv_ [a] \\ <a> @b `c` //d "e" 😀 {{ 7 }}'
    put_forward(sqlite_town, **{"deviation.speed": written})
    for name in INTERNAL:
        read = words_of(paper(sqlite_town, f"{MONTH}/{name}.pdf", "chief"))
        assert written.replace("😀", "?") in read, name


def test_the_pack_holds_what_the_council_decides_on(sqlite_town: Town):
    put_forward(sqlite_town, **{"comment.speed": "Vi fortsätter på Skolvägen."})
    read = words_of(paper(sqlite_town, f"{MONTH}/underlag.pdf", "chief"))
    for each in (
        "Underlag till brottsförebyggande rådet",
        "Framlagd, inte godkänd av båda parter.",
        "Att ta upp Efter Hastighetskontroller",
        "Vägarna var avstängda.",
        "Beslut och åtgärder Inga beslut för den här perioden.",
        "”Polisen genomför minst 52 hastighetskontroller där medborgare pekat ut problem.”",
        "Vi fortsätter på Skolvägen.",
        "Så räknar vi: Räknas: trafikkontroller med fokus hastighet",
    ):
        assert each in read


def test_a_draft_says_that_it_is_one_and_has_no_public_paper(sqlite_town: Town):
    assert "Utkast. Siffrorna är inte frysta." in words_of(
        paper(sqlite_town, f"{MONTH}/underlag.pdf", "chief")
    )
    for name in PUBLIC:
        assert sqlite_town.client("chief").get(f"{MONTH}/{name}.pdf").status_code == 404
    assert sqlite_town.client("worker").get(f"{MONTH}/underlag.pdf").status_code == 404


def test_before_it_is_published_the_sheet_says_so_and_nothing_is_kept(sqlite_town: Town):
    put_forward(sqlite_town)
    before = sqlite_town.contents()
    assert "Förhandsvisning: inte publicerad än." in words_of(
        paper(sqlite_town, f"{MONTH}/blad.pdf", "worker")
    )
    assert sqlite_town.contents() == before
    assert sqlite_town.client().get(SEPTEMBER.replace("09", "10") + "/blad.pdf").status_code == 404


def test_no_paper_names_a_person(sqlite_town: Town):
    for name, pdf in every_paper(sqlite_town).items():
        for person in ("Officer", "Colleague", "Coordinator", "Chief", "deltagare", "Lugnt."):
            assert person not in words_of(pdf), name


def test_a_published_paper_is_the_same_file_for_everyone_and_sent_once(sqlite_town: Town):
    address = f"{SEPTEMBER}/blad.pdf"
    first, again = sqlite_town.client().get(address), sqlite_town.client("chief").get(address)
    assert first.data == again.data
    assert "Set-Cookie" not in again.headers
    assert first.headers["Content-Disposition"] == f'attachment; filename="{PLEDGE}-2026-09-blad.pdf"'
    known = sqlite_town.client().get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert known.status_code == 304


def test_the_papers_fonts_have_what_swedish_needs():
    assert set("abcåäöÅÄÖéüø”–…§½€0123456789") <= _letters()


def test_papers_for_everyone_are_in_english_too(sqlite_town: Town):
    pdf = paper(sqlite_town, f"{SEPTEMBER}/blad.pdf?lang=en")
    assert str(opened(pdf).root_object["/Lang"]) == "en-GB"
    assert "Read more, and how we count:" in words_of(pdf)
    assert ("H2", "sv-SE") in languages_of(pdf)  # the promises stand as they were signed
