"""Room WORKER of the list of faults: the worker dies, waits, comes half or broken, or is not there at all."""

import threading

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.fault_phone import FaultPhone, phone_on, signed_in
from tests.browser.fault_proxy import Call, FaultProxy
from tests.browser.installed import Lent
from tests.browser.line_faults import held_after, lost, page_in_its_place
from tests.browser.live_server import LiveServer
from tests.browser.phone_app import until
from tests.faults import Fired, Room, fault

gone = page_in_its_place("404 Not Found", "<h1>404</h1>")


@pytest.fixture
def line(harmed: FaultProxy) -> FaultProxy:
    return harmed


@pytest.fixture
def app(installed: Lent, line: FaultProxy, fault_server: LiveServer) -> FaultPhone:
    """A phone with nothing on it yet, signed in."""
    return signed_in(installed.phone_at(line.address), line, fault_server)


@fault("killed mid-flush", room=Room.WORKER, expect="sending is not the worker's work: it goes on, and once")
def test_a_worker_killed_while_the_phone_sends_stops_nothing(
    app: FaultPhone, line: FaultProxy, gate: threading.Event, fired: Fired
) -> None:
    on_its_way = line.inject(held_after(gate))
    app.log_one()
    on_its_way.await_strikes()
    states: list[str] = []
    devtools = app.page.context.new_cdp_session(app.page)
    devtools.on(
        "ServiceWorker.workerVersionUpdated",
        lambda told: states.extend(each["runningStatus"] for each in told["versions"]),
    )
    devtools.send("ServiceWorker.enable")
    devtools.send("ServiceWorker.stopAllWorkers")
    for _ in range(600):
        if "stopped" in states:
            break
        app.page.wait_for_timeout(50)
    fired("stopped" in states, "the end of the worker")
    gate.set()
    app.reckon()
    app.open("/mina")  # and the next start wakes it


@fault(
    "v1 page with v2 assets", room=Room.WORKER, expect="every screen of the old page comes from its own cache"
)
def test_a_page_of_a_release_that_the_server_no_longer_has_goes_on(
    app: FaultPhone, line: FaultProxy, fired: Fired
) -> None:
    release = app.page.evaluate("document.body.dataset.release")

    def is_of_the_old(call: Call) -> bool:
        return f"/static/{release}/" in call.request.path

    deployed = line.inject(gone, on=None, times=None, where=is_of_the_old)
    asked = app.page.request.get(f"{app.address}/static/{release}/js/app.js")
    fired(asked.status == 404 and deployed.struck, "the new release on the server")
    for name in ("Mina", "Läget", "Mer", "Logga"):
        app.tab(name)
        expect(app.page.locator("[data-screen]:not([hidden]) h1")).to_have_text(name)
    app.log_one()
    app.reckon()


@fault(
    "precache half failed",
    room=Room.WORKER,
    expect="half a cache is thrown away; the next start fills it whole",
)
def test_a_first_start_that_gets_half_of_the_files_is_made_good_by_the_next(
    context: BrowserContext, line: FaultProxy, fault_server: LiveServer, fired: Fired
) -> None:
    app = phone_on(context.new_page(), line, fault_server)
    half = line.inject(lost, on=None, times=None, where=lambda call: "/js/ui/form_" in call.request.path)
    app.come_in()
    expect(app.screen("/")).to_be_visible()
    half.await_strikes()
    until(app.page, "async () => !(await navigator.serviceWorker.getRegistration())?.installing")
    fired(half.struck, "the files that did not come")
    assert app.page.evaluate("caches.keys()") == []
    assert app.page.evaluate("navigator.serviceWorker.controller") is None
    line.clear()
    app.open()
    app.await_the_worker()
    app.log_one()
    app.reckon()
