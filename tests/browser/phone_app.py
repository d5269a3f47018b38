"""The phone's app as a person uses it: signs in, presses what is seen, reads what is said."""

import json
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from playwright.sync_api import Error, Locator, Page, expect

from tests.browser.live_server import LiveServer
from tests.browser.newcomers import Newcomer, newcomer
from tests.browser.on_disk import CHANGED, LAST_USER, LOGS, WORDS_OF_STATE
from tests.browser.status_words import await_agreement

FETCHING = re.compile("Hämtar kommunens uppgifter|Fetching the municipality")
OFFICER = "polis.lekeberg@demo.example"
WORKER = "falt.lekeberg@demo.example"
PLANNED = "Fotpatrull i Fjugesta centrum"  # for every month, with the demo's Police in Lekeberg
CHIEF = "chef.orebro@demo.example"
OFFICER_BY_THE_SEA = "polis.oskarshamn@demo.example"


@dataclass
class PhoneApp:
    """One page of the app on a phone; counts the presses."""

    page: Page
    address: str
    instance: Path
    presses: int = field(default=0)
    person: Newcomer | None = field(default=None)

    def sign_in(self, email: str = OFFICER, person: Newcomer | None = None) -> None:
        """Come in as somebody like this, and wait until the app is kept for use without network.

        Nobody has logged as them yet, unless it is a `person` of another phone.
        """
        self.person = person or newcomer(self.instance, email)
        self.person.sign_in(self.page.context, self.address)
        self.page.goto(self.address)
        self.await_the_worker()

    def give_password(self, email: str = OFFICER) -> None:
        """Sign in on the page for it."""
        self.page.goto(f"{self.address}/logga-in?next=/")
        self.page.get_by_label("E-post").fill(email)
        self.page.get_by_label("Lösenord").fill(self.password(email))
        self.page.get_by_role("button", name="Logga in").click()

    def await_the_worker(self) -> None:
        """Return when the app is kept for use without network, and all that it asked for first with it."""
        expect(self.screen("/")).to_be_visible()
        self.page.evaluate("navigator.serviceWorker.ready.then(({active}) => active.state)")
        self.page.wait_for_function("() => navigator.serviceWorker.controller?.state === 'activated'")
        expect(self.screen("/").locator(".again li").first).to_be_attached()
        expect(self.screen("/").locator(".again")).not_to_contain_text(FETCHING)
        self.page.wait_for_load_state("networkidle")  # the plan comes last, and is told nowhere
        self.state_agrees()

    def open(self, path: str = "/", screen: str | None = None) -> None:
        """A cold start at an address."""
        self.page.goto(self.address + path)
        expect(self.screen(screen or path)).to_be_visible()
        self.state_agrees()

    def screen(self, path: str) -> Locator:
        return self.page.locator(f'[data-screen="{path}"]')

    def press(self, target: Locator) -> None:
        """One press of a finger."""
        self.presses += 1
        target.click()

    def tab(self, name: str) -> None:
        self.page.get_by_role("navigation").get_by_role("link", name=name).click()
        self.state_agrees()

    def new(self) -> None:
        self.press(self.page.get_by_role("link", name="Ny", exact=True).locator("visible=true"))
        expect(self.screen("/ny")).to_be_visible()

    def choose_kind(self, name: str, beside: str = "") -> None:
        """A kind of activity, from all of them."""
        self.press(self.page.get_by_role("button", name="Alla typer"))
        named = re.compile(rf"^{_soft(name)}{_soft(beside)}$")
        self.press(self._choices("what").filter(has_text=named))

    def choose_place(self, name: str) -> None:
        self.press(self.page.get_by_role("button", name="Annan plats"))
        self.press(self._choices("where").filter(has_text=name).first)

    def choose(self, group: str, name: str) -> None:
        """A choice that is in sight."""
        self.press(self._choices(group).filter(has_text=re.compile(rf"^{_soft(name)}$")))

    def save(self) -> None:
        self.press(self.page.get_by_role("button", name="Spara", exact=True))

    def log(self, kind: str, place: str, beside: str = "") -> None:
        """Ny, from start to receipt."""
        self.new()
        self.choose_kind(kind, beside)
        self.choose_place(place)
        self.save()
        expect(self.receipt).to_be_visible()
        expect(self.receipt).to_contain_text("Sparad")
        self.state_agrees()

    def state_agrees(self) -> None:
        """After a step: the words of state never say more than lies on disk, and come to say just that.

        The words are read first: what is sent meanwhile makes the disk know more than they say, never less.
        """
        await_agreement(
            self._words_of_state,
            self.own_operations,
            lambda words: self.page.wait_for_function(CHANGED.replace("WORDS", WORDS_OF_STATE), arg=words),
        )

    def says(self, words: str | re.Pattern[str], timeout: float = 30_000) -> None:
        """The line of state on Logga comes to say this, and it is so on disk."""
        expect(self.state).to_contain_text(words, timeout=timeout)
        self.state_agrees()

    def _words_of_state(self) -> list[str]:
        """Every line of state on the page, shown or not."""
        found: list[str] = self.page.evaluate(WORDS_OF_STATE)
        return found

    @property
    def receipt(self) -> Locator:
        return self.page.locator(".receipt")

    @property
    def state(self) -> Locator:
        """The line of state on Logga."""
        return self.screen("/").locator("[data-part=state]")

    @property
    def again(self) -> Locator:
        """The rows of Igen that can be pressed."""
        return self.screen("/").locator(".again .row")

    def planned(self, title: str) -> Locator:
        """A row of what is planned for today."""
        return self.screen("/").locator(".plan").filter(has_text=title)

    def unfold_what_is_planned(self) -> None:
        """The first row of it, to why it was not done."""
        self.planned(PLANNED).get_by_role("button", name=PLANNED).click()
        expect(self.planned(PLANNED)).to_contain_text("Inte genomförd – därför")

    def kept_operations(self) -> list[dict[str, Any]]:
        """What the phone holds, as it is on disk, of everyone who logs on it."""
        return [operation for log in self._logs_on_disk().values() for operation in log]

    def own_operations(self) -> list[dict[str, Any]]:
        """What the phone holds of the one whose log is open."""
        return self._logs_on_disk().get(f"faltlogg-{self.page.evaluate(LAST_USER)}", [])

    def _logs_on_disk(self) -> dict[str, list[dict[str, Any]]]:
        logs: dict[str, list[dict[str, Any]]] = self.page.evaluate(LOGS)
        return logs

    def operations_on_server(self) -> list[str]:
        """The ids of the operations of phones that the server holds, in the order it took them."""
        with sqlite3.connect(self.instance / "faltlogg.db") as database:
            ours = {operation["op_id"] for operation in self.kept_operations()}
            rows = database.execute(
                "select op_id from operation order by municipality, server_seq"
            ).fetchall()
        return [op_id for (op_id,) in rows if str(UUID(op_id)) in ours]

    def _choices(self, group: str) -> Locator:
        return self.page.locator(f'label:has(input[name="{group}"])').locator("visible=true")

    def password(self, email: str) -> str:
        """The password of one of the demo's people."""
        lines = (self.instance / "demo-accounts.txt").read_text(encoding="utf-8").splitlines()
        return next(line.split()[1] for line in lines if line.startswith(email))


@contextmanager
def serving(demo_instance: Path, folder: Path, **settings: str) -> Iterator[LiveServer]:
    """A server over a copy of the demo, for tests that log beside each other: each on a phone of its own."""
    server = LiveServer(Path(shutil.copytree(demo_instance, folder / "instance")), cold=False, **settings)
    server.start()
    yield server
    server.kill()


def until(page: Page, question: str, timeout: int = 60_000) -> None:
    """Return when the page answers yes; the browser's own waiting takes any promise for a yes."""
    for _ in range(timeout // 50):
        try:
            if page.evaluate(question):
                return
        except Error as fault:
            if "context was destroyed" not in str(fault):  # the page may just be starting anew
                raise
        page.wait_for_timeout(50)
    raise AssertionError(f"it never came to be so: {question}")


def read(page: Page, path: str) -> Any:
    """What an address of the API answers to this page."""
    return json.loads(page.evaluate("path => fetch(path).then((answer) => answer.text())", path))


def _soft(text: str) -> str:
    """The text with or without soft hyphens, as a pattern."""
    return "\u00ad?".join(map(re.escape, text))
