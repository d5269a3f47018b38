"""Ny: what the form asks, says and keeps, while it is filled in and when the browser dies meanwhile."""

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, expect

from logger import clock
from logger.domain.periods import local_date
from tests.browser.installed import Lent
from tests.browser.live_server import LiveServer
from tests.browser.phone import Phone
from tests.browser.phone_app import OFFICER_BY_THE_SEA, PhoneApp, until
from tests.browser.speed_checks import speed_checks

SENT = re.compile("Allt skickat")


@pytest.fixture
def app(installed: Lent, shared_server: LiveServer) -> PhoneApp:
    """The officer of Oskarshamn, signed in on a phone that nothing was logged on."""
    app = PhoneApp(installed.page_at(shared_server.address), shared_server.address, shared_server.instance)
    app.sign_in(OFFICER_BY_THE_SEA)
    return app


def test_a_telephone_number_in_the_note_is_stopped_and_stored_nowhere(app: PhoneApp) -> None:
    app.new()
    app.choose("what", "Hastighetskontroll")
    app.page.locator("summary", has_text="Fler uppgifter").click()
    app.page.get_by_label("Anteckning").fill("Ring Kalle, 070-123 45 67")
    app.save()
    expect(app.screen("/ny")).to_contain_text("Anteckningen innehåller ett telefonnummer. Ta bort det")
    assert app.kept_operations() == []
    assert not app.page.evaluate(
        """async () => {
          const seen = [JSON.stringify(localStorage), JSON.stringify(history.state), location.href];
          for (const {name} of await indexedDB.databases()) {
            const database = await new Promise((done) => {
              const opening = indexedDB.open(name);
              opening.onsuccess = () => done(opening.result);
            });
            for (const store of database.objectStoreNames) {
              seen.push(JSON.stringify(await new Promise((done) => {
                const asking = database.transaction(store).objectStore(store).getAll();
                asking.onsuccess = () => done(asking.result);
              })));
            }
            database.close();
          }
          return seen.join().includes("070-123");
        }"""
    )
    app.page.get_by_label("Anteckning").fill("Fyra bilar, lugnt")
    app.save()
    expect(app.receipt).to_contain_text("Sparad")
    assert "Fyra bilar" in app.kept_operations()[0]["body"]


def test_what_was_done_yesterday_is_logged_by_a_chip(app: PhoneApp) -> None:
    app.new()
    app.choose("what", "Hastighetskontroll")
    app.page.get_by_role("button", name=re.compile("^Nu,")).click()
    app.choose("day", "I går")
    app.page.get_by_label("Började").fill("14:00")
    app.page.get_by_label("Började").blur()
    app.save()
    expect(app.receipt).to_contain_text("Sparad")
    [operation] = app.kept_operations()
    assert re.search(r'"started_at":"\d{4}-\d\d-\d\dT14:00:00\+0[12]:00"', operation["body"])
    app.tab("Mina")
    expect(app.screen("/mina").get_by_role("heading", name="I går")).to_be_visible()


def test_colleagues_counters_and_organisations_are_there_when_wanted(app: PhoneApp) -> None:
    app.new()
    app.choose_kind("Trafikkontroll")
    app.choose_place("Norra vägen")
    app.page.locator("summary", has_text="Fler uppgifter").click()
    app.choose("focus", "Hastighet")
    app.choose("organisations", "Kommunen")
    app.page.get_by_label("Fordon", exact=True).fill("12")
    app.page.get_by_label("Fordon", exact=True).blur()
    app.page.get_by_role("button", name="Fler Kollegor utan namn").click()
    app.page.locator('label:has(input[name="colleagues"])').first.click()
    app.page.get_by_label("Riktad insats").check()
    app.save()
    expect(app.receipt).to_contain_text("Sparad")
    app.says(SENT)
    body = read_body(app)
    assert body["counters"] == {"vehicles": 12}
    assert (body["others"], len(body["participants"]), body["targeted"]) == (1, 2, True)
    assert body["organisations"] == ["police", "municipality"]
    assert "Dahl" not in str(app.kept_operations())


def test_the_form_says_what_it_counts_for_before_it_is_saved(app: PhoneApp) -> None:
    commitment = speed_checks(app.page)
    value, goal = commitment["progress"]["value"], commitment["progress"]["at_least"]
    app.new()
    app.choose_kind("Hastighetskontroll")
    app.choose_place("Norra vägen")
    counts = app.screen("/ny").locator("[data-part=counts]")
    expect(counts).to_contain_text("Räknas mot")
    expect(counts).to_contain_text(f"{value} + 1 av {goal}")
    expect(counts).to_contain_text("Norra vägen är utpekad av medborgare.")
    app.choose_place("E22 vid Påskallavik")
    expect(counts).to_contain_text("Räknas inte mot")
    expect(counts).to_contain_text("platsen är inte utpekad av medborgare")


def test_an_entry_half_filled_in_outlives_the_death_of_the_browser_and_ends_with_its_saving(
    phone: Phone, shared_server: LiveServer
) -> None:
    app = PhoneApp(phone.turn_on(), shared_server.address, shared_server.instance)
    app.sign_in(OFFICER_BY_THE_SEA)
    app.new()
    app.choose_kind("Hastighetskontroll")
    app.choose_place("E22 vid Påskallavik")
    app.page.locator("summary:visible", has_text="Fler uppgifter").click()
    app.page.get_by_role("button", name="Fler Fordon").click()
    app.page.get_by_label("Anteckning").fill("Fyra bilar, lugnt")
    until(app.page, DRAFT_OF_NY + ".then((draft) => draft?.note === 'Fyra bilar, lugnt')")
    phone.kill()

    app = PhoneApp(phone.turn_on(), shared_server.address, shared_server.instance)
    app.open()
    app.new()
    expect(app.page.get_by_label("Anteckning")).to_have_value("Fyra bilar, lugnt")
    expect(app.page.get_by_label("Fordon", exact=True)).to_have_value("1")
    expect(app.page.locator('label:has(input[name="where"]:checked)')).to_contain_text("Påskallavik")
    app.save()
    expect(app.receipt).to_contain_text("Sparad")
    phone.kill()

    app = PhoneApp(phone.turn_on(), shared_server.address, shared_server.instance)
    app.open()
    assert app.page.evaluate(DRAFT_OF_NY) is None
    assert read_body(app)["note"] == "Fyra bilar, lugnt"


def test_what_igen_opened_filled_is_still_as_it_was_changed_when_the_page_begins_anew(app: PhoneApp) -> None:
    app.log("Hastighetskontroll", "Norra vägen")
    app.press(app.screen("/").get_by_role("button", name=re.compile("^Öppna ifylld: Hastighetskontroll")))
    app.choose("length", "120")
    app.page.locator("summary:visible", has_text="Fler uppgifter").click()
    app.page.get_by_label("Anteckning").fill("Fyra bilar, lugnt")
    until(app.page, DRAFT_OF_NY + ".then((draft) => draft?.note === 'Fyra bilar, lugnt')")
    until(app.page, "!history.state.state.draft")

    app.page.reload()  # as a system does that took the page's memory away

    expect(app.page.get_by_label("Anteckning")).to_have_value("Fyra bilar, lugnt")
    expect(app.page.locator('label:has(input[name="length"]:checked)')).to_have_text("120")


def test_what_was_done_another_week_is_held_against_that_week(
    installed: Lent, shared_server: LiveServer
) -> None:
    app = PhoneApp(installed.page_at(shared_server.address), shared_server.address, shared_server.instance)
    app.sign_in()
    app.new()
    app.choose_kind("Fotpatrull")
    counts = app.screen("/ny").locator("[data-part=counts]")
    today = local_date(clock.now())
    expect(counts).to_contain_text(f"Närvaro i kommunen v. {today.isocalendar().week}")
    app.page.get_by_role("button", name=re.compile("^Nu,")).click()
    then = today - timedelta(days=8)
    app.page.get_by_label("Annat datum").fill(str(then))

    week = rf"Närvaro i kommunen v\. {then.isocalendar().week}\s*\d+:\d\d \+ 0:30 av 2:00"
    expect(counts).to_contain_text(re.compile(week))


# The draft of Ny that lies on the phone.
DRAFT_OF_NY = """indexedDB.databases().then((all) => new Promise((done) => {
  const {name} = all.find(({name}) => name.startsWith("faltlogg-"));
  const opening = indexedDB.open(name);
  opening.onsuccess = () => {
    const asking = opening.result.transaction("facts").objectStore("facts").get("draft");
    asking.onsuccess = () => { opening.result.close(); done(asking.result?.draft ?? null); };
  };
}))"""


def read_body(app: PhoneApp) -> Any:
    """What the first entry on the phone says."""
    return json.loads(app.kept_operations()[0]["body"])


def test_the_position_sorts_the_places_and_leaves_the_phone_in_no_request(
    context: BrowserContext, shared_server: LiveServer
) -> None:
    sent: list[str] = []
    context.on("request", lambda request: sent.append(f"{request.url} {request.post_data}"))
    context.grant_permissions(["geolocation"])
    context.set_geolocation({"latitude": 57.27912, "longitude": 16.43798})
    app = PhoneApp(context.new_page(), shared_server.address, shared_server.instance)
    app.sign_in(OFFICER_BY_THE_SEA)
    app.new()
    expect(app.screen("/ny")).to_contain_text("närmast först")
    nearest = app.page.locator('label:has(input[name="where"]:checked)')
    expect(nearest).to_contain_text(re.compile(r"Norra vägen.*\d+ m"))
    app.choose("what", "Hastighetskontroll")
    app.save()
    app.says(SENT)
    assert not any("57.279" in each or "16.437" in each for each in sent)
    assert "57.279" not in str(app.kept_operations())


def test_a_place_that_is_not_listed_is_proposed_without_network_and_counts_as_none(
    app: PhoneApp,
) -> None:
    context = app.page.context
    context.grant_permissions(["geolocation"])
    context.set_geolocation({"latitude": 57.27912, "longitude": 16.43798})
    context.set_offline(True)
    app.open()
    app.new()
    app.choose_kind("Hastighetskontroll")
    app.press(app.page.get_by_role("button", name="Annan plats"))
    app.page.get_by_role("searchbox", name="Sök plats").fill("Vändplanen vid Figeholm 070-123 45 67")
    app.press(app.page.get_by_role("button", name=re.compile("^Föreslå")))
    where = app.screen("/ny")
    expect(where).to_contain_text("Namnet ser ut att innehålla en personuppgift.")
    app.press(app.page.get_by_role("button", name="Använd"))
    assert "070-123" not in json.dumps(app.page.evaluate(KEPT_DRAFT))
    app.page.get_by_label("Platsens namn").fill("Vändplanen vid Figeholm")
    app.page.get_by_label("Ta med var telefonen är nu").check()
    app.press(app.page.get_by_role("button", name="Använd"))
    expect(where).to_contain_text("föreslagen")
    expect(where).to_contain_text("platsen är bara föreslagen")
    app.save()
    expect(app.receipt).to_contain_text("Sparad")
    [kept] = app.own_operations()
    body = json.loads(kept["body"])
    assert (kept["schema"], body["place"]) == (2, None)
    assert body["proposed_place"] == {"name": "Vändplanen vid Figeholm", "point": [57.279, 16.438]}

    context.set_offline(False)
    app.page.evaluate("dispatchEvent(new Event('online'))")
    app.says(SENT)
    [receipt] = [each["receipt"] for each in app.own_operations()]
    assert receipt["status"] == "stored"
    assert "speed" not in json.dumps(receipt["counted_towards"])
    app.tab("Mina")
    expect(app.screen("/mina")).to_contain_text("Vändplanen vid Figeholm")


KEPT_DRAFT = """async () => {
  const names = (await indexedDB.databases()).map(({name}) => name);
  const [name] = names.filter((one) => one.startsWith("faltlogg-"));
  return new Promise((done) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => {
      const asking = opening.result.transaction("facts").objectStore("facts").getAll();
      asking.onsuccess = () => { opening.result.close(); done(asking.result); };
    };
  });
}"""
