"""Phones that have the app already: the first start, which keeps its files, is paid once for each server.

What a test leaves on such a phone is wiped before the next one gets it, all but the worker and its cache.
One that will not be wiped, or whose test failed, is thrown away. A test whose matter is the first start, or
that changes the browser for good (its zone, a script in every page), asks for `page` or `context` instead.
"""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from itertools import chain
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page

# Chromium's emulation of no network ends with the page, and a moment before it: whoever leaves one without
# network has it for that moment, hears so, and sends. A phone underground does not.
NO_LAST_BREATH = """for (const end of ["beforeunload", "pagehide"]) {
  addEventListener(end, () => {
    if (!navigator.onLine) globalThis.fetch = () => Promise.reject(new TypeError("no network, to the end"));
  });
}"""
# All that a page can keep, but for the worker and what that has kept.
_OF_THE_PERSON = "cookies,file_systems,indexeddb,local_storage"
# A page of the origin that is no app and asks the server for nothing but text.
_NO_APP = "/sw.js"
_LEFT_OVER = """async () => {
  const files = [];
  for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
  const registration = await navigator.serviceWorker.getRegistration();
  (await registration?.getNotifications())?.forEach((one) => one.close());
  return [
    ...(await indexedDB.databases()).map(({name}) => name),
    ...Object.keys(localStorage),
    ...files,
    ...(await caches.keys()).slice(1),
    ...(registration?.active && !registration.waiting && !registration.installing ? [] : ["another worker"]),
    ...(String(Date).includes("[native code]") ? [] : ["another clock"]),
  ];
}"""


class InstalledPhones:
    """Browsers at rest, by the address that their app came from."""

    def __init__(self, browser: Browser, options: dict[str, Any]) -> None:
        self._browser = browser
        self._options = options
        self._at_rest: defaultdict[str, list[BrowserContext]] = defaultdict(list)

    def take(self, address: str) -> BrowserContext:
        """A phone with nothing on it but, after the first time, the app."""
        if self._at_rest[address]:
            return self._at_rest[address].pop()
        context = self._browser.new_context(**self._options)
        context.add_init_script(NO_LAST_BREATH)
        return context

    def give_back(self, address: str, context: BrowserContext) -> None:
        """Wipe what a test has left, and keep the phone for the next one if it is as good as new."""
        is_clean = False
        with suppress(Error):  # a browser that crashed or hangs is nobody's any more
            is_clean = wiped(context, address)
        if is_clean:
            self._at_rest[address].append(context)
        else:
            context.close()

    def close(self) -> None:
        for context in chain(*self._at_rest.values()):
            context.close()


class Lent:
    """The installed phones that one test has; each call takes another one."""

    def __init__(self, phones: InstalledPhones) -> None:
        self._phones = phones
        self._watches = ExitStack()
        self._lent: list[tuple[str, BrowserContext]] = []

    def phone_at(self, address: str) -> BrowserContext:
        """A browser with the app of this address; its pages may not throw."""
        context = self._phones.take(address)
        self._lent.append((address, context))
        self._watches.enter_context(unharmed(context))
        return context

    def page_at(self, address: str) -> Page:
        """A page in one."""
        return self.phone_at(address).new_page()

    def end(self, *, is_sound: bool) -> None:
        """Give all of them back, or throw them away; fails where a page has thrown."""
        try:
            self._watches.close()
        except AssertionError:
            is_sound = False
            raise
        finally:
            for address, context in self._lent:
                if is_sound:
                    self._phones.give_back(address, context)
                else:
                    context.close()


def wiped(context: BrowserContext, address: str) -> bool:
    """Whether everything is gone that the test has left there, but for the app."""
    context.set_offline(False)
    context.unroute_all()
    context.clear_permissions()
    context.set_geolocation(None)
    page, *others = context.pages or [context.new_page()]
    for other in others:
        other.close()
    page.goto(address + _NO_APP)
    devtools = context.new_cdp_session(page)
    devtools.send("Storage.clearDataForOrigin", {"origin": address, "storageTypes": _OF_THE_PERSON})
    left: list[str] = page.evaluate(_LEFT_OVER)
    page.close()
    return not left and not context.cookies()


@contextmanager
def unharmed(context: BrowserContext) -> Iterator[None]:
    """The pages of a browser may not throw meanwhile; a request that fails is no fault of the page."""
    faults: list[str] = []

    def note_error(fault: Any) -> None:
        faults.append(str(fault.error))

    def note_complaint(message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            faults.append(message.text)

    context.on("weberror", note_error)
    context.on("console", note_complaint)
    yield
    context.remove_listener("weberror", note_error)
    context.remove_listener("console", note_complaint)
    assert not faults
