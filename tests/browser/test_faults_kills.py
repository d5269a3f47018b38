"""A browser that is killed with -9 while it saves and sends, and tabs that crash or freeze."""

import os
import random
import threading
from collections.abc import Callable

import pytest
from playwright.sync_api import Error, expect

from tests.browser.fault_phone import FaultPhone, phone_on, signed_in
from tests.browser.fault_proxy import FaultProxy
from tests.browser.faulty_store import (
    NEVER_COMPLETE,
)
from tests.browser.installed import Lent
from tests.browser.line_faults import (
    answer_lost,
    held_after,
    lost,
)
from tests.browser.live_server import LiveServer
from tests.browser.newcomers import Newcomer
from tests.browser.phone import Phone
from tests.faults import Fired, Room, fault

KILLS = int(os.environ.get("KILLS", "1"))


SEED = int(os.environ.get("SEED", "1"))


@pytest.fixture
def line(harmed: FaultProxy) -> FaultProxy:
    return harmed


@pytest.fixture
def turn_on(phone: Phone, line: FaultProxy, fault_server: LiveServer) -> Callable[[int], FaultPhone]:
    """Starts the browser over what its profile holds; `saved` is how many entries are in it already."""

    people: list[Newcomer | None] = []

    def turned_on(saved: int = 0) -> FaultPhone:
        on = phone_on(phone.turn_on(), line, fault_server)
        on.saved = saved
        on.sign_in(person=people[0] if people else None)
        people[:] = [on.person]
        return on

    return turned_on


@pytest.fixture
def app(installed: Lent, line: FaultProxy, fault_server: LiveServer) -> FaultPhone:
    """A phone with nothing on it yet, signed in."""
    return signed_in(installed.phone_at(line.address), line, fault_server)


@fault("kill -9 mid-save", room=Room.DEVICE, expect="not called saved, nothing half; the form comes back")
def test_a_browser_killed_while_it_saves_leaves_nothing_half(
    phone: Phone, turn_on: Callable[[int], FaultPhone], fired: Fired
) -> None:
    app = turn_on(0)
    app.log_one()
    app.new()
    app.choose_kind("Badplatsbesök")
    app.page.evaluate(NEVER_COMPLETE)
    app.save()
    app.page.wait_for_function("() => globalThis.midSave")
    expect(app.receipt.locator("visible=true")).to_have_count(0)
    phone.kill()
    fired(app.page.is_closed(), "the death of the browser in the middle of a save")

    app = turn_on(1)
    assert len(app.kept_operations()) == 1
    app.open("/ny")
    expect(app.screen("/ny")).to_contain_text("Badplatsbesök")
    app.save()
    expect(app.receipt.locator("visible=true")).to_contain_text("Sparad")
    app.saved += 1
    app.reckon()
    assert [each["seq"] for each in app.kept_operations()] == [1, 2]


@fault(
    "kill -9 mid-flush",
    room=Room.DEVICE,
    expect="what was on its way goes again and counts once",
)
def test_a_browser_killed_while_it_sends_sends_again(
    phone: Phone,
    turn_on: Callable[[int], FaultPhone],
    line: FaultProxy,
    gate: threading.Event,
    fired: Fired,
) -> None:
    app = turn_on(0)
    line.stop()
    for _ in range(3):
        app.log_one()
    unheard = line.inject(held_after(gate))
    line.start()
    app.wake()
    unheard.await_strikes()
    assert {each["state"] for each in app.kept_operations()} == {"sending"}
    phone.kill()
    fired(unheard.struck and app.page.is_closed(), "the death of the browser with a batch on its way")

    turn_on(3).reckon()


@fault(
    "kill -9 mid-save",
    room=Room.DEVICE,
    expect="at any moment: what was called saved is there, and counts once",
)
def test_a_browser_killed_at_any_moment_keeps_what_it_called_saved(
    phone: Phone, turn_on: Callable[[int], FaultPhone], line: FaultProxy, fired: Fired
) -> None:
    """KILLS=… makes them many (`make prove`), SEED=… others; a failure names its seed and kill."""
    chance = random.Random(SEED)
    app = turn_on(0)
    for kill in range(KILLS):
        line.inject(chance.choice([lost, answer_lost]), times=chance.randrange(3))
        app.new()
        app.choose_kind("Badplatsbesök")
        app.save()
        app.page.wait_for_timeout(chance.randrange(300))
        said = app.receipt.locator("visible=true").count()
        phone.kill()
        fired(app.page.is_closed(), "the death of the browser")
        told = app.saved + said
        app = turn_on(told)
        on_disk = len(app.kept_operations())
        assert on_disk in (told, told + 1), (
            f"kill {kill} of SEED={SEED}: {told} called saved, {on_disk} there"
        )
        app.saved = on_disk
    line.clear()
    app.wake()
    app.reckon()


@fault(
    "tab crash",
    room=Room.DEVICE,
    expect="the next tab sends what the crashed one was sending",
)
def test_a_crashed_tab_loses_nothing(
    app: FaultPhone, line: FaultProxy, fault_server: LiveServer, gate: threading.Event, fired: Fired
) -> None:
    on_its_way = line.inject(held_after(gate))
    app.log_one()
    on_its_way.await_strikes()
    with app.page.expect_event("crash") as crash, pytest.raises(Error, match="crash"):
        app.page.goto("chrome://crash")
    fired(crash.value, "the crash")

    again = phone_on(app.page.context.new_page(), line, fault_server)
    again.saved = app.saved
    again.open()
    again.reckon()


@fault("frozen tab", room=Room.DEVICE, expect="an answer that came meanwhile is read when the tab thaws")
def test_a_frozen_tab_goes_on_where_it_was(
    phone: Phone,
    turn_on: Callable[[int], FaultPhone],
    line: FaultProxy,
    gate: threading.Event,
    fired: Fired,
) -> None:
    app = turn_on(0)
    on_its_way = line.inject(held_after(gate))
    app.log_one()
    on_its_way.await_strikes()
    fired(phone.freeze(), "the freezing")
    gate.set()
    phone.thaw()
    app.reckon()
