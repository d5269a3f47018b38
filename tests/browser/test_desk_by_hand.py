"""The desk without a script, with the keyboard alone, and with text twice as large."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, FloatRect, Locator, Page, expect

from tests.browser.accessibility import violations
from tests.browser.browsers import LAUNCH
from tests.browser.live_server import LiveServer
from tests.browser.pages import PAGES, SitePage, Visitor, names_of
from tests.browser.visits import Visits, wear

BOARD = SitePage("oskarshamn", "/oversikt/0882/{oskarshamn_now}", Visitor.OSKARSHAMN)
ONE_OF_EACH = [page for page in PAGES if page.name.startswith("lekeberg-") and "_signed" not in page.address]


@pytest.fixture
def scriptless(
    browser: Browser, visits: Visits, browser_context_args: dict[str, Any]
) -> Iterator[BrowserContext]:
    """A browser without script in which the coordinator of Oskarshamn is signed in."""
    state = visits.context_of(Visitor.OSKARSHAMN).storage_state()
    context = browser.new_context(**browser_context_args, storage_state=state, java_script_enabled=False)
    yield context
    context.close()


def address_of(site_page: SitePage, server: LiveServer) -> str:
    return server.address + site_page.address.format(**names_of(server.instance))


def test_without_a_script_one_goes_from_the_board_to_an_entry_and_picks_a_date(
    scriptless: BrowserContext, reading_server: LiveServer
):
    page = scriptless.new_page()
    page.goto(address_of(BOARD, reading_server))

    page.locator(".asof summary").click()
    page.get_by_label("Visa läget till och med").fill("2026-03-31")
    page.locator(".asof__form").get_by_role("button", name="Visa").click()
    expect(page.locator(".asof summary")).to_contain_text("31\u00a0mar\u00a02026")

    page.get_by_role("link", name="Hastighetskontroller").click()
    expect(page.locator(".asof summary")).to_contain_text("31\u00a0mar\u00a02026")
    expect(page.get_by_role("heading", name="Så räknar vi")).to_be_visible()
    page.locator(".entry__title").first.click()
    expect(page.get_by_role("heading", name="Historik")).to_be_visible()


def test_without_a_script_the_list_filters_and_goes_on(
    scriptless: BrowserContext, reading_server: LiveServer
):
    page = scriptless.new_page()
    page.goto(f"{reading_server.address}/aktiviteter/0882")
    whole = page.locator("#funna").inner_text()

    page.get_by_label("Typ").select_option(label="Trafikkontroll")
    page.get_by_role("button", name="Visa").click()
    expect(page.locator("#funna")).not_to_have_text(whole)
    assert all("Trafikkontroll" in _shown(title) for title in page.locator(".entry__title").all_inner_texts())

    first = page.locator(".entry__title").first.get_attribute("href")
    page.get_by_role("link", name="Visa fler").click()
    expect(page.get_by_role("link", name="Till början")).to_be_visible()
    assert page.locator(".entry__title").first.get_attribute("href") != first
    expect(page.get_by_label("Typ")).to_have_value("traffic_check")


def test_the_keyboard_alone_skips_picks_a_date_and_opens_the_table(visits: Visits):
    page, _ = visits.open(BOARD)
    page.set_viewport_size({"width": 1280, "height": 800})

    page.keyboard.press("Tab")
    assert _focused(page) == "Till innehållet"
    page.keyboard.press("Enter")
    _tab_to(page, "Dagen före")
    _tab_to(page, "Till och med")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Visa läget till och med")).to_be_visible()
    _tab_to(page, "Visa som tabell")
    page.keyboard.press("Enter")
    expect(page.locator("table")).to_be_visible()


def test_in_a_low_window_the_last_page_is_reached_and_nothing_lies_over_it(visits: Visits):
    page, _ = visits.open(BOARD)
    page.set_viewport_size({"width": 1280, "height": 480})
    last = page.get_by_role("navigation", name="Sidor").get_by_role("link").last
    last.focus()
    link, below = _box(last), _box(page.locator(".who"))
    assert link["y"] + link["height"] <= below["y"]
    assert below["y"] + below["height"] <= 480


def test_on_a_phone_the_pages_lie_behind_one_line_without_a_script_and_by_keyboard(
    scriptless: BrowserContext, reading_server: LiveServer, visits: Visits
):
    page = scriptless.new_page()
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address_of(BOARD, reading_server))
    opener, pages = page.get_by_role("button", name="Översikt"), page.get_by_role("navigation")
    expect(pages).to_be_hidden()
    assert _box(opener)["height"] == 48

    opener.focus()
    page.keyboard.press("Enter")
    links = pages.get_by_role("link")
    expect(links.first).to_be_visible()
    boxes = [_box(each) for each in links.all()]
    assert all(box["height"] >= 48 and 0 <= box["x"] <= 360 - box["width"] for box in boxes)
    assert max(box["y"] + box["height"] for box in boxes) <= 740
    expect(pages.locator("[aria-current=page]")).to_have_text("Översikt")
    page.keyboard.press("Escape")
    expect(pages).to_be_hidden()
    expect(opener).to_be_focused()

    page.keyboard.press("Enter")
    _tab_to(page, "Löften")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Löften")
    expect(page.get_by_role("button", name="Löften")).to_be_visible()

    with_script, _ = visits.open(BOARD)
    with_script.set_viewport_size({"width": 360, "height": 740})
    with_script.get_by_role("button", name="Översikt").click()
    expect(with_script.get_by_role("navigation", name="Sidor")).to_be_visible()
    for theme in ("light", "dark"):
        wear(with_script, theme)
        assert violations(with_script) == [], theme


@pytest.mark.parametrize("address", ["/aktiviteter/0882", "/aktiviteter/0882/flera?type=foot_patrol&alla=1"])
def test_on_a_phone_a_title_keeps_its_room_beside_all_who_took_part(address: str, visits: Visits):
    page, _ = visits.open(SitePage("aktiviteter", address, Visitor.OSKARSHAMN))
    page.set_viewport_size({"width": 360, "height": 740})
    everyone = "Polisen, kommunen, räddningstjänsten, socialtjänsten och skolan"
    page.locator(".entry__amount").evaluate_all(
        "(found, text) => { for (const one of found) one.textContent = text; }", everyone
    )
    titles = page.locator(".entry__title").all()
    assert titles
    assert min(_box(each)["width"] for each in titles[:5]) >= 90
    assert max(_box(each)["height"] for each in titles[:5]) <= 120


def test_whatever_has_the_focus_shows_it(visits: Visits):
    page, _ = visits.open(BOARD)
    seen = set()
    for _ in range(20):
        page.keyboard.press("Tab")
        style = page.evaluate(
            "() => { const s = getComputedStyle(document.activeElement);"
            " return [s.outlineStyle, s.outlineWidth, s.outlineColor]; }"
        )
        assert style[:2] == ["solid", "3px"], _focused(page)
        seen.add(style[2])
    assert seen == {"rgb(190, 0, 123)"}


@pytest.mark.parametrize("site_page", ONE_OF_EACH, ids=lambda page: page.name)
def test_text_twice_as_large_fits_and_loses_nothing(
    site_page: SitePage, large_text: BrowserContext, visits: Visits, reading_server: LiveServer
):
    state = visits.context_of(site_page.visitor).storage_state()
    large_text.add_cookies(state["cookies"])  # type: ignore[arg-type]
    page = large_text.new_page()
    page.goto(address_of(site_page, reading_server))

    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    too_wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    for width in (1280, 768, 400):
        page.set_viewport_size({"width": width, "height": 800})
        assert not page.evaluate(too_wide), f"wider than {width} px"
    large_text.clear_cookies()
    page.close()


@pytest.fixture(scope="module")
def large_text(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[BrowserContext]:
    """A browser whose reader has asked for letters of 32 px instead of 16."""
    arguments = [*LAUNCH["args"], "--blink-settings=defaultFontSize=32"]
    large = browser.browser_type.launch(**{**LAUNCH, "args": arguments})
    context = large.new_context(**browser_context_args)
    yield context
    large.close()


def _box(thing: Locator) -> FloatRect:
    box = thing.bounding_box()
    assert box
    return box


def _focused(page: Page) -> str:
    text: str = page.evaluate("document.activeElement.innerText || document.activeElement.name || ''")
    return _shown(text)


def _tab_to(page: Page, name: str) -> None:
    for _ in range(80):
        page.keyboard.press("Tab")
        if _focused(page).startswith(name):
            return
    raise AssertionError(f"{name} is not reached with the keyboard")


def _shown(text: str) -> str:
    return text.replace("\u00ad", "").replace("\u00a0", " ").strip()
