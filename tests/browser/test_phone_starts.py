"""Starting the phone: installable, at once without network, and one release at a time."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.fault_proxy import FaultProxy
from tests.browser.line_faults import portal
from tests.browser.live_server import LiveServer
from tests.browser.phone import Phone
from tests.browser.phone_app import PhoneApp, until
from tests.faults import Fired, Room, fault
from tests.readers.html import HtmlValidator

SCREENS = ["/", "/ny", "/flera", "/mina", "/laget", "/mer", "/hjalp"]
WAITING = "async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting)"
NEXT_RELEASE = b"feedfacecafe"


@pytest.fixture
def line(shared_server: LiveServer) -> Iterator[FaultProxy]:
    proxy = FaultProxy(shared_server.port)
    proxy.start()
    yield proxy
    proxy.stop()


def test_the_phone_can_be_installed(phone: Phone, shared_server: LiveServer) -> None:
    app = PhoneApp(phone.turn_on(), shared_server.address, shared_server.instance)
    app.sign_in()
    devtools = phone.context.new_cdp_session(app.page)
    assert devtools.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
    assert devtools.send("Page.getAppManifest")["errors"] == []


def test_every_screen_starts_with_the_server_gone(phone: Phone, live_server: LiveServer) -> None:
    app = PhoneApp(phone.turn_on(), live_server.address, live_server.instance)
    app.give_password()
    app.await_the_worker()
    app.tab("Läget")
    expect(app.screen("/laget")).to_contain_text("Siffror från")
    phone.turn_off()
    live_server.stop()
    app = PhoneApp(phone.turn_on(), live_server.address, live_server.instance)
    for path in SCREENS:
        app.open(path)
        expect(app.screen(path).get_by_role("heading", level=1)).not_to_be_empty()
    app.open("/?src=hemskarm", screen="/")
    app.open("/laget")
    expect(app.screen("/laget")).to_contain_text("Lanna badgruva")
    expect(app.screen("/laget")).to_contain_text("av 2:00")


def test_a_portal_fills_no_cache_and_settles_no_entry(
    page: Page, shared_server: LiveServer, line: FaultProxy
) -> None:
    app = PhoneApp(page, line.address, shared_server.instance)
    app.sign_in()
    line.inject(portal, on=None, times=None)
    app.log("Fotpatrull", "Hidinge skola")
    app.says("1 väntar på nät")
    app.open()
    app.says("1 väntar på nät")
    kept = page.evaluate(
        """async () => {
          const texts = [];
          for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) texts.push(await (await cache.match(request)).text());
          }
          return texts;
        }"""
    )
    assert len(kept) > 20
    assert not any("Hotell" in text for text in kept)
    line.clear()
    app.open()
    app.says("Allt skickat")


@fault("update waiting", room=Room.WORKER, expect="the entry is saved in the old release; the new one waits")
def test_a_new_release_waits_until_the_person_agrees(
    page: Page, shared_server: LiveServer, line: FaultProxy, fired: Fired
) -> None:
    app = PhoneApp(page, line.address, shared_server.instance)
    app.sign_in()
    release = page.evaluate("document.body.dataset.release")
    line.renames = (release.encode(), NEXT_RELEASE)
    app.new()
    page.evaluate("navigator.serviceWorker.getRegistration().then((found) => found.update())")
    until(page, WAITING)
    app.choose_kind("Fotpatrull")
    app.choose("length", "120")
    app.save()
    expect(app.receipt).to_contain_text("Sparad")
    fired(page.evaluate(WAITING), "the release that waits")
    assert page.evaluate("document.body.dataset.release") == release

    app.tab("Mer")
    page.get_by_role("button", name="Byt till den nya versionen").click()
    page.wait_for_function("() => document.body?.dataset.release === 'feedfacecafe'")
    until(page, "async () => (await caches.keys()).join() === 'faltlogg-feedfacecafe'")
    expect(app.screen("/mer")).to_contain_text("feedfacecafe")
    assert len(app.kept_operations()) == 1


@fault("precache half failed", room=Room.WORKER, expect="the half release is thrown away, the old one stays")
def test_a_release_that_came_half_is_not_taken(
    page: Page, shared_server: LiveServer, line: FaultProxy, fired: Fired
) -> None:
    app = PhoneApp(page, line.address, shared_server.instance)
    app.sign_in()
    release = page.evaluate("document.body.dataset.release")
    # The worker is of the next release, all else still of this one: a deploy in two steps.
    line.renames, line.only_on = (release.encode(), NEXT_RELEASE), "/sw.js"
    page.evaluate(
        """async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          const ended = new Promise((done) => registration.addEventListener("updatefound", () => {
            const worker = registration.installing;
            worker.addEventListener("statechange", () => worker.state === "redundant" && done());
          }));
          await registration.update();
          await ended;
        }"""
    )
    fired(line.sent_to("/sw.js"), "the release that came half")
    assert page.evaluate("caches.keys()") == [f"faltlogg-{release}"]
    page.context.set_offline(True)
    app.open("/mina")


def test_nothing_but_the_own_server_is_asked(page: Page, shared_server: LiveServer) -> None:
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    app = PhoneApp(page, shared_server.address, shared_server.instance)
    app.sign_in()
    for name in ("Mina", "Läget", "Mer", "Logga"):
        app.tab(name)
    assert asked
    assert all(address.startswith((shared_server.address, "data:", "blob:")) for address in asked)


def test_a_browser_that_keeps_nothing_is_told_of(page: Page, shared_server: LiveServer) -> None:
    page.add_init_script(
        "IDBFactory.prototype.open = () => { throw new DOMException('private', 'SecurityError'); }"
    )
    page.goto(shared_server.address)
    expect(page.get_by_text("Webbläsaren låter inte Fältlogg spara något.")).to_be_visible()


def test_without_script_the_page_says_where_to_go(
    page: Page, shared_server: LiveServer, html_validator: HtmlValidator
) -> None:
    html = page.request.get(shared_server.address).text()
    assert html_validator.faults(html, "/") == []
    assert "<noscript>" in html
