"""The language of a page: by its address where everyone shares it, by this browser's choice elsewhere."""

import re

from logger.web.texts import speaking, spoken
from tests.api.test_desk_pages import text_of
from tests.api.test_signing_in import form
from tests.readers.html import HtmlValidator
from tests.worlds.town import OURS, OWN_PAGE, PLEDGE, Town

PAGE = f"/lofte/lekeberg/{PLEDGE}"
SWEDISH_LETTERS = re.compile(r"[åäö]", re.IGNORECASE)


def in_english_only(html: str) -> str:
    """The words of an English page but for what says of itself that it is Swedish, and the product's name."""
    assert '<html lang="en">' in html
    signed = re.sub(r'<(\w+)[^>]* lang="sv"[^>]*>.*?</\1>', "", html, flags=re.DOTALL)
    return text_of(signed).replace("Fältlogg", "")


def test_a_citizen_reads_the_same_page_in_english(sqlite_town: Town, html_validator: HtmlValidator):
    answer = sqlite_town.client().get(f"{PAGE}?lang=en")
    assert "Set-Cookie" not in answer.headers
    assert not html_validator.faults(answer.text, PAGE)
    assert f'hreflang="en" href="{PAGE}?lang=en"' in answer.text
    assert f'<a class="public__home" href="{PAGE}" hreflang="sv" lang="sv">Svenska</a>' in answer.text
    page = in_english_only(answer.text)
    assert "Citizen pledge 2026: how it is going" in page
    assert "Up to and including 30 September 2026." in page
    assert "1 of 3 promises with a goal is already kept. 2 behind." in page
    assert "Counts: traffic checks focusing on speed" in page
    assert SWEDISH_LETTERS.findall(page.replace("Södra vägen", "")) == []


def test_english_is_kept_from_page_to_page(sqlite_town: Town):
    index = sqlite_town.client().get("/lofte/lekeberg?lang=en").text
    assert f'href="{PAGE}?lang=en"' in index
    assert "Citizen pledges in Lekeberg" in in_english_only(index)


def test_a_page_for_everyone_does_not_follow_a_choice_that_is_somebodys_own(sqlite_town: Town):
    client = sqlite_town.client("coordinator")
    swedish = client.get(PAGE).data
    client.set_cookie("lang", "en")
    assert client.get(PAGE).data == swedish
    assert client.get("/").data == sqlite_town.client().get("/").data


def test_a_choice_is_kept_and_leads_back(sqlite_town: Town):
    client = sqlite_town.client()
    fields = form(client, "/logga-in?next=/mer")
    assert "Logga in" in client.get("/logga-in").text
    answer = client.post(
        "/sprak", data=fields | {"lang": "en", "next": "/logga-in?next=/mer"}, headers=OWN_PAGE
    )
    assert (answer.status_code, answer.location) == (303, "/logga-in?next=/mer")
    assert "SameSite=Lax" in answer.headers["Set-Cookie"]
    page = client.get(answer.location).text
    assert SWEDISH_LETTERS.findall(in_english_only(page)) == []
    assert "Sign in" in page
    assert client.post("/sprak", data=form(client) | {"lang": "fi"}, headers=OWN_PAGE).status_code == 422
    foreign = client.post(
        "/sprak", data=form(client) | {"lang": "sv", "next": "//evil.example"}, headers=OWN_PAGE
    )
    assert foreign.location == "/"


def test_every_no_is_said_in_the_language_chosen(sqlite_town: Town):
    client = sqlite_town.client("coordinator")
    client.set_cookie("lang", "en")
    missing = client.get(f"/oversikt/{OURS}/inget")
    assert missing.status_code == 404
    assert "The page does not exist" in in_english_only(missing.text)
    client.set_cookie("lang", "xx")
    assert "Sidan finns inte" in client.get("/ingenting").text


def test_the_app_is_installed_in_the_language_that_the_phone_speaks(sqlite_town: Town):
    client = sqlite_town.client()
    swedish, english = (client.get(f"/manifest.webmanifest{asked}").json for asked in ("", "?lang=en"))
    assert (swedish["lang"], english["lang"]) == ("sv", "en")
    named = [(each["name"], each["url"]) for each in swedish["shortcuts"]]
    assert named == [
        ("Ny aktivitet", "/ny"),
        ("Flera på en gång", "/flera"),
        ("Mina", "/mina"),
        ("Läget", "/laget"),
    ]
    assert [each["name"] for each in english["shortcuts"]] == [
        "New activity",
        "Several at once",
        "Mine",
        "Figures",
    ]
    assert english["description"].startswith("Log what has been done")
    assert len(swedish["shortcuts"]) == len(english["shortcuts"])
    for each in swedish["shortcuts"]:
        assert f'data-screen="{each["url"]}"' in client.get(each["url"]).text
    assert swedish["id"] == english["id"]  # one app, whatever it is called


def test_the_phone_itself_is_the_same_bytes_in_every_language(sqlite_town: Town):
    client = sqlite_town.client()
    assert client.get("/?lang=en").data == client.get("/").data


def test_the_desk_follows_the_choice(sqlite_town: Town, html_validator: HtmlValidator):
    client = sqlite_town.client("coordinator")
    client.set_cookie("lang", "en")
    board = client.get(f"/oversikt/{OURS}/{PLEDGE}")
    assert not html_validator.faults(board.text, "/oversikt")
    words = text_of(board.text)
    for said in ("Coordinator", "Activities", "Sign out", "of 52", "Up to and including"):
        assert said in words, said
    entry = text_of(client.get(f"/aktiviteter/{OURS}/{sqlite_town.activities['officer']}").text)
    for said in ("Counts towards", "History", "Sun 22 Nov 2026", "from a phone"):
        assert said in entry, said


def test_a_language_ends_with_its_request_and_its_letter(sqlite_town: Town):
    sqlite_town.client().get(f"{PAGE}?lang=en")
    assert spoken() == "sv"
    with speaking("en"):
        assert spoken() == "en"
    assert spoken() == "sv"
