"""What the phone calls saved is on its disk: the browser is asked to wait for that, not to answer at once."""

from playwright.sync_api import Page

from tests.browser.live_server import LiveServer
from tests.browser.phone_app import PhoneApp

# What no death of the browser can show, but an empty battery would.
NOTE_EVERY_WRITE = """
  globalThis.writes = [];
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...asked) {
    const begun = begin.apply(this, asked);
    if (begun.mode === "readwrite") {
      writes.push(begun.durability);
    }
    return begun;
  };
"""


def test_every_write_waits_for_the_disk(page: Page, reading_server: LiveServer) -> None:
    page.add_init_script(NOTE_EVERY_WRITE)
    app = PhoneApp(page, reading_server.address, reading_server.instance)
    app.sign_in()
    page.context.set_offline(True)  # others only read from this server

    app.log("Fotpatrull", "Hidinge skola")
    app.says("1 väntar på nät")

    writes: list[str] = page.evaluate("writes")
    assert writes
    assert set(writes) == {"strict"}
