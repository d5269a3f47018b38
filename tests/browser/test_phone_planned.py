"""Planned on the phone: answered without network, told in Mina, sent, and seen on the colleague's phone."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.live_server import LiveServer
from tests.browser.phone_app import OFFICER, PLANNED, PhoneApp, serving

OTHER = "Narkotikainsats"


@pytest.fixture
def server(demo_instance: Path, tmp_path: Path) -> Iterator[LiveServer]:
    with serving(demo_instance, tmp_path) as server:
        yield server


def test_what_is_planned_is_answered_without_network_and_the_plan_hears_of_it_once(
    page: Page, browser: Browser, server: LiveServer, browser_context_args: dict[str, Any]
) -> None:
    app = PhoneApp(page, server.address, server.instance)
    app.sign_in(OFFICER)
    expect(app.planned(PLANNED)).to_be_visible()
    page.context.set_offline(True)
    app.open()
    app.press(app.planned(PLANNED).get_by_role("button", name="Gjort"))
    expect(app.receipt).to_contain_text("Sparad")
    app.says("1 väntar")

    row = app.planned(OTHER)
    app.press(row.get_by_role("button", name=OTHER))
    row.get_by_label("Med egna ord").fill("Anna, 070-123 45 67, var sjuk")
    row.get_by_role("button", name="Spara", exact=True).click()
    expect(row).to_contain_text("Skälet pekar ut någon.")
    app.press(row.get_by_role("button", name="Sjukdom"))
    expect(app.receipt.filter(has_text="Inte genomförd")).to_be_visible()
    app.says("2 väntar")

    app.tab("Mina")
    mine = app.screen("/mina")
    expect(mine.locator(".line").filter(has_text=OTHER)).to_contain_text("väntar")
    mine.locator(".line").filter(has_text=OTHER).locator("summary").click()
    expect(mine).to_contain_text("”Sjukdom”")
    page.context.set_offline(False)
    app.open()
    app.says("Allt skickat", timeout=60_000)
    assert answers(app) == [(True, ""), (False, "Sjukdom")]

    context = browser.new_context(**browser_context_args)
    other = PhoneApp(context.new_page(), server.address, server.instance)
    other.sign_in(OFFICER)
    expect(other.planned("Trafikkontroll")).to_be_visible()
    expect(other.planned(PLANNED)).to_have_count(0)
    context.close()

    app.tab("Mina")
    mine.locator(".line").filter(has_text=OTHER).locator("summary").click()
    mine.get_by_role("button", name="Ta tillbaka").click()
    app.tab("Logga")
    app.says("Allt skickat")
    assert answers(app) == [(True, "")]
    expect(app.planned(OTHER).get_by_role("button", name="Gjort")).to_be_visible()


def answers(app: PhoneApp) -> list[tuple[bool, str]]:
    """What this officer said of the plan: whether an activity did it, and why not."""
    assert app.person
    with closing(sqlite3.connect(app.instance / "faltlogg.db")) as database:
        rows = database.execute(
            "select activity is not null, reason from plan_outcome"
            " where replace(said_by, '-', '') = ? order by said_at, activity is null",
            (app.person.user_id,),
        ).fetchall()
    return [(bool(done), reason) for done, reason in rows]
