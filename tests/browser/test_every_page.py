"""Every page is sound: valid HTML, no fault of access that axe finds, nothing wider than the screen."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.accessibility import violations
from tests.browser.live_server import LiveServer
from tests.browser.pages import PAGES, SitePage, Visitor
from tests.browser.visits import States, Walk, wear
from tests.readers.html import HtmlValidator

WIDTHS = (320, 768, 1280)
BOOK = """\
Datum;Aktivitet;Plats;Antal;Timmar
maj 2021;Hastighetskontroll;Letstigen;ca 190;
31/6 2021;Fikapaus;Bänken vid det gamla stationshuset i Fjugesta;2;1,5
"""
OVERFLOWS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
# Links to other pages that nobody sees without scrolling sideways.
OUT_OF_SIGHT = """() => [...document.querySelectorAll(".side__nav a")].filter((link) => {
  const {left, right, width} = link.getBoundingClientRect();
  const nav = link.closest("nav").getBoundingClientRect();
  return width && (left < nav.left - 1 || right > Math.min(nav.right, innerWidth) + 1);
}).map((link) => link.textContent)"""


@pytest.fixture(scope="module")
def walk(
    browser: Browser, reading_server: LiveServer, browser_context_args: dict[str, Any], states: States
) -> Iterator[Walk]:
    walk = Walk(browser, reading_server, browser_context_args, states)
    yield walk
    walk.close()


@pytest.mark.parametrize("site_page", PAGES, ids=lambda page: page.name)
def test_a_page_is_sound_in_light_and_dark_on_phone_and_desk(
    site_page: SitePage, walk: Walk, html_validator: HtmlValidator
):
    page, answer = walk.open(site_page)

    assert answer.status == site_page.status
    assert html_validator.faults(answer.text(), site_page.name) == []
    check_sound(page)


def test_what_an_old_book_would_become_is_sound_before_it_is_taken_in(walk: Walk):
    page, _ = walk.open(SitePage("tidigare-bok", "/aktiviteter/1814/tidigare", Visitor.LEKEBERG))
    page.locator("details:has([name=pasted]) summary").click()
    page.fill("[name=pasted]", BOOK)
    page.get_by_role("button", name="Granska").click()
    page.get_by_role("heading", name="Granska boken").wait_for()
    check_sound(page)


def check_sound(page: Page) -> None:
    """The page in light and dark, on a phone and on a desk."""
    for theme in ("light", "dark"):
        wear(page, theme)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert not page.evaluate(OVERFLOWS), f"wider than {width} px"
            assert page.evaluate(OUT_OF_SIGHT) == [], f"at {width} px"
        assert violations(page) == [], theme


@pytest.mark.parametrize(
    "site_page", [page for page in PAGES if page.visitor is Visitor.OFFICER], ids=lambda page: page.name
)
def test_a_phone_page_is_sound_at_night(site_page: SitePage, walk: Walk):
    page, _ = walk.open(site_page)
    wear(page, "night")

    assert violations(page) == []
