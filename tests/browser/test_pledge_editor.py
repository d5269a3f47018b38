"""The editor of pledges in a browser: without a script, and with the sentence that follows the fields."""

from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import violations
from tests.browser.live_server import LiveServer
from tests.browser.pages import Visitor


def signed_in(page: Page, server: LiveServer) -> None:
    page.goto(f"{server.address}/logga-in")
    page.fill("[name=email]", Visitor.LEKEBERG.value)
    page.fill("[name=password]", server.password_of(Visitor.LEKEBERG.value))
    page.click("form:has([name=password]) [type=submit]")
    page.wait_for_url("**/")


def test_without_a_script_the_sentence_comes_at_a_press_and_nothing_is_lost(
    browser: Browser, live_server: LiveServer, browser_context_args: dict[str, Any]
):
    context = browser.new_context(**{**browser_context_args, "java_script_enabled": False})
    page = context.new_page()
    page.set_viewport_size({"width": 360, "height": 740})
    signed_in_plainly(page, live_server)
    page.goto(f"{live_server.address}/loften")
    page.get_by_role("link", name="Medborgarlöfte Lekebergs kommun 2021-2022 (demo").click()
    page.get_by_role("link", name="Fortsätt på utkastet").click()
    page.get_by_role("link", name="Lägg till ett åtagande i Trafiksäkerhet").click()

    page.get_by_label("Ordalydelsen").fill("Polisen lovar minst femtiotvå trafikkontroller.")
    page.get_by_role("button", name="Föreslå efter orden").click()
    expect(page.locator(".sentence__target")).to_have_text("Minst 52 tillfällen")
    expect(page.get_by_label("Utgångsvärde")).to_be_hidden()
    page.locator("[name='target.at_least']").fill("många")
    page.get_by_role("button", name="Spara åtagandet").click()

    expect(page.get_by_text("Talet ska vara ett heltal, inte ”många”.")).to_be_visible()
    expect(page.locator("[name='target.at_least']")).to_have_value("många")
    expect(page.get_by_label("Ordalydelsen")).to_have_value("Polisen lovar minst femtiotvå trafikkontroller.")
    context.close()


def test_the_sentence_follows_what_is_typed_and_errors_are_told_to_everybody(
    page: Page, live_server: LiveServer
):
    signed_in(page, live_server)
    page.goto(f"{live_server.address}/loften")
    page.get_by_role("link", name="Medborgarlöfte Lekebergs kommun 2021-2022 (demo").click()
    page.get_by_role("link", name="Fortsätt på utkastet").click()
    page.get_by_role("link", name="Ändra Närvaro i kommunen").click()
    expect(page.locator(".sentence__target")).to_have_text("Minst 3 timmar varje vecka")

    page.locator("[name='target.at_least']").fill("2")
    expect(page.locator(".sentence__target")).to_have_text("Minst 2 timmar varje vecka")
    expect(page.locator("[data-say=scale]")).to_contain_text("sammanlagt minst 206 timmar")
    page.get_by_role("radio", name="Ökas").check()
    expect(page.locator("[data-say=notes]")).to_contain_text("Ökas – från vad?")

    page.get_by_label("Ordalydelsen").fill("")
    page.get_by_role("button", name="Spara åtagandet").click()
    expect(page.get_by_text("Ordalydelsen saknas.")).to_be_visible()
    assert violations(page) == []


def signed_in_plainly(page: Page, server: LiveServer) -> None:
    """Sign in where no script runs."""
    page.goto(f"{server.address}/logga-in")
    page.fill("[name=email]", Visitor.LEKEBERG.value)
    page.fill("[name=password]", server.password_of(Visitor.LEKEBERG.value))
    page.click("form:has([name=password]) [type=submit]")
