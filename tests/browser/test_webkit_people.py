"""Room PEOPLE of the list of faults on WebKit, and whose log it is: shared, left, shut out, mistaken."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from hashlib import sha256

import pytest

from tests.browser.books import read_books
from tests.browser.faulty_store import REWRITE
from tests.browser.line_faults import lost
from tests.browser.live_server import LiveServer, commands
from tests.browser.phone_app import WORKER
from tests.browser.webkit_phone import WebKitPhone
from tests.faults import Fired, Room, fault

LEKEN = "Badplats Leken"


@pytest.fixture
def app(webkit_kept: WebKitPhone) -> WebKitPhone:
    webkit_kept.begin_anew()
    return webkit_kept


@pytest.fixture
def leken(fault_server: LiveServer) -> Iterator[str]:
    """A place that is there again when the test is over: others log there on this server."""
    with closing(sqlite3.connect(fault_server.instance / "faltlogg.db", timeout=60)) as database:
        [row] = database.execute("select * from place where name = ?", [LEKEN]).fetchall()
        yield LEKEN
        marks = ", ".join("?" * len(row))
        with database:
            database.execute(f"insert or ignore into place values ({marks})", row)  # noqa: S608


@fault(
    "sign-out with unsent",
    room=Room.DEVICE,
    expect="on WebKit: asked about first, and told what becomes of it",
)
@fault("shared phone", room=Room.DEVICE, expect="on WebKit: each sees and sends their own")
def test_another_user_on_the_same_phone_sees_and_sends_nothing_of_the_first(
    app: WebKitPhone, fired: Fired
) -> None:
    app.line.inject(lost, times=None)
    app.log("Badplatsbesök", "Lanna badgruva")
    app.tab("Mer")
    app.press("button", "^Logga ut$")
    app.find("dialog", "1 aktivitet är inte skickad.*loggar in här igen[.] Ingen annan kan se dem[.]")
    fired(app.operations()[0]["state"] in {"queued", "sending"}, "an unsent entry at the sign-out")
    app.press("dialog button", "^Logga ut ändå$")
    app.sees("nobody", "1 aktivitet ligger kvar i telefonen[.]")
    app.line.clear()

    first, unsent = app.person, app.saved
    app.sign_in(WORKER)
    app.saved = 0
    app.log("Badplatsbesök", LEKEN)
    app.reckon()
    app.tab("Mina")
    app.sees("/mina", LEKEN)
    assert "Lanna badgruva" not in app.find('[data-screen="/mina"]').text
    app.tab("Mer")
    app.press("button", "^Logga ut$")
    app.sees("nobody", "")

    app.person, app.saved = first, unsent
    app.leave()
    app.sign_in_again()
    app.reckon()
    fired(len(app.logs()) == 2, "the logs of two users on one phone")


@fault(
    "disabled user with a full outbox",
    room=Room.PEOPLE,
    expect="on WebKit: all is kept and held, and the phone says for whom",
)
def test_what_a_disabled_user_had_unsent_waits_for_the_coordinator(app: WebKitPhone, fired: Fired) -> None:
    app.line.stop()
    for _ in range(2):
        app.log("Fotpatrull")
    assert app.person
    with commands(app.instance) as run:
        run("user", "disable", f"{app.person.user_id}@demo.example")
    app.line.start()
    app.wake()
    app.says("2 hos samordnaren")
    app.tab("Mina")
    app.sees("/mina", "är avstängt. Aktiviteten är mottagen och väntar på din samordnare.")
    codes = [each["receipt"]["code"] for each in app.operations()]
    fired(codes == ["user_disabled"] * 2, "the shutting out")
    books = read_books(app.operations(), app.instance)
    assert (books.faults(), books.counted) == ([], set())


@fault("device revoked", room=Room.PEOPLE, expect="on WebKit: nothing more is taken, what is unsent stays")
def test_a_revoked_phone_keeps_what_it_has_and_says_so(app: WebKitPhone, fired: Fired) -> None:
    app.log("Fotpatrull")
    app.reckon()
    books = read_books(app.operations(), app.instance)
    [stream] = {books.taken[each["op_id"]].stream_id for each in app.operations()}
    revoke = "update stream set revoked_at = seen_at where id = ?"
    fired(written(app, revoke, stream.replace("-", "")), "the revocation")
    app.log("Fotpatrull")
    app.says("telefonen är spärrad")
    books = read_books(app.operations(), app.instance)
    assert (books.faults(), len(books.counted)) == ([], 1)
    app.tab("Mer")
    app.find("button", "^Spara en kopia av det som väntar$")


@fault(
    "pledge or place deleted that queued items name",
    room=Room.PEOPLE,
    expect="on WebKit: the entry is kept, its author chooses another place and sends it",
)
def test_a_place_that_is_gone_is_asked_for_again(app: WebKitPhone, leken: str, fired: Fired) -> None:
    app.line.stop()
    app.log("Badplatsbesök", leken)
    fired(written(app, "delete from place where name = ?", leken), "the deletion of the place")
    app.line.start()
    app.wake()
    app.says("1 behöver dig")
    app.tab("Mina")
    app.press("button", "^Välj plats$")
    app.choose_place("Lanna badgruva")
    app.save()
    app.sees("/mina", "1 mottagen")
    app.tab("Logga")
    app.says("Allt skickat")
    books = read_books(app.operations(), app.instance)
    assert (books.faults(), len(books.counted)) == ([], 1)


@fault("2000 h instead of 2 h", room=Room.PEOPLE, expect="on WebKit: refused, said so, and put right")
def test_two_thousand_hours_are_refused_and_put_right(app: WebKitPhone, fired: Fired) -> None:
    app.line.inject(lost, times=None)
    app.log("Fotpatrull")
    app.leave()  # where nothing is sent
    [kept] = app.operations()
    body = json.loads(kept["body"])  # as an app without the form's own guard would write it
    started_at = datetime.fromisoformat(body["ended_at"]) - timedelta(hours=2000)
    text = json.dumps(body | {"started_at": started_at.isoformat()}, separators=(",", ":"))
    slip = kept | {"body": text, "sha256": sha256(text.encode()).hexdigest()}
    app.run(REWRITE.replace("CHANGE", f"() => [{json.dumps(slip)}]"))
    app.line.clear()
    app.come_back()
    app.says("1 behöver dig")
    [refused] = app.operations()
    fired(refused["receipt"]["code"] == "too_long", "the slip of the hand")
    app.tab("Mina")
    app.press("button", "^Rätta tiden$")
    app.choose("length", "120")
    app.save()
    app.sees("/mina", "1 mottagen")
    assert len(read_books(app.operations(), app.instance).counted) == 1


def written(app: WebKitPhone, statement: str, *values: str) -> int:
    """Change the server's database behind its back; returns how many rows."""
    with closing(sqlite3.connect(app.instance / "faltlogg.db", timeout=60)) as database, database:
        return database.execute(statement, values).rowcount
