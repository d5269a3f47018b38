"""What a coordinator does about entries, with the keyboard and without a script, on a phone's width."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import violations
from tests.browser.live_server import LiveServer
from tests.browser.pages import SitePage, Visitor, names_of
from tests.browser.visits import Visits

HELD = SitePage("att-avgora", "/att-avgora/1814", Visitor.LEKEBERG)
TWICE = SitePage("dubblett", "/aktiviteter/1814/{lekeberg_twice}", Visitor.LEKEBERG)
OVERFLOWS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture
def desk(browser: Browser, live_server: LiveServer, browser_context_args: dict[str, Any]) -> Iterator[Visits]:
    """Visits to a server of the test's own."""
    visits = Visits(browser, live_server, browser_context_args, {})
    yield visits
    visits.close()


def test_a_correction_by_keyboard_stands_beside_what_was_logged(desk: Visits):
    page, _ = desk.open(TWICE)
    page.get_by_role("link", name="Rätta").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Övriga, utan namn").fill("3")
    page.keyboard.press("Enter")  # the reason is asked for, and nothing is sent without it
    expect(page.get_by_label("Varför rättas den?")).to_be_focused()
    page.keyboard.type("En ordningsvakt var också med")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Ändrat av samordnare")).to_be_visible()
    row = page.get_by_role("region", name="Ändrat av samordnare").locator("tbody tr")
    expect(row).to_have_count(1)
    told = [each.replace("\u00a0", " ") for each in row.locator("th, td").all_inner_texts()]
    assert told == ["Deltagare", "2 deltagare", "4 deltagare"]
    expect(page.locator(".why")).to_have_text("”En ordningsvakt var också med”")
    is_sound(page)


def test_two_entries_become_one_and_what_is_struck_leads_there(desk: Visits):
    page, _ = desk.open(TWICE)
    kept = page.get_by_role("link", name="Öppna den andra").get_attribute("href")
    page.get_by_label("Behåll den andra").check()
    page.get_by_role("button", name="Slå ihop").click()

    page.wait_for_url(f"**{kept}#sparat")
    expect(page.get_by_role("heading", name="Kan vara samma tillfälle")).to_have_count(0)
    assert "Polisen och kommunen" in page.locator(".facts--wide").inner_text().replace("\u00a0", " ")
    is_sound(page)
    page.go_back()
    page.reload()
    page.get_by_role("link", name="Posten som den uppgick i").click()
    page.wait_for_url(f"**{kept}")


def test_without_a_script_everything_that_waits_is_decided(
    desk: Visits, browser: Browser, live_server: LiveServer, browser_context_args: dict[str, Any]
):
    state = desk.context_of(Visitor.LEKEBERG).storage_state()
    scriptless = browser.new_context(**browser_context_args, storage_state=state, java_script_enabled=False)
    page = scriptless.new_page()
    page.goto(live_server.address + HELD.address)
    waiting = page.locator(".held__one")
    expect(waiting).to_have_count(3)

    waiting.filter(has_text="förseglad").get_by_role("button", name="Ta emot utan anteckningen").click()
    expect(waiting).to_have_count(2)
    wild = waiting.filter(has_text="klocka")
    wild.get_by_label("När började den?").fill("2026-11-20T20:10")
    wild.get_by_label("När slutade den?").fill("2026-11-20T19:10")
    wild.get_by_role("button", name="Ta emot", exact=True).click()
    expect(wild.get_by_text("Slutet ligger före starten.")).to_be_visible()
    expect(wild.get_by_label("När började den?")).to_have_value("2026-11-20T20:10")
    wild.get_by_label("När slutade den?").fill("2026-11-20T21:10")
    wild.get_by_role("button", name="Ta emot", exact=True).click()
    expect(waiting).to_have_count(1)
    waiting.get_by_text("Avvisa").first.click()
    waiting.get_by_label("Varför avvisas den?").fill("Redan loggad på den nya telefonen")
    waiting.get_by_role("button", name="Avvisa posten").click()
    expect(page.get_by_text("Inget väntar på dig.")).to_be_visible()
    expect(page.locator(".side__waits")).to_have_count(1)  # a silent phone
    scriptless.close()


def is_sound(page: Page) -> None:
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert not page.evaluate(OVERFLOWS), f"wider than {width} px"
    assert violations(page) == []


def test_an_address_of_the_demo_leads_to_two_entries(live_server: LiveServer):
    assert "lekeberg_twice" in names_of(live_server.instance)
