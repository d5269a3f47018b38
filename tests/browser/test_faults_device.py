"""What befalls a phone's store: full, closed, silent, spoilt, and two tabs over it."""

import threading

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.fault_phone import PATIENCE, FaultPhone, batches_with, phone_on, signed_in
from tests.browser.fault_proxy import FaultProxy
from tests.browser.faulty_store import (
    ASKED_FOR_A_LEASE,
    FILL,
    LOSE_THE_COPY,
    NEVER_COMPLETE,
    NEVER_OPENS,
    NO_LOCKS,
    NO_ROOM_TO_COMMIT,
    NOT_PERSISTED,
)
from tests.browser.installed import Lent
from tests.browser.line_faults import (
    held_before,
    lost,
)
from tests.browser.live_server import LiveServer
from tests.faults import Fired, Room, fault


@pytest.fixture
def line(harmed: FaultProxy) -> FaultProxy:
    return harmed


@pytest.fixture
def app(installed: Lent, line: FaultProxy, fault_server: LiveServer) -> FaultPhone:
    """A phone with nothing on it yet, signed in."""
    return signed_in(installed.phone_at(line.address), line, fault_server)


@fault("disk full", room=Room.DEVICE, expect='"EJ sparad", nothing half, the form stays')
def test_a_save_that_the_disk_cannot_commit_is_not_called_saved(app: FaultPhone, fired: Fired) -> None:
    app.new()
    app.choose_kind("Badplatsbesök")
    app.page.evaluate("history.replaceState({...history.state, stash: {}}, '')")  # and no new start helps
    app.page.evaluate(NO_ROOM_TO_COMMIT)
    app.save()
    expect(app.screen("/ny")).to_contain_text("EJ sparad.")
    fired(app.page.evaluate("aborted"), "the abort of the transaction")
    assert app.kept_operations() == []
    app.page.evaluate("room()")
    app.save()
    expect(app.receipt).to_contain_text("Sparad")
    app.saved += 1
    app.reckon()


@fault("quota", room=Room.DEVICE, expect='"EJ sparad. Telefonen är full.", the form stays')
def test_a_full_quota_is_said_and_nothing_is_lost(
    context: BrowserContext, line: FaultProxy, fault_server: LiveServer, fired: Fired
) -> None:
    app = phone_on(context.new_page(), line, fault_server)
    devtools = context.new_cdp_session(app.page)
    # From the start: a browser counts on the room that it found last for half a minute.
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": app.address, "quotaSize": 4_000_000})
    app.sign_in()
    app.log_one()
    app.reckon()
    app.new()
    app.choose_kind("Badplatsbesök")
    fired(app.page.evaluate(FILL), "the refusal of ballast")
    app.save()
    expect(app.screen("/ny")).to_contain_text("EJ sparad. Telefonen är full.")
    assert len(app.kept_operations()) == 1
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": app.address})
    app.save()
    expect(app.receipt.locator("visible=true")).to_contain_text("Sparad")
    app.saved += 1
    app.reckon()


@fault(
    "a database that never answers",
    room=Room.DEVICE,
    expect="said after a few seconds, with one way on; what is saved lies untouched",
)
def test_a_start_without_an_answer_from_the_database_says_so(
    app: FaultPhone, line: FaultProxy, fault_server: LiveServer, fired: Fired
) -> None:
    line.stop()
    app.log_one()
    page = app.page.context.new_page()
    page.clock.install()
    page.add_init_script(NEVER_OPENS)
    page.goto(app.address)
    page.wait_for_function("() => globalThis.unanswered")
    page.clock.fast_forward(6_000)
    expect(page.get_by_role("alert")).to_have_text("Telefonens minne svarar inte.")
    fired(page.evaluate("unanswered"), "the silence of the database")
    expect(page.get_by_text("Det som är sparat ligger kvar.")).to_be_visible()

    again = phone_on(page, line, fault_server)
    again.saved = app.saved
    page.evaluate("sessionStorage.setItem('answers', 'yes')")
    page.get_by_role("link", name="Försök igen").click()
    again.await_state("1 väntar på nät")
    line.start()
    again.wake()
    again.reckon()


@fault(
    "a database that never answers",
    room=Room.DEVICE,
    expect="a save without end is given up, and the draft saved once by a new start",
)
def test_a_save_that_never_ends_is_given_up_and_made_by_a_new_start(app: FaultPhone, fired: Fired) -> None:
    app.page.clock.install()
    app.open()
    app.new()
    app.choose_kind("Badplatsbesök")
    app.page.evaluate(NEVER_COMPLETE)
    app.save()
    for _ in range(2):  # the second time on a new connection
        app.page.wait_for_function("() => globalThis.midSave")
        fired(app.receipt.count() == 0, "a save under way without end")
        app.page.evaluate("midSave = false")
        app.page.clock.fast_forward(6_000)
    expect(app.receipt.locator("visible=true")).to_contain_text("Sparad", timeout=PATIENCE)
    app.saved += 1
    app.reckon()


@fault("persist() denied", room=Room.DEVICE, expect="told under Mer; entries are saved and sent")
def test_a_browser_that_promises_nothing_is_told_of(
    context: BrowserContext, line: FaultProxy, fault_server: LiveServer, fired: Fired
) -> None:
    context.add_init_script(NOT_PERSISTED)
    app = signed_in(context, line, fault_server)
    app.log_one()
    fired(app.page.evaluate("navigator.storage.persist()") is False, "the denial")
    app.reckon()
    app.tab("Mer")
    expect(app.screen("/mer")).to_contain_text("Webbläsaren har inte lovat att behålla det som sparas")


def two_tabs(context: BrowserContext, line: FaultProxy, server: LiveServer) -> tuple[FaultPhone, FaultPhone]:
    """Two tabs of one phone, each with an entry saved without network."""
    one = signed_in(context, line, server)
    other = phone_on(context.new_page(), line, server)
    other.open()
    line.stop()
    one.log_one()
    other.log_one()
    for tab in (one, other):
        tab.await_state("2 väntar")
        tab.saved = 2
    return one, other


@fault("two tabs", room=Room.DEVICE, expect="one of them sends, both say so, each entry counts once")
def test_of_two_tabs_one_sends(
    installed: Lent, line: FaultProxy, fault_server: LiveServer, gate: threading.Event, fired: Fired
) -> None:
    one, other = two_tabs(installed.phone_at(line.address), line, fault_server)
    on_its_way = line.inject(held_before(gate), times=None)
    line.start()
    one.wake()
    on_its_way.await_strikes()
    other.wake()
    other.page.evaluate("fetch('/api/v1/session').then((answer) => answer.text())")
    fired(len(on_its_way.struck) == 1, "one tab sending while the other was woken")
    line.clear()
    gate.set()
    one.reckon()
    other.reckon()


@fault("no Web Locks", room=Room.DEVICE, expect="a lease stands in for the lock; each entry counts once")
def test_without_locks_two_tabs_count_nothing_twice(
    context: BrowserContext, line: FaultProxy, fault_server: LiveServer, gate: threading.Event, fired: Fired
) -> None:
    context.add_init_script(NO_LOCKS)
    one, other = two_tabs(context, line, fault_server)
    fired(not one.page.evaluate("'locks' in navigator"), "the lack of locks")
    on_its_way = line.inject(held_before(gate), times=None)
    line.start()
    one.wake()
    on_its_way.await_strikes()
    other.page.evaluate(ASKED_FOR_A_LEASE)
    other.wake()
    other.page.wait_for_function("() => globalThis.askedForALease")
    other.page.evaluate("fetch('/api/v1/session').then((answer) => answer.text())")
    assert len(on_its_way.struck) == 1, "one tab sends while the other was woken"
    line.clear()
    gate.set()
    one.reckon()
    other.reckon()
    assert len(batches_with(on_its_way.struck[0], line)) == 1, "what one tab sent no other did"


@fault("corrupt record", room=Room.DEVICE, expect="counted, shown, left alone; all others are sent")
def test_a_record_that_cannot_be_read_stops_no_other(app: FaultPhone, line: FaultProxy, fired: Fired) -> None:
    line.inject(lost, times=None)
    app.log_one()
    app.log_one("Badplatsbesök")
    app.page.goto(f"{app.address}/logga-in")  # where nothing is sent
    assert app.page.evaluate(LOSE_THE_COPY)  # which would put it right
    app.rewrite("([first]) => [{seq: first.seq, state: 'queued', damaged: first.body}]")
    fired(app.kept_operations()[0].get("damaged"), "the damage")
    line.clear()
    app.open()
    app.await_state("1 behöver dig")
    app.tab("Mina")
    expect(app.screen("/mina")).to_contain_text("Posten kan inte läsas.")
    app.await_states("queued", "acked")
    books = app.books()
    assert books.faults() == []
    assert len(books.counted) == 1
