"""The public page in a citizen's browser: no script, no cookie, no other address, good on paper."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.live_server import LiveServer
from tests.browser.pages import names_of


@pytest.fixture
def citizen(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[BrowserContext]:
    """A browser without script, signed in nowhere."""
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    yield context
    context.close()


def address_of(server: LiveServer, town: str, which: str) -> str:
    return f"{server.address}/lofte/{town}/{names_of(server.instance)[f'{town}_{which}']}"


def test_a_citizen_reads_promise_result_and_rule(citizen: BrowserContext, reading_server: LiveServer):
    asked: set[str] = set()
    citizen.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    page = citizen.new_page()
    page.goto(address_of(reading_server, "oskarshamn", "signed"))

    expect(page.get_by_role("heading", level=1)).to_have_text("Medborgarlöfte 2021: så gick det")
    promise = page.get_by_role("article", name="Hastighetskontroller")
    expect(promise).to_contain_text("minst femtiotvå hastighetkontroller")
    expect(promise.locator(".figure__of")).to_have_text("av 52")
    promise.get_by_text("Så räknar vi").click()
    expect(promise.get_by_text("Räknas: trafikkontroller")).to_be_visible()

    assert citizen.cookies() == []
    assert asked == {urlsplit(reading_server.address).netloc}


def test_a_symbol_leads_to_its_promise_and_one_pledge_to_the_other(
    citizen: BrowserContext, reading_server: LiveServer
):
    page = citizen.new_page()
    page.goto(address_of(reading_server, "lekeberg", "now"))
    symbols = page.get_by_role("navigation", name="Läget för varje löfte").get_by_role("link")
    assert symbols.count() == page.get_by_role("article").count()

    symbols.last.click()
    page.wait_for_url(f"**#{page.get_by_role('article').last.get_attribute('id')}")
    page.get_by_role("link", name="Medborgarlöfte 2021–2022").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Medborgarlöfte 2021–2022: så gick det")


def test_on_paper_the_rules_are_open_and_the_ink_is_black(
    browser: Browser, reading_server: LiveServer, browser_context_args: dict[str, Any]
):
    context = browser.new_context(**browser_context_args, color_scheme="dark")
    page = context.new_page()
    page.goto(address_of(reading_server, "oskarshamn", "signed"))
    expect(page.get_by_text("Räknas: trafikkontroller").first).not_to_be_visible()

    page.emulate_media(media="print")
    expect(page.get_by_text("Räknas: trafikkontroller").first).to_be_visible()
    colours = page.evaluate(
        "() => { const s = getComputedStyle(document.body); return [s.color, s.backgroundColor]; }"
    )
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    context.close()
