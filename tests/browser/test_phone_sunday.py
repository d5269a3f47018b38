"""Söndagsminuten: what the week lacks, what may have been forgotten, and one press that puts it right."""

import json
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import Page, expect

from logger import clock
from tests.browser.accessibility import violations
from tests.browser.layout import small_or_close
from tests.browser.live_server import LiveServer
from tests.browser.phone_app import PhoneApp
from tests.browser.phone_states import lay, sunday, usual_thursdays
from tests.browser.test_phone_access import tab_to
from tests.browser.visits import wear


def test_a_forgotten_thursday_is_put_right_in_two_presses_and_the_week_put_away(
    page: Page, live_server: LiveServer
) -> None:
    app = PhoneApp(page, live_server.address, live_server.instance)
    app.sign_in()
    page.context.set_offline(True)
    evening = sunday()
    lay(page, usual_thursdays(evening), week_lacks=(evening, 4500))
    page.clock.set_system_time(evening)
    app.open()
    row = page.get_by_role("button", name="Stämmer det?")
    week = evening.isocalendar().week
    expect(row).to_contain_text(f"v. {week}: 1:15 av 2:00")

    app.presses = 0
    app.press(row)
    forgotten = app.screen("/").locator(".week .row", has_text="Hidinge skola")
    expect(forgotten).to_contain_text("14:00")
    app.press(forgotten)
    expect(app.receipt).to_contain_text("Sparad")
    assert app.presses == 2
    body = json.loads(app.kept_operations()[-1]["body"])
    thursday = datetime.fromisoformat(body["started_at"]).astimezone(ZoneInfo("Europe/Stockholm"))
    assert thursday.date() == (evening - timedelta(days=3)).date()
    assert (thursday.hour, body["place"]) == (14, "hidinge-skola")
    expect(app.receipt).to_contain_text("9 s")
    app.receipt.get_by_role("button", name="Ångra").press("Enter")
    expect(app.screen("/")).to_contain_text("Det du brukar göra är loggat.")
    expect(row).to_be_focused()
    assert small_or_close(page) == []
    page.keyboard.press("Enter")
    expect(row).to_have_attribute("aria-expanded", "false")
    expect(row).to_be_focused()
    page.keyboard.press("Enter")
    assert app.kept_operations()[-1]["kind"] == "withdraw"
    for theme in ("light", "dark", "night"):
        wear(page, theme)
        assert violations(page) == [], theme

    tab_to(page, "Ja, det stämmer")
    page.keyboard.press("Enter")
    expect(row).to_have_count(0)
    expect(app.again.first).to_be_focused()
    page.clock.set_system_time(evening + timedelta(hours=12))  # Monday morning, after a new start
    app.open()
    expect(page.get_by_role("button", name="Starta närvaro")).to_be_visible()
    expect(row).to_have_count(0)
    assert clock.now() > evening
