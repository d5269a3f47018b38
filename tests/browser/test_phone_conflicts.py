"""One entry changed on two phones of one officer: both versions side by side, a person picks, all agree."""

import json
import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.accessibility import violations
from tests.browser.installed import Lent
from tests.browser.live_server import LiveServer
from tests.browser.phone_app import OFFICER, PhoneApp


@pytest.fixture
def phones(installed: Lent, shared_server: LiveServer) -> tuple[PhoneApp, PhoneApp]:
    """Two phones of one officer, and an entry that both of them show."""
    one = PhoneApp(installed.page_at(shared_server.address), shared_server.address, shared_server.instance)
    one.sign_in(OFFICER)
    one.log("Badplatsbesök", "Lanna badgruva")
    one.says("Allt skickat")
    other = PhoneApp(installed.page_at(one.address), one.address, one.instance)
    other.sign_in(person=one.person)
    other.tab("Mina")
    expect(other.screen("/mina").locator(".line")).to_contain_text("Lanna badgruva")
    return one, other


def test_the_own_version_is_kept_and_both_phones_come_to_it(phones: tuple[PhoneApp, PhoneApp]) -> None:
    one, other = phones
    meet_in_conflict(one, other)
    box = conflict_on(one)
    expect(sides(box)).to_have_count(2)
    expect(sides(box).nth(0)).to_contain_text("Hidinge skola")
    expect(sides(box).nth(1)).to_contain_text("Badplats Leken")
    differing = box.locator(".fact--differs")
    expect(differing).to_have_count(2)
    expect(differing.first).to_contain_text("skiljer")
    assert violations(one.page) == []

    box.get_by_role("button", name="Behåll min").click()
    expect(box).to_have_count(0)
    one.state_agrees()
    one.tab("Logga")
    one.says("Allt skickat")
    assert standing(one) == (3, "hidinge-skola")
    other.open()
    other.log("Fotpatrull", "Hidinge skola")
    other.says("Allt skickat")
    other.tab("Mina")
    expect(other.screen("/mina").locator(".line", has_text="Badplatsbesök")).to_contain_text("Hidinge skola")
    expect(other.screen("/mina")).to_contain_text("Alla 2 mottagna")


def test_the_other_version_is_kept_and_the_own_one_stays_in_the_history(
    phones: tuple[PhoneApp, PhoneApp],
) -> None:
    one, other = phones
    meet_in_conflict(one, other)
    conflict_on(one).get_by_role("button", name="Behåll den andra").click()
    expect(one.screen("/mina").locator(".line", has_text="Badplatsbesök")).to_contain_text("Badplats Leken")
    one.state_agrees()
    one.tab("Logga")
    one.says("Allt skickat")
    assert standing(one) == (2, "leken")
    assert [json.loads(kept["body"])["kind"] for kept in one.kept_operations()] == ["create", "amend", "void"]


def test_the_keyboard_alone_settles_a_conflict(phones: tuple[PhoneApp, PhoneApp]) -> None:
    one, other = phones
    meet_in_conflict(one, other)
    conflict_on(one)
    for _ in range(30):
        one.page.keyboard.press("Tab")
        if one.page.evaluate("() => document.activeElement.textContent") == "Behåll min":
            break
    one.page.keyboard.press("Enter")
    expect(one.page.get_by_role("status").last).to_contain_text("Din version gäller när den är skickad.")
    one.tab("Logga")
    one.says("Allt skickat")
    assert standing(one) == (3, "hidinge-skola")


def meet_in_conflict(one: PhoneApp, other: PhoneApp) -> None:
    """Both change the entry without knowing of each other; the other one's change arrives first."""
    one.page.context.set_offline(True)
    move_to(one, "Hidinge skola")
    move_to(other, "Badplats Leken")
    other.tab("Logga")
    other.says("Allt skickat")
    one.page.context.set_offline(False)
    one.tab("Logga")
    one.says("1 behöver dig")


def move_to(app: PhoneApp, place: str) -> None:
    """Change the place of the entry."""
    if app.screen("/mina").is_hidden():
        app.tab("Mina")
    entry = app.screen("/mina").locator(".line", has_text="Lanna badgruva")
    entry.locator("summary").click()
    entry.get_by_role("button", name="Ändra").click()
    app.choose_place(place)
    app.save()
    expect(app.screen("/mina")).to_contain_text(place)
    app.state_agrees()


def conflict_on(app: PhoneApp) -> Locator:
    """The box on Mina with the two versions."""
    app.tab("Mina")
    box = app.screen("/mina").locator(".need", has_text="Aktiviteten är ändrad på två håll.")
    expect(box).to_be_visible()
    return box


def sides(box: Locator) -> Locator:
    return box.locator(".version")


def standing(app: PhoneApp) -> tuple[int, str]:
    """The version and place of the first entry, as the server has them."""
    activity_id = app.kept_operations()[0]["activity_id"].replace("-", "")
    with closing(sqlite3.connect(app.instance / "faltlogg.db")) as database:
        rows = database.execute(
            "select rev, place from activity where replace(id, '-', '') = ?", [activity_id]
        ).fetchall()
    [(rev, place)] = rows
    return rev, place
