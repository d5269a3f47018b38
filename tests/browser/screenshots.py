"""Photographs every page into build/shots: phone and desk, light, dark and night (`make screenshots`).

A new page is added in tests/browser/pages.py. `make screenshots ONLY=narvaro` takes those whose name has it.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import Geolocation, Page, sync_playwright

from tests.browser.browsers import LAUNCH, PHONE
from tests.browser.live_server import ROOT, LiveServer, run_flask
from tests.browser.pages import PAGES, PHONE_SCREENS, SitePage, Visitor
from tests.browser.phone_states import in_every_state, lay, sunday, usual_thursdays
from tests.browser.phone_ways import practise, speak_english
from tests.browser.visits import States, Visits, wear

SHOTS = ROOT / "build" / "shots"
SIZES = {"phone": (360, 740), "desk": (1280, 800)}
THEMES = ("light", "dark", "night")
FJUGESTA: Geolocation = {"latitude": 59.1743, "longitude": 14.8726}  # at its square
# The phone's screens once more, with entries in every state that there is.
EVENTFUL = [
    SitePage(f"{name}-i-alla-lagen", address, Visitor.OFFICER)
    for name, address in {"logga": "/", "flera": "/flera", "mina": "/mina", "mer": "/mer"}.items()
]
SUNDAY = SitePage("logga-pa-sondagen", "/", Visitor.OFFICER)
PLANNED = SitePage("logga-planerat", "/", Visitor.OFFICER)

SCREENS = {"logga": "/", "ny": "/ny", "mina": "/mina", "laget": "/laget", "mer": "/mer", "hjalp": "/hjalp"}
# And met in another way: in practice, in English.
OTHERWISE = [
    (SitePage(f"{name}-{way}", address, Visitor.OFFICER), meet)
    for way, meet in {"i-ovning": practise, "pa-engelska": speak_english}.items()
    for name, address in SCREENS.items()
]


def main() -> None:
    only = os.environ.get("ONLY", "")
    if not only:
        shutil.rmtree(SHOTS, ignore_errors=True)
    SHOTS.mkdir(parents=True, exist_ok=True)
    for page, name in sights(lambda name: only in name):
        photograph(page, name)


def sights(wanted: Callable[[str], bool]) -> Iterator[tuple[Page, str]]:
    """Every wanted page of a demo, open and at rest, with the name of its picture."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = LiveServer(Path(folder))
        run_flask(server.instance, "db", "upgrade")
        run_flask(server.instance, "demo", "load")
        server.start()
        browser = playwright.chromium.launch(**LAUNCH)
        states: States = {}
        try:
            for site_page, meet in ALL:
                if wanted(site_page.name):
                    visits = Visits(browser, server, PHONE, states)
                    page, _ = visits.open(site_page)
                    meet(page, site_page.address)
                    yield page, site_page.name
                    visits.close()
        finally:
            browser.close()
            server.kill()


def as_it_is(_page: Page, _address: str) -> None:
    """Nothing more is done to it."""


def fill(page: Page, _address: str) -> None:
    """Lay entries in every state onto the phone, and unfold them."""
    page.wait_for_function("() => navigator.serviceWorker.controller?.state === 'activated'")
    page.context.set_offline(True)
    lay(page, **in_every_state())
    page.reload()
    page.locator("[data-screen]:not([hidden]) :is(.state, .sheet__row)").first.wait_for()
    for summary in page.locator("[data-screen='/mina']:not([hidden]) summary").all():
        summary.click()


def come_again(page: Page, _address: str) -> None:
    """As it opens on any other day: the typeface, which comes after what logs, is on the phone."""
    page.wait_for_function("() => navigator.serviceWorker.controller?.state === 'activated'")
    page.evaluate("document.fonts.load('16px \"Source Sans 3\"')")
    page.reload(wait_until="networkidle")


def come_there_again(page: Page, _address: str) -> None:
    """Ny for somebody who has logged before, near a place: what is usual and near stands chosen."""
    page.context.grant_permissions(["geolocation"])
    page.context.set_geolocation(FJUGESTA)
    come_again(page, "/ny")
    page.get_by_text("närmast först").wait_for()
    page.locator("[data-screen='/ny'] [data-part=counts] .plus").wait_for()


def open_the_week(page: Page, _address: str) -> None:
    """A Sunday evening on which something of the week may have been forgotten."""
    evening = sunday()
    page.wait_for_function("() => navigator.serviceWorker.controller?.state === 'activated'")
    page.context.set_offline(True)
    lay(page, usual_thursdays(evening), week_lacks=(evening, 4500))
    page.clock.set_system_time(evening)
    page.reload()
    page.get_by_role("button", name="Stämmer det?").click()
    page.get_by_text("Kan ha glömts").wait_for()


def open_the_plan(page: Page, _address: str) -> None:
    """One planned time answered, and another one opened to why it was not done."""
    page.wait_for_function("() => navigator.serviceWorker.controller?.state === 'activated'")
    page.context.set_offline(True)
    rows = page.locator(".plan")
    rows.nth(1).locator(".plan__what").click()
    rows.nth(1).get_by_role("button", name="Vädret").click()
    page.locator(".receipt").wait_for()
    page.reload()
    rows.filter(has_text="Vädret").wait_for()
    rows.first.locator(".plan__what").click()
    page.get_by_text("Inte genomförd – därför").wait_for()


def photograph(page: Page, name: str) -> None:
    """Every size and theme of one page; all of it, on a screen as high as the page."""
    for theme in THEMES:
        wear(page, theme)
        for size, (width, height) in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            whole = page.evaluate("document.documentElement.scrollHeight")
            page.set_viewport_size({"width": width, "height": max(height, whole)})
            page.screenshot(path=SHOTS / f"{name}-{size}-{theme}.png")


FIRST = {each.name: come_again for each in PHONE_SCREENS} | {"ny": come_there_again}
ALL: list[tuple[SitePage, Callable[[Page, str], None]]] = [
    *((site_page, FIRST.get(site_page.name, as_it_is)) for site_page in PAGES),
    *((site_page, fill) for site_page in EVENTFUL),
    (SUNDAY, open_the_week),
    (PLANNED, open_the_plan),
    *OTHERWISE,
]


if __name__ == "__main__":
    main()
