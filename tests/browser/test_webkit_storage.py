"""The log on WebKit over releases, and without powers of the browser: what was saved is there."""

import threading

import pytest

from tests.browser.fault_phone import batches_with
from tests.browser.faulty_store import ASKED_FOR_A_LEASE
from tests.browser.line_faults import held_before, lost
from tests.browser.tampered_log import (
    TO_A_LATER_VERSION,
    TO_VERSION_1,
    TOOLS,
    VERSION_OF_LOG,
)
from tests.browser.webkit_phone import WebKitPhone
from tests.browser.webkit_scripts import HARM
from tests.faults import Fired, Room, fault

MADE_BY_A_NEWER = "Loggen i telefonen är gjord av en nyare Fältlogg[.]"


@pytest.fixture
def app(webkit_kept: WebKitPhone) -> WebKitPhone:
    webkit_kept.begin_anew()
    return webkit_kept


def tampered(app: WebKitPhone, how: str, *given: object) -> object:
    """Do something to the log where the app does not run."""
    app.leave()
    app.run(f"() => {{{TOOLS}}}")
    return app.run(how, *given)


@fault(
    "old and new tab at a schema change",
    room=Room.DEVICE,
    expect="on WebKit: the new release takes the log over with all that is in it",
)
def test_a_log_of_the_release_before_is_taken_over_whole(app: WebKitPhone, fired: Fired) -> None:
    app.line.inject(lost, times=None)
    app.log("Fotpatrull")
    app.log("Badplatsbesök")
    before = app.operations()
    fired(tampered(app, TO_VERSION_1) == [1, 2, False], "a log of version 1")
    app.line.clear()
    app.come_back()
    app.reckon()
    assert [each["body"] for each in app.operations()] == [each["body"] for each in before]
    assert tampered(app, VERSION_OF_LOG) == 2


@fault(
    "old and new tab at a schema change",
    room=Room.DEVICE,
    expect="on WebKit: the old window says that it cannot save; nothing is lost",
)
def test_a_window_left_behind_by_a_newer_release_loses_nothing(app: WebKitPhone, fired: Fired) -> None:
    app.log("Fotpatrull")
    app.says("Allt skickat")
    old = app.browser.current_window_handle
    app.browser.switch_to.new_window("window")
    fired(tampered(app, TO_A_LATER_VERSION) == 99, "a newer release's log")
    app.browser.close()
    app.browser.switch_to.window(old)
    app.new()
    app.choose_kind("Badplatsbesök")
    app.save()
    app.find("body", MADE_BY_A_NEWER)
    assert app.run("() => history.state.stash.type") == "bathing_site_visit"
    assert len(app.operations()) == 1


@fault("app rolled back", room=Room.DEVICE, expect="on WebKit: a sentence; what was saved lies untouched")
def test_an_app_rolled_back_says_so_and_touches_nothing(app: WebKitPhone, fired: Fired) -> None:
    app.line.inject(lost, times=None)
    app.log("Fotpatrull")
    app.leave()
    before = app.operations()
    fired(tampered(app, TO_A_LATER_VERSION) == 99, "a newer release's log")
    app.start()
    app.find("body", MADE_BY_A_NEWER)
    assert app.operations() == before


@fault("persist() denied", room=Room.DEVICE, expect="on WebKit: told under Mer; entries are saved and sent")
def test_a_browser_that_promises_nothing_is_told_of(app: WebKitPhone, fired: Fired) -> None:
    app.log("Fotpatrull")
    fired(app.run("() => navigator.storage.persist()") is False, "the denial")
    app.reckon()
    app.tab("Mer")
    app.sees("/mer", "Webbläsaren har inte lovat att behålla det som sparas")


@fault("no Web Locks", room=Room.DEVICE, expect="on WebKit: a lease stands in for the lock")
def test_without_locks_two_windows_count_nothing_twice(
    app: WebKitPhone, gate: threading.Event, fired: Fired
) -> None:
    app.run(HARM, "no locks")
    app.leave()
    app.come_back()
    one = app.browser.current_window_handle
    app.browser.switch_to.new_window("window")
    app.come_back()
    fired(app.run("() => !('locks' in navigator)"), "the lack of locks")
    app.line.stop()
    app.log("Fotpatrull")
    app.browser.switch_to.window(one)
    app.log("Fotpatrull")
    app.says("2 väntar")
    other = next(each for each in app.browser.window_handles if each != one)
    on_its_way = app.line.inject(held_before(gate), times=None)
    app.line.start()
    app.wake()
    on_its_way.await_strikes()
    app.browser.switch_to.window(other)
    app.run(ASKED_FOR_A_LEASE)
    app.wake()
    app.until("() => globalThis.askedForALease")
    app.run("() => fetch('/api/v1/session').then((answer) => answer.text())")
    assert len(on_its_way.struck) == 1, "one window sends while the other was woken"
    app.line.clear()
    gate.set()
    app.reckon()
    app.browser.switch_to.window(one)
    app.reckon()
    assert len(batches_with(on_its_way.struck[0], app.line)) == 1, "what one window sent no other did"
