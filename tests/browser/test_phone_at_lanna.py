"""The main job at Lanna badgruva: no network, a phone that dies, a lost answer, every entry counted once."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.fault_proxy import FaultProxy
from tests.browser.live_server import LiveServer
from tests.browser.phone import Phone
from tests.browser.phone_app import PhoneApp

SYNC = "/api/v1/sync"
ENTRIES = [
    ("Hastighetskontroll", "Bergsgatan vid skolan"),
    ("Badplatsbesök", "Lanna badgruva"),
    ("Fotpatrull", "Hidinge skola"),
    ("Badplatsbesök", "Badplats Leken"),
    ("Nykterhetskontroll", "E18 vid Lanna"),
]


@pytest.fixture
def line(live_server: LiveServer) -> Iterator[FaultProxy]:
    """The line between phone and server."""
    proxy = FaultProxy(live_server.port)
    proxy.start()
    yield proxy
    proxy.stop()


def app_on(page: Page, line: FaultProxy, server: LiveServer) -> PhoneApp:
    return PhoneApp(page, line.address, server.instance)


def test_five_entries_without_network_outlive_the_phone_and_are_sent_once(
    phone: Phone, line: FaultProxy, live_server: LiveServer
) -> None:
    app = app_on(phone.turn_on(), line, live_server)
    app.sign_in()
    phone.turn_off()  # in peace: a browser keeps a new cookie in memory for half a minute
    app = app_on(phone.turn_on(), line, live_server)
    app.open()
    phone.context.set_offline(True)
    live_server.stop()
    for kind, place in ENTRIES:
        app.log(kind, place)
    expect(app.state).to_contain_text("5 väntar på nät")

    phone.kill()
    app = app_on(phone.turn_on(), line, live_server)
    phone.context.set_offline(True)
    app.open("/mina")
    for _, place in ENTRIES:
        expect(app.screen("/mina").locator(".line").filter(has_text=place)).to_contain_text("väntar")

    line.lose_answer_to = SYNC
    live_server.start()
    phone.context.set_offline(False)
    app.open("/")
    expect(app.state).to_contain_text("Allt skickat", timeout=60_000)

    assert len(line.lost) == 1, "the answer was lost after the commit"
    assert len(app.operations_on_server()) == len(ENTRIES)
    assert {operation["state"] for operation in app.kept_operations()} == {"acked"}

    replayed = app.page.evaluate(
        "([path, body]) => fetch(path, {method: 'POST', body, headers:"
        " {'Content-Type': 'application/json', 'X-Faltlogg-Sync': '1'}}).then((answer) => answer.json())",
        [SYNC, line.lost[0].body.decode()],
    )
    assert [result["duplicate"] for result in replayed["results"]] == [True] * len(ENTRIES)
    assert len(app.operations_on_server()) == len(ENTRIES)
