"""The worker that keeps the app: ended by one file when broken, asked to wake the page, missed by nobody."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.fault_proxy import FaultProxy
from tests.browser.line_faults import whole
from tests.browser.live_server import LiveServer
from tests.browser.phone_app import OFFICER_BY_THE_SEA, PhoneApp, serving, until
from tests.faults import Fired, Room, fault

PATIENCE = 60_000
# All that the worker keeps, and every address that this page asked for.
KEPT_AND_ASKED = """async () => {
  const texts = performance.getEntriesByType("resource").map(({name}) => name);
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      texts.push(request.url, await (await cache.match(request)).text());
    }
  }
  return texts;
}"""
WORKERS = """async () => (await navigator.serviceWorker.getRegistrations()).map((one) =>
  ["installing", "waiting", "active"].map((which) => `${which}: ${one[which]?.state}`).join())"""


@pytest.fixture
def own_server(demo_instance: Path, tmp_path: Path) -> Iterator[LiveServer]:
    with serving(demo_instance, tmp_path) as server:
        yield server


@fault(
    "broken worker shipped (kill switch that leaves IndexedDB alone)",
    room=Room.WORKER,
    expect="one file ends the worker and its caches; the log is untouched and the app goes on",
)
def test_one_file_ends_the_worker_and_leaves_the_log_alone(
    page: Page, own_server: LiveServer, fired: Fired
) -> None:
    app = PhoneApp(page, own_server.address, own_server.instance)
    app.sign_in(OFFICER_BY_THE_SEA)
    page.evaluate("caches.open('somebody-elses')")
    app.log("Hastighetskontroll", "Norra vägen")
    expect(app.state).to_contain_text("Allt skickat", timeout=PATIENCE)
    before = app.kept_operations()

    (own_server.instance / "worker-off").touch()
    # The page starts anew by itself when its worker is another: nothing is asked of the old one after this.
    page.evaluate("window.isTheOld = true")
    page.evaluate("navigator.serviceWorker.getRegistration().then((found) => void found.update())")
    come_to(app, "async () => !window.isTheOld && !(await navigator.serviceWorker.getRegistration())")
    until(page, "async () => (await caches.keys()).join() === 'somebody-elses'")
    fired("unregister" in page.request.get(f"{app.address}/sw.js").text(), "the switch")

    app.open()
    assert page.evaluate("navigator.serviceWorker.controller") is None
    app.log("Hastighetskontroll", "Norra vägen")
    expect(app.state).to_contain_text("Allt skickat", timeout=PATIENCE)
    assert app.kept_operations()[:1] == before
    assert len(app.operations_on_server()) == 2
    assert page.evaluate("navigator.serviceWorker.getRegistration().then((found) => !found)")

    (own_server.instance / "worker-off").unlink()
    app.open()
    app.await_the_worker()


def come_to(app: PhoneApp, question: str) -> None:
    """Return when the page answers yes, opened again now and then: a worker stays while its page does."""
    for _ in range(PATIENCE // 10_000):
        with suppress(AssertionError):
            return until(app.page, question, timeout=10_000)
        app.open()
    raise AssertionError(f"it never came to be so: {question}; {app.page.evaluate(WORKERS)}")


@fault("sw.js 404/HTML", room=Room.WORKER, expect="the worker that is there stays, and the app with it")
@pytest.mark.parametrize("status", ["404 NOT FOUND", "200 OK"])
def test_a_worker_script_that_is_none_changes_nothing(
    page: Page, own_server: LiveServer, fired: Fired, status: str
) -> None:
    line = FaultProxy(own_server.port)
    line.start()
    app = PhoneApp(page, line.address, own_server.instance)
    app.sign_in(OFFICER_BY_THE_SEA)
    answer = whole(status, "text/html", b"<title>Inte</title>")
    page_of_nothing = line.inject(lambda call: call.reply(answer), on="/sw.js", times=None)
    failed = page.evaluate(
        "navigator.serviceWorker.getRegistration().then((found) => found.update()).then(() => '', String)"
    )
    fired(page_of_nothing.struck and failed, "the failed update")
    assert page.evaluate("navigator.serviceWorker.controller.state") == "activated"
    app.open("/mina")
    line.stop()


@fault("no worker", room=Room.WORKER, expect="the app works with the network: saves, sends, says so")
def test_a_browser_without_workers_logs_with_network(
    page: Page, own_server: LiveServer, fired: Fired
) -> None:
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    app = PhoneApp(page, own_server.address, own_server.instance)
    app.give_password(OFFICER_BY_THE_SEA)
    expect(app.screen("/")).to_be_visible()
    fired(page.evaluate("!('serviceWorker' in navigator)"), "the missing worker")
    app.log("Hastighetskontroll", "Norra vägen")
    expect(app.state).to_contain_text("Allt skickat", timeout=PATIENCE)
    assert len(app.operations_on_server()) == 1


def test_background_sync_wakes_the_page_and_sends_nothing_itself(
    context: BrowserContext, own_server: LiveServer
) -> None:
    context.grant_permissions(["background-sync"])
    app = PhoneApp(context.new_page(), own_server.address, own_server.instance)
    app.sign_in(OFFICER_BY_THE_SEA)
    app.page.evaluate(
        "() => { for (const one of ['online', 'visibilitychange']) "
        "window.addEventListener(one, (event) => event.stopImmediatePropagation(), true); }"
    )
    context.set_offline(True)
    app.log("Hastighetskontroll", "Norra vägen")
    expect(app.state).to_contain_text("1 väntar på nät")
    until(
        app.page, "async () => (await (await navigator.serviceWorker.ready).sync.getTags()).includes('send')"
    )
    context.set_offline(False)
    devtools = context.new_cdp_session(app.page)
    devtools.send("ServiceWorker.enable")
    # The browser's own event comes once it believes in the network; nothing else wakes this page.
    expect(app.state).to_contain_text("Allt skickat", timeout=PATIENCE)
    assert len(app.operations_on_server()) == 1


@fault("no Background Sync", room=Room.WORKER, expect="timers and wake-ups do as well")
def test_without_background_sync_the_phone_sends_all_the_same(
    page: Page, own_server: LiveServer, fired: Fired
) -> None:
    page.add_init_script("delete ServiceWorkerRegistration.prototype.sync")
    app = PhoneApp(page, own_server.address, own_server.instance)
    app.sign_in(OFFICER_BY_THE_SEA)
    fired(page.evaluate("!('sync' in ServiceWorkerRegistration.prototype)"), "the missing API")
    page.context.set_offline(True)
    app.log("Hastighetskontroll", "Norra vägen")
    expect(app.state).to_contain_text("1 väntar på nät")
    page.context.set_offline(False)
    expect(app.state).to_contain_text("Allt skickat", timeout=PATIENCE)


def test_a_note_lies_in_no_cache_no_address_and_no_log(page: Page, own_server: LiveServer) -> None:
    app = PhoneApp(page, own_server.address, own_server.instance)
    app.sign_in(OFFICER_BY_THE_SEA)
    app.new()
    app.choose_kind("Hastighetskontroll")
    app.choose_place("Norra vägen")
    page.get_by_text("Fler uppgifter").click()
    page.get_by_label("Anteckning").fill("Dimma vid kvarnen")
    app.save()
    expect(app.state).to_contain_text("Allt skickat", timeout=PATIENCE)
    for name in ("Mina", "Läget", "Mer", "Logga"):
        app.tab(name)
    assert "Dimma vid kvarnen" in app.kept_operations()[0]["body"]
    texts = page.evaluate(KEPT_AND_ASKED)
    assert len(texts) > 40
    assert not [text for text in [*texts, own_server.log.read_text("utf-8")] if "Dimma" in text]
