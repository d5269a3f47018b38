"""For people: every screen in every state and theme is sound to hear, to press, to zoom, to tab through."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations
from tests.browser.installed import Lent
from tests.browser.layout import crushed, small_or_close, too_wide
from tests.browser.live_server import LiveServer
from tests.browser.phone_app import OFFICER, PLANNED, PhoneApp
from tests.browser.phone_states import in_every_state, lay, operation

THEMES = ["light", "dark", "night"]
TABS = ["Logga", "Mina", "Läget", "Mer"]


@pytest.fixture
def app(installed: Lent, shared_server: LiveServer) -> PhoneApp:
    app = PhoneApp(installed.page_at(shared_server.address), shared_server.address, shared_server.instance)
    app.sign_in(OFFICER)
    return app


def wear(app: PhoneApp, theme: str) -> None:
    app.page.evaluate("theme => localStorage.setItem('theme', theme)", theme)
    app.open()


def faults_on_every_screen(app: PhoneApp) -> list[str]:
    faults = []
    for name in TABS:
        app.tab(name)
        expect(app.page.locator("[data-screen]:not([hidden]) h1")).to_have_text(name)
        if name == "Läget":
            expect(app.screen("/laget")).to_contain_text("Siffror från")
        faults += [f"{name}: {fault}" for fault in violations(app.page)]
    app.page.get_by_role("link", name="Läs hjälpen").click()
    for summary in app.screen("/hjalp").locator("summary").all():
        summary.click()
    faults += [f"Hjälp: {fault}" for fault in violations(app.page)]
    app.tab("Logga")
    app.new()
    faults += [f"Ny: {fault}" for fault in violations(app.page)]
    app.page.locator("summary", has_text="Fler uppgifter").click()
    expect(app.page.get_by_label("Anteckning")).to_be_visible()
    app.page.get_by_label("Anteckning").fill("Ring 070-123 45 67")
    app.page.get_by_role("button", name="Alla typer").click()
    faults += [f"Ny, allt framme: {fault}" for fault in violations(app.page)]
    return faults


@pytest.mark.parametrize("theme", THEMES)
def test_every_screen_with_nothing_yet_is_sound(app: PhoneApp, theme: str) -> None:
    wear(app, theme)
    assert faults_on_every_screen(app) == []


@pytest.mark.parametrize("theme", THEMES)
def test_every_screen_with_entries_in_every_state_is_sound(app: PhoneApp, theme: str) -> None:
    app.page.context.set_offline(True)
    app.log("Fotpatrull", "Hidinge skola")
    lay(app.page, **in_every_state())
    wear(app, theme)
    app.again.first.click()
    expect(app.receipt).to_be_visible()
    expect(app.screen("/")).to_contain_text("Webbläsaren har rensat det som låg i telefonen.")
    expect(app.screen("/")).to_contain_text("När slutade den första?")
    app.page.get_by_role("button", name="Annan tid").click()
    app.page.get_by_role("button", name="Närvaro sedan").click()
    app.unfold_what_is_planned()
    assert violations(app.page) == []
    app.says("behöver dig")
    app.tab("Mina")
    mine = app.screen("/mina")
    for words in ("Platsen finns inte i kommunen.", "Posten kan inte läsas.", "Hos samordnaren", "skiljer"):
        expect(mine).to_contain_text(words)
    for summary in mine.locator("summary").all():
        summary.click()
    expect(mine).to_contain_text("Rättad av samordnaren")
    mine.get_by_role("button", name="Ta bort").last.click()
    expect(mine).to_contain_text("Varför tas den bort?")
    assert violations(app.page) == []
    assert faults_on_every_screen(app) == []
    app.open("/flera")
    app.page.get_by_role("button", name="Spara alla 4").click()
    expect(app.screen("/flera")).to_contain_text("Samma tid och plats som rad 2")
    expect(app.screen("/flera").locator(".sheet__fault")).to_have_text("Tiden ligger i framtiden.")
    assert violations(app.page) == []


def test_every_state_is_told_at_any_width_and_size_of_text(app: PhoneApp) -> None:
    app.page.context.set_offline(True)
    lay(app.page, **in_every_state())
    for width, text in ((320, "100%"), (360, "200%"), (740, "100%")):
        app.page.set_viewport_size({"width": width, "height": 740})
        app.open("/mina")
        app.page.evaluate("size => { document.documentElement.style.fontSize = size; }", text)
        app.tab("Logga")
        expect(app.screen("/")).to_contain_text("När slutade den första?")
        app.page.get_by_role("button", name="Annan tid").click()
        app.page.get_by_role("button", name="Närvaro sedan").click()
        app.unfold_what_is_planned()
        assert too_wide(app.page) == []
        assert crushed(app.page) == []
        if text == "100%":
            assert small_or_close(app.page) == []
        app.tab("Mina")
        for summary in app.screen("/mina").locator("summary").all():
            summary.click()
        app.screen("/mina").get_by_role("button", name="Ta bort").last.click()
        assert too_wide(app.page) == []
        assert crushed(app.page) == []
        if text == "100%":
            assert small_or_close(app.page) == []
        app.tab("Mer")
        expect(app.screen("/mer")).to_contain_text("Telefonens klocka går 12 minuter fel")
        assert too_wide(app.page) == []
        assert crushed(app.page) == []
        assert small_or_close(app.page) == []
        app.open("/flera")
        app.page.evaluate("size => { document.documentElement.style.fontSize = size; }", text)
        expect(app.screen("/flera")).to_contain_text("Samma tid och plats som rad 2")
        assert too_wide(app.page) == []
        assert crushed(app.page) == []
        assert small_or_close(app.page) == []


def test_what_sets_two_versions_apart_shows_without_colour(app: PhoneApp) -> None:
    app.page.context.set_offline(True)
    lay(app.page, **in_every_state())
    app.page.emulate_media(forced_colors="active", reduced_motion="reduce")
    app.open("/mina")
    marks = app.screen("/mina").locator(".fact--differs")
    expect(marks).to_have_count(4)
    for mark in marks.all():
        expect(mark).to_contain_text("skiljer")
        expect(mark.locator("svg")).to_be_visible()


def test_a_guarded_sign_out_and_a_phone_without_a_person_are_sound(app: PhoneApp) -> None:
    app.page.context.set_offline(True)
    app.log("Fotpatrull", "Hidinge skola")
    app.tab("Mer")
    app.page.get_by_role("button", name="Logga ut").click()
    expect(app.page.get_by_role("dialog")).to_be_visible()
    assert violations(app.page) == []
    app.page.get_by_role("button", name="Logga ut ändå").click()
    expect(app.screen("nobody")).to_be_visible()
    assert violations(app.page) == []


def test_four_hundred_entries_are_listed_as_needed(app: PhoneApp) -> None:
    app.log("Badplatsbesök", "Lanna badgruva")
    app.says("Allt skickat")
    lay(app.page, [operation(hours_ago=1.5 * place) for place in range(1, 401)])
    app.open("/mina")
    expect(app.screen("/mina")).to_contain_text("Alla 401 mottagna")
    lines = app.screen("/mina").locator(".line")
    expect(lines).to_have_count(60)
    app.page.get_by_role("button", name="Visa fler").press("Enter")
    expect(lines).to_have_count(180)
    expect(lines.nth(60).locator("summary")).to_be_focused()
    assert violations(app.page) == []


@pytest.mark.parametrize(("width", "text"), [(320, "100%"), (360, "200%"), (768, "100%"), (1280, "100%")])
def test_nothing_is_cut_or_runs_out_to_the_side(app: PhoneApp, width: int, text: str) -> None:
    app.log("Badplatsbesök", "Lanna badgruva")
    app.page.set_viewport_size({"width": width, "height": 740})
    app.page.evaluate("size => { document.documentElement.style.fontSize = size; }", text)
    for name in TABS:
        app.tab(name)
        assert too_wide(app.page) == []
        assert crushed(app.page) == []
    app.tab("Logga")
    app.new()
    app.page.locator("summary", has_text="Fler uppgifter").click()
    expect(app.page.get_by_label("Anteckning")).to_be_visible()
    assert too_wide(app.page) == []


def test_what_is_pressed_is_48_high_with_8_between(app: PhoneApp) -> None:
    app.log("Badplatsbesök", "Lanna badgruva")
    for name in TABS:
        app.tab(name)
        assert small_or_close(app.page) == []
    app.tab("Logga")
    app.new()
    app.page.get_by_role("button", name="Nu,").click()
    expect(app.page.get_by_label("Annat datum")).to_be_visible()
    assert small_or_close(app.page) == []


def test_the_keyboard_alone_logs_an_activity_and_takes_it_back(app: PhoneApp) -> None:
    page = app.page
    app.log("Badplatsbesök", "Lanna badgruva")
    app.open()
    tab_to(page, "Ny")
    page.keyboard.press("Enter")
    expect(app.screen("/ny")).to_be_visible()
    expect(page.get_by_role("heading", name="Ny aktivitet")).to_be_focused()
    tab_to(page, "120")
    page.keyboard.press("ArrowLeft")
    tab_to(page, "Spara")
    page.keyboard.press("Enter")
    expect(app.receipt).to_contain_text("Sparad")
    expect(app.receipt.get_by_role("button", name="Ångra")).to_be_focused()
    expect(app.receipt).to_contain_text("9 s")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").last).to_contain_text("Ångrad")
    expect(app.planned(PLANNED)).to_be_visible()
    tab_to(page, "Gjort")
    page.keyboard.press("Enter")
    expect(app.receipt.get_by_role("button", name="Ångra")).to_be_focused()
    expect(app.receipt).to_contain_text("9 s")
    page.keyboard.press("Enter")
    expect(app.planned(PLANNED).get_by_role("button", name=PLANNED)).to_be_focused()
    app.says("Allt skickat")  # what is planned is everybody's


def test_the_keyboard_alone_says_why_not_takes_it_back_and_runs_presence(app: PhoneApp) -> None:
    page = app.page
    app.log("Badplatsbesök", "Lanna badgruva")
    app.says("Allt skickat")
    app.open()
    row = app.planned(PLANNED).get_by_role("button", name=PLANNED)
    row.focus()
    page.keyboard.press("Space")
    expect(row).to_have_attribute("aria-expanded", "true")
    for name in ("Gjort", "Ändra innan det sparas", "Annat gick före"):
        page.keyboard.press("Tab")
        expect(app.planned(PLANNED).get_by_role("button", name=name)).to_be_focused()
    tab_to(page, "Vädret")
    page.keyboard.press("Enter")
    expect(app.receipt.get_by_role("button", name="Ångra")).to_be_focused()
    app.open()  # instead of the receipt's ten seconds
    app.planned(PLANNED).filter(has_text="Vädret").get_by_role("button", name="Ändra").press("Enter")
    expect(page.locator("[data-ui=voice]")).to_have_text("Öppen igen.")
    expect(row).to_be_focused()

    page.get_by_role("button", name="Starta närvaro").focus()
    page.keyboard.press("Enter")
    presence = page.get_by_role("button", name="Närvaro sedan")
    expect(presence).to_be_focused()
    page.keyboard.press("Enter")
    tab_to(page, "Ta bort")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Starta närvaro")).to_be_focused()


def test_the_night_has_no_bright_surface(app: PhoneApp) -> None:
    app.log("Badplatsbesök", "Lanna badgruva")
    wear(app, "night")
    app.again.first.click()
    expect(app.receipt).to_be_visible()
    brightest = app.page.evaluate(
        """() => Math.max(...[...document.querySelectorAll("body, body *")].map((element) => {
          const parts = getComputedStyle(element).backgroundColor.match(/[\\d.]+/g).map(Number);
          const [red, green, blue, alpha = 1] = parts;
          const linear = (value) => (value / 255) ** 2.2;
          return alpha * (0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue));
        }))"""
    )
    assert brightest < 0.05


def test_with_forced_colours_what_is_chosen_still_shows(app: PhoneApp) -> None:
    app.page.emulate_media(forced_colors="active", reduced_motion="reduce")
    app.new()
    chosen = app.page.locator('label:has(input[name="length"]:checked)')
    other = app.page.locator('label:has(input[name="length"]:not(:checked))').first
    width = "element => getComputedStyle(element).borderTopWidth"
    assert chosen.evaluate(width) != other.evaluate(width)


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the thing of that name has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        text = page.evaluate(
            "() => (document.activeElement.closest('label') ?? document.activeElement).textContent.trim()"
        )
        if text == name:
            return
        # Radio buttons take one stop for all: the arrows go on from there.
        if page.evaluate("() => document.activeElement.name === 'length'") and name.isdecimal():
            for _ in range(5):
                page.keyboard.press("ArrowRight")
                if page.evaluate("() => document.activeElement.closest('label').textContent") == name:
                    return
    raise AssertionError(f"{name} is not reached")


def test_with_forced_colours_on_black_the_charts_are_seen_whatever_theme_was_chosen(app: PhoneApp) -> None:
    app.tab("Läget")
    expect(app.screen("/laget").locator(".cell--kept").first).to_be_visible()
    app.page.evaluate("document.documentElement.dataset.theme = 'light'")
    app.page.emulate_media(forced_colors="active", color_scheme="dark")
    inks: list[str] = app.page.evaluate(
        """() => [document.body, ...document.querySelectorAll("[data-screen='/laget'] .cell")]
          .map((one) => getComputedStyle(one).color)"""
    )
    assert len(inks) > 50
    assert set(inks) == {"rgb(255, 255, 255)"}


def test_the_night_that_was_chosen_goes_along_to_the_pages_of_the_server(app: PhoneApp) -> None:
    page, night = app.page, "rgb(9, 6, 4)"
    bar = page.locator("meta[name=theme-color]")
    app.tab("Mer")
    page.get_by_text("Natt", exact=True).click()
    expect(page.locator("body")).to_have_css("background-color", night)
    expect(bar).to_have_attribute("content", "#090604")
    app.open("/mer")
    expect(bar).to_have_attribute("content", "#090604")
    page.goto(f"{app.address}/konto")
    expect(page.locator("html")).to_have_attribute("data-theme", "night")

    app.open("/mer")
    page.get_by_text("Auto", exact=True).click()
    expect(bar).to_have_count(0)
    page.goto(f"{app.address}/konto")
    assert page.locator("html").get_attribute("data-theme") is None
