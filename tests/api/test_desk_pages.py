"""The desk's pages: sound HTML in every state, figures open to their entries, each sees what is theirs."""

import re

import pytest

from logger.services.pledges.pledges import PledgeImport, import_pledge
from tests.readers.html import HtmlValidator
from tests.worlds.town import NOW, OURS, PLEDGE, PLEDGE_FILE, Town

BOARD = f"/oversikt/{OURS}/{PLEDGE}"
PRESENCE = f"/narvaro/{OURS}/{PLEDGE}/presence"
LIST = f"/aktiviteter/{OURS}"
PAGES = [
    BOARD,
    f"{BOARD}?as_of=2026-03-10",
    f"{BOARD}?as_of=2025-12-01",
    f"{BOARD}?as_of=nonsens",
    f"{BOARD}?from=2026-03-01&as_of=2026-03-31",
    f"{BOARD}/speed?from=2026-03-09&to=2026-03-15",
    f"{BOARD}/walk?from=2026-05-01&to=2026-05-31",
    "/omradet",
    "/omradet?as_of=2025-01-01",
    f"{BOARD}/speed",
    f"{BOARD}/walk",
    f"{BOARD}/presence",
    f"{BOARD}/presence?period=2026-03-09",
    f"{BOARD}/speed?as_of=2025-12-01",
    f"{BOARD}/presence?as_of=2025-12-01",
    f"{BOARD}/walk?as_of=2025-12-01",
    PRESENCE,
    f"{PRESENCE}?as_of=2026-03-10&week=2026-03-09",
    f"{PRESENCE}?as_of=2025-12-01",
    f"{PRESENCE}?from=2026-03-02&as_of=2026-03-15",
    LIST,
    f"{LIST}?type=foot_patrol",
    f"{LIST}?from=igår&to=2026-01-01",
    f"{LIST}?state=gone",
    f"{LIST}?q=skolv%C3%A4gen&alla=1&gjort=stryk-3",
    f"{LIST}/flera",
    f"{LIST}/flera?post[]={{officer}}&post[]={{worker}}",
    f"{LIST}/dubbletter",
    f"{LIST}/tidigare",
    "/mandagsbrevet",
    "/losenord",
    f"{LIST}/{{officer}}",
    f"{LIST}/{{voided}}",
    f"{BOARD}/speed/{{officer}}",
    f"{BOARD}/walk/{{voided}}?as_of=2026-03-10",
    f"/skyltar/{OURS}",
    f"/skyltar/{OURS}?valda=1",
    f"/platser/{OURS}",
    f"/platser/{OURS}?ordning=namn",
    f"/platser/{OURS}/ny",
    f"/platser/{OURS}/p/skolvagen",
    f"/platser/{OURS}/foreslagna",
]


def text_of(html: str) -> str:
    """What a reader sees, without tags, with ordinary spaces."""
    words = re.sub(r"<[^>]+>", " ", re.sub("&shy;|\u00ad|\u2060", "", html))
    return re.sub(r"\s+", " ", words.replace("\u00a0", " ").replace("\u202f", " "))


def seen(town: Town, path: str, who: str = "coordinator") -> str:
    answer = town.client(who).get(path)
    assert answer.status_code == 200, answer.text
    return text_of(answer.text)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_sound_html(sqlite_town: Town, html_validator: HtmlValidator, path: str):
    answer = sqlite_town.client("coordinator").get(path.format(**sqlite_town.activities))
    assert answer.status_code == 200
    assert not html_validator.faults(answer.text, path)
    assert "style=" not in answer.text
    assert "<script" not in answer.text


def test_the_board_shows_what_stands_and_opens_it(town: Town):
    board = seen(town, BOARD)
    assert "4 av 52" in board
    assert "Hastighetskontroller ligger efter: 42 färre än väntat i dag." in board
    opened = seen(town, f"{BOARD}/speed")
    assert "Aktiviteterna bakom 4" in opened
    assert opened.count("Trafikkontroll, Skolvägen") == 4
    assert "Polisen genomför minst 52 hastighetskontroller där medborgare pekat ut problem." in opened


def test_hours_at_the_same_time_are_shown_and_count_once(town: Town):
    opened = seen(town, f"{BOARD}/presence?period=2026-03-09")
    assert "Vecka 11: aktiviteterna bakom 1:00" in opened
    assert opened.count("samtidigt, räknas en gång 0:00") == 3
    assert "Vecka 11: aktiviteterna bakom 1:00" in seen(town, f"{PRESENCE}?week=2026-03-11")
    picked = seen(town, f"{PRESENCE}?from=2026-03-02&as_of=2026-03-15")
    assert "15 mars 2026: aktiviteterna bakom 1:00" in picked.replace("\u00a0", " ")
    assert "i snitt 0:30 i veckan" in picked
    assert "inga aktiviteter" in seen(town, f"{PRESENCE}?from=2026-03-02&as_of=2026-03-04")


def test_what_has_not_begun_says_so_and_names_no_goal_of_nothing(sqlite_town: Town):
    page = seen(sqlite_town, f"{PRESENCE}?as_of=2025-12-01")
    assert "Vecka 1: har inte börjat" in page
    assert "0 h är målet" not in page
    assert "ingen vecka slut än" in seen(sqlite_town, f"{BOARD}/presence?as_of=2025-12-01")
    assert "Löftet har inte börjat. Det börjar 1 januari 2026." in seen(
        sqlite_town, f"{BOARD}?as_of=2025-12-01"
    )


def test_an_approved_pledge_to_come_is_whole_on_desk_and_public_page(
    sqlite_town: Town, html_validator: HtmlValidator
):
    with sqlite_town.inside() as session:
        file = PLEDGE_FILE.format(code=OURS).replace("2026", "2027")
        import_pledge(session, PledgeImport(file, approve=True), NOW)
    to_come = PLEDGE.replace("2026", "2027")
    board, presence = f"/oversikt/{OURS}/{to_come}", f"/narvaro/{OURS}/{to_come}/presence"
    on_the_desk = dict.fromkeys((board, f"{board}/presence", f"{board}/walk", presence), "nte börjat")
    public = {f"/lofte/lekeberg/{to_come}": "Inga siffror är publicerade än"}
    for path, words in {**on_the_desk, **public}.items():
        answer = sqlite_town.client("coordinator").get(path)
        assert answer.status_code == 200
        assert not html_validator.faults(answer.text, path)
        assert words in text_of(answer.text)


def test_on_a_monday_presence_says_how_the_last_week_went(sqlite_town: Town):
    monday = seen(sqlite_town, f"{PRESENCE}?as_of=2026-03-16")
    assert "Vecka 11 : 1:00 av 2:00, missad." in monday
    assert "den här veckan" not in monday  # it was then
    assert "Vecka 47, den här veckan" in seen(sqlite_town, PRESENCE)
    first = seen(sqlite_town, f"{PRESENCE}?as_of=2026-01-01")
    assert "Vecka 52" not in first  # nothing was promised then


def test_a_date_picks_what_stood_then(town: Town):
    assert "0 av 52" in seen(town, f"{BOARD}?as_of=2026-03-08")
    assert "Till och med mån 9 mar 2026" in seen(town, f"{BOARD}?as_of=2026-03-09")
    assert "väntat 9 mar" in seen(town, f"{BOARD}?as_of=2026-03-09")


@pytest.mark.parametrize("asked", ["nonsens", "2027-01-01", "0001-01-01", "9999-12-31", "2026-02-30"])
def test_a_date_that_cannot_be_shown_gives_today_and_says_so(sqlite_town: Town, asked: str):
    for path in (BOARD, f"{BOARD}/speed", PRESENCE):
        page = seen(sqlite_town, f"{path}?as_of={asked}")
        assert "Det datumet går inte att visa. Här är läget till och med sön 22 nov 2026." in page


def test_an_officer_sees_the_figure_whole_and_the_entries_that_are_theirs(town: Town):
    page = seen(town, f"{BOARD}/speed", "officer")
    assert "4 av 52" in page
    assert page.count("Trafikkontroll, Skolvägen") == 1
    assert "3 aktiviteter som andra har loggat visas inte för dig, men ingår i siffran." in page
    assert "1 aktivitet" in seen(town, LIST, "officer")


def test_another_organisations_entry_shows_neither_people_nor_note(town: Town):
    entry = f"{LIST}/{town.activities['officer']}"
    own = seen(town, entry, "coordinator")
    assert "Anteckning Lugnt." in own
    assert "Loggad av Officer" in own
    bare = seen(town, entry, "town coordinator")
    facts, _, beside = bare.partition("Kan vara samma tillfälle")
    assert "Lugnt." not in facts
    assert "Anteckning Läses bara hos Polisen Lugnt." in beside  # the one of the own organisation is read
    assert "Officer" not in bare
    assert "Deltagare och anteckning visas bara där." in bare
    listed = seen(town, LIST, "town coordinator")
    assert (listed.count("Trafikkontroll, Skolvägen"), listed.count("1 deltagare")) == (4, 1)


def test_an_entry_says_what_it_counts_towards_and_why_not(town: Town):
    entry = seen(town, f"{LIST}/{town.activities['officer']}")
    assert "Räknas mot Hastighetskontroller" in entry
    assert "Räknas inte mot 1 andra, därför" not in entry
    voided = seen(town, f"{LIST}/{town.activities['voided']}")
    assert "Aktiviteten är struken och räknas inte." in voided
    assert "Den är struken" in voided
    assert "Loggad Officer, från telefon" in voided
    assert "Struken" in voided


def test_an_entry_is_weighed_condition_by_condition_against_a_commitment(sqlite_town: Town):
    counted = seen(sqlite_town, f"{BOARD}/speed/{sqlite_town.activities['officer']}")
    assert "Räknas mot Hastighetskontroller: 1 gång." in counted
    assert "Fokus hastighet Hastighet uppfyllt" in counted
    assert "Räknas även mot Närvaro" in counted
    voided = seen(sqlite_town, f"{BOARD}/presence/{sqlite_town.activities['voided']}")
    assert "Räknas inte mot Närvaro: den är struken." in voided
    too_early = seen(sqlite_town, f"{BOARD}/speed/{sqlite_town.activities['officer']}?as_of=2026-03-08")
    assert "Räknas mot Hastighetskontroller, men först efter 8 mars 2026." in too_early


def test_the_entries_behind_a_figure_say_what_else_they_count_for(sqlite_town: Town):
    assert seen(sqlite_town, f"{BOARD}/speed").count("Räknas även mot Närvaro") == 4


def test_the_list_filters_and_says_when_nothing_is_left(town: Town):
    assert "4 aktiviteter" in seen(town, f"{LIST}?type=traffic_check&place=skolvagen&organisation=police")
    assert "1 aktivitet " in seen(town, f"{LIST}?state=gone")
    assert "0 aktiviteter Inget är loggat som passar valet." in seen(town, f"{LIST}?to=2026-01-01")
    faulty = seen(town, f"{LIST}?from=2026-03-10&to=2026-03-09")
    assert "Sista dagen ligger före den första." in faulty


@pytest.mark.parametrize(
    "query", ["type=%07", "after=x~y", "after=0001-01-01T00:00:00%2B02:00~1", "from=0001-01-01", "place=ö"]
)
def test_odd_filters_are_no_faults_of_ours(town: Town, query: str):
    assert town.client("coordinator").get(f"{LIST}?{query}").status_code == 200


def test_nobody_keeps_a_page_of_the_desk(sqlite_town: Town):
    for path in (BOARD, PRESENCE, LIST):
        assert sqlite_town.client("coordinator").get(path).headers["Cache-Control"] == "no-store"


def test_only_the_map_of_places_may_fetch_tiles_and_only_where_they_are_set_up(
    sqlite_town: Town, html_validator: HtmlValidator
):
    client, policy = sqlite_town.client("coordinator"), "Content-Security-Policy"
    plain = client.get(f"/platser/{OURS}").headers[policy]

    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sqlite_town.app.config, "MAP_TILES", "https://tiles.example/{z}/{x}/{y}.png")
        page = client.get(f"/platser/{OURS}")
        elsewhere = client.get(f"/platser/{OURS}/p/skolvagen")

    assert elsewhere.headers[policy] == plain
    assert "tiles.example" not in plain
    assert page.headers[policy] == plain.replace(
        "img-src 'self' data:", "img-src 'self' data: https://tiles.example"
    ).replace("trusted-types faltlogg", "trusted-types faltlogg default")
    assert not html_validator.faults(page.text, "platser")
    assert 'class="map__svg"' in page.text
