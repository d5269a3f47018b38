"""Opens pages as this or that person, signing each in once."""

from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Response

from tests.browser.live_server import LiveServer
from tests.browser.pages import SitePage, Visitor, names_of

States = dict[Visitor, Any]


class Visits:
    """Visits to one server; who has signed in stays so for all tests that share `states`."""

    def __init__(self, browser: Browser, server: LiveServer, context: dict[str, Any], states: States) -> None:
        self._browser = browser
        self._server = server
        self._context = context
        self._states = states
        self._names = names_of(server.instance)
        self._open: list[BrowserContext] = []

    def open(self, site_page: SitePage) -> tuple[Page, Response]:
        """The page as it stands when it has come to rest, and the server's answer."""
        page = self._page_of(site_page.visitor)
        address = self._server.address + site_page.address.format(**self._names)
        # What is signed in asks for more after its first paint; the rest is whole when it is loaded.
        signed_in = site_page.visitor is not Visitor.NOBODY
        answer = page.goto(address, wait_until="networkidle" if signed_in else "load")
        assert answer
        page.locator("h1:visible").first.wait_for()
        return page, answer

    def context_of(self, visitor: Visitor) -> BrowserContext:
        """A browser of its own in which the visitor is signed in."""
        context = self._browser.new_context(**self._context, storage_state=self._states.get(visitor))
        self._open.append(context)
        if visitor is not Visitor.NOBODY and visitor not in self._states:
            self._sign_in(context, visitor)
            # The cookie alone: what else the browser keeps would tell of a log that this one does not have.
            self._states[visitor] = {"cookies": context.cookies(), "origins": []}
        return context

    def _page_of(self, visitor: Visitor) -> Page:
        return self.context_of(visitor).new_page()

    def close(self) -> None:
        """Close what was opened."""
        for context in self._open:
            context.close()

    def _sign_in(self, context: BrowserContext, visitor: Visitor) -> None:
        page = context.new_page()
        page.goto(f"{self._server.address}/logga-in")
        page.fill("[name=email]", visitor.value)
        page.fill("[name=password]", self._server.password_of(visitor.value))
        with page.expect_navigation():
            page.click("form:has([name=password]) [type=submit]")
        assert "/logga-in" not in page.url, page.inner_text("body")
        page.close()


class Walk(Visits):
    """Visits of people who stay in one page each, in browsers that keep no app: each costs half as much."""

    def __init__(self, browser: Browser, server: LiveServer, context: dict[str, Any], states: States) -> None:
        super().__init__(browser, server, {**context, "service_workers": "block"}, states)
        self._viewport = context["viewport"]
        self._pages: dict[Visitor, Page] = {}

    def _page_of(self, visitor: Visitor) -> Page:
        page = self._pages.get(visitor) or super()._page_of(visitor)
        page.set_viewport_size(self._viewport)
        return self._pages.setdefault(visitor, page)


def wear(page: Page, theme: str) -> None:
    """Dress the page in light, dark or night: as it chose itself, or else as the system asks."""
    page.emulate_media(color_scheme="light" if theme == "light" else "dark")
    page.evaluate(
        """theme => {
          const { dataset } = document.documentElement;
          if (dataset.theme || theme === "night") dataset.theme = theme;
        }""",
        theme,
    )
