"""Every page is sound: valid HTML, no fault of access that axe finds, nothing wider than the screen."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.accessibility import violations
from tests.browser.layout import small_or_close
from tests.browser.live_server import LiveServer
from tests.browser.pages import PAGES, SitePage, Visitor, names_of
from tests.browser.unusual_pages import unusual_pages
from tests.browser.visits import States, Visits, Walk, wear
from tests.readers.html import HtmlValidator

WIDTHS = (320, 768, 1280)
BOOK = """\
Datum;Aktivitet;Plats;Antal;Timmar
maj 2021;Hastighetskontroll;Letstigen;ca 190;
31/6 2021;Fikapaus;Bänken vid det gamla stationshuset i Fjugesta;2;1,5
"""
OVERFLOWS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
DESK = (Visitor.LEKEBERG, Visitor.CHIEF_OF_TWO, Visitor.ADMIN)
# Forms with nothing to press, and buttons that do nothing by themselves.
UNSENDABLE = """() => [
  ...[...document.querySelectorAll("main form")].filter((form) =>
    ![...form.elements].some((each) => each.type === "submit" || each.type === "image")),
  ...[...document.querySelectorAll("main button[type=button]")].filter((each) => each.checkVisibility()),
].map((each) => each.outerHTML.slice(0, 200))"""
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


def test_pages_of_nothing_of_very_much_and_of_what_went_wrong_are_sound(
    walk: Walk, reading_server: LiveServer, tmp_path: Path, html_validator: HtmlValidator
):
    page, _ = walk.open(SitePage("finns-inte", "/finns-inte", Visitor.NOBODY))
    for name, html in unusual_pages(tmp_path).items():
        address = f"{reading_server.address}/{name}"
        page.route(address, answering(html))
        page.goto(address)
        expect(page.locator("h1")).to_be_visible()
        assert html_validator.faults(html, name) == []
        check_sound(page)


def test_without_a_script_every_page_of_the_desk_is_whole_and_its_forms_can_be_sent(
    visits: Visits, browser: Browser, reading_server: LiveServer, browser_context_args: dict[str, Any]
):
    names = names_of(reading_server.instance)
    for visitor in DESK:
        state = visits.context_of(visitor).storage_state()
        context = browser.new_context(**browser_context_args, storage_state=state, java_script_enabled=False)
        page = context.new_page()
        for site_page in (each for each in PAGES if each.visitor is visitor and _is_first_of_its_kind(each)):
            answer = page.goto(reading_server.address + site_page.address.format(**names))
            assert answer
            assert answer.status == site_page.status, site_page.name
            assert page.locator("h1").is_visible(), site_page.name
            assert page.evaluate(UNSENDABLE) == [], site_page.name
        context.close()


def answering(html: str) -> Callable[[Route], None]:
    """What answers a request with this page."""
    return lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8")


def _is_first_of_its_kind(site_page: SitePage) -> bool:
    """One a page: those of the other pledge, of another day and of other commitments are made alike."""
    return not re.search(r"_signed|as_of|oversikt/1814.*/(?!traffic-checks)[a-z-]+$", site_page.address)


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
def test_a_phone_page_is_sound_at_night_and_under_a_thumb(site_page: SitePage, walk: Walk):
    page, _ = walk.open(site_page)
    wear(page, "night")

    assert violations(page) == []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 740})
        assert small_or_close(page) == [], f"at {width} px"
