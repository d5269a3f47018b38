"""The phone over power cuts: what it called saved must be in its outbox when it is on again."""

import random
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect, sync_playwright

from tests.browser.browsers import LAUNCH, PHONE
from tests.browser.live_server import LiveServer, run_flask
from tests.browser.phone import Phone
from tests.browser.phone_app import PhoneApp, until
from tests.power.disk import Disk
from tests.power.results import Result
from tests.servers.processes import kill_all

HALF, SOON = 0.5, 120  # milliseconds
# What is noted of a browser's starts: its whole IndexedDB thrown away, its mark that somebody logs here gone,
# another screen than the log in sight first.
NOTED = DISCARDED, FORGOTTEN, LATE = "databases_discarded", "marks_forgotten", "log_not_shown_first"
# The form of Ny once more, filled in and saved by the page itself: nobody waits for its receipt.
BEGIN_ANOTHER = """() => {
  document.querySelector('[data-screen="/"] a[href="/ny"]').click();
  const save = () => {
    const button = document.querySelector('[data-screen="/ny"]:not([hidden]) button[type=submit]');
    if (button) button.click(); else requestAnimationFrame(save);
  };
  save();
}"""
WORDS_ARE_KEPT = """async () => {
  const files = await navigator.storage.getDirectory();
  for await (const [name, file] of files) {
    if (name.startsWith("words") && (await file.getFile()).size) return true;
  }
  return false;
}"""
# Nothing waits for the disk, and nothing lies there twice.
RELAXED = """
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (names, mode, options) {
    return begin.call(this, names, mode, {...options, durability: "relaxed"});
  };
  delete StorageManager.prototype.getDirectory;
"""
# The mark of somebody who logs here, as it was found before the app looked for it.
MARK = (
    """if (location.protocol !== "about:") globalThis.wasMarked = localStorage.getItem("known") !== null;"""
)
# Of no use but to be there: gone, it tells that the browser has thrown everything away.
CANARY = """async () => {
  const isThere = (await indexedDB.databases()).some(({name}) => name === "canary");
  await new Promise((done) => { indexedDB.open("canary").onsuccess = done; });
  return isThere;
}"""


def cut_power(name: str, folder: Path, cuts: int, seed: int = 1, *, relaxed: bool = False) -> Result:
    """Log on a phone whose server is out of reach, and cut its power, so many times.

    At "Sparad", where the control shows what that word is worth without a flush; else at that moment or at
    one soon after it that the seed draws, half of the time with the next entry on its way to the disk.
    """
    chance = random.Random(seed)
    result = Result(name, control=relaxed, by_browser=dict.fromkeys(NOTED, 0))
    server = LiveServer(folder / "instance")
    server.instance.mkdir()
    run_flask(server.instance, "db", "upgrade")
    run_flask(server.instance, "demo", "load")
    server.start()
    disk = Disk(folder, megabytes=320)
    try:
        with sync_playwright() as playwright:
            phone = Phone(playwright, disk.path / "profile", LAUNCH, PHONE)
            app = PhoneApp(phone.turn_on(), server.address, server.instance)
            app.sign_in()
            until(app.page, WORDS_ARE_KEPT)
            app.page.evaluate(CANARY)
            phone.turn_off()
            disk.settle()
            server.stop()
            with _kept(server.port):
                for _ in range(cuts):
                    _log_and_cut(phone, server, disk, result, None if relaxed else chance)
    finally:
        disk.remove()
        server.kill()
    return result


@contextmanager
def _kept(port: int) -> Iterator[None]:
    """The port taken and closed to all: no other server of this machine may answer the phone in its place."""
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(("127.0.0.1", port))
        yield


def _log_and_cut(
    phone: Phone, server: LiveServer, disk: Disk, result: Result, chance: random.Random | None
) -> None:
    app = _opened(phone, server, result, relaxed=chance is None)
    app.log("Fotpatrull", "Hidinge skola")
    told = _ids(app.own_operations())
    if chance and chance.random() < HALF:
        app.page.evaluate(BEGIN_ANOTHER)
    if chance:
        app.page.wait_for_timeout(chance.randrange(SOON))
    disk.cut()
    # Its helpers outlive the browser by a moment, and have files of the profile open.
    while dead := disk.holders():
        kill_all(dead)
    phone.turn_off()
    disk.restore()
    app = _opened(phone, server, result, relaxed=chance is None)
    found = _ids(app.own_operations())
    result.add_cut(told, found, 0, [])
    phone.turn_off()


def _opened(phone: Phone, server: LiveServer, result: Result, *, relaxed: bool) -> PhoneApp:
    page: Page = phone.turn_on()
    page.add_init_script(MARK)
    if relaxed:
        page.add_init_script(RELAXED)
    app = PhoneApp(page, server.address, server.instance)
    page.goto(server.address)
    shown = page.locator("[data-screen]:visible").first
    shown.wait_for()
    # A busy machine may first say that the phone's memory does not answer, and show the log when it does.
    result.by_browser[LATE] += not app.screen("/").is_visible()
    # Chromium discards an IndexedDB that it cannot read after a cut, and all that was in it.
    result.by_browser[DISCARDED] += not page.evaluate(CANARY)
    result.by_browser[FORGOTTEN] += not page.evaluate("wasMarked")
    said = f"after {result.cuts} cuts, {result.by_browser}: {shown.inner_text()[:400]}"
    expect(app.screen("/"), said).to_be_visible(timeout=60_000)
    return app


def _ids(operations: list[dict[str, Any]]) -> set[str]:
    return {operation["op_id"] for operation in operations}
