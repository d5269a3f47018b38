"""After a form the browser goes on where one was: at the changed row, or at what is wrong; no script does."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.live_server import LiveServer
from tests.browser.pages import DRAFT, Visitor, names_of
from tests.browser.visits import Visits

WORDS = "/installningar/ordlista"
PATROL = f"{WORDS}/typ/foot_patrol"
TWINS = "/aktiviteter/1814/dubbletter"
TWICE = "/aktiviteter/1814/{lekeberg_twice}"
# Whether what has the focus lies in the window.
IN_SIGHT = """() => {
  const { top, bottom } = document.activeElement.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}"""


class Desk:
    """Pages of a server of the test's own, with a script or without, on a phone's width or a desk's."""

    def __init__(
        self, browser: Browser, server: LiveServer, context: dict[str, Any], *, script: bool
    ) -> None:
        self._visits = Visits(browser, server, context, {})
        self._browser, self._server, self._context = browser, server, context
        self._names = names_of(server.instance)
        self._script = script
        self._open: list[BrowserContext] = []

    def page(self, address: str, visitor: Visitor, width: int = 1280) -> Page:
        """The page by this address, as the visitor has it."""
        state = self._visits.context_of(visitor).storage_state()
        sized = {**self._context, "viewport": {"width": width, "height": 740}}
        context = self._browser.new_context(**sized, storage_state=state, java_script_enabled=self._script)
        self._open.append(context)
        page = context.new_page()
        page.goto(self._server.address + address.format(**self._names))
        return page

    def close(self) -> None:
        """Close every browser."""
        for context in self._open:
            context.close()
        self._visits.close()


with_a_script_too = pytest.mark.parametrize("desk", [True, False], indirect=True, ids=["script", "none"])


@pytest.fixture
def desk(
    browser: Browser,
    live_server: LiveServer,
    browser_context_args: dict[str, Any],
    request: pytest.FixtureRequest,
) -> Iterator[Desk]:
    """The desk without a script, but for a test that asks for one."""
    desk = Desk(browser, live_server, browser_context_args, script=getattr(request, "param", False))
    yield desk
    desk.close()


@with_a_script_too
def test_a_word_that_was_changed_has_the_focus_and_tab_goes_on_behind_it(desk: Desk):
    page = desk.page(PATROL, Visitor.ADMIN)
    page.get_by_label("På engelska", exact=True).fill("walk on foot")
    page.keyboard.press("Enter")

    row = page.locator("#typ-foot_patrol")
    expect(row).to_be_focused()
    assert page.evaluate(IN_SIGHT)
    page.keyboard.press("Tab")
    assert row.locator(":focus").count() == 1  # the first link of that row, not of the page


def test_a_promise_that_was_moved_in_a_draft_has_the_focus_where_it_is_now(desk: Desk):
    page = desk.page(DRAFT, Visitor.LEKEBERG, width=360)
    moved = page.locator("#traffic-checks")
    before = moved.bounding_box()
    moved.get_by_role("button", name=re.compile("^Ner")).press("Enter")

    expect(moved).to_be_focused()
    assert page.evaluate(IN_SIGHT)
    assert moved.bounding_box() != before


@with_a_script_too
def test_the_next_pair_has_the_focus_when_one_is_decided(desk: Desk):
    page = desk.page(TWINS, Visitor.LEKEBERG, width=360)
    page.get_by_text("Behåll båda").first.click()
    page.get_by_role("button", name="Behåll båda").first.press("Enter")

    expect(page.locator("#nasta")).to_be_focused()
    expect(page.locator("#nasta")).to_contain_text("Inget ser ut att vara loggat två gånger")
    assert page.evaluate(IN_SIGHT)


def test_where_no_row_was_changed_the_line_that_says_so_has_the_focus_and_a_plain_visit_has_none(desk: Desk):
    page = desk.page("/mandagsbrevet", Visitor.LEKEBERG)
    expect(page.locator("#sparat")).to_be_hidden()
    page.locator("main form button").press("Enter")

    expect(page.locator("#sparat")).to_be_focused()
    expect(page.locator("#sparat")).to_have_text("Sparat. Så här är det nu.")


@with_a_script_too
def test_a_field_that_is_wrong_has_the_focus_with_what_was_typed(desk: Desk):
    page = desk.page(PATROL, Visitor.ADMIN, width=360)
    english = page.get_by_label("På engelska", exact=True)
    page.get_by_label("På svenska", exact=True).fill(" ")
    english.fill("walk on foot")
    page.keyboard.press("Enter")

    wrong = page.locator("[aria-invalid=true]").first
    expect(wrong).to_be_focused()
    assert page.evaluate(IN_SIGHT)
    expect(english).to_have_value("walk on foot")


def test_a_reason_that_is_lacking_has_the_focus_in_its_fold_that_stays_open(desk: Desk):
    page = desk.page(TWICE, Visitor.LEKEBERG, width=360)
    strike(page, " ")

    expect(page.locator("#stryk-skal")).to_be_focused()
    expect(page.locator("#stryk-skal-fel")).to_be_visible()
    assert page.evaluate(IN_SIGHT)


def test_a_no_that_blames_no_field_has_the_focus_itself(desk: Desk):
    first, late = (desk.page(TWICE, Visitor.LEKEBERG) for _ in range(2))
    for page in (first, late):
        strike(page, "Loggad av misstag")

    expect(first.locator("#sparat")).to_be_focused()
    expect(late.get_by_role("alert")).to_be_focused()
    assert late.evaluate(IN_SIGHT)


def strike(page: Page, reason: str) -> None:
    """Ask for the entry to be struck, for this reason."""
    page.locator("summary", has_text="Stryk").click()
    page.locator("#stryk-skal").fill(reason)
    page.keyboard.press("Enter")
