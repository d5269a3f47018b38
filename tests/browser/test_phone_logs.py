"""Logging: as few presses as promised, saved before it says so, taken back, and shown in every tab."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.installed import Lent
from tests.browser.live_server import LiveServer
from tests.browser.phone_app import OFFICER_BY_THE_SEA, PhoneApp
from tests.browser.speed_checks import speed_checks
from tests.faults import Fired, Room, fault

SENT = re.compile("Allt skickat")


@pytest.fixture
def app(installed: Lent, shared_server: LiveServer) -> PhoneApp:
    """The officer of Oskarshamn, signed in on a phone that nothing was logged on."""
    app = PhoneApp(installed.page_at(shared_server.address), shared_server.address, shared_server.instance)
    app.sign_in(OFFICER_BY_THE_SEA)
    return app


def test_a_first_start_says_what_to_do(app: PhoneApp) -> None:
    expect(app.screen("/")).to_contain_text("Inget loggat än. Tryck på Ny när något är gjort.")
    app.says("Inget att skicka")


def test_igen_takes_one_press_and_says_what_it_comes_to(app: PhoneApp) -> None:
    app.log("Hastighetskontroll", "Norra vägen")
    app.says(SENT)
    commitment = speed_checks(app.page)["progress"]
    app.open()
    app.presses = 0
    app.press(app.again.first)
    expect(app.receipt).to_contain_text(re.compile(r"Sparad \d\d:\d\d"))
    assert app.presses == 1
    expect(app.receipt).to_contain_text(f"{commitment['value'] + 1} av {commitment['at_least']}")
    app.says(SENT)
    expect(app.receipt).to_contain_text("skickad")


def test_dots_a_long_press_or_the_menu_key_opens_a_row_of_igen_filled_and_logs_nothing(app: PhoneApp) -> None:
    app.log("Hastighetskontroll", "Norra vägen")
    app.says(SENT)
    for way in (press_the_dots, hold_it_down, press_the_menu_key):
        app.open()
        app.page.wait_for_load_state("networkidle")
        way(app)
        expect(app.screen("/ny")).to_be_visible()
        app.page.mouse.up()
        chosen = app.screen("/ny").locator("label:has(input:checked)")
        expect(chosen.nth(0)).to_contain_text(re.compile("Hastighets\u00ad?kontroll"))
        expect(chosen.nth(1)).to_contain_text("Norra vägen")
    assert len(app.kept_operations()) == 1
    app.save()
    expect(app.receipt).to_be_visible()
    assert len(app.kept_operations()) == 2


def press_the_dots(app: PhoneApp) -> None:
    name = re.compile("^Öppna ifylld: Hastighets\u00ad?kontroll, Norra vägen$")
    app.press(app.page.get_by_role("button", name=name))


def hold_it_down(app: PhoneApp) -> None:
    app.again.first.hover()
    app.page.mouse.down()


def press_the_menu_key(app: PhoneApp) -> None:
    app.again.first.focus()
    app.page.keyboard.press("ContextMenu")


def test_ny_takes_two_presses_where_the_usual_is_meant_and_four_for_anything_else(app: PhoneApp) -> None:
    app.log("Hastighetskontroll", "Norra vägen")
    app.open()
    app.presses = 0
    app.new()
    app.save()
    expect(app.receipt).to_be_visible()
    assert app.presses == 2

    app.open()
    app.presses = 0
    app.new()
    app.choose("what", "Motorburen ungdom")
    app.choose("length", "60")
    app.save()
    expect(app.receipt).to_be_visible()
    assert app.presses == 4


def test_without_a_past_nothing_is_guessed(app: PhoneApp) -> None:
    app.new()
    app.save()
    expect(app.screen("/ny")).to_contain_text("Välj vad som gjordes.")
    assert app.kept_operations() == []


def test_what_is_saved_is_on_disk_before_the_receipt_says_so(app: PhoneApp) -> None:
    app.page.evaluate(
        """() => {
          const put = IDBObjectStore.prototype.add;
          IDBObjectStore.prototype.add = function (...given) {
            const {transaction} = this;
            globalThis.durability = transaction.durability;
            transaction.addEventListener("complete", () => {
              globalThis.saidTooEarly = document.querySelector(".receipt") !== null;
            });
            return put.apply(this, given);
          };
        }"""
    )
    app.new()
    app.choose("what", "Hastighetskontroll")
    app.save()
    expect(app.receipt).to_contain_text("Sparad")
    assert app.page.evaluate("[durability, saidTooEarly]") == ["strict", False]


def test_a_phone_that_cannot_save_says_so_and_keeps_the_form(app: PhoneApp) -> None:
    app.page.evaluate(
        """() => { IDBObjectStore.prototype.add = () => {
          throw new DOMException("full", "QuotaExceededError");
        }; }"""
    )
    app.new()
    app.choose("what", "Hastighetskontroll")
    app.choose("length", "120")
    app.save()
    expect(app.screen("/ny")).to_contain_text("EJ sparad. Telefonen är full.")
    expect(app.page.locator('input[name="length"]:checked')).to_have_count(1)
    assert app.kept_operations() == []


@fault("IndexedDB server lost (WebKit)", room=Room.DEVICE, expect="opened again, and the entry is saved")
def test_a_database_lost_under_the_form_is_opened_again_and_the_entry_saved(
    app: PhoneApp, fired: Fired
) -> None:
    app.page.evaluate(
        """() => {
          const add = IDBObjectStore.prototype.add;
          IDBObjectStore.prototype.add = () => {
            globalThis.isLost = true;
            throw new DOMException("Connection to Indexed Database server lost", "UnknownError");
          };
          const open = IDBFactory.prototype.open;
          IDBFactory.prototype.open = function (...given) {
            IDBObjectStore.prototype.add = add; // a new connection works again
            return open.apply(this, given);
          };
        }"""
    )
    app.new()
    app.choose("what", "Hastighetskontroll")
    app.save()
    expect(app.receipt).to_contain_text("Sparad")
    fired(app.page.evaluate("isLost"), "the loss of the database")
    assert len(app.kept_operations()) == 1


@fault(
    "IndexedDB server lost (WebKit)", room=Room.DEVICE, expect="the draft goes over a new start, and is saved"
)
def test_a_database_lost_for_good_takes_the_draft_over_a_new_start(app: PhoneApp, fired: Fired) -> None:
    app.page.evaluate(
        """() => { IDBObjectStore.prototype.add = () => {
          throw new DOMException("Connection to Indexed Database server lost", "UnknownError");
        }; }"""
    )
    app.new()
    app.choose("what", "Hastighetskontroll")
    app.choose("length", "120")
    app.save()
    expect(app.receipt).to_contain_text("Sparad")
    start = app.page.evaluate("performance.getEntriesByType('navigation')[0].type")
    fired(start == "reload", "the new start that the loss brought")
    [operation] = app.kept_operations()
    assert '"type"' in operation["body"]


def test_undo_takes_the_entry_back_under_its_own_id(app: PhoneApp) -> None:
    before = speed_checks(app.page)["progress"]["value"]
    app.log("Hastighetskontroll", "Norra vägen")
    app.says(SENT)
    expect(app.receipt).to_contain_text("9 s")  # a press at once would be the second half of a double tap
    app.receipt.get_by_role("button", name="Ångra").click()
    expect(app.page.get_by_role("status").first).to_contain_text("Ångrad")
    app.says("Inget att skicka")
    create, withdraw = app.kept_operations()
    assert [create["kind"], withdraw["kind"]] == ["create", "withdraw"]
    assert create["activity_id"] == withdraw["activity_id"]
    app.tab("Mina")
    expect(app.screen("/mina")).not_to_contain_text("Norra vägen")
    assert speed_checks(app.page)["progress"]["value"] == before


def test_a_double_tap_on_a_row_saves_once_and_undoes_nothing(app: PhoneApp) -> None:
    app.log("Hastighetskontroll", "Norra vägen")
    app.open()
    app.again.first.dblclick(position={"x": 255, "y": 30})
    expect(app.receipt).to_contain_text("Sparad")
    assert [operation["kind"] for operation in app.kept_operations()] == ["create", "create"]


def test_what_one_tab_saves_the_other_shows_and_one_of_them_sends(
    context: BrowserContext, shared_server: LiveServer
) -> None:
    one = PhoneApp(context.new_page(), shared_server.address, shared_server.instance)
    one.sign_in(OFFICER_BY_THE_SEA)
    other = PhoneApp(context.new_page(), shared_server.address, shared_server.instance)
    other.open()
    senders: list[Page] = []
    context.on(
        "request",
        lambda request: senders.append(request.frame.page) if request.url.endswith("/sync") else None,
    )
    context.set_offline(True)
    one.log("Hastighetskontroll", "Norra vägen")
    other.says("1 väntar på nät")
    senders.clear()
    context.set_offline(False)
    one.says(SENT)
    other.says(SENT)
    assert len(one.operations_on_server()) == 1
    assert len(set(senders)) == 1  # it may have had to ask twice, by itself


def test_laget_is_laid_out_anew_only_where_a_figure_is_another(app: PhoneApp) -> None:
    context = app.page.context
    app.tab("Läget")
    laget = app.screen("/laget")
    expect(laget).to_contain_text("inget väntar")
    context.set_offline(True)
    other = PhoneApp(context.new_page(), app.address, app.instance)
    other.open()
    laget.locator(".block").first.evaluate("(block) => { block.dataset.mark = 'as it stood' }")
    stands = laget.locator("[data-mark]")
    other.log("Hastighetskontroll", "E22 vid Påskallavik")  # which counts for nothing
    expect(laget).to_contain_text("1 egen väntar")
    expect(stands).to_have_count(1)
    other.log("Hastighetskontroll", "Norra vägen")
    expect(laget).to_contain_text("2 egna väntar")
    expect(stands).to_have_count(0)
    expect(laget.locator(".plus").first).to_have_text(" + 1")


def test_a_second_tap_of_a_glove_means_nothing_and_taking_back_shows_when_it_can(app: PhoneApp) -> None:
    app.log("Hastighetskontroll", "Norra vägen")
    app.says(SENT)
    app.open()
    app.page.wait_for_load_state("networkidle")
    asleep = app.page.evaluate(
        """() => new Promise((done) => {
          new MutationObserver((_, watcher) => {
            const undo = document.querySelector(".receipt__undo");
            if (undo) {
              watcher.disconnect();
              undo.click();
              done([undo.ariaDisabled, getComputedStyle(undo.firstElementChild).opacity]);
            }
          }).observe(document.body, {subtree: true, childList: true});
          document.querySelector(".again .row").click();
        })"""
    )
    assert asleep == ["true", "0.45"]
    undo = app.receipt.get_by_role("button", name="Ångra")
    expect(undo).to_be_enabled()
    expect(undo).to_be_focused()
    app.says(SENT)
    assert [operation["kind"] for operation in app.kept_operations()] == ["create", "create"]
    undo.click()
    expect(app.page.get_by_role("status").first).to_contain_text("Ångrad")
    assert [operation["kind"] for operation in app.kept_operations()] == ["create", "create", "withdraw"]
