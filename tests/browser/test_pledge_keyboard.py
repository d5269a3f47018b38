"""A pledge is entered from the keyboard alone, and is the one of its file (`make prove` enters all five)."""

import os
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from logger.domain.pledge_files.pledge_export import pledge_document
from logger.domain.words.vocabulary import BUILT_IN
from logger.services.files.pledge_files import read_pledge_text
from tests.api.test_pledge_editor import NUMBERS, SCHOOLS, SEEDS, SUMMER
from tests.browser.hands import Hands
from tests.browser.live_server import LiveServer
from tests.browser.pages import Visitor
from tests.years.pledge_typing import Document, typed

# One focus area of the first seed shows that it can be done; all of everything takes its time.
PART = "lekeberg"
WHOLE = ["lekeberg", "oskarshamn", "summer", "schools", "numbers"]
INVENTED = {"summer": SUMMER, "schools": SCHOOLS, "numbers": NUMBERS}
IS_WHOLE = os.environ.get("KEYBOARD") == "all"
BEYOND = 10  # years: where the demo has the seeds already, they are entered for later ones


def pledge_named(name: str) -> Document:
    """The pledge as its file has it; a seed for years that no pledge of the demo has."""
    if name in INVENTED:
        return document_in(INVENTED[name])
    [path] = SEEDS.glob(f"{name}-*.yaml")
    text = path.read_text()
    for year in range(2023, 2019, -1):
        text = text.replace(f"{year}-", f"{year + BEYOND}-")
    return document_in(text)


def first_part(pledge: Document) -> Document:
    """The focus areas that say most in the fewest words: who, several types, places, hours by the week."""
    areas = [area for area in pledge["focus_areas"] if area["name"] in ("Badplatser", "Tillgänglighet")]
    return {**pledge, "focus_areas": areas}


@pytest.fixture
def hands(browser: Browser, live_server: LiveServer) -> Iterator[Hands]:
    """A desk's browser in which nobody has signed in."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="sv-SE")
    page = context.new_page()
    page.goto(f"{live_server.address}/logga-in")
    yield Hands(page)
    context.close()


@pytest.mark.parametrize("name", WHOLE if IS_WHOLE else [PART])
def test_a_pledge_is_entered_from_the_keyboard_alone(hands: Hands, live_server: LiveServer, name: str):
    pledge = pledge_named(name) if IS_WHOLE else first_part(pledge_named(name))
    who = Visitor.OSKARSHAMN if name == "oskarshamn" else Visitor.LEKEBERG

    sign_in(hands, who, live_server)
    begin(hands, pledge)
    for area in pledge["focus_areas"]:
        hands.fill({"name": area["name"]})
        hands.press("Lägg till")
        for commitment in area["commitments"]:
            hands.press(f"Lägg till ett åtagande i {area['name']}")
            enter(hands, typed(commitment))
            hands.press("Spara åtagandet")
    hands.fill({"reason": "Ur pappret"})
    hands.press("Lägg fram")

    assert kept_by(hands.page) == pledge


def sign_in(hands: Hands, who: Visitor, server: LiveServer) -> None:
    hands.fill({"email": who.value, "password": server.password_of(who.value)})
    hands.press("Logga in")
    hands.page.goto(f"{server.address}/loften")


def begin(hands: Hands, pledge: Document) -> None:
    known = [party for party in pledge["parties"] if party in BUILT_IN.organisations]
    others = [party for party in pledge["parties"] if party not in known]
    hands.press("Nytt löfte")
    heading = {
        "title": pledge["title"],
        "valid.from": pledge["valid"]["from"],
        "valid.to": pledge["valid"]["to"],
        "signed": pledge.get("signed", ""),
        "parties[]": known,
        "other_parties": ", ".join(others),
    }
    hands.fill({name: value for name, value in heading.items() if value})
    hands.press("Börja")


def enter(hands: Hands, fields: Mapping[str, Any]) -> None:
    """Fill the form in; a row that is not there yet comes at a press of the button that makes it."""
    for name, value in fields.items():
        if isinstance(value, list) and not value:
            continue
        if hands.rows_of(name) == 0:
            hands.press(button_for(name))
        rows = hands.page.locator(f"select[name='{name}']").count()
        if isinstance(value, list) and 0 < rows < len(value):
            hands.fill({name: value[:rows]})
            hands.press("Visa meningen")
        hands.fill({name: value})


def button_for(name: str) -> str:
    if ".any_of." in name:
        return "Lägg till ett alternativ"
    return "Lägg till ett undantag" if ".except." in name else "Visa meningen"


def kept_by(page: Page) -> Document:
    """The pledge as the file says it that anybody may fetch of the version that was put forward."""
    answer = page.request.get(f"{page.url.partition('?')[0]}/fil?{page.url.partition('?')[2]}")
    assert answer.ok, answer.text()
    return document_in(answer.text())


def document_in(text: str) -> Document:
    """The pledge but for its police district, which nobody types: the municipality has it."""
    document = pledge_document(read_pledge_text(text, BUILT_IN))
    return {name: value for name, value in document.items() if name != "local_police_district"}
