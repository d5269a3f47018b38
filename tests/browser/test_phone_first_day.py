"""The first day with the phone: signing in, the first entry, the home screen, and the language."""

from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import violations
from tests.browser.browsers import PHONE
from tests.browser.live_server import LiveServer
from tests.browser.newcomers import give_code, give_password, newcomer
from tests.browser.phone_app import OFFICER, PhoneApp

# How far what stands on the page was moved, without anybody having pressed: the sum that Lighthouse weighs.
SHIFTS = """(() => {
  globalThis.shifted = 0;
  new PerformanceObserver((list) => {
    for (const {value, hadRecentInput} of list.getEntries()) globalThis.shifted += hadRecentInput ? 0 : value;
  }).observe({type: "layout-shift", buffered: true});
})()"""


def test_from_the_sign_in_page_to_the_first_entry_in_six_presses(
    page: Page, shared_server: LiveServer
) -> None:
    app = PhoneApp(page, shared_server.address, shared_server.instance)
    email = give_password(newcomer(app.instance, OFFICER), like=OFFICER)
    page.add_init_script(SHIFTS)
    page.goto(app.address)
    app.press(page.get_by_role("link", name="Logga in"))
    page.get_by_label("E-post").fill(email)
    page.get_by_label("Lösenord").fill(app.password(OFFICER))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    app.press(page.get_by_role("button", name="Logga in"))
    expect(app.screen("/")).to_contain_text("Inget loggat än. Tryck på Ny när något är gjort.")
    # The way to the home screen stands below what is logged with, and moves nothing.
    hint = page.get_by_role("region", name="Hemskärmen")
    expect(hint).to_contain_text("Lägg Fältlogg på hemskärmen")
    expect(page.get_by_role("link", name="Ny", exact=True).locator("visible=true")).to_be_in_viewport()
    assert page.evaluate("shifted") < 0.1
    # A first start waits for the line: nothing is fetched twice.
    told = [path for path in asked if path.startswith(("/api/v1/reference", "/api/v1/plan/"))]
    assert sorted(told) == ["/api/v1/plan/1814", "/api/v1/reference"]
    assert violations(page) == []

    app.new()
    # Without a past the likeliest kinds stand first, none of them chosen.
    app.press(app.screen("/ny").locator("label:has([name=what])").first)
    app.press(app.screen("/ny").locator("label:has([name=where])").first)
    app.save()
    expect(app.receipt).to_contain_text("Sparad")
    assert app.presses <= 6

    page.evaluate(
        """() => dispatchEvent(Object.assign(
          new Event("beforeinstallprompt", {cancelable: true}), {prompt: () => { window.asked = true; }}))"""
    )
    hint.get_by_role("button", name="Installera").click()
    assert page.evaluate("window.asked")
    hint.get_by_role("button", name="Inte nu").click()
    expect(hint).to_have_count(0)
    app.open()
    app.says("Allt skickat")
    page.wait_for_load_state("networkidle")
    expect(hint).to_have_count(0)


def test_whoever_is_invited_types_a_code_chooses_a_password_and_logs(
    page: Page, shared_server: LiveServer
) -> None:
    app = PhoneApp(page, shared_server.address, shared_server.instance)
    email = give_code(newcomer(app.instance, OFFICER), "K7QM-2XFD-9RTA")
    page.goto(f"{app.address}/kod")
    page.get_by_label("E-post").fill(email)
    page.get_by_label("Koden").fill("k7qm 2xfd 9rta")
    for label in ("Nytt lösenord, minst 12 tecken", "Nytt lösenord en gång till"):
        page.get_by_label(label).fill("rakt uppe på hustaket")
    app.press(page.get_by_role("button", name="Spara och logga in"))
    expect(app.screen("/")).to_contain_text("Inget loggat än. Tryck på Ny när något är gjort.")
    app.new()
    app.press(app.screen("/ny").locator("label:has([name=what])").first)
    app.press(app.screen("/ny").locator("label:has([name=where])").first)
    app.save()
    expect(app.receipt).to_contain_text("Sparad")
    assert app.presses <= 5


def test_an_iphone_is_told_its_own_way_to_the_home_screen(
    browser: Browser, shared_server: LiveServer
) -> None:
    agent = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1"
    with browser.new_context(**PHONE | {"user_agent": agent, "has_touch": True}) as context:
        app = PhoneApp(context.new_page(), shared_server.address, shared_server.instance)
        app.sign_in()
        hint = app.page.get_by_role("region", name="Hemskärmen")
        expect(hint).to_contain_text("Tryck på Dela i Safari")
        expect(hint).to_contain_text("Öppna den därifrån medan du har nät")
        app.tab("Mer")
        app.page.get_by_role("link", name="Lägg Fältlogg på hemskärmen").click()
        expect(app.screen("/hjalp").locator("details[open]")).to_contain_text("Tryck på Dela i Safari")


def test_a_phone_that_speaks_english_logs_and_tells_in_english(page: Page, shared_server: LiveServer) -> None:
    app = PhoneApp(page, shared_server.address, shared_server.instance)
    app.sign_in()
    app.tab("Mer")
    page.get_by_text("English", exact=True).click()
    expect(page.get_by_role("heading", name="Appearance")).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "en"
    # Kept by the worker like the rest: from here on there is no network.
    page.context.set_offline(True)
    page.goto(app.address)
    expect(app.state).to_have_text("Nothing to send")
    assert violations(page) == []
    page.get_by_role("link", name="New", exact=True).click()
    expect(app.screen("/ny").get_by_role("heading", level=1)).to_have_text("New activity")
    app.screen("/ny").locator("label:has([name=what])").first.click()
    app.screen("/ny").locator("label:has([name=where])").first.click()
    assert violations(page) == []
    page.get_by_role("button", name="Save", exact=True).click()
    expect(app.receipt).to_contain_text("Saved")
    expect(app.receipt).to_contain_text("1 waiting")
    expect(app.receipt).to_contain_text("Undo")
    for tab, words in {
        "Mine": "1 waiting",
        "Figures": "Figures from",
        "More": "1 activity is not received yet.",
    }.items():
        page.get_by_role("navigation").get_by_role("link", name=tab).click()
        expect(page.locator("[data-screen]:not([hidden])")).to_contain_text(words)
        assert violations(page) == []
    page.get_by_role("link", name="Read the help").click()
    page.get_by_text("What happens without network?").click()
    expect(app.screen("/hjalp")).to_contain_text("You log as usual.")
    assert violations(page) == []
