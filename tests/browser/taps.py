"""Counts what a hand does: every time a finger comes down on the page, and every key that is struck."""

from playwright.sync_api import Page

# Kept with the tab, so that a new start of the page counts on. Heard at the document: a press whose target
# moved away in the same moment is stopped at the window by what drives the browser, and made anew.
COUNT = """(() => {
  for (const [event, name] of [["pointerdown", "taps"], ["keydown", "keys"]]) {
    document.addEventListener(event, ({isTrusted}) => {
      if (isTrusted) sessionStorage.setItem(name, 1 + Number(sessionStorage.getItem(name) ?? 0));
    }, true);
  }
})()"""


class Hand:
    """One hand on one page; it counts from when it is laid on."""

    def __init__(self, page: Page) -> None:
        self._page = page
        page.add_init_script(COUNT)
        page.evaluate(COUNT)

    def rest(self) -> None:
        """Begin to count anew."""
        self._page.evaluate("['taps', 'keys'].forEach((name) => sessionStorage.removeItem(name))")

    @property
    def taps(self) -> int:
        """How often a finger came down."""
        return self._count("taps")

    @property
    def keys(self) -> int:
        """How many keys were struck."""
        return self._count("keys")

    def _count(self, name: str) -> int:
        return int(self._page.evaluate("name => Number(sessionStorage.getItem(name) ?? 0)", name))
