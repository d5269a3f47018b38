"""WebKit killed with -9 while it saves and sends: the whole of it, its pages, its databases."""

import os
import random
import threading
from collections.abc import Callable, Iterator

import pytest

from tests.browser.fault_phone import sent_in
from tests.browser.fault_proxy import Call, FaultProxy
from tests.browser.faulty_store import NEVER_COMPLETE
from tests.browser.line_faults import answer_lost, as_it_is, held_after, lost
from tests.browser.live_server import LiveServer
from tests.browser.webkit_phone import WebKitPhone
from tests.browser.webkit_profile import NETWORK, PAGES, WebKitProfile
from tests.faults import Fired, Room, fault
from tests.outcomes import has_passed

KILLS = int(os.environ.get("KILLS", "1"))
SEED = int(os.environ.get("SEED", "1"))
# The driver gives a page up when its databases' process dies: what is to be pressed then presses itself.
SAVE_ONCE_THE_DATABASE_IS_GONE = """() => new Promise((ready) => {
  const opening = indexedDB.open("faltlogg");
  opening.onsuccess = () => {
    opening.result.onclose = () => {
      [...document.querySelectorAll("button")].find((one) => one.innerText === "Spara").click();
    };
    ready();
  };
})"""


@pytest.fixture
def profile(webkit_on_disk: WebKitProfile) -> WebKitProfile:
    return webkit_on_disk


@pytest.fixture
def line(fault_server: LiveServer) -> Iterator[FaultProxy]:
    """A line of the test's own: an origin of its own."""
    line = FaultProxy(fault_server.port)
    line.start()
    yield line
    line.stop()


@pytest.fixture
def app(
    profile: WebKitProfile, line: FaultProxy, fault_server: LiveServer, request: pytest.FixtureRequest
) -> Iterator[WebKitPhone]:
    """A phone with nothing on it yet, signed in."""
    app = WebKitPhone(profile.turned_on(), line, fault_server.instance)
    app.sign_in()
    yield app
    if has_passed(request):
        app.put_away()
    else:
        profile.turn_off()  # whatever state it is in


@pytest.fixture
def again(app: WebKitPhone, profile: WebKitProfile) -> Callable[[], None]:
    """Turns the phone on again over what is on its disk."""

    def on() -> None:
        app.browser = profile.turn_on()
        app.come_back()
        app.state_agrees()

    return on


def tells_of(kind: str) -> Callable[[Call], bool]:
    """Whether a request has an entry of this kind."""
    return lambda call: any(kind in each["body"] for each in sent_in(call.request)["ops"])


@fault(
    "kill -9 mid-save",
    room=Room.DEVICE,
    expect="on WebKit: not called saved, nothing half; the form comes back",
)
def test_a_browser_killed_while_it_saves_leaves_nothing_half(
    app: WebKitPhone, profile: WebKitProfile, again: Callable[[], None], fired: Fired
) -> None:
    app.log("Fotpatrull")
    app.new()
    app.choose_kind("Badplatsbesök")
    app.run(NEVER_COMPLETE)
    app.save()
    app.until("() => globalThis.midSave")
    assert app.run("() => !document.querySelector('.receipt')?.checkVisibility()")
    fired(profile.kill(), "the death of the browser in the middle of a save")
    again()
    assert len(app.operations()) == 1
    app.new()
    app.sees("/ny", "Badplatsbesök")
    app.save()
    app.has_receipt()
    app.reckon()
    assert [each["seq"] for each in app.operations()] == [1, 2]


@fault(
    "kill -9 mid-flush",
    room=Room.DEVICE,
    expect="on WebKit: what was on its way goes again and counts once",
)
def test_a_browser_killed_while_it_sends_sends_again(
    app: WebKitPhone,
    profile: WebKitProfile,
    again: Callable[[], None],
    gate: threading.Event,
    fired: Fired,
) -> None:
    app.line.stop()
    for _ in range(3):
        app.log("Fotpatrull")
    unheard = app.line.inject(held_after(gate))
    app.line.start()
    app.wake()
    unheard.await_strikes()
    assert {each["state"] for each in app.operations()} == {"sending"}
    fired(profile.kill() and unheard.struck, "the death of the browser with a batch on its way")
    again()
    app.reckon()


@fault(
    "kill -9 mid-save",
    room=Room.DEVICE,
    expect="on WebKit, at any moment: what was called saved is there, and counts once",
)
def test_a_browser_killed_at_any_moment_keeps_what_it_called_saved(
    app: WebKitPhone, profile: WebKitProfile, again: Callable[[], None], fired: Fired
) -> None:
    """KILLS=… makes them many (`make prove`), SEED=… others; a failure names its seed and kill."""
    chance = random.Random(SEED)
    for kill in range(KILLS):
        app.line.inject(chance.choice([lost, answer_lost]), times=chance.randrange(3))
        app.new()
        app.choose_kind("Badplatsbesök")
        app.save()
        threading.Event().wait(chance.randrange(300) / 1000)
        app.saved += app.run("() => document.querySelector('.receipt')?.checkVisibility() ? 1 : 0")
        fired(profile.kill(), "the death of the browser")
        again()
        on_disk = len(app.operations())
        assert on_disk in (app.saved, app.saved + 1), (
            f"kill {kill} of SEED={SEED}: {app.saved} called saved, {on_disk} there"
        )
        app.saved = on_disk
    app.line.clear()
    app.wake()
    app.reckon()


@fault(
    "IndexedDB server lost (WebKit)",
    room=Room.DEVICE,
    expect="on WebKit, its process killed under the form: the draft is saved and sent",
)
def test_a_process_of_databases_that_dies_under_the_form_costs_nothing(
    app: WebKitPhone, profile: WebKitProfile, again: Callable[[], None], fired: Fired
) -> None:
    app.line.inject(lost, times=None)
    app.log("Fotpatrull")
    app.new()
    app.choose_kind("Badplatsbesök")
    app.choose("length", "120")
    app.run(SAVE_ONCE_THE_DATABASE_IS_GONE)
    app.line.clear()
    sent = app.line.inject(as_it_is, where=tells_of("bathing_site_visit"))
    fired(profile.kill_part(NETWORK) == 1, "the death of the process that keeps the databases")
    sent.await_strikes()  # nobody leads this page any more, and it goes on
    profile.kill()
    again()
    app.saved += 1
    app.reckon()


@fault(
    "tab crash",
    room=Room.DEVICE,
    expect="on WebKit: the page that comes in its place sends what the crashed one was sending",
)
@fault(
    "killed mid-flush", room=Room.WORKER, expect="on WebKit, together with the page: what comes next sends it"
)
def test_a_crashed_page_loses_nothing(
    app: WebKitPhone,
    profile: WebKitProfile,
    again: Callable[[], None],
    gate: threading.Event,
    fired: Fired,
) -> None:
    on_its_way = app.line.inject(held_after(gate))
    app.log("Fotpatrull")
    on_its_way.await_strikes()
    sent = app.line.inject(as_it_is)
    fired(profile.kill_part(PAGES), "the crash")
    sent.await_strikes()
    profile.kill()
    again()
    app.reckon()


@fault(
    "frozen tab",
    room=Room.DEVICE,
    expect="on WebKit: an answer that came meanwhile is read when the page thaws",
)
def test_a_frozen_page_goes_on_where_it_was(
    app: WebKitPhone, profile: WebKitProfile, gate: threading.Event, fired: Fired
) -> None:
    on_its_way = app.line.inject(held_after(gate))
    app.log("Fotpatrull")
    on_its_way.await_strikes()
    fired(profile.freeze(), "the freezing")
    gate.set()
    profile.thaw()
    app.reckon()
