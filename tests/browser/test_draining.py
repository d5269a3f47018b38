"""A queue of a hundred is sent in few requests and few bytes, whatever befell the first ones."""

from playwright.sync_api import BrowserContext

from tests.browser.draining import drain
from tests.browser.fault_phone import signed_in
from tests.browser.fault_proxy import FaultProxy
from tests.browser.live_server import LiveServer


def test_a_hundred_entries_cost_few_requests_and_bytes_after_faults(
    context: BrowserContext, harmed: FaultProxy, fault_server: LiveServer
) -> None:
    phone = signed_in(context, harmed, fault_server)

    drained, faults = drain(phone, harmed)

    assert [len(each.struck) for each in faults] == [1, 1]
    phone.reckon()
    # 25, 50, 25 and the two that failed; a batch more where the phone was woken in between.
    assert drained.requests <= 7
    assert drained.sent_bytes <= 3 * drained.unique_bytes
