"""The phone over power cuts: what it called saved must be in its outbox when it is on again."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from tests.browser.browsers import LAUNCH, PHONE
from tests.browser.live_server import LiveServer, run_flask
from tests.browser.phone import Phone
from tests.browser.phone_app import PhoneApp
from tests.power.disk import Disk
from tests.power.results import Result
from tests.processes import kill_all

RELAXED = """
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (names, mode, options) {
    return begin.call(this, names, mode, {...options, durability: "relaxed"});
  };
"""


def cut_power(name: str, folder: Path, cuts: int, *, relaxed: bool = False) -> Result:
    """Log on a phone whose server is out of reach, and cut its power at "Sparad", so many times."""
    result = Result(name, control=relaxed)
    server = LiveServer(folder / "instance")
    server.instance.mkdir()
    run_flask(server.instance, "db", "upgrade")
    run_flask(server.instance, "demo", "load")
    server.start()
    disk = Disk(folder, megabytes=320)
    try:
        with sync_playwright() as playwright:
            phone = Phone(playwright, disk.path / "profile", LAUNCH, PHONE)
            PhoneApp(phone.turn_on(), server.address, server.instance).sign_in()
            phone.turn_off()
            disk.settle()
            server.stop()
            with _kept(server.port):
                for _ in range(cuts):
                    _log_and_cut(phone, server, disk, result, relaxed=relaxed)
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


def _log_and_cut(phone: Phone, server: LiveServer, disk: Disk, result: Result, *, relaxed: bool) -> None:
    app = _opened(phone, server, relaxed=relaxed)
    app.log("Fotpatrull", "Hidinge skola")
    told = _ids(app.own_operations())
    disk.cut()
    # Its helpers outlive the browser by a moment, and have files of the profile open.
    while dead := disk.holders():
        kill_all(dead)
    phone.turn_off()
    disk.restore()
    app = _opened(phone, server, relaxed=relaxed)
    found = _ids(app.own_operations())
    result.add_cut(told, found, 0, [])
    phone.turn_off()


def _opened(phone: Phone, server: LiveServer, *, relaxed: bool) -> PhoneApp:
    page: Page = phone.turn_on()
    if relaxed:
        page.add_init_script(RELAXED)
    app = PhoneApp(page, server.address, server.instance)
    page.goto(server.address)
    page.locator("[data-screen]:visible").first.wait_for()
    # Chromium discards an IndexedDB that it cannot read after a cut: then nobody is known here any more.
    assert app.screen("/").is_visible(), "the browser threw away everything that the phone had kept"
    return app


def _ids(operations: list[dict[str, Any]]) -> set[str]:
    return {operation["op_id"] for operation in operations}
