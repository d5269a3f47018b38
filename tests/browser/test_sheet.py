"""Flera på en gång: a shift written down at its end, saved all or none, and nothing of it lost on the way."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.accessibility import violations
from tests.browser.installed import Lent
from tests.browser.live_server import LiveServer
from tests.browser.phone import Phone
from tests.browser.phone_app import OFFICER, PhoneApp, until


@pytest.fixture
def app(installed: Lent, shared_server: LiveServer) -> PhoneApp:
    app = PhoneApp(installed.page_at(shared_server.address), shared_server.address, shared_server.instance)
    app.sign_in(OFFICER)
    return app


def several(app: PhoneApp) -> None:
    """From Ny to the sheet."""
    app.new()
    app.press(app.page.get_by_role("button", name="Flera på en gång"))
    expect(app.screen("/flera")).to_be_visible()


def add(app: PhoneApp) -> None:
    app.press(app.page.get_by_role("button", name="En till"))


def heads(app: PhoneApp) -> Locator:
    return app.screen("/flera").locator(".sheet__head")


def save_all(app: PhoneApp) -> None:
    app.press(app.page.get_by_role("button", name=re.compile("^Spara")).locator("visible=true"))


def bodies(app: PhoneApp) -> list[Any]:
    return [json.loads(each["body"]) for each in app.own_operations()]


def test_a_shift_is_written_down_saved_at_once_and_taken_back_at_once(app: PhoneApp) -> None:
    app.page.context.set_offline(True)
    several(app)
    app.choose_kind("Badplatsbesök")
    app.choose_place("Lanna badgruva")
    add(app)
    app.choose_place("Badplats Leken")
    expect(heads(app).last).to_contain_text("Badplats Leken")
    expect(heads(app).last).to_contain_text("Räknas mot")
    add(app)
    expect(heads(app).last).to_contain_text("Samma tid och plats som rad 2")
    app.choose("length", "120")
    app.page.evaluate(COUNT_TRANSACTIONS)
    save_all(app)
    expect(app.receipt).to_contain_text(re.compile(r"3 sparade \d\d:\d\d"))
    expect(app.receipt).to_contain_text("3 väntar")
    assert app.page.evaluate("adding.size") == 1, "one transaction keeps all of them"
    assert app.page.evaluate("[...adding].every(({durability}) => durability === 'strict')")
    assert [body["place"] for body in bodies(app)] == ["lanna-badgruva", "leken", "leken"]
    app.state_agrees()

    expect(app.receipt).to_contain_text("9 s")
    app.receipt.get_by_role("button", name="Ångra").dblclick()
    expect(app.page.get_by_role("status").first).to_contain_text("Ångrade. Aktiviteterna räknas inte.")
    assert [body["kind"] for body in bodies(app)] == ["create"] * 3 + ["withdraw"] * 3
    assert app.page.evaluate("adding.size") == 2
    app.page.context.set_offline(False)
    app.open()
    app.says("Inget att skicka")
    assert len(app.operations_on_server()) == 6


# Which transactions put something into the outbox.
COUNT_TRANSACTIONS = """() => {
  globalThis.adding = new Set();
  const add = IDBObjectStore.prototype.add;
  IDBObjectStore.prototype.add = function (...given) {
    adding.add(this.transaction);
    return add.apply(this, given);
  };
}"""


def test_a_sheet_outlives_the_death_of_the_phone_and_ends_with_its_saving(
    phone: Phone, shared_server: LiveServer
) -> None:
    app = PhoneApp(phone.turn_on(), shared_server.address, shared_server.instance)
    app.sign_in(OFFICER)
    several(app)
    app.choose_kind("Fotpatrull")
    app.choose_place("Hidinge skola")
    app.page.locator("summary:visible", has_text="Fler uppgifter").click()
    app.page.get_by_label("Anteckning").fill("Lugnt, mest familjer")
    add(app)
    app.choose_place("Lanna badgruva")
    until(app.page, KEPT_ROWS + ".then((rows) => rows[1]?.place === 'lanna-badgruva')")
    phone.kill()

    app = PhoneApp(phone.turn_on(), shared_server.address, shared_server.instance)
    app.open("/flera")
    expect(heads(app)).to_have_count(2)
    expect(heads(app).first).to_contain_text("Hidinge skola")
    expect(heads(app).last).to_contain_text("Lanna badgruva")
    save_all(app)
    expect(app.receipt).to_contain_text("2 sparade")
    assert [body.get("note") for body in bodies(app)] == ["Lugnt, mest familjer", None]
    phone.kill()

    app = PhoneApp(phone.turn_on(), shared_server.address, shared_server.instance)
    app.open("/flera")
    expect(heads(app)).to_have_count(1)
    assert len(app.own_operations()) == 2


# The rows that the phone keeps of the sheet that is being filled in.
KEPT_ROWS = """indexedDB.databases().then((all) => new Promise((done) => {
  const {name} = all.find(({name}) => name.startsWith("faltlogg-"));
  const opening = indexedDB.open(name);
  opening.onsuccess = () => {
    const asking = opening.result.transaction("facts").objectStore("facts").get("sheet 1814");
    asking.onsuccess = () => { opening.result.close(); done(asking.result ?? []); };
  };
}))"""


def test_a_fault_stands_at_its_row_and_saves_nothing(app: PhoneApp) -> None:
    several(app)
    add(app)
    app.choose_kind("Fotpatrull")
    app.page.locator("summary:visible", has_text="Fler uppgifter").click()
    app.page.get_by_label("Anteckning").fill("Ring Kalle, 070-123 45 67")
    save_all(app)
    expect(heads(app).first).to_contain_text("Välj vad som gjordes.")
    expect(heads(app).first).to_have_attribute("aria-expanded", "true")
    expect(heads(app).last).to_contain_text("Anteckningen innehåller ett telefonnummer.")
    assert app.page.evaluate("document.activeElement.name") == "what"
    assert app.own_operations() == []
    assert violations(app.page) == []
    assert "070" not in app.page.evaluate(KEPT_ROWS + ".then((rows) => JSON.stringify(rows))")

    app.choose_kind("Badplatsbesök")
    save_all(app)
    expect(heads(app).last).to_have_attribute("aria-expanded", "true")
    expect(app.page.get_by_label("Anteckning")).to_be_visible()
    app.page.get_by_label("Anteckning").fill("Lugnt")
    save_all(app)
    expect(app.receipt).to_contain_text("2 sparade")


def test_a_phone_that_is_full_saves_none_of_them_and_says_so(app: PhoneApp) -> None:
    several(app)
    app.choose_kind("Badplatsbesök")
    add(app)
    add(app)
    app.page.evaluate(
        """() => {
          const add = IDBObjectStore.prototype.add;
          let left = 2;
          IDBObjectStore.prototype.add = function (...given) {
            left -= 1;
            if (left < 0) throw new DOMException("full", "QuotaExceededError");
            return add.apply(this, given);
          };
        }"""
    )
    save_all(app)
    expect(app.screen("/flera")).to_contain_text("Inget är sparat. Telefonen är full.")
    assert app.own_operations() == []
    expect(heads(app)).to_have_count(3)


def test_the_keyboard_alone_fills_in_a_sheet_takes_a_row_away_and_puts_it_back(app: PhoneApp) -> None:
    keyboard = app.page.keyboard
    app.log("Badplatsbesök", "Lanna badgruva")
    app.open("/flera")
    app.page.get_by_role("button", name="En till").focus()
    keyboard.press("Enter")
    expect(heads(app).last).to_be_focused()
    keyboard.press("Tab")
    expect(app.page.locator(".sheet [data-part=when]")).to_be_focused()
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(heads(app)).to_have_count(1)
    expect(app.page.get_by_role("button", name="Lägg tillbaka")).to_be_focused()
    keyboard.press("Enter")
    expect(heads(app)).to_have_count(2)
    expect(heads(app).last).to_be_focused()
    keyboard.press("Enter")
    expect(heads(app).last).to_have_attribute("aria-expanded", "false")
    app.page.get_by_role("button", name="Spara alla 2").focus()
    keyboard.press("Enter")
    expect(app.receipt.get_by_role("button", name="Ångra")).to_be_focused()


def test_a_sheet_has_room_for_twenty(app: PhoneApp) -> None:
    app.log("Badplatsbesök", "Lanna badgruva")
    app.open("/flera")
    for _ in range(19):
        add(app)
    expect(heads(app)).to_have_count(20)
    expect(app.screen("/flera")).to_contain_text("Högst 20. Spara, och börja på nästa.")
    expect(app.page.get_by_role("button", name="En till")).to_be_disabled()
    assert violations(app.page) == []
