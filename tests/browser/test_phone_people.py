"""Whose log it is: capture never asks for a sign-in, sending does; no one sees or sends another's entries."""

import sqlite3

import pytest
from playwright.sync_api import Page, expect

from tests.browser.faulty_store import NAMED_BY_THE_COPY, SILENT_COPY
from tests.browser.live_server import LiveServer
from tests.browser.phone_app import OFFICER, WORKER, PhoneApp
from tests.browser.phone_states import lay, timer
from tests.faults import Fired, Room, fault


@pytest.fixture
def app(page: Page, live_server: LiveServer) -> PhoneApp:
    """The officer of Lekeberg, signed in on this phone."""
    app = PhoneApp(page, live_server.address, live_server.instance)
    app.give_password(OFFICER)
    app.await_the_worker()
    return app


@fault("session expired", room=Room.PEOPLE, expect="capture goes on; the same user signs in, and it is sent")
def test_an_ended_session_pauses_sending_and_nothing_else(app: PhoneApp, fired: Fired) -> None:
    app.page.context.clear_cookies()
    for place in ("Lanna badgruva", "Badplats Leken", "Hidinge skola"):
        app.log("Badplatsbesök", place)
    app.says("3 väntar")
    fired(app.page.request.get(f"{app.address}/api/v1/session").status == 401, "the end of the session")
    expect(app.screen("/")).to_contain_text(
        "Logga in igen för att skicka. Dina 3 aktiviteter ligger kvar i telefonen."
    )
    assert app.operations_on_server() == []
    app.give_password(OFFICER)
    app.says("Allt skickat")
    assert len(app.operations_on_server()) == 3


@fault("sign-out with unsent", room=Room.DEVICE, expect="asked about first, and told what becomes of it")
def test_signing_out_is_guarded_while_anything_is_unsent(app: PhoneApp, fired: Fired) -> None:
    app.page.context.set_offline(True)
    app.log("Fotpatrull", "Hidinge skola")
    app.tab("Mer")
    app.page.get_by_role("button", name="Logga ut").click()
    dialog = app.page.get_by_role("dialog")
    expect(dialog).to_contain_text("1 aktivitet är inte skickad")
    expect(dialog).to_contain_text("Elin Sandberg loggar in här igen. Ingen annan kan se dem.")
    fired(app.kept_operations()[0]["state"] == "queued", "an unsent entry at the sign-out")
    dialog.get_by_role("button", name="Stanna kvar").click()
    expect(dialog).to_have_count(0)
    app.tab("Logga")
    app.says("1 väntar på nät")


@fault("shared phone", room=Room.DEVICE, expect="each sees and sends their own, whoever comes between")
def test_another_user_on_the_same_phone_sees_and_sends_nothing_of_the_first(
    app: PhoneApp, fired: Fired
) -> None:
    app.page.context.set_offline(True)
    app.log("Badplatsbesök", "Lanna badgruva")
    app.log("Fotpatrull", "Hidinge skola")
    app.page.evaluate(SILENT_COPY)
    leave(app, "Logga ut ändå")
    fired(app.page.evaluate(NAMED_BY_THE_COPY) == "Elin Sandberg", "a copy that could not be told who left")
    app.page.goto(app.address)
    expect(app.screen("nobody")).to_contain_text("2 aktiviteter ligger kvar i telefonen.")
    app.page.context.set_offline(False)

    app.give_password(WORKER)
    expect(app.screen("/")).to_contain_text("Tove Nyström")
    expect(app.screen("/")).not_to_contain_text("Lanna badgruva")
    app.log("Badplatsbesök", "Badplats Leken")
    app.says("Allt skickat")
    app.tab("Mina")
    expect(app.screen("/mina").locator(".line").first).to_contain_text("Badplats Leken")
    expect(app.screen("/mina")).not_to_contain_text("Lanna badgruva")
    fired(len(app.kept_operations()) == 3, "entries of two users on one phone")
    assert len(app.operations_on_server()) == 1

    leave(app)
    app.give_password(OFFICER)
    expect(app.screen("/")).to_contain_text("Elin Sandberg")
    app.says("Allt skickat")
    assert len(app.operations_on_server()) == 3
    assert authors(app) == ["Elin Sandberg", "Elin Sandberg", "Tove Nyström"]


def test_a_session_begun_by_another_in_the_meantime_sends_nothing_of_the_first(app: PhoneApp) -> None:
    app.page.context.set_offline(True)
    app.log("Badplatsbesök", "Lanna badgruva")
    app.page.context.clear_cookies()
    beside = PhoneApp(app.page.context.new_page(), app.address, app.instance)
    app.page.context.set_offline(False)
    beside.give_password(WORKER)
    expect(beside.screen("/")).to_contain_text("Tove Nyström")
    expect(app.screen("/")).to_contain_text("Tove Nyström")
    beside.log("Badplatsbesök", "Badplats Leken")
    beside.says("Allt skickat")
    assert authors(app) == ["Tove Nyström"]
    assert sorted(operation["state"] for operation in app.kept_operations()) == ["acked", "queued"]


def test_an_officer_of_a_district_switches_municipality_with_or_without_network(app: PhoneApp) -> None:
    with sqlite3.connect(app.instance / "faltlogg.db") as database:
        database.execute("update municipality set district = 'orebro' where code = '0882'")
    lay(app.page, timers=[timer(0.5)])
    app.open()
    municipality = app.screen("/").get_by_label("Kommun")
    expect(municipality).to_have_value("1814")
    municipality.select_option("Oskarshamn")
    expect(app.screen("/").get_by_label("Kommun")).to_have_value("0882")
    left_running = app.page.get_by_role("button", name="Närvaro igång i Lekeberg")
    left_running.click()
    expect(app.page.get_by_role("button", name="Avsluta")).to_be_visible()
    expect(left_running).to_have_count(0)
    app.screen("/").get_by_label("Kommun").select_option("Oskarshamn")
    expect(left_running).to_be_visible()
    app.tab("Läget")
    expect(app.screen("/laget")).to_contain_text("Hastighets")
    app.page.context.set_offline(True)
    app.screen("/laget").get_by_label("Kommun").select_option("Lekeberg")
    expect(app.screen("/laget")).to_contain_text("Lanna badgruva")
    app.tab("Logga")
    app.log("Badplatsbesök", "Lanna badgruva")
    assert [operation["municipality"] for operation in app.kept_operations()] == ["1814"]


def leave(app: PhoneApp, confirmed_by: str | None = None) -> None:
    """Sign out; where something is unsent, the guard asks first."""
    app.tab("Mer")
    app.page.get_by_role("button", name="Logga ut").click()
    if confirmed_by:
        app.page.get_by_role("dialog").get_by_role("button", name=confirmed_by).click()
    expect(app.screen("nobody")).to_be_visible()


def authors(app: PhoneApp) -> list[str]:
    """Whose entries the server took from this phone, by name."""
    with sqlite3.connect(app.instance / "faltlogg.db") as database:
        names = dict(database.execute("select replace(id, '-', ''), name from user").fetchall())
        rows = database.execute("select replace(op_id, '-', ''), replace(author, '-', '') from operation")
        ours = {operation["op_id"].replace("-", "") for operation in app.kept_operations()}
        return sorted(names[author] for op_id, author in rows if op_id in ours)
