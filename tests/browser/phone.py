"""A phone: a browser with a profile on disk, which can die in an officer's pocket and be opened again."""

import contextlib
import os
import signal
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Error, Page, Playwright

from tests.browser.installed import NO_LAST_BREATH
from tests.servers.processes import freeze


class Phone:
    """One browser profile over the deaths of its browser."""

    def __init__(
        self, playwright: Playwright, profile: Path, launch: dict[str, Any], context: dict[str, Any]
    ) -> None:
        self._chromium = playwright.chromium
        self._profile = profile
        self._options = {**launch, **context}
        self._context: BrowserContext | None = None

    @property
    def context(self) -> BrowserContext:
        """The running browser."""
        assert self._context, "the phone is not on"
        return self._context

    def turn_on(self) -> Page:
        """Start the browser over what the profile holds, and return its first page."""
        self._context = self._chromium.launch_persistent_context(self._profile, **self._options)
        self._context.add_init_script(NO_LAST_BREATH)
        return self._context.pages[0]

    def kill(self) -> None:
        """`kill -9` of the browser, as an empty battery or the system does it."""
        os.kill(self._browser(), signal.SIGKILL)
        self.turn_off()

    def freeze(self) -> int:
        """Stop every tab, as a system does to what nobody sees; returns how many stand still."""
        tabs = self._tabs()
        for tab in tabs:
            freeze(tab)
        return len(tabs)

    def thaw(self) -> None:
        """Let the tabs go on."""
        for tab in self._tabs():
            os.kill(tab, signal.SIGCONT)

    def turn_off(self) -> None:
        """Close the browser; nothing where it is dead already."""
        if self._context:
            with contextlib.suppress(Error):
                self._context.close()
            self._context = None

    def _browser(self) -> int:
        """The browser's main process: its children end with it."""
        found = [process for process, words in self._processes().items() if "--type=" not in " ".join(words)]
        assert found, "no browser runs on this profile"
        return found[0]

    def _tabs(self) -> list[int]:
        """The processes in which its pages and workers run."""
        return [process for process, words in self._processes().items() if "--type=renderer" in words]

    def _processes(self) -> dict[int, list[str]]:
        """Everything that runs on this profile, and the words that started it."""
        found = {}
        for folder in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                words = (folder / "cmdline").read_text(errors="replace").replace("\0", " ").split(" ")
                if f"--user-data-dir={self._profile}" in words:
                    found[int(folder.name)] = words
        return found
