"""Room WORKER of the list of faults on WebKit: it waits, comes half or broken, or is not there at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.fault_proxy import Call, FaultProxy
from tests.browser.line_faults import lost, page_in_its_place
from tests.browser.live_server import LiveServer
from tests.browser.phone_app import serving
from tests.browser.webkit_phone import WebKitPhone, phone_in
from tests.browser.webkit_profile import WebKitProfile
from tests.browser.webkit_scripts import HARM
from tests.faults import Fired, Room, fault

NEXT_RELEASE = b"feedfacecafe"
RELEASE = "() => document.body.dataset.release"
CACHES = "() => caches.keys()"
WAITING = "async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting)"
UPDATE = (
    "() => navigator.serviceWorker.getRegistration().then((found) => found.update()).then(() => '', String)"
)
UPDATE_TO_THE_END = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  const ended = new Promise((done) => registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker.addEventListener("statechange", () => worker.state === "redundant" && done());
  }));
  await registration.update();
  await ended;
}"""
NO_WORKER = "async () => !(await navigator.serviceWorker.getRegistration())"
gone = page_in_its_place("404 Not Found", "<h1>404</h1>")


@pytest.fixture(scope="module")
def own_server(demo_instance: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    """One whose worker may be switched off."""
    with serving(demo_instance, tmp_path_factory.mktemp("worker")) as server:
        yield server


@pytest.fixture
def app(webkit_on_disk: WebKitProfile, own_server: LiveServer) -> Iterator[WebKitPhone]:
    with phone_in(webkit_on_disk.turned_on(), own_server) as app:
        yield app


@pytest.fixture
def switch(own_server: LiveServer) -> Iterator[Path]:
    """The file that ends the worker; gone afterwards, whatever became of the test."""
    file = own_server.instance / "worker-off"
    yield file
    file.unlink(missing_ok=True)


@fault("update waiting", room=Room.WORKER, expect="on WebKit: the entry is saved in the old release")
@fault("precache half failed", room=Room.WORKER, expect="on WebKit: the half release is thrown away")
@fault("sw.js 404/HTML", room=Room.WORKER, expect="on WebKit: the worker that is there stays")
def test_a_new_release_comes_whole_or_not_at_all_and_in_no_entry(app: WebKitPhone, fired: Fired) -> None:
    release = app.run(RELEASE)
    for status in ("404 NOT FOUND", "200 OK"):
        none = app.line.inject(page_in_its_place(status, "<title>Inte</title>"), on="/sw.js")
        fired(app.run(UPDATE) and none.struck, "a script of the worker that is none")
    # The worker is of the next release, all else still of this one: a deploy in two steps.
    app.line.renames, app.line.only_on = (release.encode(), NEXT_RELEASE), "/sw.js"
    app.run(UPDATE_TO_THE_END)
    fired(app.line.sent_to("/sw.js"), "the release that came half")
    assert app.run(CACHES) == [f"faltlogg-{release}"]

    app.line.only_on = None
    app.new()
    app.run(UPDATE)
    app.until(WAITING)
    app.choose_kind("Fotpatrull")
    app.choose("length", "120")
    app.save()
    app.has_receipt()
    fired(app.run(WAITING), "the release that waits")
    assert app.run(RELEASE) == release
    app.tab("Mer")
    app.press("button", "^Byt till den nya versionen$")
    app.until("() => document.body?.dataset.release === 'feedfacecafe'")
    app.until("async () => (await caches.keys()).join() === 'faltlogg-feedfacecafe'")
    app.line.clear()  # which took the packing of what was sent for a text of its own
    app.tab("Logga")
    app.wake()
    app.reckon()


@fault(
    "v1 page with v2 assets",
    room=Room.WORKER,
    expect="on WebKit: every screen of the old page comes from its own cache",
)
def test_a_page_of_a_release_that_the_server_no_longer_has_goes_on(app: WebKitPhone, fired: Fired) -> None:
    release = app.run(RELEASE)

    def is_of_the_old(call: Call) -> bool:
        return f"/static/{release}/" in call.request.path

    app.line.inject(gone, on=None, times=None, where=is_of_the_old)
    status = "async (at) => (await fetch(at, {cache: 'reload'})).status"
    fired(app.run(status, f"/static/{release}/js/nothing.js") == 404, "the new release on the server")
    # What this browser keeps besides by the answers' own word (immutable) is not what the page lives on.
    own = app.run("() => [...document.querySelectorAll('link[rel=modulepreload]')].map(({href}) => href)")
    assert {app.run(status, each) for each in own} == {200}
    for name, path in (("Mina", "/mina"), ("Läget", "/laget"), ("Mer", "/mer"), ("Logga", "/")):
        app.tab(name)
        app.sees(path, name)
    app.log("Fotpatrull")
    app.reckon()


@fault(
    "broken worker shipped (kill switch that leaves IndexedDB alone)",
    room=Room.WORKER,
    expect="on WebKit: one file ends the worker and its caches; the log is untouched and the app goes on",
)
@fault("no worker", room=Room.WORKER, expect="on WebKit: the app works with the network: saves and sends")
def test_one_file_ends_the_worker_and_leaves_the_log_alone(
    app: WebKitPhone, switch: Path, fired: Fired
) -> None:
    app.log("Fotpatrull")
    app.reckon()
    before = app.operations()
    switch.touch()
    app.run("() => { navigator.serviceWorker.getRegistration().then((found) => void found.update()); }")
    app.until(f"async () => await ({NO_WORKER})() && !(await caches.keys()).length")
    fired(app.line.sent_to("/sw.js"), "the switch")
    app.leave()
    app.come_back()
    assert app.settled("() => navigator.serviceWorker.controller") is None
    assert app.operations() == before
    app.log("Fotpatrull")
    app.reckon()
    assert app.run(NO_WORKER)
    app.run(HARM, "no worker")
    switch.unlink()
    app.leave()
    app.come_back()
    fired(app.run("() => !('serviceWorker' in navigator)"), "the lack of workers")
    app.log("Fotpatrull")
    app.reckon()
    app.run(HARM, "")
    app.leave()
    app.come_back()
    app.await_the_worker()


@fault(
    "precache half failed",
    room=Room.WORKER,
    expect="on WebKit: half a first cache is thrown away; the next start fills it whole",
)
def test_a_first_start_that_gets_half_of_the_files_is_made_good_by_the_next(
    webkit_on_disk: WebKitProfile, own_server: LiveServer, fired: Fired
) -> None:
    line = FaultProxy(own_server.port)
    line.start()
    app = WebKitPhone(webkit_on_disk.turned_on(), line, own_server.instance)
    half = line.inject(lost, on=None, times=None, where=lambda call: "/js/ui/form_" in call.request.path)
    app.come_in()
    half.await_strikes()
    app.until("async () => !(await navigator.serviceWorker.getRegistration())?.installing")
    fired(half.struck, "the files that did not come")
    assert app.run(CACHES) == []
    assert app.run("() => navigator.serviceWorker.controller") is None
    line.clear()
    app.leave()
    app.come_back()
    app.await_the_worker()
    app.log("Fotpatrull")
    app.reckon()
    app.put_away()
    line.stop()
