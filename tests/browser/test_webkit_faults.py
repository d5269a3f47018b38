"""Faults of the device on WebKit: two windows, no room, a spoilt record, nothing left, a copy, a clock."""

import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from selenium.webdriver import WebKitGTK

from logger import clock
from tests.browser.books import read_books
from tests.browser.fault_proxy import FaultProxy
from tests.browser.faulty_store import BREAK_WRITES, EVICT, NO_ROOM_TO_COMMIT, REWRITE
from tests.browser.line_faults import held_before, lost
from tests.browser.live_server import LiveServer
from tests.browser.webkit_phone import WebKitPhone, phone_in
from tests.browser.whole_store import POUR_IN, POUR_OUT
from tests.faults import Fired, Room, fault

DAY = timedelta(days=1)
# From now on, until the page is left.
SET_CLOCK = """(to) => {
  const Right = Date, off = to - Date.now();
  globalThis.Date = class extends Right {
    constructor(...given) { super(...(given.length ? given : [Right.now() + off])); }
    static now() { return Right.now() + off; }
  };
}"""


@pytest.fixture
def app(webkit_window: WebKitGTK, fault_server: LiveServer) -> Iterator[WebKitPhone]:
    with phone_in(webkit_window, fault_server) as app:
        yield app


@fault("two tabs", room=Room.DEVICE, expect="on WebKit: one of them sends, each entry counts once")
def test_of_two_windows_one_sends(app: WebKitPhone, gate: threading.Event, fired: Fired) -> None:
    one = app.browser.current_window_handle
    app.browser.switch_to.new_window("window")
    other = app.browser.current_window_handle
    app.open()
    app.line.stop()
    app.log("Badplatsbesök")
    app.browser.switch_to.window(one)
    app.log("Badplatsbesök")
    app.says("2 väntar")
    on_its_way = app.line.inject(held_before(gate), times=None)
    app.line.start()
    app.wake()
    on_its_way.await_strikes()
    app.browser.switch_to.window(other)
    app.wake()
    app.run("() => fetch('/api/v1/session').then((answer) => answer.text())")
    fired(len(on_its_way.struck) == 1, "one window sending while the other was woken")
    app.line.clear()
    gate.set()
    app.reckon()
    app.browser.switch_to.window(one)
    app.reckon()


@fault("disk full", room=Room.DEVICE, expect='on WebKit: "EJ sparad", nothing half, the form stays')
@fault("quota", room=Room.DEVICE, expect='on WebKit: "EJ sparad. Telefonen är full.", the form stays')
def test_what_there_is_no_room_for_is_not_called_saved(app: WebKitPhone, fired: Fired) -> None:
    app.new()
    app.choose_kind("Badplatsbesök")
    app.run(BREAK_WRITES, "QuotaExceededError")
    app.save()
    app.sees("/ny", "EJ sparad[.] Telefonen är full[.]")
    fired(app.run("() => broken"), "the refusal")
    app.run("() => mend()")
    app.run("() => history.replaceState({...history.state, stash: {}}, '')")  # and no new start helps
    app.run(NO_ROOM_TO_COMMIT)
    app.save()
    app.until("() => aborted")
    app.sees("/ny", "EJ sparad[.](?! Telefonen)")
    fired(app.run("() => aborted"), "the abort of the transaction")
    assert app.operations() == []
    app.run("() => room()")
    app.save()
    app.has_receipt()
    app.reckon()


@fault("corrupt record", room=Room.DEVICE, expect="on WebKit: counted, shown, left alone; the other is sent")
def test_a_record_that_cannot_be_read_stops_no_other(app: WebKitPhone, fired: Fired) -> None:
    app.line.inject(lost, times=None)
    app.log("Badplatsbesök")
    app.log("Badplatsbesök")
    app.leave()
    app.run(
        REWRITE.replace("CHANGE", "([first]) => [{seq: first.seq, state: 'queued', damaged: first.body}]")
    )
    fired(app.operations()[0].get("damaged"), "the damage")
    app.line.clear()
    app.come_back()
    app.says("1 behöver dig")
    app.tab("Mina")
    app.sees("/mina", "Posten kan inte läsas[.]")
    app.await_states("queued", "acked")
    books = read_books(app.operations(), app.instance)
    assert books.faults() == []
    assert len(books.counted) == 1


@fault(
    "origin storage evicted",
    room=Room.DEVICE,
    expect="on WebKit: the phone says that it was cleared; what was received is safe, what comes is sent",
)
def test_a_phone_that_the_browser_cleared_is_told_what_is_safe(app: WebKitPhone, fired: Fired) -> None:
    app.log("Badplatsbesök")
    app.reckon()
    sent = read_books(app.operations(), app.instance).saved
    app.line.inject(lost, times=None)
    app.log("Badplatsbesök")
    app.leave()
    fired(app.run(EVICT) > 1, "the eviction")
    app.line.clear()
    app.come_back()
    app.saved = 0
    app.log("Badplatsbesök")
    app.says("Allt skickat")
    app.sees("/", "Webbläsaren har rensat det som låg i telefonen[.]")
    books = read_books(app.operations(), app.instance)
    assert books.faults() == []
    assert len(books.saved) == 1
    assert books.activities.keys() >= sent | books.saved


@pytest.fixture
def twin(app: WebKitPhone, fault_server: LiveServer) -> Iterator[WebKitPhone]:
    """The same person's other phone, by an origin of its own: what it keeps is a copy to be made."""
    line = FaultProxy(fault_server.port)
    line.start()
    yield WebKitPhone(app.browser, line, app.instance, person=app.person)
    line.stop()


@fault("cloned profile", room=Room.DEVICE, expect="on WebKit: the copy goes on under a name of its own")
def test_a_copied_profile_counts_on_under_a_name_of_its_own(
    app: WebKitPhone, twin: WebKitPhone, fired: Fired
) -> None:
    app.log("Badplatsbesök")
    app.reckon()
    profile = app.run(POUR_OUT)
    app.log("Badplatsbesök")
    app.reckon()
    kept = {each["op_id"]: each for each in app.operations()}
    twin.browser.get(f"{twin.line.address}/logga-in")  # where the app does not run
    assert twin.run(POUR_IN, profile)
    twin.open()
    for _ in range(2):  # the first under a number that was drawn already
        twin.log("Badplatsbesök")
        twin.says("Allt skickat")
    kept |= {each["op_id"]: each for each in twin.operations()}
    books = read_books([*kept.values()], app.instance)
    assert books.faults() == []
    assert len(books.counted) == 4
    fired([each["seq"] for each in kept.values()].count(2) == 2, "the same number drawn twice")
    *before, newest = [str(UUID(books.taken[op_id].stream_id)) for op_id in kept]
    assert newest not in before


@fault("clock ±1 day", room=Room.DEVICE, expect="on WebKit: stored at the time that the officer confirmed")
@fault("clock ±10 years", room=Room.DEVICE, expect="on WebKit: ahead: held for a person, and said so")
def test_a_wrong_clock_refuses_nothing(app: WebKitPhone, fired: Fired) -> None:
    wrong = clock.now() - 0.9 * DAY
    app.run(SET_CLOCK, wrong.timestamp() * 1000)
    app.log("Badplatsbesök")
    fired(abs(datetime.fromisoformat(app.body()["ended_at"]) - wrong) < DAY / 10, "a clock behind")
    app.reckon()
    app.run(SET_CLOCK, (clock.now() + 3650 * DAY).timestamp() * 1000)
    app.log("Badplatsbesök")
    fired(datetime.fromisoformat(app.body()["ended_at"]).year > clock.now().year + 8, "a clock ahead")
    app.says("1 behöver dig")
    app.tab("Mina")
    app.sees("/mina", "Tiden kan inte stämma[.]")
    assert [each["state"] for each in app.operations()] == ["acked", "held"]
    assert read_books(app.operations(), app.instance).faults() == []
