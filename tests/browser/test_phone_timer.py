"""Presence from start to stop: it outlives a dead phone, ends in one press, asks when it was forgotten."""

import json
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import Page, expect

from logger import clock
from tests.browser.live_server import LiveServer
from tests.browser.phone import Phone
from tests.browser.phone_app import PhoneApp
from tests.browser.phone_states import lay, operation, timer


def at(phone: Phone, moment: datetime, server: LiveServer) -> PhoneApp:
    """A cold start of the phone at this time of its clock."""
    app = PhoneApp(phone.turn_on(), server.address, server.instance)
    app.page.clock.set_system_time(moment)
    app.open()
    return app


def test_presence_outlives_a_dead_phone_and_ends_in_one_press_with_its_real_times(
    phone: Phone, live_server: LiveServer
) -> None:
    app = PhoneApp(phone.turn_on(), live_server.address, live_server.instance)
    app.give_password()
    app.await_the_worker()
    phone.turn_off()
    live_server.stop()

    began = (clock.now() - timedelta(hours=22)).replace(second=20, microsecond=0)
    app = at(phone, began, live_server)
    app.new()
    app.choose_kind("Fotpatrull")
    app.choose_place("Hidinge skola")
    app.choose("length", "Start–stopp")
    app.press(app.page.get_by_role("button", name="Starta nu"))
    expect(app.page.get_by_role("button", name="Närvaro sedan")).to_contain_text("0:00")
    phone.kill()

    app = at(phone, began + timedelta(minutes=75), live_server)
    assert app.kept_operations() == []
    expect(app.page.get_by_role("button", name="Närvaro sedan")).to_contain_text("1:15")
    app.presses = 0
    app.press(app.page.get_by_role("button", name="Avsluta"))
    expect(app.receipt).to_contain_text("Sparad")
    assert app.presses == 1
    body = json.loads(app.kept_operations()[0]["body"])
    minute = began.replace(second=0)
    assert datetime.fromisoformat(body["started_at"]) == minute
    assert datetime.fromisoformat(body["ended_at"]) == minute + timedelta(minutes=75)
    assert body["place"] == "hidinge-skola"

    expect(app.receipt).to_contain_text("9 s")
    app.receipt.get_by_role("button", name="Ångra").click()
    expect(app.page.get_by_role("button", name="Närvaro sedan")).to_contain_text("1:15")
    phone.kill()

    app = at(phone, began + timedelta(hours=20), live_server)
    expect(app.screen("/")).to_contain_text("är fortfarande igång. När slutade den?")
    app.log("Badplatsbesök", "Lanna badgruva")  # the question is in nobody's way
    app.presses = 0
    app.press(app.page.locator(".timer").get_by_role("button", name="60 min"))
    expect(app.page.locator(".timer .receipt")).to_contain_text("Sparad")
    assert app.presses == 1
    assert kinds(app) == ["create", "withdraw", "create", "create"]

    phone.turn_off()
    live_server.start()
    app = at(phone, clock.now(), live_server)
    app.says("Allt skickat")
    assert len(app.operations_on_server()) == 4
    expect(app.page.locator(".timer")).to_have_count(0)


def test_logga_starts_what_gave_presence_last_and_two_tabs_show_one_timer(
    page: Page, live_server: LiveServer
) -> None:
    app = PhoneApp(page, live_server.address, live_server.instance)
    app.sign_in()
    page.context.set_offline(True)
    lay(page, [operation(hours_ago=30, place="leken")])
    app.open()
    other = PhoneApp(page.context.new_page(), app.address, app.instance)
    other.open()
    start = page.get_by_role("button", name="Starta närvaro")
    expect(start).to_contain_text("Fotpatrull · Badplats Leken")
    app.press(start)
    expect(page.get_by_role("button", name="Avsluta")).to_be_visible()
    expect(other.page.get_by_role("button", name="Avsluta")).to_be_visible()

    page.get_by_role("button", name="Avsluta").press("Enter")
    expect(app.screen("/")).to_contain_text("Mindre än en minut, så inget är sparat.")
    expect(page.get_by_role("button", name="Ta bort")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Närvaro sedan")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(2):  # and once more, to say that it is meant
        page.get_by_role("button", name="Ta bort").press("Enter")
    expect(start).to_be_visible()
    expect(other.page.get_by_role("button", name="Starta närvaro")).to_be_visible()
    assert len(app.kept_operations()) == 1


def test_a_time_of_ones_own_ends_what_was_forgotten(page: Page, live_server: LiveServer) -> None:
    app = PhoneApp(page, live_server.address, live_server.instance)
    app.sign_in()
    page.context.set_offline(True)
    forgotten = timer(9)
    lay(page, timers=[forgotten])
    app.open()
    page.get_by_role("button", name="Annan tid").click()
    began = datetime.fromtimestamp(forgotten["started"] / 1000, ZoneInfo("Europe/Stockholm"))
    own = page.get_by_label("Slutade")
    own.fill((began - timedelta(minutes=30)).strftime("%H:%M"))
    page.get_by_role("button", name="Spara", exact=True).locator("visible=true").click()
    expect(app.screen("/")).to_contain_text("Välj ett klockslag mellan starten")
    own.fill((began + timedelta(minutes=95)).strftime("%H:%M"))
    page.get_by_role("button", name="Spara", exact=True).locator("visible=true").click()
    expect(app.receipt).to_contain_text("Sparad")
    [body] = [json.loads(operation["body"]) for operation in app.kept_operations()]
    ended = datetime.fromisoformat(body["ended_at"])
    assert ended - datetime.fromisoformat(body["started_at"]) == timedelta(minutes=95)


def kinds(app: PhoneApp) -> list[str]:
    return [operation["kind"] for operation in app.kept_operations()]
