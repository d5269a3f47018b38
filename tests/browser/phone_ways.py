"""Other ways to meet the phone: in practice, in English."""

from playwright.sync_api import Page, expect


def practise(page: Page, address: str = "/") -> None:
    """Begin practice from Mer, and open an address in it."""
    _open(page, "/mer")
    page.get_by_role("button", name="Börja öva").click()
    expect(page.get_by_role("complementary", name="Övning")).to_be_visible()
    expect(page.locator("[data-screen='/']")).to_be_visible()
    if address != "/":
        _open(page, address)


def speak_english(page: Page, address: str = "/") -> None:
    """Let the phone speak English from now on, as chosen under Mer."""
    page.evaluate("localStorage.setItem('language', 'en')")
    _open(page, address)


def _open(page: Page, address: str) -> None:
    page.goto(page.url.partition("://")[0] + "://" + page.url.split("/")[2] + address)
    expect(page.locator(f"[data-screen='{address}']")).to_be_visible()
