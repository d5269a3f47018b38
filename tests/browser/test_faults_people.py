"""Room PEOPLE of the list of faults, and what befalls a phone between people: copied, cleared, shut out."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from playwright.sync_api import Playwright, expect

from tests.browser.books import read_books
from tests.browser.fault_phone import SENT, FaultPhone, phone_on, signed_in
from tests.browser.fault_proxy import FaultProxy
from tests.browser.installed import Lent
from tests.browser.line_faults import lost
from tests.browser.live_server import LiveServer, run_flask
from tests.browser.phone import Phone
from tests.faults import Fired, Room, fault


@pytest.fixture
def line(harmed: FaultProxy) -> FaultProxy:
    return harmed


@pytest.fixture
def app(installed: Lent, line: FaultProxy, fault_server: LiveServer) -> FaultPhone:
    """A phone with nothing on it yet, signed in."""
    return signed_in(installed.phone_at(line.address), line, fault_server)


def written(app: FaultPhone, statement: str, *values: str) -> int:
    """Change the server's database behind its back; returns how many rows."""
    with closing(sqlite3.connect(app.instance / "faltlogg.db", timeout=60)) as database, database:
        return database.execute(statement, values).rowcount


@fault(
    "disabled user with a full outbox",
    room=Room.PEOPLE,
    expect="all is kept and held, and the phone says for whom",
)
def test_what_a_disabled_user_had_unsent_waits_for_the_coordinator(
    app: FaultPhone, line: FaultProxy, fired: Fired
) -> None:
    line.stop()
    for _ in range(3):
        app.log_one()
    assert app.person
    run_flask(app.instance, "user", "disable", f"{app.person.user_id}@demo.example")
    line.start()
    app.wake()
    app.await_state("3 hos samordnaren")
    app.tab("Mina")
    expect(app.screen("/mina")).to_contain_text(
        "är avstängt. Aktiviteten är mottagen och väntar på din samordnare."
    )
    held = app.kept_operations()
    fired([each["receipt"]["code"] for each in held] == ["user_disabled"] * 3, "the shutting out")
    assert {each["state"] for each in held} == {"held"}
    assert app.books().faults() == []
    assert app.books().counted == set()


@fault(
    "device revoked",
    room=Room.PEOPLE,
    expect="nothing more is taken; what is unsent stays, and can be copied out",
)
def test_a_revoked_phone_keeps_what_it_has_and_says_so(
    app: FaultPhone, line: FaultProxy, fired: Fired
) -> None:
    app.log_one()
    app.reckon()
    app.revoke()
    app.log_one()
    app.await_state("1 väntar")
    app.await_state("telefonen är spärrad")
    books = app.books()
    assert len(books.counted) == 1
    assert books.faults() == []
    app.tab("Mer")
    with app.page.expect_download() as copying:
        app.page.get_by_role("button", name="Spara en kopia av det som väntar").click()
    copy = json.loads(copying.value.path().read_text(encoding="utf-8"))
    fired([each["op_id"] for each in copy["ops"]] == [app.kept_operations()[1]["op_id"]], "the revocation")


@pytest.fixture
def leken(fault_server: LiveServer) -> Iterator[str]:
    """A place that is there again when the test is over: others log there on this server."""
    name = "Badplats Leken"
    with closing(sqlite3.connect(fault_server.instance / "faltlogg.db", timeout=60)) as database:
        [row] = database.execute("select * from place where name = ?", [name]).fetchall()
        yield name
        marks = ", ".join("?" * len(row))
        with database:
            database.execute(f"insert or ignore into place values ({marks})", row)  # noqa: S608


@fault(
    "pledge or place deleted that queued items name",
    room=Room.PEOPLE,
    expect="the entry is kept, its author is told, chooses another place and sends it",
)
def test_a_place_that_is_gone_is_asked_for_again(
    app: FaultPhone, line: FaultProxy, leken: str, fired: Fired
) -> None:
    line.stop()
    app.log("Badplatsbesök", leken)
    app.saved += 1
    fired(written(app, "delete from place where name = ?", leken), "the deletion of the place")
    line.start()
    app.wake()
    app.await_state("1 behöver dig")
    app.tab("Mina")
    expect(app.screen("/mina")).to_contain_text("Platsen finns inte i kommunen.")
    app.screen("/mina").get_by_role("button", name="Välj plats").click()
    app.choose_place("Lanna badgruva")
    app.save()
    expect(app.screen("/mina")).not_to_contain_text("Platsen finns inte")
    app.tab("Logga")
    app.await_state(SENT)
    books = app.books()
    assert books.faults() == []
    assert len(books.counted) == 1


@fault(
    "2000 h instead of 2 h", room=Room.PEOPLE, expect="refused and said so; its author puts the time right"
)
def test_two_thousand_hours_are_refused_and_put_right(
    app: FaultPhone, line: FaultProxy, fired: Fired
) -> None:
    line.inject(lost, times=None)
    app.log_one()
    app.page.goto(f"{app.address}/logga-in")  # where nothing is sent
    [kept] = app.kept_operations()
    body = json.loads(kept["body"])  # as an app without the form's own guard would write it
    started_at = datetime.fromisoformat(body["ended_at"]) - timedelta(hours=2000)
    text = json.dumps(body | {"started_at": started_at.isoformat()}, separators=(",", ":"))
    slip = kept | {"body": text, "sha256": sha256(text.encode()).hexdigest()}
    app.rewrite(f"() => [{json.dumps(slip)}]")
    line.clear()
    app.open()
    app.await_state("1 behöver dig")
    [refused] = app.kept_operations()
    assert refused["receipt"]["code"] == "too_long"
    fired(refused["body"] == text, "the slip of the hand")
    app.tab("Mina")
    expect(app.screen("/mina")).to_contain_text("Aktiviteten är längre än ett dygn.")
    app.screen("/mina").get_by_role("button", name="Rätta tiden").click()
    app.choose("length", "120")
    app.save()
    app.tab("Logga")
    app.await_state(SENT)
    books = app.books()
    assert books.faults() == []
    assert len(books.counted) == 1


@fault("origin storage evicted", room=Room.DEVICE, expect="the phone says what is received and what is gone")
def test_a_phone_that_the_browser_cleared_is_told_what_is_safe(
    app: FaultPhone, line: FaultProxy, fired: Fired
) -> None:
    app.log_one()
    app.reckon()
    sent = app.books().saved
    line.stop()
    app.log_one()
    app.page.close()
    app.page = app.page.context.new_page()
    devtools = app.page.context.new_cdp_session(app.page)
    everything = {"origin": app.address, "storageTypes": "indexeddb,file_systems"}
    devtools.send("Storage.clearDataForOrigin", everything)
    line.start()
    app.open()
    fired(app.kept_operations() == [], "the eviction")
    app.saved = 0
    app.log_one()
    app.await_state(SENT)
    expect(app.page.get_by_text("Webbläsaren har rensat det som låg i telefonen.").first).to_be_visible()
    books = app.books()
    assert books.faults() == []
    assert books.activities.keys() >= sent | books.saved


@pytest.fixture
def twin(
    playwright: Playwright,
    tmp_path: Path,
    browser_type_launch_args: dict[str, Any],
    browser_context_args: dict[str, Any],
) -> Iterator[Phone]:
    """Another phone, whose profile is a copy to be made."""
    twin = Phone(playwright, tmp_path / "twin", browser_type_launch_args, browser_context_args)
    yield twin
    twin.turn_off()


@fault(
    "cloned profile",
    room=Room.DEVICE,
    expect="both entries are stored; the copy goes on under a name of its own",
)
def test_a_copied_profile_counts_on_under_a_name_of_its_own(
    phone: Phone, twin: Phone, tmp_path: Path, line: FaultProxy, fault_server: LiveServer, fired: Fired
) -> None:
    first = phone_on(phone.turn_on(), line, fault_server)
    first.sign_in()
    first.log_one()
    first.reckon()
    person = first.person
    phone.turn_off()
    shutil.copytree(tmp_path / "profile", tmp_path / "twin")

    first = phone_on(phone.turn_on(), line, fault_server)
    first.sign_in(person=person)
    first.log_one()
    first.await_state(SENT)
    second = phone_on(twin.turn_on(), line, fault_server)
    second.sign_in(person=person)
    second.log_one()
    second.await_state(SENT)

    kept = {each["op_id"]: each for each in [*first.kept_operations(), *second.kept_operations()]}
    assert sorted(each["seq"] for each in kept.values()) == [1, 2, 2]
    books = read_books([*kept.values()], fault_server.instance)
    assert books.faults() == []
    assert len(books.counted) == 3
    streams = {str(UUID(books.taken[op_id].stream_id)) for op_id in kept}
    fired(len(kept) == 3, "the same number drawn twice")
    second.log_one()
    second.await_state(SENT)
    kept |= {each["op_id"]: each for each in second.kept_operations()}
    after = read_books([*kept.values()], fault_server.instance)
    assert after.faults() == []
    newest = max(second.kept_operations(), key=lambda each: each["seq"])
    assert after.taken[newest["op_id"]].stream_id not in streams
