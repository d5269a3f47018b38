"""The copy of what waits: out of a phone that cannot send, and in on another of the same person alone."""

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser import desk_deeds
from tests.browser.accessibility import violations
from tests.browser.installed import Lent
from tests.browser.live_server import LiveServer
from tests.browser.phone_app import OFFICER, WORKER, PhoneApp


@pytest.fixture
def broken(installed: Lent, shared_server: LiveServer) -> PhoneApp:
    """A phone that has lost its network for good, with two entries unsent."""
    app = PhoneApp(installed.page_at(shared_server.address), shared_server.address, shared_server.instance)
    app.sign_in(OFFICER)
    app.page.context.set_offline(True)
    app.log("Badplatsbesök", "Lanna badgruva")
    app.log("Fotpatrull", "Hidinge skola")
    return app


@pytest.fixture
def new(installed: Lent, broken: PhoneApp) -> PhoneApp:
    """Another phone of the same person."""
    app = PhoneApp(installed.page_at(broken.address), broken.address, broken.instance)
    app.sign_in(person=broken.person)
    return app


@pytest.fixture
def copy(broken: PhoneApp, tmp_path: Path) -> Path:
    """The file that the broken phone gave."""
    broken.tab("Mer")
    with broken.page.expect_download() as download:
        broken.page.get_by_role("button", name="Spara en kopia av det som väntar").click()
    assert re.fullmatch(r"faltlogg-\d{4}-\d\d-\d\d\.json", download.value.suggested_filename)
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    expect(broken.page.get_by_role("status").last).to_contain_text("Kopian är sparad.")
    return path


def test_a_copy_is_brought_in_on_another_phone_and_waits_for_the_coordinator(
    broken: PhoneApp, new: PhoneApp, copy: Path
) -> None:
    told = choose(new, copy)
    expect(told).to_contain_text(re.compile(r"2 aktiviteter från \d+ \w+, Elin Sandberg\."))
    assert states(new) == []
    assert violations(new.page) == []
    told.get_by_role("button", name="Skicka in").click()
    expect(told).to_contain_text("2 poster är mottagna och räknas när din samordnare har sett dem.")
    assert states(new) == [("held", "rescued"), ("held", "rescued")]

    told = choose(new, copy)
    told.get_by_role("button", name="Skicka in").click()
    expect(told).to_contain_text("2 poster var redan mottagna.")
    assert len(states(new)) == 2

    broken.page.context.set_offline(False)
    broken.tab("Logga")
    broken.says("2 hos samordnaren")
    broken.tab("Mina")
    expect(broken.screen("/mina").locator(".need").first).to_contain_text("Hos samordnaren")
    assert len(states(new)) == 2


def test_what_the_coordinator_decided_of_it_is_told_on_the_phone_that_waits(
    broken: PhoneApp, new: PhoneApp, copy: Path
) -> None:
    choose(new, copy).get_by_role("button", name="Skicka in").click()
    expect(new.screen("/mer").locator(".rescue [role=status]")).to_contain_text("2 poster är mottagna")
    broken.page.context.set_offline(False)
    broken.tab("Logga")
    broken.says("2 hos samordnaren")
    bath, patrol = [kept["op_id"] for kept in broken.kept_operations()]
    desk_deeds.take_in(broken.instance, bath)
    desk_deeds.refuse(broken.instance, patrol, "Redan loggad på den nya telefonen")

    broken.open()
    broken.log("Badplatsbesök", "Badplats Leken")  # one's own entry makes the server tell what it knows
    broken.says("Allt skickat")
    broken.tab("Mina")
    mina = broken.screen("/mina")
    expect(mina.locator(".need")).to_have_count(0)
    expect(mina.locator(".state--counts")).to_have_text("Alla 2 mottagna")
    taken_in = mina.locator(".line", has_text="Lanna badgruva")
    expect(taken_in).to_contain_text("skickad")
    taken_in.locator("summary").click()
    expect(taken_in).to_contain_text(re.compile(r"Mottagen av samordnaren \d\d:\d\d\."))
    refused = mina.locator(".line", has_text="Hidinge skola")
    expect(refused).to_contain_text("Avvisad av samordnaren: Redan loggad på den nya telefonen")
    expect(refused.locator(".status")).to_have_text("avvisad")
    refused.locator("summary").click()
    expect(refused).to_contain_text(re.compile(r"Avvisad \d\d:\d\d\."))
    expect(refused.get_by_role("button", name="Ändra")).to_have_count(0)
    expect(refused.get_by_role("button", name="Logga igen")).to_be_visible()
    broken.state_agrees()
    assert violations(broken.page) == []


def test_a_copy_is_kept_when_there_is_no_network_to_send_it(new: PhoneApp, copy: Path) -> None:
    new.page.context.set_offline(True)
    told = choose(new, copy)
    told.get_by_role("button", name="Skicka in").click()
    expect(told).to_contain_text("skicka in den när nätet är tillbaka")
    new.page.context.set_offline(False)
    told = choose(new, copy)
    told.get_by_role("button", name="Skicka in").click()
    expect(told).to_contain_text("2 poster är mottagna")


def test_anothers_copy_is_not_taken_and_nothing_is_stored(
    installed: Lent, broken: PhoneApp, copy: Path
) -> None:
    worker = PhoneApp(installed.page_at(broken.address), broken.address, broken.instance)
    worker.sign_in(WORKER)
    told = choose(worker, copy)
    expect(told).to_contain_text("Filen är Elin Sandbergs, och du är Tove Nyström. Inget är skickat.")
    expect(told.get_by_role("button", name="Skicka in")).to_have_count(0)
    assert states(broken) == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("cut", "Filen är skadad och kan inte läsas."),
        ('{"någon": "annan fil"}', "Det här är ingen kopia från Fältlogg."),
        ("newer", "Filen är gjord av en nyare version av Fältlogg."),
    ],
)
def test_a_file_that_is_no_copy_is_told_apart(new: PhoneApp, copy: Path, text: str, sentence: str) -> None:
    whole = copy.read_text(encoding="utf-8")
    harmed = {"cut": whole[:-40], "newer": json.dumps(json.loads(whole) | {"version": 2})}
    copy.write_text(harmed.get(text, text), encoding="utf-8")
    expect(choose(new, copy)).to_contain_text(sentence)
    assert states(new) == []


def test_a_copy_of_this_very_phone_is_not_needed(broken: PhoneApp, copy: Path) -> None:
    expect(choose(broken, copy)).to_contain_text("Det som finns i den ligger redan här")


def choose(app: PhoneApp, file: Path) -> Locator:
    """Choose a file under Mer, by the button for it; what is said of it."""
    if app.screen("/mer").is_hidden():
        app.tab("Mer")
    with app.page.expect_file_chooser() as chooser:
        app.page.get_by_role("button", name="Skicka in en kopia").click()
    chooser.value.set_files(file)
    return app.screen("/mer").locator(".rescue [role=status]")


def states(app: PhoneApp) -> list[tuple[str, str]]:
    """What became of this person's operations on the server."""
    assert app.person
    with closing(sqlite3.connect(app.instance / "faltlogg.db")) as database:
        return database.execute(
            "select status, code from operation where replace(author, '-', '') = ? order by server_seq",
            [app.person.user_id],
        ).fetchall()
