"""Mina: an entry opens to what became of it, is changed and taken back, here or from another phone."""

import json
import re
import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import Locator, expect

from logger.domain.entering.desk_bodies import facts_in
from tests.browser import desk_deeds
from tests.browser.accessibility import violations
from tests.browser.installed import Lent
from tests.browser.live_server import LiveServer
from tests.browser.phone_app import OFFICER, PhoneApp
from tests.browser.phone_states import lay, operation


@pytest.fixture
def app(installed: Lent, shared_server: LiveServer) -> PhoneApp:
    app = PhoneApp(installed.page_at(shared_server.address), shared_server.address, shared_server.instance)
    app.sign_in(OFFICER)
    return app


@pytest.fixture
def other(installed: Lent, app: PhoneApp) -> PhoneApp:
    """Another phone of the same officer."""
    other = PhoneApp(installed.page_at(app.address), app.address, app.instance)
    other.sign_in(person=app.person)
    return other


def test_an_entry_is_changed_without_network_and_the_change_is_sent_with_it(app: PhoneApp) -> None:
    app.log("Badplatsbesök", "Lanna badgruva")
    app.says("Allt skickat")
    app.page.context.set_offline(True)
    entry = opened(app, "Lanna badgruva")
    app.press(entry.get_by_role("button", name="Ändra"))
    expect(app.page.get_by_role("heading", name="Ändra aktivitet")).to_be_visible()
    app.choose("length", "120")
    app.save()
    expect(app.screen("/mina")).to_be_visible()
    app.state_agrees()
    expect(line(app, "Lanna badgruva")).to_contain_text("2:00 tim")
    expect(line(app, "Lanna badgruva")).to_contain_text("väntar")
    expect(line(app, "Lanna badgruva").locator("summary")).to_be_focused()
    expect(app.page.get_by_role("status").last).to_contain_text("Ändringen är sparad")

    app.page.context.set_offline(False)
    app.tab("Logga")
    app.says("Allt skickat")
    assert on_server(app, first_activity(app)) == (2, "current")


def test_an_entry_not_yet_sent_is_changed_too_and_both_arrive(app: PhoneApp) -> None:
    app.page.context.set_offline(True)
    app.log("Badplatsbesök", "Badplats Leken")
    app.press(opened(app, "Badplats Leken").get_by_role("button", name="Ändra"))
    app.choose_place("Lanna badgruva")
    app.save()
    expect(line(app, "Lanna badgruva")).to_contain_text("väntar")
    app.state_agrees()
    expect(app.screen("/mina")).to_contain_text("1 väntar")
    app.page.context.set_offline(False)
    app.tab("Logga")
    app.says("Allt skickat")
    assert [kept["kind"] for kept in app.kept_operations()] == ["create", "amend"]
    assert on_server(app, first_activity(app)) == (2, "current")


def test_an_entry_is_taken_back_with_a_reason_or_kept_after_all(app: PhoneApp) -> None:
    app.log("Badplatsbesök", "Lanna badgruva")
    app.says("Allt skickat")
    entry = opened(app, "Lanna badgruva")
    app.press(entry.get_by_role("button", name="Ta bort"))
    app.press(entry.get_by_role("button", name="Behåll"))
    expect(entry.get_by_role("button", name="Ta bort")).to_be_focused()
    assert len(app.kept_operations()) == 1

    app.press(entry.get_by_role("button", name="Ta bort"))
    app.press(entry.locator("label", has_text="Blev inte av"))
    app.press(entry.get_by_role("button", name="Ta bort"))
    expect(app.page.get_by_role("status").last).to_contain_text("Borttagen. Aktiviteten räknas inte.")
    app.state_agrees()
    expect(line(app, "Lanna badgruva")).to_have_count(0)
    app.tab("Logga")
    app.says("Inget att skicka")
    assert on_server(app, first_activity(app)) == (2, "withdrawn")
    assert json.loads(app.kept_operations()[-1]["body"])["reason"] == "Blev inte av"


def test_what_the_coordinator_put_right_is_told_with_the_reason(app: PhoneApp) -> None:
    app.log("Badplatsbesök", "Lanna badgruva")
    app.says("Allt skickat")
    [kept] = app.kept_operations()
    facts = facts_in(json.loads(kept["body"])) | {"place": "leken"}
    desk_deeds.correct(app.instance, kept["activity_id"], facts, "fel plats")
    after_news(app)
    entry = opened(app, "Badplats Leken")
    expect(entry).to_contain_text("rättad")
    expect(entry).to_contain_text(re.compile(r"Rättad av samordnaren \d\d:\d\d: fel plats\."))
    app.state_agrees()

    desk_deeds.strike(app.instance, kept["activity_id"], "loggad två gånger", base_rev=2)
    after_news(app)
    entry = opened(app, "Badplats Leken")
    expect(entry).to_contain_text("borttagen")
    expect(entry).to_contain_text(re.compile(r"Borttagen \d\d:\d\d: loggad två gånger\."))
    expect(entry.get_by_role("button", name="Ändra")).to_have_count(0)


def test_an_entry_of_another_phone_is_shown_and_fetched_whole_before_it_is_changed(
    app: PhoneApp, other: PhoneApp
) -> None:
    other.new()
    other.choose_kind("Badplatsbesök")
    other.choose_place("Lanna badgruva")
    other.page.locator("summary", has_text="Fler uppgifter").click()
    other.page.get_by_label("Anteckning").fill("Mest familjer")
    other.save()
    other.says("Allt skickat")

    after_news(app)
    entry = opened(app, "Lanna badgruva")
    expect(entry).to_contain_text("från en annan telefon")
    expect(entry).not_to_contain_text("Mest familjer")
    app.page.context.set_offline(True)
    app.press(entry.get_by_role("button", name="Ändra"))
    expect(entry).to_contain_text("Att ändra den behöver nät.")
    app.page.context.set_offline(False)
    app.press(entry.get_by_role("button", name="Ändra"))
    expect(app.page.get_by_label("Anteckning")).to_have_value("Mest familjer")
    app.choose("length", "120")
    app.save()
    app.tab("Logga")
    app.says("Allt skickat")
    *_, amend = app.kept_operations()
    assert json.loads(amend["body"])["note"] == "Mest familjer"
    assert on_server(app, amend["activity_id"]) == (2, "current")


def test_the_list_keeps_what_is_open_and_where_the_focus_is(app: PhoneApp) -> None:
    app.log("Badplatsbesök", "Lanna badgruva")
    app.says("Allt skickat")
    lay(app.page, [operation(hours_ago=5, place="leken")])
    app.open("/mina")
    entry = opened(app, "Badplats Leken")
    beside = PhoneApp(app.page.context.new_page(), app.address, app.instance)
    beside.open()
    beside.log("Fotpatrull", "Hidinge skola")
    expect(line(app, "Hidinge skola")).to_be_visible()
    expect(entry.get_by_role("button", name="Ändra")).to_be_visible()
    expect(entry.locator("summary")).to_be_focused()


def test_a_number_that_never_reached_the_server_is_told_where_one_looks(app: PhoneApp) -> None:
    app.log("Badplatsbesök", "Lanna badgruva")
    app.says("Allt skickat")
    mina, mer = app.screen("/mina").locator(".gap"), app.screen("/mer").locator(".gap")
    with app.page.expect_response("**/api/v1/devices"):
        app.tab("Mina")
    expect(mina).to_be_hidden()

    app.page.evaluate(LOSE_A_NUMBER)
    app.tab("Logga")
    app.log("Fotpatrull", "Hidinge skola")
    app.says("Allt skickat")
    assert numbers_on_server(app) == [1, 3]
    app.tab("Mina")
    expect(app.screen("/mina")).to_contain_text("Alla 2 mottagna")
    said = "Nr 2 från den här telefonen saknas. Logga den igen om du saknar något."
    expect(mina).to_have_text(said)
    assert violations(app.page) == []
    app.tab("Mer")
    expect(mer).to_have_text(said)

    app.page.context.set_offline(True)
    app.tab("Mina")
    expect(mina).to_have_text(said)


# What is numbered and then lost, with its storage: the phone goes on counting behind it.
LOSE_A_NUMBER = """async () => {
  const [{name}] = (await indexedDB.databases()).filter(({name}) => name.startsWith("faltlogg-"));
  const opening = indexedDB.open(name);
  await new Promise((done) => { opening.onsuccess = done; });
  const writing = opening.result.transaction("facts", "readwrite");
  const facts = writing.objectStore("facts");
  const asking = facts.get("next_seq");
  asking.onsuccess = () => facts.put(asking.result + 1, "next_seq");
  await new Promise((done) => { writing.oncomplete = done; });
  opening.result.close();
}"""


def numbers_on_server(app: PhoneApp) -> list[int]:
    """The numbers that the server has of this person's phone."""
    assert app.person
    with closing(sqlite3.connect(app.instance / "faltlogg.db")) as database:
        rows = database.execute(
            "select seq from operation where replace(author, '-', '') = ? order by seq", [app.person.user_id]
        ).fetchall()
    return [seq for (seq,) in rows]


def line(app: PhoneApp, words: str) -> Locator:
    return app.screen("/mina").locator(".line", has_text=words)


def opened(app: PhoneApp, words: str) -> Locator:
    """The entry on Mina with these words, unfolded."""
    if app.screen("/mina").is_hidden():
        app.tab("Mina")
    found = line(app, words)
    found.locator("summary").click()
    expect(found.get_by_role("button", name="Logga igen")).to_be_visible()
    return found


def after_news(app: PhoneApp) -> None:
    """Have the server tell what it knows: an entry of one's own makes it say so at once."""
    app.open()
    app.log("Fotpatrull", "Hidinge skola")
    app.says("Allt skickat")


def first_activity(app: PhoneApp) -> str:
    return str(app.kept_operations()[0]["activity_id"])


def on_server(app: PhoneApp, activity_id: str) -> tuple[int, str]:
    """The version and state of an activity, as the server has them."""
    with closing(sqlite3.connect(app.instance / "faltlogg.db")) as database:
        rows = database.execute(
            "select rev, state from activity where replace(id, '-', '') = ?", [activity_id.replace("-", "")]
        ).fetchall()
    [(rev, state)] = rows
    return rev, state
