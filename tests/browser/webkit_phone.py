"""The phone's app in WebKit as a person uses it: what is seen is pressed, what is said is waited for."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from selenium.common.exceptions import (
    ElementClickInterceptedException,
    ElementNotInteractableException,
    NoSuchFrameException,
    StaleElementReferenceException,
    TimeoutException,
)
from selenium.webdriver import WebKitGTK
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from logger.visit import SESSION_COOKIE
from tests.browser.books import read_books
from tests.browser.fault_proxy import FaultProxy
from tests.browser.live_server import LiveServer
from tests.browser.newcomers import Newcomer, newcomer
from tests.browser.on_disk import CHANGED, LAST_USER, LOGS, WORDS_OF_STATE
from tests.browser.phone_app import OFFICER
from tests.browser.status_words import await_agreement
from tests.browser.webkit import PATIENCE
from tests.browser.webkit_scripts import AT_REST, CHANGE_ELSEWHERE, FIND, RUN, SHOWN, WIPE

SLOW = "Telefonens minne svarar inte"
IN_BETWEEN = (
    ElementClickInterceptedException,
    ElementNotInteractableException,
    NoSuchFrameException,  # the page is just starting anew
    StaleElementReferenceException,
    TimeoutException,  # and a script of the page before never answers
)


@dataclass
class WebKitPhone:
    """One page of the app; counts the presses, and the entries that it called saved."""

    browser: WebKitGTK
    line: FaultProxy
    instance: Path
    presses: int = field(default=0)
    saved: int = field(default=0)
    person: Newcomer | None = field(default=None)

    def sign_in(self, like: str = OFFICER) -> None:
        """Come in as somebody as whom nobody has logged yet, and wait until the app is kept."""
        self.come_in(like)
        self.await_the_worker()
        self.sees("/", "Inget att skicka")

    def come_in(self, like: str = OFFICER) -> None:
        """Sign in without waiting for a worker: there may be none."""
        self.person = newcomer(self.instance, like)
        self.browser.get(f"{self.line.address}/logga-in")
        self._begin_session()
        self.come_back()
        self.state_agrees()

    def await_the_worker(self) -> None:
        """Return when the app is kept for use without network."""
        self.until("() => navigator.serviceWorker.controller?.state === 'activated'")

    def _begin_session(self) -> None:
        assert self.person
        secret, end = self.person.begin_session()
        until = int(end.timestamp())
        self.browser.add_cookie({"name": SESSION_COOKIE, "value": secret, "path": "/", "expiry": until})

    def begin_anew(self) -> None:
        """As sold to another officer: nothing is left on it but the app."""
        self.put_away()
        self.line.clear()
        self.leave()
        self.browser.delete_all_cookies()
        self.run(WIPE)
        self.saved = self.presses = 0
        self.sign_in()

    def sign_out_elsewhere(self) -> None:
        """The session ends without this page hearing of it."""
        self.browser.delete_cookie(SESSION_COOKIE)

    def sign_in_again(self) -> None:
        """As the same officer, and back at Logga."""
        self._begin_session()
        self.open()

    def change_elsewhere(self, **facts: object) -> str:
        """The same officer changes the first entry on another phone; what the server says of it."""
        return str(self.run(CHANGE_ELSEWHERE, self.run(LAST_USER), facts))

    def open(self, path: str = "/") -> None:
        """A cold start: the page before has let go, for one that is not empty (docs/decisions/0004)."""
        self.leave()
        self.browser.get(self.line.address + path)
        self.find(f'[data-screen="{path}"]')
        self.state_agrees()

    def leave(self) -> None:
        """To a page of the same server where the app does not run: nothing is sent, the log may be harmed."""
        self.browser.get(f"{self.line.address}/logga-in")

    def come_back(self) -> None:
        """From there."""
        self.start()
        self.find('[data-screen="/"]')

    def start(self) -> None:
        """A page of the app, once more where its database does not answer on a busy machine, as it says."""
        self.browser.get(f"{self.line.address}/")
        while SLOW in self.find('[data-screen="/"], [role=alert]').text:
            self.press("a", "^Försök igen$")

    def put_away(self) -> None:
        """Nothing of it runs any more; one window is left."""
        first, *others = self.browser.window_handles
        for other in others:
            self.browser.switch_to.window(other)
            self.browser.close()
        self.browser.switch_to.window(first)
        self.browser.get("about:blank")

    def find(self, css: str, words: str = "") -> WebElement:
        """The first element in sight that is so, once there is one."""
        try:
            found: WebElement = self._waiting().until(lambda _: self.run(FIND, css, words))
        except TimeoutException as fault:
            raise AssertionError(f"no {css}: {words}; there is {self.run(SHOWN)}") from fault
        return found

    def press(self, css: str, words: str = "") -> None:
        """One press of a finger."""
        self.presses += 1

        def pressed(_: WebKitGTK) -> bool:
            target = self.find(css, words)
            if at_rest := self.run(AT_REST, target):
                target.click()
            return bool(at_rest)

        self._waiting().until(pressed, f"press {css}: {words}")

    def fill(self, css: str, text: str) -> None:
        """Write into a field, and leave it."""
        self.press(css)
        self.run("() => document.activeElement.select()")
        self.find(css).send_keys(text)
        self.run("() => document.activeElement.blur()")

    def sees(self, path: str, words: str) -> None:
        """A screen comes to say this."""
        self.find(f'[data-screen="{path}"]', words)

    def tab(self, name: str) -> None:
        self.press("nav.tabs a", name)
        self.state_agrees()

    def says(self, words: str) -> None:
        """The line of state on Logga comes to say this, and it is so on disk."""
        self.find("a.state", words)
        self.state_agrees()

    def new(self) -> None:
        self.press("a", "^Ny$")
        self.find('[data-screen="/ny"]')

    def choose_kind(self, name: str) -> None:
        self.press("button", "^Alla typer$")
        self.choose("what", name)

    def choose_place(self, name: str) -> None:
        self.press("button", "^Annan plats")
        self.press('label:has(input[name="where"])', name)

    def choose(self, group: str, name: str) -> None:
        self.press(f'label:has(input[name="{group}"])', f"^{re.escape(name)}$")

    def save(self) -> None:
        self.press("button", "^Spara$")

    def log(self, kind: str, place: str | None = None) -> None:
        """Ny, from start to receipt."""
        self.new()
        self.choose_kind(kind)
        if place:
            self.choose_place(place)
        self.save()
        self.has_receipt()

    def has_receipt(self) -> None:
        """The receipt says that it is saved, and it is."""
        self.find(".receipt", r"Sparad \d\d:\d\d")
        self.saved += 1
        self.state_agrees()

    def wake(self) -> None:
        """The system says that there is a network again."""
        self.run("() => { dispatchEvent(new Event('online')); }")

    def state_agrees(self) -> None:
        """Every line of state tells what lies on disk."""
        await_agreement(
            lambda: list(self.run(WORDS_OF_STATE)),
            self.operations,
            lambda words: self.until(CHANGED.replace("WORDS", WORDS_OF_STATE), words),
        )

    def operations(self) -> list[dict[str, Any]]:
        """What the phone holds of the one whose log is open."""
        return self.logs().get(f"faltlogg-{self.settled(LAST_USER)}", [])

    def logs(self) -> dict[str, list[dict[str, Any]]]:
        """What it holds of everyone who logs on it."""
        logs: dict[str, list[dict[str, Any]]] = self.settled(LOGS)
        return logs

    def settled(self, function: str) -> Any:
        """What a function that only reads comes to; one that starts anew meanwhile is asked once more."""
        self.browser.set_script_timeout(PATIENCE / 6)
        [answer] = self._waiting().until(lambda _: [self.run(function)])
        self.browser.set_script_timeout(PATIENCE)
        return answer

    def await_states(self, *states: str) -> None:
        """The operations on disk come to be so, in the order they were saved in."""
        so = list(states)
        self._waiting().until(lambda _: [each["state"] for each in self.operations()] == so, f"{so}")

    def body(self, place: int = -1) -> Any:
        """What an operation says, the newest one unless told otherwise."""
        return json.loads(self.operations()[place]["body"])

    def reckon(self) -> None:
        """At rest: what was saved was sent once and is counted once."""
        self.says("Allt skickat")
        books = read_books(self.operations(), self.instance)
        assert books.faults() == []
        assert {each["state"] for each in books.outbox} <= {"acked", "archived"}
        assert len(books.saved) == self.saved
        assert books.counted == books.saved
        assert self.run("() => globalThis.witness?.lies ?? []") == []

    def run(self, function: str, *given: object) -> Any:
        """What a function of the page, handed these, comes to."""
        answer = self.browser.execute_async_script(RUN.replace("RUN", function, 1), *given)
        assert "reason" not in answer, answer["reason"]
        return answer.get("value")

    def until(self, function: str, *given: object) -> None:
        """Return when the page answers yes."""
        self._waiting().until(lambda _: self.run(function, *given), function)

    def _waiting(self) -> WebDriverWait[WebKitGTK]:
        return WebDriverWait(self.browser, PATIENCE, poll_frequency=0.05, ignored_exceptions=IN_BETWEEN)


@contextmanager
def phone_in(window: WebKitGTK, server: LiveServer) -> Iterator[WebKitPhone]:
    """A phone with nothing on it yet, signed in: a line of its own is an origin of its own."""
    line = FaultProxy(server.port)
    line.start()
    app = WebKitPhone(window, line, server.instance)
    app.sign_in()
    yield app
    app.put_away()
    line.stop()
