"""Phones whose clocks are wrong, or of another time zone."""

import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import expect

from logger import clock
from tests.browser.fault_phone import SENT, FaultPhone, signed_in
from tests.browser.fault_proxy import FaultProxy
from tests.browser.installed import Lent
from tests.browser.line_faults import (
    changed_to,
    lost,
    with_half_the_receipts,
)
from tests.browser.live_server import LiveServer
from tests.faults import Fired, Room, fault

DAY = timedelta(days=1)


@pytest.fixture
def line(harmed: FaultProxy) -> FaultProxy:
    return harmed


@pytest.fixture
def app(installed: Lent, line: FaultProxy, fault_server: LiveServer) -> FaultPhone:
    """A phone with nothing on it yet, signed in."""
    return signed_in(installed.phone_at(line.address), line, fault_server)


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
