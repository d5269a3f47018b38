"""Where sending stops, the phone says why and the way out, keeps what waits, and goes on when it may."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.fault_proxy import Call, FaultProxy
from tests.browser.installed import Lent
from tests.browser.line_faults import whole
from tests.browser.live_server import LiveServer
from tests.browser.phone_app import PhoneApp


@pytest.fixture(scope="module")
def the_line(shared_server: LiveServer) -> Iterator[FaultProxy]:
    line = FaultProxy(shared_server.port)
    line.start()
    yield line
    line.stop()


@pytest.fixture
def line(the_line: FaultProxy) -> Iterator[FaultProxy]:
    """The line to the server, sound before and after the test."""
    yield the_line
    the_line.clear()


@pytest.fixture
def app(installed: Lent, line: FaultProxy, shared_server: LiveServer) -> PhoneApp:
    app = PhoneApp(installed.page_at(line.address), line.address, shared_server.instance)
    app.sign_in()
    return app


@pytest.mark.parametrize(
    ("status", "code", "sentence", "way"),
    [
        ("426 Upgrade Required", "upgrade_required", "Appen är för gammal för att skicka.", "Öppna igen"),
        ("410 Gone", "device_revoked", "Telefonen är spärrad och kan inte skicka.", "Spara en kopia"),
        ("403 Forbidden", "stream_owner_mismatch", "Någon annan är inloggad.", "Logga in"),
        ("401 Unauthorized", "reauth", "Logga in igen för att skicka.", "Logga in"),
    ],
)
def test_a_stop_is_said_with_its_way_out(
    app: PhoneApp, line: FaultProxy, status: str, code: str, sentence: str, way: str
) -> None:
    def stopped(call: Call) -> None:
        call.reply(whole(status, "application/problem+json", f'{{"code": "{code}"}}'.encode()))

    line.inject(stopped, times=None)
    app.log("Badplatsbesök", "Lanna badgruva")
    row = app.screen("/").locator("[data-part=pause]")
    expect(row).to_contain_text(sentence)
    expect(row).to_contain_text("Din aktivitet ligger kvar i telefonen.")
    expect(row.get_by_text(way, exact=True)).to_be_visible()
    app.says("1 väntar")
    line.clear()
    app.open()
    app.says("Allt skickat")
    expect(row).to_be_hidden()


def test_a_storage_that_gives_way_is_said_and_nothing_is_called_sent(app: PhoneApp) -> None:
    app.log("Badplatsbesök", "Lanna badgruva")
    app.says("Allt skickat")
    app.page.evaluate(
        """() => {
          IDBDatabase.prototype.transaction = () => { throw new DOMException("lost", "UnknownError"); };
          new BroadcastChannel("faltlogg").postMessage("changed");
        }"""
    )
    expect(app.state).to_contain_text("Minnet svarar inte")
    expect(app.screen("/").locator("[data-part=pause]")).to_contain_text("Telefonens minne svarar inte.")
    app.page.get_by_role("button", name="Öppna igen").click()
    app.says("Allt skickat")


def test_a_notice_is_told_once_and_kept_under_mer_until_it_is_read(app: PhoneApp) -> None:
    app.page.context.set_offline(True)
    app.page.evaluate(
        """async () => {
          const [{name}] = (await indexedDB.databases()).filter(({name}) => name.startsWith("faltlogg-"));
          const opening = indexedDB.open(name);
          await new Promise((done) => { opening.onsuccess = done; });
          const writing = opening.result.transaction("facts", "readwrite");
          writing.objectStore("facts").put({clock_off: {seconds: 720}}, "notices");
          await new Promise((done) => { writing.oncomplete = done; });
          opening.result.close();
        }"""
    )
    said = "Telefonens klocka går 12 minuter fel."
    app.open()
    expect(app.screen("/")).to_contain_text(said)
    app.open()
    app.tab("Mer")
    expect(app.screen("/mer")).to_contain_text(said)
    expect(app.screen("/").locator("[data-part=pause]")).to_have_attribute("hidden", "")
    app.page.get_by_role("button", name="Jag ställer klockan").click()
    expect(app.screen("/mer")).not_to_contain_text(said)
