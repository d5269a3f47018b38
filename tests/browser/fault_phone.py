"""What tests of faults share: a phone on a line that can be harmed, and the reckoning when all is at rest."""

import gzip
import json
import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.books import Books, read_books
from tests.browser.fault_proxy import SYNC, FaultProxy, Message
from tests.browser.faulty_store import REWRITE
from tests.browser.live_server import LiveServer
from tests.browser.newcomers import newcomer
from tests.browser.phone_app import OFFICER, PhoneApp
from tests.browser.witness import IMPATIENT, WITNESS, lies_on

SENT = "Allt skickat"
PATIENCE = 60_000


@dataclass
class FaultPhone(PhoneApp):
    """The app on a phone whose line may fail; `saved` counts the entries that it called saved."""

    saved: int = 0

    def come_in(self) -> None:
        """Sign in without waiting for a worker: there may be none."""
        self.person = newcomer(self.instance, OFFICER)
        self.person.sign_in(self.page.context, self.address)
        self.page.goto(self.address)

    def revoke(self) -> None:
        """Shut this phone out on the server."""
        streams = {each.stream_id for each in self.books().taken.values() if each.op_id in self._op_ids()}
        with closing(sqlite3.connect(self.instance / "faltlogg.db", timeout=60)) as database, database:
            for stream in streams:
                database.execute(
                    "update stream set revoked_at = seen_at where id = ?", [stream.replace("-", "")]
                )

    def _op_ids(self) -> set[str]:
        return {each["op_id"] for each in self.kept_operations()}

    def log_one(self, kind: str = "Fotpatrull") -> None:
        """An entry from Ny, by kind alone; saved when this returns."""
        self.new()
        self.choose_kind(kind)
        self.save()
        # The receipt of the entry before stands on a screen that is not shown now.
        expect(self.receipt.locator("visible=true")).to_contain_text("Sparad", timeout=PATIENCE)
        self.saved += 1

    def wake(self) -> None:
        """The system says that there is a network again: the phone tries at once, not when it would have."""
        self.page.evaluate("dispatchEvent(new Event('online'))")

    def await_state(self, words: str | re.Pattern[str]) -> None:
        """Return when the line of state says so."""
        expect(self.state).to_contain_text(words, timeout=PATIENCE)

    def await_states(self, *wanted: str) -> None:
        """Return when the operations on disk are in these states, in order of saving."""
        found: list[str] = []
        for _ in range(PATIENCE // 50):
            found = [each["state"] for each in self.kept_operations()]
            if found == list(wanted):
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"on disk are {found}, not {wanted}")

    def rewrite(self, change: str) -> None:
        """Put records on the phone's disk in place of others: a function from records to records."""
        self.page.evaluate(REWRITE.replace("CHANGE", change))

    def started_on_server(self, activity_id: str) -> datetime:
        """When an activity began, as the server keeps it."""
        with closing(sqlite3.connect(self.instance / "faltlogg.db")) as database:
            [(started_at,)] = database.execute(
                "select started_at from activity where id in (?, replace(?, '-', ''))", [activity_id] * 2
            ).fetchall()
        return datetime.fromisoformat(started_at).replace(tzinfo=UTC)

    def books(self) -> Books:
        """The outbox and the server's database, side by side."""
        return read_books(self.kept_operations(), self.instance)

    def reckon(self) -> None:
        """At rest: what was saved was sent once and is counted once, and no word came too early."""
        self.await_state(SENT)
        books = self.books()
        assert books.faults() == []
        assert {each["state"] for each in books.outbox} <= {"acked", "archived"}
        assert len(books.saved) == self.saved
        assert books.counted == books.saved
        assert lies_on(self.page) == []


def phone_on(page: Page, line: FaultProxy, server: LiveServer) -> FaultPhone:
    """The app in this page, with a witness to its words."""
    page.add_init_script(WITNESS)
    page.add_init_script(IMPATIENT)
    return FaultPhone(page, line.address, server.instance)


def signed_in(context: BrowserContext, line: FaultProxy, server: LiveServer, **who: Any) -> FaultPhone:
    """A phone with nothing on it yet, signed in."""
    phone = phone_on(context.new_page(), line, server)
    phone.sign_in(**who)
    return phone


def sent_in(request: Message) -> Any:
    """What a sync request says."""
    is_packed = b"content-encoding: gzip" in request.head.lower()
    return json.loads(gzip.decompress(request.body) if is_packed else request.body)


def said_at(request: Message) -> datetime:
    """When a sync request was sent, by the phone's own clock."""
    return datetime.fromisoformat(sent_in(request)["client_now"])


def batches_with(request: Message, line: FaultProxy) -> list[Message]:
    """The requests that reached the server with an operation of this one, itself included."""
    ours = {each["op_id"] for each in sent_in(request)["ops"]}
    return [
        each for each in line.sent_to(SYNC) if ours.intersection(one["op_id"] for one in sent_in(each)["ops"])
    ]
