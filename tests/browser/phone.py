"""A phone: a browser with a profile on disk, which can die in an officer's pocket and be opened again."""

import contextlib
import os
import signal
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Error, Page, Playwright


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
        return self._context.pages[0]

    def kill(self) -> None:
        """`kill -9` of the browser, as an empty battery or the system does it."""
        for process in self._browser_processes():
            os.kill(process, signal.SIGKILL)
        self.turn_off()

    def turn_off(self) -> None:
        """Close the browser; nothing where it is dead already."""
        if self._context:
            with contextlib.suppress(Error):
                self._context.close()
            self._context = None

    def _browser_processes(self) -> list[int]:
        """The browser's main process: its children end with it."""
        profile = f"--user-data-dir={self._profile}".encode()
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                arguments = (folder / "cmdline").read_bytes().split(b"\0")
                if profile in arguments and not any(part.startswith(b"--type=") for part in arguments):
                    found.append(int(folder.name))
        assert found, "no browser runs on this profile"
        return found
