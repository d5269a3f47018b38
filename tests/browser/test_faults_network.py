"""Room NETWORK of the list of faults: each at the socket, on one phone that goes through all of them."""

import re
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.fault_phone import SENT, FaultPhone, said_at, sent_in, signed_in
from tests.browser.fault_proxy import SYNC, Call, FaultProxy, Injected
from tests.browser.line_faults import (
    answer_lost,
    changed_to,
    cut_short,
    garbled,
    halved,
    held_before,
    is_kept_alive,
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
    with_half_the_receipts,
)
from tests.browser.live_server import LiveServer
from tests.faults import Fired, Room, fault


@pytest.fixture
def line(harmed: FaultProxy) -> FaultProxy:
    return harmed


class Kept:
    """The phone of this module; a test that failed leaves a broken one, and the next test gets another."""

    def __init__(self, begin: Callable[[], FaultPhone]) -> None:
        self._begin = begin
        self._phone: FaultPhone | None = None

    def take(self) -> FaultPhone:
        phone = self._phone or self._begin()
        self._phone = None
        return phone

    def give_back(self, phone: FaultPhone) -> None:
        self._phone = phone


@pytest.fixture(scope="module")
def kept(
    browser: Browser, browser_context_args: dict[str, Any], fault_line: FaultProxy, fault_server: LiveServer
) -> Iterator[Kept]:
    contexts = []

    def begin() -> FaultPhone:
        contexts.append(browser.new_context(**browser_context_args))
        return signed_in(contexts[-1], fault_line, fault_server)

    yield Kept(begin)
    for context in contexts:
        context.close()


@pytest.fixture
def phone(kept: Kept, line: FaultProxy, request: pytest.FixtureRequest) -> Iterator[FaultPhone]:
    """A phone at rest on a sound line; afterwards all is at rest again, and the books agree."""
    phone = kept.take()
    yield phone
    line.clear()
    phone.page.evaluate("delete globalThis.impatient")
    phone.wake()
    phone.reckon()
    kept.give_back(phone)


def wait_is_said(phone: FaultPhone, fault_: Injected | None = None) -> None:
    """Once the fault has struck, the line of state says that something waits for the network, and no more."""
    if fault_:
        fault_.await_strikes()
    phone.await_state(re.compile(r"\d+ väntar på nät"))


@fault(
    "request lost", room=Room.NETWORK, expect="the entry waits, is said to wait, and goes with the next try"
)
def test_a_lost_request_is_sent_again(phone: FaultPhone, line: FaultProxy, fired: Fired) -> None:
    never = line.inject(lost, times=None)
    phone.log_one()
    wait_is_said(phone, never)
    fired(never.struck, "the loss of the request")
    assert not phone.books().counted >= phone.books().saved
    line.clear()
    phone.wake()
    phone.reckon()


@fault(
    "answer lost after commit", room=Room.NETWORK, expect="sent again, the same receipt comes, counted once"
)
def test_a_lost_answer_is_asked_for_again(phone: FaultPhone, line: FaultProxy, fired: Fired) -> None:
    unheard = line.inject(answer_lost, times=None)
    phone.log_one()
    wait_is_said(phone, unheard)
    fired(unheard.struck, "the loss of the answer")
    books = phone.books()
    assert books.counted == books.saved, "the server had committed"
    line.clear()
    phone.wake()
    phone.reckon()
    assert phone.kept_operations()[-1]["receipt"]["duplicate"] is True


@pytest.mark.parametrize(
    "spoilt",
    [
        cut_short,
        changed_to(halved),
        changed_to(garbled),
        changed_to(with_foreign_digests),
        changed_to(with_half_the_receipts),
    ],
    ids=["cut on the line", "half the JSON", "a byte changed", "foreign digests", "half the receipts"],
)
@fault(
    "truncated or corrupt JSON",
    room=Room.NETWORK,
    expect="no receipt is read from it, and the same ones come",
)
def test_a_spoilt_answer_settles_nothing(
    phone: FaultPhone, line: FaultProxy, fired: Fired, spoilt: Any
) -> None:
    line.stop()
    phone.log_one()
    phone.log_one()
    wait_is_said(phone)
    broken = line.inject(spoilt)
    line.start()
    phone.wake()
    broken.await_strikes()
    fired(broken.struck, "the spoilt answer")
    phone.reckon()


@fault("captive portal 200", room=Room.NETWORK, expect="the portal's page is no receipt: the entry waits")
def test_a_portal_settles_nothing(phone: FaultPhone, line: FaultProxy, fired: Fired) -> None:
    hotel = line.inject(portal, on=None, times=None)
    phone.log_one()
    wait_is_said(phone, hotel)
    fired(hotel.struck, "the portal's answer")
    line.clear()
    phone.wake()
    phone.reckon()


@fault("replayed POST", room=Room.NETWORK, expect="the second one is told the first one's receipt")
def test_a_request_replayed_by_the_network_counts_once(
    phone: FaultPhone, line: FaultProxy, fired: Fired
) -> None:
    twice = line.inject(replayed)
    before = len(line.sent_to(SYNC))
    phone.log_one()
    phone.await_state(SENT)
    fired(len(line.sent_to(SYNC)) - before == 2 and twice.struck, "the replay")
    phone.reckon()
    assert phone.kept_operations()[-1]["receipt"]["duplicate"] is True


@fault(
    "reordered", room=Room.NETWORK, expect="a request that arrives after its own successor changes nothing"
)
def test_a_request_overtaken_by_its_successors_changes_nothing(
    phone: FaultPhone, line: FaultProxy, fired: Fired, gate: threading.Event
) -> None:
    late = line.inject(held_before(gate))
    phone.page.evaluate("globalThis.impatient = 500")
    phone.log_one()
    late.await_strikes()
    phone.page.evaluate("delete globalThis.impatient")
    phone.log_one()
    phone.wake()
    phone.await_state(SENT)
    held, before = late.struck[0], len(line.passed)
    assert held not in line.passed, "its successors came first"
    gate.set()
    arrival = threading.Event()
    while held not in line.passed[before:]:
        arrival.wait(0.05)
    fired(sent_in(held)["ops"], "the late arrival")
    phone.reckon()


@fault(
    "one-way partition", room=Room.NETWORK, expect="sent again and again, taken once, never said to be sent"
)
def test_what_arrives_and_is_never_answered_waits(
    phone: FaultPhone, line: FaultProxy, fired: Fired, gate: threading.Event
) -> None:
    deaf = line.inject(one_way(gate), times=None)
    phone.page.evaluate("globalThis.impatient = 700")
    phone.log_one()
    deaf.await_strikes()
    phone.wake()
    deaf.await_strikes(2)
    expect(phone.state).not_to_contain_text(SENT)
    books = phone.books()
    assert books.counted == books.saved, "the server had committed"
    fired(len(deaf.struck) >= 2, "two requests without an answer")
    phone.page.evaluate("delete globalThis.impatient")
    line.clear()
    gate.set()
    phone.wake()
    phone.reckon()


@fault("flapping", room=Room.NETWORK, expect="what is saved while the line comes and goes is sent once")
def test_a_line_that_comes_and_goes_is_outlasted(phone: FaultPhone, line: FaultProxy, fired: Fired) -> None:
    cuts = 0
    for _ in range(3):
        line.stop()
        phone.log_one()
        wait_is_said(phone)
        cuts += 1
        first = line.inject(answer_lost)
        line.start()
        phone.wake()
        first.await_strikes()
    fired(cuts == 3, "three cuts, each with a lost answer after it")
    phone.wake()
    phone.reckon()


@fault("20 kbit/s", room=Room.NETWORK, expect="the phone waits for the slow line, and sends once")
def test_a_very_slow_line_is_waited_for(phone: FaultPhone, line: FaultProxy, fired: Fired) -> None:
    crawl = line.inject(slow(2_500))
    before = len(line.sent_to(SYNC))
    phone.log_one()
    phone.await_state(SENT)
    fired(crawl.struck, "the slow line")
    assert len(line.sent_to(SYNC)) - before == 1
    phone.reckon()


@pytest.mark.parametrize("stall", [stalled_answer, stalled_request], ids=["answer", "request"])
@fault("stall mid-body", room=Room.NETWORK, expect="given up after its time limit, sent again, counted once")
def test_a_stalled_body_is_given_up_and_sent_again(
    phone: FaultPhone, line: FaultProxy, fired: Fired, gate: threading.Event, stall: Any
) -> None:
    stalled = line.inject(stall(gate))
    phone.page.evaluate("globalThis.impatient = 700")
    phone.log_one()
    stalled.await_strikes()
    fired(stalled.struck, "the stall")
    phone.page.evaluate("delete globalThis.impatient")
    phone.reckon()  # given up, and sent again by itself


@fault("413", room=Room.NETWORK, expect="the batch is halved until it passes; nothing is dropped")
def test_a_batch_that_is_too_large_is_halved(phone: FaultPhone, line: FaultProxy, fired: Fired) -> None:
    line.stop()
    for _ in range(3):
        phone.log_one()
    wait_is_said(phone)

    def holds_several(call: Call) -> bool:
        return len(sent_in(call.request)["ops"]) > 1

    refused = line.inject(
        page_in_its_place("413 Content Too Large", "<h1>413</h1>"), times=None, where=holds_several
    )
    line.start()
    phone.wake()
    phone.reckon()
    fired(refused.struck, "the refusal of a batch")


@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Service Unavailable"])
@fault("429/503", room=Room.NETWORK, expect="the phone waits as long as it is told, then sends once")
def test_a_busy_server_is_left_alone_as_long_as_it_says(
    phone: FaultPhone, line: FaultProxy, fired: Fired, status: str
) -> None:
    busy = line.inject(problem_in_its_place(status, "busy", "Retry-After: 3"))  # of itself it waits 2 at most
    phone.log_one()
    busy.await_strikes()
    phone.reckon()  # by itself, without being woken
    fired(busy.struck, "the refusal")
    refused, taken = (said_at(each) for each in (busy.struck[0], line.sent_to(SYNC)[-1]))
    assert taken - refused >= timedelta(seconds=3), "by the phone's own clock"


@fault(
    "502 HTML", room=Room.NETWORK, expect="a proxy's page settles nothing; the entry goes with the next try"
)
def test_a_proxys_error_page_settles_nothing(phone: FaultPhone, line: FaultProxy, fired: Fired) -> None:
    broken = line.inject(page_in_its_place("502 Bad Gateway", "<h1>502 Bad Gateway</h1>"))
    phone.log_one()
    broken.await_strikes()
    fired(broken.struck, "the proxy's page")
    phone.wake()
    phone.reckon()


@fault(
    "keep-alive closed", room=Room.NETWORK, expect="whoever sends it again, phone or browser, it counts once"
)
def test_a_connection_closed_under_the_request_is_no_loss(
    phone: FaultPhone, line: FaultProxy, fired: Fired
) -> None:
    phone.log_one()
    phone.reckon()  # and the connection stays open for more
    closed = line.inject(reset, where=is_kept_alive)
    phone.log_one()
    closed.await_strikes()
    fired(closed.struck, "the connection closed under the request")
    phone.wake()
    phone.reckon()


def test_a_word_that_comes_too_early_is_heard(
    phone: FaultPhone, line: FaultProxy, gate: threading.Event
) -> None:
    on_its_way = line.inject(held_before(gate))
    phone.log_one()
    on_its_way.await_strikes()
    phone.await_state("Skickar 1")
    phone.state.evaluate("element => { element.textContent = 'Allt skickat'; }")
    phone.page.wait_for_function("() => witness.lies.length === 1")
    assert "Allt skickat" in phone.page.evaluate("witness.lies.pop()")
    phone.state.evaluate("element => { element.textContent = 'Skickar 1'; }")
    gate.set()
