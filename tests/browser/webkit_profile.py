"""A phone of the other engine: a WebKit with a profile on disk, which can die and be opened again."""

import contextlib
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selenium.webdriver import WebKitGTK

from tests.browser import webkit_program
from tests.browser.webkit import started, virtual_display
from tests.servers.processes import children_of, freeze, kill_all

PAGES, NETWORK = "WebKitWebProces", "WebKitNetworkPr"  # as the system cuts their names


class WebKitProfile:
    """One profile over the deaths of its browser; every page begins with `script`."""

    def __init__(self, folder: Path, display: str, script: str = "") -> None:
        folder.mkdir()
        (folder / "script.js").write_text(script, "utf-8")
        self._folder = folder
        self._display = display
        self._browser: WebKitGTK | None = None

    def turn_on(self, **environment: str) -> WebKitGTK:
        """Start the browser over what the profile holds."""
        program = [str(webkit_program.__file__), str(self._folder)]
        settings = {**os.environ, **environment, "DISPLAY": self._display}
        self._browser = started(sys.executable, program, self._folder / "driver.log", settings)
        return self._browser

    def turned_on(self) -> WebKitGTK:
        """The browser that runs, or another where it has died."""
        return self._browser or self.turn_on()

    def kill(self) -> int:
        """`kill -9` of all that it consists of, as an empty battery does it; returns how many that were."""
        dead = [*self._parts(), self._main()]
        kill_all(dead)
        self.turn_off()
        return len(dead)

    def kill_part(self, name: str) -> int:
        """`kill -9` of what shows pages, or of what keeps databases and asks the network."""
        dead = self._parts(name)
        kill_all(dead)
        return len(dead)

    def freeze(self) -> int:
        """Stop every page, as a system does to what nobody sees; returns how many stand still."""
        pages = self._parts(PAGES)
        for page in pages:
            freeze(page)
        return len(pages)

    def thaw(self) -> None:
        """Let the pages go on."""
        for page in self._parts(PAGES):
            os.kill(page, signal.SIGCONT)

    def turn_off(self) -> None:
        """Close the browser; nothing where there is none."""
        if self._browser:
            with contextlib.suppress(Exception):  # a dead one gives no answer
                self._browser.quit()
            self._browser.service.stop()
            self._browser = None

    def _main(self) -> int:
        assert self._browser, "the phone is not on"
        [main] = children_of(self._browser.service.process.pid)
        return main

    def _parts(self, name: str = "WebKit") -> list[int]:
        named = {part: Path(f"/proc/{part}/comm").read_text() for part in children_of(self._main())}
        return [part for part, words in named.items() if words.startswith(name)]


@contextmanager
def webkit_profile(folder: Path, script: str = "") -> Iterator[WebKitProfile]:
    """A phone that is off."""
    with virtual_display() as display:
        profile = WebKitProfile(folder, display, script)
        yield profile
        profile.turn_off()
