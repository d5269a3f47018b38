"""The screens of an installation whose clock a test moves: desks, phones, and what anybody reads."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from logger import clock
from logger.visit import SESSION_COOKIE
from tests.browser.live_server import LiveServer
from tests.browser.phone_app import PhoneApp
from tests.servers import moved_clock
from tests.years.lived_year import LivedYear

PATIENCE = 60_000  # milliseconds: a year has hundreds of steps, and a machine may be busy at any of them
DESK = {"width": 1280, "height": 800}


@dataclass
class Screens:
    """A server over the year's folder, under the same clock, and the browsers of its people."""

    year: LivedYear
    server: LiveServer
    browser: Browser
    context: dict[str, Any]
    opened: list[BrowserContext] = field(default_factory=list)

    def desk(self, login: str, path: str) -> Page:
        """A page at somebody's desk, signed in a moment ago."""
        return self._page(self._context(login, viewport=DESK), path)

    def in_hand(self, login: str, path: str) -> Page:
        """A page of the desk on somebody's phone."""
        return self._page(self._context(login), path)

    def citizen(self, path: str) -> Page:
        """A page that anybody reads, without a script."""
        return self._page(self._context(None, java_script_enabled=False), path)

    def anybody(self, path: str) -> Page:
        """The same on a wide screen."""
        return self._page(self._context(None, viewport=DESK), path)

    def phone(self, login: str) -> PhoneApp:
        """The app on somebody's phone, kept for use without network; the phone's clock is right."""
        context = self._context(login)
        context.clock.set_system_time(clock.now())
        app = PhoneApp(self._page(context, "/"), self.server.address, self.server.instance)
        app.await_the_worker()
        return app

    def sign_in_again(self, login: str, app: PhoneApp) -> None:
        """What somebody does whose shift is long over; the phone's clock has gone on."""
        app.page.context.clock.set_system_time(clock.now())
        self._begin_session(login, app.page.context)

    def close(self) -> None:
        """Close every browser."""
        while self.opened:
            self.opened.pop().close()

    def _page(self, context: BrowserContext, path: str) -> Page:
        page = context.new_page()
        page.goto(self.server.address + path)
        return page

    def _context(self, login: str | None, **besides: Any) -> BrowserContext:
        context = self.browser.new_context(**{**self.context, **besides})
        context.set_default_timeout(PATIENCE)
        self.opened.append(context)
        if login:
            self._begin_session(login, context)
        return context

    def _begin_session(self, login: str, context: BrowserContext) -> None:
        """The cookie has no end of its own: the browser's clock goes right, and would throw it away."""
        secret = self.year.begin_session(login)
        context.add_cookies([{"name": SESSION_COOKIE, "value": secret, "url": self.server.address}])


@contextmanager
def screens_of(year: LivedYear, browser: Browser, context: dict[str, Any]) -> Iterator[Screens]:
    """The screens of a year, while its server runs."""
    clock_file = str(year.instance / moved_clock.NAME)
    server = LiveServer(year.instance, "tests.browser.moved_clock:app", MOVED_CLOCK=clock_file)
    server.start()
    screens = Screens(year, server, browser, context)
    try:
        yield screens
    finally:
        screens.close()
        server.kill()
