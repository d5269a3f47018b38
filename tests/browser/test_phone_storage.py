"""The phone's log over releases, clearings and failures: what was saved is there, and what is not is said."""

from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.faulty_store import BREAK_WRITES, LOSE_THE_COPY, SLOW_COPY
from tests.browser.installed import Lent
from tests.browser.live_server import LiveServer
from tests.browser.phone_app import OFFICER_BY_THE_SEA, PhoneApp, serving, until
from tests.browser.tampered_log import (
    CLEAR_THE_LOG,
    DROP_EVERY_DATABASE,
    IN_THE_COPY,
    NOTICES,
    TO_A_LATER_VERSION,
    TO_VERSION_1,
    TOOLS,
    VERSION_OF_LOG,
)
from tests.browser.witness import HEARD
from tests.faults import Fired, Room, fault

PATIENCE = 60_000
NO_FILES = """if (location.protocol !== "about:" && sessionStorage.getItem("no files")) {
  delete StorageManager.prototype.getDirectory;
}"""
IDENTITY = itemgetter("seq", "op_id", "activity_id", "body", "sha256")


@pytest.fixture(scope="module")
def shared_server(demo_instance: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    with serving(demo_instance, tmp_path_factory.mktemp("storage")) as server:
        yield server


@pytest.fixture
def app(installed: Lent, shared_server: LiveServer) -> PhoneApp:
    page = installed.page_at(shared_server.address)
    page.add_init_script(TOOLS)
    app = PhoneApp(page, shared_server.address, shared_server.instance)
    app.sign_in(OFFICER_BY_THE_SEA)
    return app


def elsewhere(app: PhoneApp) -> Page:
    """A page of the same origin that is no app: it holds no log open."""
    page = app.page.context.new_page()
    page.add_init_script(TOOLS)
    page.goto(f"{app.address}/logga-in")
    return page


@fault(
    "old and new tab at a schema change",
    room=Room.DEVICE,
    expect="the new tab takes the log over with all that is in it, the old one lets go",
)
def test_a_log_of_the_release_before_is_taken_over_whole(app: PhoneApp, fired: Fired) -> None:
    app.page.context.set_offline(True)
    app.log("Hastighetskontroll", "Norra vägen")
    app.log("Hastighetskontroll", "Norra vägen")
    before = app.kept_operations()
    other = elsewhere_offline(app)
    fired(other.evaluate(TO_VERSION_1) == [1, 2, False], "a log of version 1")

    app.page.context.set_offline(False)
    app.open()
    expect(app.state).to_contain_text("Allt skickat", timeout=PATIENCE)
    after = app.kept_operations()
    assert [each["body"] for each in after] == [each["body"] for each in before]
    assert {each["state"] for each in after} == {"acked"}
    assert other.evaluate(VERSION_OF_LOG) == 2
    assert len(app.operations_on_server()) == 2


@fault(
    "old and new tab at a schema change",
    room=Room.DEVICE,
    expect="the old tab says that it cannot save; nothing is lost",
)
def test_a_tab_left_behind_by_a_newer_release_loses_nothing(app: PhoneApp, fired: Fired) -> None:
    app.log("Hastighetskontroll", "Norra vägen")
    other = elsewhere(app)
    fired(other.evaluate(TO_A_LATER_VERSION) == 99, "a newer release's log")
    app.new()
    app.choose("what", "Hastighetskontroll")
    app.save()
    expect(app.page.get_by_text("Loggen i telefonen är gjord av en nyare Fältlogg.")).to_be_visible(
        timeout=PATIENCE
    )
    # The form went along, for the release that can save it; what was saved before lies where it was.
    assert app.page.evaluate("history.state.stash.type") == "traffic_check"
    assert len(app.kept_operations()) == 1


@fault("app rolled back", room=Room.DEVICE, expect="a sentence at the start; what was saved lies untouched")
def test_an_app_rolled_back_says_so_and_touches_nothing(app: PhoneApp, fired: Fired) -> None:
    app.page.context.set_offline(True)
    app.log("Hastighetskontroll", "Norra vägen")
    other = elsewhere_offline(app)
    before = app.kept_operations()  # read where nothing sends any more
    fired(other.evaluate(TO_A_LATER_VERSION) == 99, "a newer release's log")
    app.page.goto(app.address)
    expect(app.page.get_by_text("Loggen i telefonen är gjord av en nyare Fältlogg.")).to_be_visible(
        timeout=PATIENCE
    )
    assert app.kept_operations() == before


@fault(
    "origin storage evicted",
    room=Room.DEVICE,
    expect="the phone itself notices and notes how much was in it; it logs on",
)
def test_a_log_that_was_cleared_is_noticed_on_the_phone(app: PhoneApp, fired: Fired) -> None:
    app.page.context.set_offline(True)
    app.log("Hastighetskontroll", "Norra vägen")
    app.page.wait_for_function(
        "() => Object.values(localStorage).some((text) => text.includes('\"unsent\":1'))"
    )
    other = elsewhere_offline(app)
    fired(other.evaluate(CLEAR_THE_LOG) and other.evaluate(LOSE_THE_COPY), "the clearing")
    app.open()
    until(
        app.page,
        """async () => {
          const database = await openedAt();
          const notices = await asked(database.transaction("facts").objectStore("facts").get("notices"));
          database.close();
          return notices?.storage_lost?.unsent === 1 && notices.storage_lost.highest_seq === 1;
        }""",
    )
    # The words and places are gone too: they come back with the network, and logging goes on.
    app.page.context.set_offline(False)
    app.open()
    app.log("Hastighetskontroll", "Norra vägen")
    assert len(app.kept_operations()) == 1


@fault(
    "origin storage evicted",
    room=Room.DEVICE,
    expect="of IndexedDB alone: what was unsent comes back by itself, and is sent once",
)
def test_what_was_unsent_outlives_the_loss_of_every_database(app: PhoneApp, fired: Fired) -> None:
    app.log("Hastighetskontroll", "Norra vägen")
    app.says("Allt skickat")
    app.page.context.set_offline(True)
    app.log("Hastighetskontroll", "Norra vägen")
    app.open()
    app.press(app.again.first)
    app.says("2 väntar på nät")
    _, *before = app.kept_operations()
    app.page.add_init_script(SLOW_COPY)
    app.page.add_init_script(HEARD)
    app.page.evaluate("sessionStorage.setItem('slow copy', 1)")
    for marks in (False, True):
        assert app.page.evaluate(IN_THE_COPY, 2) == 2
        dropped = elsewhere_offline(app).evaluate(DROP_EVERY_DATABASE, marks)
        fired(dropped == 2, f"the loss of every database, marks of somebody: {marks}")

        app.open()
        app.says("2 väntar på nät")
        assert not [words for words in app.page.evaluate("[...heard]") if "Allt skickat" in words]
        after = app.kept_operations()
        assert [IDENTITY(each) for each in after] == [IDENTITY(each) for each in before]
    app.log("Hastighetskontroll", "Norra vägen")
    assert app.page.evaluate(IN_THE_COPY, 3) == 3

    # The copy cannot be read either: somebody signs in, and all is there again.
    elsewhere_offline(app).evaluate(DROP_EVERY_DATABASE, True)
    app.page.evaluate("sessionStorage.setItem('no files', 1)")
    app.page.add_init_script(NO_FILES)
    app.page.goto(app.address)
    expect(app.screen("nobody").get_by_role("link", name="Logga in")).to_be_visible()
    app.page.evaluate("sessionStorage.clear()")
    app.page.context.set_offline(False)
    app.open()
    app.says("Allt skickat", PATIENCE)
    kept = app.kept_operations()
    assert [each["seq"] for each in kept] == [2, 3, 4]
    assert len(app.operations_on_server()) == 3
    notices = app.page.evaluate(NOTICES)
    assert "storage_lost" not in (notices or {}), "nothing was lost: nothing is to be told"
    assert app.page.evaluate(IN_THE_COPY, 0) == 0


@fault("quota", room=Room.DEVICE, expect='taking back says "EJ sparad", and does it once there is room')
def test_a_deed_that_the_phone_cannot_keep_is_said_and_done_when_it_can(app: PhoneApp, fired: Fired) -> None:
    app.log("Hastighetskontroll", "Norra vägen")
    expect(app.receipt).to_contain_text("9 s")
    app.page.evaluate(BREAK_WRITES, "QuotaExceededError")
    app.receipt.get_by_role("button", name="Ångra").click()
    dialog = app.page.get_by_role("dialog")
    expect(dialog).to_contain_text("EJ sparad")
    expect(dialog).to_contain_text("Telefonen är full.")
    fired(app.page.evaluate("broken"), "the refusal")
    assert [each["kind"] for each in app.kept_operations()] == ["create"]
    app.page.evaluate("mend()")
    dialog.get_by_role("button", name="Försök igen").click()
    expect(dialog).not_to_be_visible()
    assert [each["kind"] for each in app.kept_operations()] == ["create", "withdraw"]


def elsewhere_offline(app: PhoneApp) -> Page:
    """The app's own page, turned away from the app without asking the network: it lets go of the log."""
    other = app.page
    other.goto("about:blank")
    quiet(other.context)
    other.goto(f"{app.address}/quiet")
    return other


def quiet(context: BrowserContext) -> None:
    """An address of the origin that any page may rest at, with the server out of reach."""
    context.route(
        "**/quiet", lambda route: route.fulfill(content_type="text/html", body="<title>quiet</title>")
    )
