"""The main job on WebKit: no Background Sync, no word from navigator.onLine, a database that may go away."""

import json
from collections.abc import Iterator

import pytest
from selenium.webdriver import WebKitGTK

from tests.browser.fault_phone import sent_in
from tests.browser.fault_proxy import SYNC
from tests.browser.line_faults import answer_lost
from tests.browser.live_server import LiveServer
from tests.browser.webkit_phone import WebKitPhone, phone_in
from tests.faults import Fired, Room, fault

LOSE_THE_DATABASE = """() => { IDBObjectStore.prototype.add = () => {
  throw new DOMException("Connection to Indexed Database server lost", "UnknownError");
}; }"""
# What the app reads next stays under way until the page is left.
READ_WITHOUT_END = """() => {
  const {get} = IDBObjectStore.prototype;
  addEventListener("pagehide", ({persisted}) => {
    sessionStorage.setItem("left", JSON.stringify({persisted, reading: globalThis.reading ?? false}));
  });
  IDBObjectStore.prototype.get = function (...given) {
    const asked = get.apply(this, given);
    const goOn = () => { globalThis.reading = true; this.count().onsuccess = goOn; };
    asked.addEventListener("success", goOn);
    return asked;
  };
  document.dispatchEvent(new Event("visibilitychange"));
}"""
HOW_STARTED = "() => performance.getEntriesByType('navigation')[0].type"


@pytest.fixture
def app(webkit_window: WebKitGTK, fault_server: LiveServer) -> Iterator[WebKitPhone]:
    with phone_in(webkit_window, fault_server) as app:
        yield app


@fault("no Background Sync", room=Room.WORKER, expect="on WebKit: started, saved, told and sent without it")
def test_a_start_without_network_logs_by_igen_and_sends_once_when_it_is_back(
    app: WebKitPhone, fired: Fired
) -> None:
    app.log("Badplatsbesök", "Lanna badgruva")
    app.says("Allt skickat")
    app.leave()
    app.line.stop()
    app.come_back()
    fired(app.run("() => !('SyncManager' in globalThis)"), "the lack of Background Sync")
    app.presses = 0
    app.press(".again .row", "Badplatsbesök")
    app.has_receipt()
    assert app.presses <= 3
    app.says("1 väntar på nät")
    assert batches(app) == [1]
    app.line.start()
    app.wake()
    app.reckon()
    assert batches(app) == [1, 1]


@fault("answer lost after commit", room=Room.NETWORK, expect="on WebKit: sent again, counted once")
def test_an_answer_lost_on_the_way_is_asked_for_again(app: WebKitPhone, fired: Fired) -> None:
    unheard = app.line.inject(answer_lost)
    app.log("Badplatsbesök", "Lanna badgruva")
    unheard.await_strikes()
    app.says("1 väntar på nät")
    fired(batches(app), "the commit whose answer was lost")
    app.wake()
    app.reckon()
    assert batches(app) == [1, 1]


@fault(
    "IndexedDB server lost (WebKit)",
    room=Room.DEVICE,
    expect="on WebKit: the draft goes over a new start, and is saved",
)
def test_a_database_that_is_gone_takes_the_draft_over_a_new_start(app: WebKitPhone, fired: Fired) -> None:
    app.new()
    app.choose_kind("Badplatsbesök")
    app.choose("length", "120")
    app.run(LOSE_THE_DATABASE)
    app.save()
    app.has_receipt()
    fired(app.run(HOW_STARTED) == "reload", "the new start that the loss brought")
    app.reckon()
    assert app.body()["type"] == "bathing_site_visit"


@fault(
    "left in the middle of a transaction",
    room=Room.DEVICE,
    expect="on WebKit: the page that is kept lets go; the next start saves",
)
def test_a_page_left_in_the_middle_of_a_transaction_stops_no_other(app: WebKitPhone, fired: Fired) -> None:
    app.log("Badplatsbesök", "Lanna badgruva")
    app.says("Allt skickat")
    app.run(READ_WITHOUT_END)
    app.until("() => globalThis.reading")
    app.open()
    left = json.loads(app.run("() => sessionStorage.getItem('left')"))
    fired(left == {"persisted": True, "reading": True}, "a page kept with a transaction under way")
    app.press(".again .row", "Badplatsbesök")
    app.has_receipt()
    app.reckon()


def test_ny_takes_everything_that_there_is_to_tell(app: WebKitPhone) -> None:
    app.new()
    app.choose_kind("Trafikkontroll")
    app.choose_place("Bergsgatan vid skolan")
    app.press("button", "^Nu,")
    app.choose("day", "I går")
    app.fill("input[type=time]", "14:00")
    app.choose("length", "60")
    app.press("summary", "Fler uppgifter")
    app.choose("focus", "Hastighet")
    app.choose("organisations", "Kommunen")
    app.press("button", "^Fler Kollegor utan namn")
    app.fill("input[aria-label=Fordon]", "12")
    app.press("label.check", "Riktad insats")
    app.fill("textarea", "Fyra bilar, lugnt")
    app.save()
    app.has_receipt()
    app.reckon()
    body = app.body()
    assert body["started_at"][10:19] == "T14:00:00"
    assert (body["counters"], body["others"], body["targeted"]) == ({"vehicles": 12}, 1, True)
    assert (body["focus"], body["organisations"]) == (["speed"], ["police", "municipality"])
    assert body["note"] == "Fyra bilar, lugnt"


def test_an_entry_is_changed_and_taken_back_on_mina(app: WebKitPhone) -> None:
    app.log("Badplatsbesök", "Lanna badgruva")
    app.says("Allt skickat")
    app.line.stop()
    app.tab("Mina")
    app.press(".line summary", "Lanna badgruva")
    app.press("button", "^Ändra$")
    app.choose("length", "120")
    app.save()
    app.sees("/mina", "2:00 tim.* väntar")
    app.state_agrees()
    app.line.start()
    app.wake()
    app.sees("/mina", "1 mottagen")
    app.press(".line button", "^Ta bort$")
    app.press("label", "^Blev inte av$")
    app.press(".why button", "^Ta bort$")
    app.sees("/mina", "Inget att skicka")
    app.state_agrees()
    assert [each["kind"] for each in app.operations()] == ["create", "amend", "withdraw"]
    assert {each["state"] for each in app.operations()} == {"acked"}


@fault(
    "session expired", room=Room.PEOPLE, expect="on WebKit: capture goes on; the same user signs in and sends"
)
def test_a_tap_is_taken_back_and_a_session_that_ended_holds_nothing_up(
    app: WebKitPhone, fired: Fired
) -> None:
    app.log("Badplatsbesök", "Lanna badgruva")
    app.says("Allt skickat")
    app.press(".again .row", "Badplatsbesök")
    app.has_receipt()
    app.find(".receipt", "9 s")  # a press at once would be the second half of a double tap
    app.press(".receipt button", "^Ångra")
    app.find("[data-ui=voice]", "Ångrad. Aktiviteten räknas inte.")
    app.says("Allt skickat")
    assert [each["kind"] for each in app.operations()] == ["create", "create", "withdraw"]

    app.sign_out_elsewhere()
    app.press(".again .row", "Badplatsbesök")
    app.has_receipt()
    app.sees("/", "Logga in igen för att skicka. Din aktivitet ligger kvar i telefonen.")
    app.says("1 väntar")
    fired(
        app.run("() => fetch('/api/v1/session').then(({status}) => status)") == 401, "the end of the session"
    )
    app.sign_in_again()
    app.says("Allt skickat")
    assert {each["state"] for each in app.operations()} == {"acked"}


def test_of_two_versions_a_person_keeps_one(app: WebKitPhone) -> None:
    app.log("Badplatsbesök", "Lanna badgruva")
    app.says("Allt skickat")
    assert app.change_elsewhere(place="leken") == "stored"
    app.tab("Mina")
    app.press(".line summary", "Lanna badgruva")
    app.press("button", "^Ändra$")
    app.choose("length", "120")
    app.save()
    app.sees("/mina", "Badplats Leken")
    app.press("button", "^Behåll min$")
    app.sees("/mina", "1 mottagen")
    app.state_agrees()
    assert app.body()["place"] == "lanna-badgruva"
    assert [each["kind"] for each in app.operations()] == ["create", "amend", "amend"]


def test_laget_without_network_tells_how_old_its_figures_are(app: WebKitPhone) -> None:
    app.line.stop()
    app.open("/laget")
    app.sees("/laget", r"Siffror från .*\d\d:\d\d.*inget väntar")
    app.sees("/laget", "Lanna badgruva.*av 2:00")


def batches(app: WebKitPhone) -> list[int]:
    """How many entries each request had that the server took; those that only ask for news are left out."""
    sizes = [len(sent_in(request)["ops"]) for request in app.line.sent_to(SYNC)]
    return [size for size in sizes if size > 0]
