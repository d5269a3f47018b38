"""For hands: what is pressed lies under the thumb, what has the focus is seen, nothing moves for show."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.installed import Lent
from tests.browser.layout import crushed, small_or_close, too_wide
from tests.browser.live_server import LiveServer
from tests.browser.phone_app import PLANNED, PhoneApp
from tests.browser.phone_states import in_every_state, lay
from tests.browser.test_phone_access import TABS

UPRIGHT: ViewportSize = {"width": 360, "height": 740}
LYING: ViewportSize = {"width": 740, "height": 360}

# Where the focus is, and what a person sees of it.
FOCUSED = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const {left, top, right, bottom} = (element.closest("label") ?? element).getBoundingClientRect();
  const style = getComputedStyle(element);
  const ring = [element, element.closest("label"), element.parentElement].filter(Boolean)
    .some((one) => getComputedStyle(one).outlineStyle !== "none");
  const seen = [[left + 3, top + 3], [right - 3, bottom - 3], [(left + right) / 2, (top + bottom) / 2]]
    .some(([x, y]) => {
      const on = document.elementFromPoint(x, y);
      return on && (on.contains(element) || element.contains(on) || on.closest("label")?.contains(element));
    });
  const pinned = element.closest(".foot, .tabs, .head--form") !== null;
  const words = (element.getAttribute("aria-label") ?? element.textContent).trim();
  return {
    name: `${element.tagName} ${words}`.slice(0, 60),
    top: top + scrollY, left, ring, seen, pinned,
  };
}"""
FROM_THE_TOP = """() => {
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
  scrollTo(0, 0);
}"""
# What Tab must come to: one stop for each group of choices of which one holds.
STOPS = """() => {
  const shown = [...document.querySelectorAll(
    ":is([data-screen], .tabs):not([hidden]) :is(a[href], button, input, select, textarea, summary)"
  )].filter((one) => !one.disabled && one.tabIndex >= 0 && one.checkVisibility({visibilityProperty: true}));
  const groups = new Set(shown.filter(({type}) => type === "radio").map(({name}) => name));
  return shown.filter(({type}) => type !== "radio").length + groups.size;
}"""
MOVING = """() => [...document.querySelectorAll(":is([data-screen], .tabs):not([hidden]) *")]
  .flatMap((one) => [null, "::before", "::after"].map((part) => [one, getComputedStyle(one, part)]))
  .filter(([, style]) => [style.animationDuration, style.transitionDuration]
    .flatMap((given) => given.split(", ")).some((given) => parseFloat(given) > 0.001))
  .map(([one]) => `${one.tagName}.${one.className}`)"""
# What is pressed and, with the system's colours, looks like plain text.
WITHOUT_EDGE = """() => [...document.querySelectorAll("[data-screen]:not([hidden]) :is(.btn, .chip, .input)")]
  .filter((one) => one.getClientRects().length && !one.matches(".btn--quiet, .btn--icon"))
  .filter((one) => {
    const {borderTopWidth, borderBottomWidth} = getComputedStyle(one);
    return parseFloat(borderTopWidth) === 0 && parseFloat(borderBottomWidth) === 0;
  })
  .map((one) => `${one.className} ${one.textContent.trim()}`)"""
PINNED = """() => [...document.querySelectorAll("[data-screen]:not([hidden]) :is(.foot, .head--form), .tabs")]
  .filter((one) => one.getClientRects().length)
  .filter((one) => ["fixed", "sticky"].includes(getComputedStyle(one).position))
  .reduce((sum, one) => sum + one.getBoundingClientRect().height, 0) / innerHeight"""


@pytest.fixture
def app(installed: Lent, shared_server: LiveServer) -> PhoneApp:
    """A phone without network, with entries in every state that there is."""
    app = PhoneApp(installed.page_at(shared_server.address), shared_server.address, shared_server.instance)
    app.sign_in()
    app.page.context.set_offline(True)
    app.log("Fotpatrull", "Hidinge skola")
    lay(app.page, **in_every_state())
    app.open()
    return app


def screens(app: PhoneApp) -> Iterator[str]:
    """Each screen in turn, with all unfolded."""
    app.open()
    for name in TABS:
        app.tab(name)
        expect(app.page.locator("[data-screen]:not([hidden]) h1")).to_have_text(name)
        if name == "Läget":
            expect(app.screen("/laget")).to_contain_text("Siffror från")
            expect(app.screen("/laget").locator("summary").first).to_be_visible()
        for summary in app.page.locator("[data-screen]:not([hidden]) summary:visible").all():
            summary.click()
        if name == "Logga":
            app.unfold_what_is_planned()
        yield name
    app.tab("Logga")
    app.new()
    app.page.locator("summary", has_text="Fler uppgifter").click()
    expect(app.page.get_by_label("Anteckning")).to_be_visible()
    yield "Ny"


@pytest.mark.parametrize("size", [UPRIGHT, LYING], ids=["upright", "lying"])
def test_tab_comes_to_everything_in_the_order_of_reading_and_what_has_the_focus_is_seen(
    app: PhoneApp, size: ViewportSize
) -> None:
    app.page.set_viewport_size(size)
    for name in screens(app):
        stops = tabbed_through(app.page)
        if len(stops) != app.page.evaluate(STOPS):  # something came while Tab was under way
            stops = tabbed_through(app.page)
        assert len(stops) == app.page.evaluate(STOPS), name
        assert [stop["name"] for stop in stops if not stop["ring"]] == [], name
        assert [stop["name"] for stop in stops if not stop["seen"]] == [], name
        flowing = [stop for stop in stops if not stop["pinned"]]
        back = [
            (one["name"], other["name"])
            for one, other in pairwise(flowing)
            if other["top"] < one["top"] - 8 and other["left"] <= one["left"]
        ]
        assert back == [], name


def tabbed_through(page: Page) -> list[dict[str, Any]]:
    """Every stop of Tab from the top of the page to its end."""
    page.evaluate(FROM_THE_TOP)
    stops: list[dict[str, Any]] = []
    for _ in range(200):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None or (stops and (stop["name"], stop["top"]) == (stops[0]["name"], stops[0]["top"])):
            return stops
        stops.append(stop)
    raise AssertionError("Tab comes to no end")


def test_lying_down_and_with_large_text_all_is_reached_and_half_the_screen_is_left_to_read(
    app: PhoneApp,
) -> None:
    app.page.set_viewport_size(LYING)
    for name in screens(app):
        assert app.page.evaluate(PINNED) <= 0.5, name
        assert too_wide(app.page) == [], name
        assert small_or_close(app.page) == [], name
    app.page.set_viewport_size(UPRIGHT)
    app.page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
    for name in screens(app):
        assert app.page.evaluate(PINNED) <= 0.5, name
        assert small_or_close(app.page) == [], name
        assert crushed(app.page) == [], name
    app.choose_place("Lanna badgruva")  # with "utpekad" beside its name
    assert crushed(app.page) == []


def test_lying_down_the_way_to_ny_is_in_sight_and_the_form_has_all_the_room(app: PhoneApp) -> None:
    app.page.set_viewport_size(LYING)
    app.tab("Logga")
    expect(app.planned(PLANNED)).to_be_attached()
    new = app.page.get_by_role("link", name="Ny", exact=True).locator("visible=true")
    expect(new).to_be_in_viewport(ratio=1)
    assert app.page.evaluate("() => document.documentElement.scrollHeight > innerHeight"), (
        "there is more below"
    )
    app.new()
    expect(app.page.get_by_role("button", name="Spara", exact=True)).not_to_be_in_viewport()


def test_what_logs_lies_where_the_thumb_is(app: PhoneApp) -> None:
    app.page.set_viewport_size(UPRIGHT)
    app.tab("Logga")
    below = "element => element.getBoundingClientRect().top / innerHeight"
    assert app.page.get_by_role("link", name="Ny", exact=True).locator("visible=true").evaluate(below) > 0.66
    assert app.page.locator(".tabs a").first.evaluate(below) > 0.66
    app.new()
    assert app.page.get_by_role("button", name="Spara", exact=True).evaluate(below) > 0.66


def test_nothing_moves_for_those_who_asked_for_stillness(app: PhoneApp) -> None:
    app.page.emulate_media(reduced_motion="reduce")
    app.again.first.click()
    expect(app.receipt).to_be_visible()
    assert app.page.evaluate(MOVING) == []
    for name in screens(app):
        assert app.page.evaluate(MOVING) == [], name


def test_in_the_system_s_own_colours_what_is_pressed_has_an_edge(app: PhoneApp) -> None:
    app.page.emulate_media(forced_colors="active")
    for name in screens(app):
        assert app.page.evaluate(WITHOUT_EDGE) == [], name


def test_what_happens_is_said_to_those_who_do_not_see_it(app: PhoneApp) -> None:
    page = app.page
    said = page.locator("[data-ui=voice]")
    assert said.get_attribute("role") == "status"
    app.again.first.click()
    expect(said).to_contain_text("Sparad")
    expect(app.receipt).to_contain_text("9 s")
    app.receipt.get_by_role("button", name="Ångra").click()
    expect(said).to_contain_text("Ångrad")
    app.new()
    expect(page.locator("[data-part=counts]")).to_have_attribute("aria-live", "polite")
    page.locator("summary", has_text="Fler uppgifter").click()
    page.get_by_label("Anteckning").fill("Ring 070-123 45 67")
    app.save()
    expect(said).to_contain_text("telefonnummer")
