"""Room DEVICE of the list of faults: the phone dies, freezes, fills up, forgets, and its clock is wrong."""

import json
import os
import random
import re
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Error, expect

from logger import clock
from tests.browser.fault_phone import PATIENCE, SENT, FaultPhone, phone_on, signed_in
from tests.browser.fault_proxy import FaultProxy
from tests.browser.faulty_store import (
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
    answer_lost,
    changed_to,
    held_after,
    held_before,
    lost,
    with_half_the_receipts,
)
from tests.browser.live_server import LiveServer
from tests.browser.newcomers import Newcomer
from tests.browser.phone import Phone
from tests.faults import Fired, Room, fault

DAY = timedelta(days=1)
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
    context: BrowserContext, line: FaultProxy, fault_server: LiveServer, fired: Fired
) -> None:
    context.add_init_script(NO_LOCKS)
    one, other = two_tabs(context, line, fault_server)
    fired(not one.page.evaluate("'locks' in navigator"), "the lack of locks")
    lost = line.inject(answer_lost)
    line.start()
    one.wake()
    other.wake()
    lost.await_strikes()
    one.wake()
    one.reckon()
    other.reckon()


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


@pytest.mark.parametrize("off", [-1, 1], ids=["behind", "ahead"])
@fault("clock ±1 day", room=Room.DEVICE, expect="stored at the time that the officer confirmed")
def test_a_clock_off_by_a_day_refuses_nothing(app: FaultPhone, fired: Fired, off: int) -> None:
    wrong = clock.now() + off * DAY * 0.9
    set_clock(app, wrong)
    app.log_one()
    fired(abs(phone_time(app) - wrong) < DAY / 10, "the wrong clock")
    app.reckon()
    assert abs(started(app) - wrong) < timedelta(hours=3)


@fault("clock ±10 years", room=Room.DEVICE, expect="ahead: held for a person, and said so")
def test_a_clock_ten_years_ahead_is_held_and_said(app: FaultPhone, fired: Fired) -> None:
    set_clock(app, clock.now() + 3650 * DAY)
    app.log_one()
    fired(phone_time(app).year >= clock.now().year + 9, "the wrong clock")
    app.await_state("1 behöver dig")
    app.tab("Mina")
    expect(app.screen("/mina")).to_contain_text("Tiden kan inte stämma.")
    assert [each["state"] for each in app.kept_operations()] == ["held"]
    assert app.books().faults() == []


@fault("clock ±10 years", room=Room.DEVICE, expect="behind: stored as it says, later ones as well")
def test_a_clock_ten_years_behind_stops_nothing(app: FaultPhone, fired: Fired) -> None:
    set_clock(app, clock.now() - 3650 * DAY)
    app.log_one()
    fired(phone_time(app).year <= clock.now().year - 9, "the wrong clock")
    app.await_state(SENT)
    assert abs(started(app) - phone_time(app)) < timedelta(hours=3)
    earlier = app.books().saved
    set_clock(app, clock.now())  # and what lies ten years back may be forgotten here: it is safe there
    app.log_one()
    app.await_state(SENT)
    later = app.books()
    assert later.activities.keys() >= later.saved | earlier
    assert len(later.saved | earlier) == 2


@fault(
    "clock ±10 years",
    room=Room.DEVICE,
    expect="what it put off goes once the clock is right",
)
def test_what_a_wrong_clock_put_off_goes_when_it_is_put_right(
    app: FaultPhone, line: FaultProxy, fired: Fired
) -> None:
    line.stop()
    app.log_one()
    app.log_one()
    set_clock(app, clock.now() + 3650 * DAY)
    line.inject(changed_to(with_half_the_receipts))
    line.inject(lost, times=None)
    line.start()
    app.wake()
    app.await_states("acked", "queued")
    fired([each.get("not_before") for each in app.kept_operations()][1], "the putting off")
    set_clock(app, clock.now())
    line.clear()
    app.wake()
    app.reckon()


@fault("summer time", room=Room.DEVICE, expect="both passes of the repeated hour are kept apart")
def test_the_hour_that_comes_twice_is_two_hours(app: FaultPhone, fired: Fired) -> None:
    for moment in (datetime(2025, 10, 26, 0, 30, tzinfo=UTC), datetime(2025, 10, 26, 1, 30, tzinfo=UTC)):
        set_clock(app, moment)
        app.log_one()
    bodies = [json.loads(each["body"]) for each in app.kept_operations()]
    assert [each["ended_at"][11:] for each in bodies] == ["02:30:00+02:00", "02:30:00+01:00"]
    fired(True, "the same hour twice")
    app.reckon()
    assert started(app, 1) - started(app, 0) == timedelta(hours=1)


@fault("other time zone", room=Room.DEVICE, expect="times are Swedish ones, wherever the phone thinks it is")
def test_a_phone_in_another_time_zone_logs_swedish_time(
    browser: Any,
    browser_context_args: dict[str, Any],
    line: FaultProxy,
    fault_server: LiveServer,
    fired: Fired,
) -> None:
    context = browser.new_context(**browser_context_args | {"timezone_id": "Asia/Tokyo"})
    app = signed_in(context, line, fault_server)
    fired(app.page.evaluate("new Date(0).getHours()") == 9, "the other time zone")
    app.log_one()
    body = json.loads(app.kept_operations()[0]["body"])
    assert re.search(r"\+0[12]:00$", body["started_at"])
    app.reckon()
    assert abs(datetime.fromisoformat(body["started_at"]) - clock.now()) < timedelta(hours=3)
    context.close()


def set_clock(app: FaultPhone, moment: datetime) -> None:
    """The phone's clock says this, and goes on from there."""
    app.page.clock.set_system_time(moment)


def phone_time(app: FaultPhone) -> datetime:
    """What the phone thinks the time is."""
    return datetime.fromtimestamp(app.page.evaluate("Date.now()") / 1000, UTC)


def started(app: FaultPhone, place: int = 0) -> datetime:
    """When the activity began, as the server keeps it."""
    wanted = app.kept_operations()[place]["activity_id"]
    return app.started_on_server(wanted)
