"""Room NETWORK of the list of faults on WebKit: each at the socket, all on one phone."""

import threading
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from tests.browser.fault_phone import said_at, sent_in
from tests.browser.fault_proxy import SYNC
from tests.browser.line_faults import (
    answer_lost,
    changed_to,
    cut_short,
    garbled,
    held_before,
    lost,
    one_way,
    page_in_its_place,
    portal,
    problem_in_its_place,
    replayed,
    reset,
    slow,
    stalled_answer,
    stalled_request,
    with_foreign_digests,
)
from tests.browser.live_server import LiveServer
from tests.browser.webkit_phone import WebKitPhone, phone_in
from tests.browser.webkit_profile import WebKitProfile
from tests.faults import Fired, Room, fault
from tests.outcomes import has_passed

IMPATIENT = "() => { globalThis.impatient = 700; }"
PATIENT = "() => { delete globalThis.impatient; }"
TOO_LARGE = page_in_its_place("413 Content Too Large", "<h1>413</h1>")


class Kept:
    """The phone of this file; a test that failed leaves a broken one, and the next test gets another."""

    def __init__(self, profile: WebKitProfile, server: LiveServer) -> None:
        self._profile = profile
        self._server = server
        self._phone: WebKitPhone | None = None
        self._end: Any = None

    def take(self) -> WebKitPhone:
        if self._phone is None:
            self._end = phone_in(self._profile.turned_on(), self._server)
            self._phone = self._end.__enter__()
        return self._phone

    def throw_away(self) -> None:
        self._profile.turn_off()
        self._phone = None


@pytest.fixture(scope="module")
def kept(webkit_on_disk: WebKitProfile, fault_server: LiveServer) -> Kept:
    return Kept(webkit_on_disk, fault_server)


@pytest.fixture
def app(kept: Kept, request: pytest.FixtureRequest) -> Iterator[WebKitPhone]:
    """A phone at rest on a sound line; afterwards all is at rest again, and the books agree."""
    app = kept.take()
    yield app
    if has_passed(request):
        app.line.clear()
        app.run(PATIENT)
        app.wake()
        app.reckon()
    else:
        kept.throw_away()


@pytest.mark.parametrize(
    "harm",
    [
        lost,
        reset,
        portal,
        page_in_its_place("502 Bad Gateway", "<h1>502 Bad Gateway</h1>"),
        cut_short,
        changed_to(garbled),
        changed_to(with_foreign_digests),
        answer_lost,
    ],
    ids=[
        "request lost",
        "connection reset",
        "portal",
        "502",
        "cut on the line",
        "a byte changed",
        "foreign digests",
        "answer lost",
    ],
)
@fault("request lost", room=Room.NETWORK, expect="on WebKit: said to wait, sent with the next try")
@fault("captive portal 200", room=Room.NETWORK, expect="on WebKit: no receipt is read from the portal's page")
@fault("502 HTML", room=Room.NETWORK, expect="on WebKit: a proxy's page settles nothing")
@fault("truncated or corrupt JSON", room=Room.NETWORK, expect="on WebKit: no receipt is read from it")
@fault(
    "answer lost after commit", room=Room.NETWORK, expect="on WebKit: said to wait until the receipt comes"
)
def test_what_is_no_receipt_settles_nothing(app: WebKitPhone, fired: Fired, harm: Any) -> None:
    app.line.stop()
    app.log("Fotpatrull")
    app.log("Fotpatrull")
    struck = app.line.inject(harm, times=None)
    app.line.start()
    app.wake()
    struck.await_strikes()
    app.says(r"\d väntar på nät")
    app.wake()
    struck.await_strikes(2)
    fired(struck.struck, "what is no receipt, and the phone that sends again")
    app.line.clear()
    app.wake()
    app.reckon()


@fault("replayed POST", room=Room.NETWORK, expect="on WebKit: the second one is told the first one's receipt")
def test_a_request_replayed_by_the_network_counts_once(app: WebKitPhone, fired: Fired) -> None:
    twice = app.line.inject(replayed)
    before = len(app.line.sent_to(SYNC))
    app.log("Fotpatrull")
    app.reckon()
    fired(twice.struck and len(app.line.sent_to(SYNC)) - before == 2, "the replay")
    assert app.operations()[-1]["receipt"]["duplicate"] is True


@fault(
    "reordered", room=Room.NETWORK, expect="on WebKit: a request overtaken by its successor changes nothing"
)
def test_a_request_overtaken_by_its_successors_changes_nothing(
    app: WebKitPhone, fired: Fired, gate: threading.Event
) -> None:
    late = app.line.inject(held_before(gate))
    app.run(IMPATIENT)
    app.log("Fotpatrull")
    late.await_strikes()
    app.run(PATIENT)
    app.log("Fotpatrull")
    app.wake()
    app.says("Allt skickat")
    held, before = late.struck[0], len(app.line.passed)
    assert held not in app.line.passed, "its successors came first"
    gate.set()
    arrival = threading.Event()
    while held not in app.line.passed[before:]:
        arrival.wait(0.05)
    fired(sent_in(held)["ops"], "the late arrival")
    app.reckon()


@pytest.mark.parametrize("stall", [stalled_answer, stalled_request, one_way])
@fault("stall mid-body", room=Room.NETWORK, expect="on WebKit: given up, sent again, counted once")
@fault(
    "one-way partition", room=Room.NETWORK, expect="on WebKit: sent again, taken once, not said to be sent"
)
def test_what_never_comes_to_an_end_is_given_up_and_sent_again(
    app: WebKitPhone, fired: Fired, gate: threading.Event, stall: Any
) -> None:
    stalled = app.line.inject(stall(gate), times=2)
    app.run(IMPATIENT)
    app.log("Fotpatrull")
    stalled.await_strikes()
    app.wake()
    stalled.await_strikes(2)
    assert app.operations()[-1]["state"] in {"queued", "sending"}
    fired(stalled.struck, "two requests without an end")
    app.run(PATIENT)
    app.wake()
    app.reckon()


@fault("413", room=Room.NETWORK, expect="on WebKit: the batch is halved until it passes")
def test_a_batch_that_is_too_large_is_halved(app: WebKitPhone, fired: Fired) -> None:
    app.line.stop()
    for _ in range(3):
        app.log("Fotpatrull")
    refused = app.line.inject(TOO_LARGE, times=None, where=lambda call: len(sent_in(call.request)["ops"]) > 1)
    app.line.start()
    app.wake()
    app.reckon()
    fired(refused.struck, "the refusal of a batch")


@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Service Unavailable"])
@fault(
    "429/503", room=Room.NETWORK, expect="on WebKit: the phone waits as long as it is told, then sends once"
)
def test_a_busy_server_is_left_alone_as_long_as_it_says(app: WebKitPhone, fired: Fired, status: str) -> None:
    busy = app.line.inject(
        problem_in_its_place(status, "busy", "Retry-After: 3")
    )  # of itself it waits 2 at most
    app.log("Fotpatrull")
    busy.await_strikes()
    app.reckon()  # by itself, without being woken
    fired(busy.struck, "the refusal")
    refused, taken = (said_at(each) for each in (busy.struck[0], app.line.sent_to(SYNC)[-1]))
    assert taken - refused >= timedelta(seconds=3), "by the phone's own clock"


@fault(
    "flapping",
    room=Room.NETWORK,
    expect="on WebKit: what is saved while the line comes and goes is sent once",
)
def test_a_line_that_comes_and_goes_is_outlasted(app: WebKitPhone, fired: Fired) -> None:
    for _ in range(3):
        app.line.stop()
        app.log("Fotpatrull")
        app.says(r"\d väntar på nät")
        first = app.line.inject(answer_lost)
        app.line.start()
        app.wake()
        first.await_strikes()
        fired(first.struck, "a cut, with a lost answer after it")
    app.wake()
    app.reckon()


@fault("20 kbit/s", room=Room.NETWORK, expect="on WebKit: the phone waits for the slow line, and sends once")
def test_a_very_slow_line_is_waited_for(app: WebKitPhone, fired: Fired) -> None:
    crawl = app.line.inject(slow(2_500))
    before = len(app.line.sent_to(SYNC))
    app.log("Fotpatrull")
    app.reckon()
    fired(crawl.struck, "the slow line")
    assert len(app.line.sent_to(SYNC)) - before == 1
