"""Practice: what can go wrong, with no request leaving the phone and nothing real touched."""

from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.accessibility import violations
from tests.browser.installed import Lent
from tests.browser.layout import crushed, small_or_close
from tests.browser.live_server import LiveServer
from tests.browser.phone_app import PhoneApp, until
from tests.browser.phone_ways import practise

# The page's own way to a database is pretended in practice; the browser's is not.
REAL = """async (name) => {
  const database = await new Promise((done, failed) => {
    const opening = IDBFactory.prototype.open.call(indexedDB, name);
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => failed(opening.error);
  });
  const stores = [...database.objectStoreNames];
  const all = (store, way) => new Promise((done) => {
    const asking = database.transaction(store).objectStore(store)[way]();
    asking.onsuccess = () => done(asking.result);
  });
  const dump = await Promise.all(stores.map(async (one) =>
    [one, await all(one, "getAllKeys"), await all(one, "getAll")]));
  database.close();
  return JSON.stringify(dump);
}"""
DATABASES = "async () => (await IDBFactory.prototype.databases.call(indexedDB)).map(({name}) => name).sort()"
NOTHING_LEFT = f"async () => !(await ({DATABASES})()).some((name) => name.startsWith('ovning-'))"


@pytest.fixture
def app(installed: Lent, shared_server: LiveServer) -> PhoneApp:
    app = PhoneApp(installed.page_at(shared_server.address), shared_server.address, shared_server.instance)
    app.sign_in()
    return app


def band(app: PhoneApp) -> Locator:
    return app.page.get_by_role("complementary", name="Övning")


def begin(app: PhoneApp) -> None:
    practise(app.page)
    expect(band(app)).to_contain_text("Övning: inget sparas på riktigt")


def trouble(app: PhoneApp, name: str) -> None:
    band(app).get_by_label("Öva på").select_option(label=name)


def own_name(app: PhoneApp) -> str:
    assert app.person
    user = app.person.user_id
    return "faltlogg-" + "-".join((user[:8], user[8:12], user[12:16], user[16:20], user[20:]))


def real_log(app: PhoneApp) -> list[Any]:
    names = [name for name in app.page.evaluate(DATABASES) if name in ("faltlogg", own_name(app))]
    assert len(names) == 2
    return [app.page.evaluate(REAL, name) for name in names]


def test_what_can_go_wrong_is_tried_and_nothing_of_it_is_real(app: PhoneApp) -> None:
    compared = f"async (name) => JSON.stringify(await ({REAL})(name)).includes('reconciled_at')"
    app.page.wait_for_function(compared, arg=own_name(app))  # the daily comparison writes when it is done
    app.page.context.set_offline(True)
    app.log("Fotpatrull", "Hidinge skola")
    app.says("1 väntar på nät")
    app.tab("Mer")
    expect(app.screen("/mer")).to_contain_text("Det som väntar ligger kvar och skickas när övningen är slut.")
    before, on_server = real_log(app), app.operations_on_server()

    begin(app)
    asked: list[str] = []
    app.page.context.on("request", lambda request: asked.append(request.url))
    app.page.context.set_offline(False)
    for stop in (band(app).get_by_role("button"), band(app).get_by_label("Öva på")):
        app.page.keyboard.press("Tab")
        expect(stop).to_be_focused()
    app.again.first.press("Enter")  # somebody who has logged once, or never, has rows to practise on
    expect(app.receipt.get_by_role("button", name="Ångra")).to_be_focused()
    expect(app.receipt).to_contain_text("Sparad")
    app.log("Fotpatrull", "Hidinge skola")
    app.says("Allt skickat")

    trouble(app, "Inget nät")
    app.log("Skolbesök", "Hidinge skola")
    app.says("1 väntar på nät")
    app.page.reload()
    app.says("1 väntar på nät")
    heard = app.page.locator("[data-ui=heard]")
    expect(heard).to_have_text("")
    trouble(app, "Allt fungerar")
    app.says("Allt skickat")
    expect(heard).to_have_text("Allt skickat.")

    trouble(app, "Inloggningen har gått ut")
    app.log("Klassbesök", "Hidinge skola")
    expect(app.screen("/")).to_contain_text(
        "Logga in igen för att skicka. Din aktivitet ligger kvar i telefonen."
    )
    app.screen("/").get_by_role("link", name="Logga in", exact=True).click()
    app.says("Allt skickat")

    trouble(app, "Telefonen är full")
    app.again.first.click()
    expect(app.screen("/")).to_contain_text("EJ sparad. Telefonen är full.")
    assert violations(app.page) == []
    app.page.get_by_role("button", name="Tillbaka").click()

    trouble(app, "Nästa aktivitet behöver dig")
    app.again.first.click()
    app.says("1 behöver dig")
    expect(heard).to_have_text("1 behöver dig.")
    app.tab("Mina")
    app.page.get_by_role("button", name="Välj plats").click()
    app.choose_place("Hidinge skola")
    app.save()
    app.says("Allt skickat")
    app.tab("Mer")
    expect(app.page.get_by_role("button", name="Logga ut")).to_have_count(0)

    assert real_log(app) == before
    assert [address for address in asked if "/api/" in address] == []
    band(app).get_by_role("button", name="Avsluta").click()
    expect(band(app)).to_have_count(0)
    app.says("Allt skickat")
    assert len(app.kept_operations()) == 1
    assert len(app.operations_on_server()) == len(on_server) + 1
    until(app.page, NOTHING_LEFT)
    assert app.page.evaluate("Object.keys(sessionStorage).concat(localStorage.practised ?? [])") == []


def test_practice_that_was_cut_off_is_swept_up_at_the_next_start(app: PhoneApp) -> None:
    begin(app)
    trouble(app, "Inget nät")
    app.log("Fotpatrull", "Hidinge skola")
    assert "ovning-faltlogg-ovning" in app.page.evaluate(DATABASES)
    later = app.page.context.new_page()  # of the same phone, but the tab that practised is gone
    app.page.close()
    app.page = later
    app.open()
    expect(band(app)).to_have_count(0)
    app.says("Inget att skicka")
    until(app.page, NOTHING_LEFT)


@pytest.mark.parametrize(
    ("theme", "width", "text"), [("light", 320, 16), ("dark", 360, 32), ("night", 360, 16)]
)
def test_every_screen_says_that_it_is_practice_and_is_sound(
    app: PhoneApp, theme: str, width: int, text: int
) -> None:
    app.page.evaluate("theme => localStorage.setItem('theme', theme)", theme)
    app.page.set_viewport_size({"width": width, "height": 740})
    for address in ("/", "/mina", "/laget", "/mer", "/ny", "/flera", "/hjalp"):
        practise(app.page, address) if address == "/" else app.open(address)
        app.page.evaluate("size => { document.documentElement.style.fontSize = `${size}px`; }", text)
        expect(band(app)).to_be_in_viewport()
        assert crushed(app.page) == []
        if text == 16:  # with large text what is pinned and what scrolls under it meet
            assert small_or_close(app.page) == []
        assert app.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        if address not in ("/laget", "/flera", "/hjalp"):  # axe is slow, and reads those elsewhere
            assert violations(app.page) == []
