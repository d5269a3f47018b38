"""The main job at Lanna badgruva: no network, a phone that dies, a lost answer, every entry counted once."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from logger import clock
from tests.browser.fault_phone import sent_in
from tests.browser.fault_proxy import SYNC, FaultProxy
from tests.browser.line_faults import answer_lost
from tests.browser.live_server import LiveServer, commands
from tests.browser.pages import names_of
from tests.browser.phone import Phone
from tests.browser.phone_app import PhoneApp, read
from tests.browser.shown_figures import Answers, Ways, on_the_board, printed
from tests.faults import Fired, Room, fault

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


@fault(
    "answer lost after commit", room=Room.NETWORK, expect="five entries of a phone that died are counted once"
)
def test_five_entries_without_network_outlive_the_phone_and_are_counted_once(
    phone: Phone, line: FaultProxy, live_server: LiveServer, tmp_path: Path, fired: Fired
) -> None:
    app = app_on(phone.turn_on(), line, live_server)
    app.sign_in()
    before = counted(app, live_server, tmp_path)
    phone.turn_off()  # in peace: a browser keeps a new cookie in memory for half a minute
    app = app_on(phone.turn_on(), line, live_server)
    app.open()
    phone.context.set_offline(True)
    live_server.stop()
    for kind, place in ENTRIES:
        app.log(kind, place)
    app.says("5 väntar på nät")

    phone.kill()
    app = app_on(phone.turn_on(), line, live_server)
    phone.context.set_offline(True)
    app.open("/mina")
    for _, place in ENTRIES:
        expect(app.screen("/mina").locator(".line").filter(has_text=place)).to_contain_text("väntar")

    lost = line.inject(answer_lost)
    live_server.start()
    phone.context.set_offline(False)
    app.open("/")
    app.says("Allt skickat", timeout=60_000)

    fired(len(lost.struck) == 1, "the answer was lost after the commit")
    assert len(app.operations_on_server()) == len(ENTRIES)
    assert {operation["state"] for operation in app.kept_operations()} == {"acked"}

    replayed = app.page.evaluate(
        "([path, body]) => fetch(path, {method: 'POST', body, headers:"
        " {'Content-Type': 'application/json', 'X-Faltlogg-Sync': '1'}}).then((answer) => answer.json())",
        [SYNC, json.dumps(sent_in(lost.struck[0]))],
    )
    assert [result["duplicate"] for result in replayed["results"]] == [True] * len(ENTRIES)
    assert len(app.operations_on_server()) == len(ENTRIES)

    after = counted(app, live_server, tmp_path)
    assert after["traffic-checks"]["value"] == before["traffic-checks"]["value"] + 2
    week_before, week_after = before["presence"]["periods"][-1], after["presence"]["periods"][-1]
    assert week_after["value"] > week_before["value"]
    assert figures_on(app) == {
        commitment: figure
        for commitment, figure in printed(after).items()
        if "periods" not in after[commitment] and after[commitment]["kind"] != "milestone"
    }


def counted(app: PhoneApp, server: LiveServer, folder: Path) -> Answers:
    """What the pledge comes to today: by the API, by the command line and on the board alike."""
    pledge, today = names_of(server.instance)["lekeberg_now"], clock.today()
    with commands(server.instance) as run:
        ways = Ways(app.address, run, "1814", folder)
        answers = ways.by_the_api(app.page, pledge, today)
        assert ways.by_the_command_line(pledge, today) == answers
    board = app.page.context.new_page()
    board.goto(f"{app.address}/oversikt/1814/{pledge}?as_of={today}")
    assert on_the_board(board) == printed(answers)
    board.close()
    return answers


def figures_on(app: PhoneApp) -> dict[str, str]:
    """The figures of Läget that are one number, by commitment."""
    app.tab("Läget")
    expect(app.screen("/laget")).to_contain_text("inget väntar")
    shown = app.screen("/laget").locator(".block").all()
    figures = {
        block.locator(".block__title").inner_text(): block.locator(".block__figure b").inner_text()
        for block in shown
        if block.locator(".block__figure b").inner_text() and not block.locator(".strip").count()
    }
    plain = {title.replace("\u00ad", ""): figure for title, figure in figures.items()}
    return {commitment: plain[label] for commitment, label in labels(app).items() if label in plain}


def labels(app: PhoneApp) -> dict[str, str]:
    """The label of each commitment, as the phone was told."""
    reference = read(app.page, "/api/v1/reference/1814")
    return {
        commitment["id"]: commitment["label"]
        for pledge in reference["pledges"]
        for area in pledge["focus_areas"]
        for commitment in area["commitments"]
    }
