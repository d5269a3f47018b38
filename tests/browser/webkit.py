"""WebKitGTK, of the engines to be had on a desk the nearest to an iPhone's, on a display that nobody sees."""

import os
import shutil
import subprocess
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selenium.webdriver import WebKitGTK
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

PATIENCE = 60
_BROWSERS = "lib/*/webkit*gtk-*/MiniBrowser"
_INSTALL = "sudo apt-get install --no-install-recommends webkit2gtk-driver xvfb"


class NoWebKitError(RuntimeError):
    """This machine lacks the second engine."""


@contextmanager
def webkit(folder: Path) -> Iterator[WebKitGTK]:
    """One window of it, as narrow as it goes. What it keeps lasts as long as it runs, and no longer."""
    with virtual_display() as display:
        settings = {**os.environ, "DISPLAY": display}
        browser = started(_browser(), ["--automation"], folder / "webkit.log", settings)
        try:
            yield browser
        finally:
            browser.quit()


def started(program: str, arguments: list[str], log: Path, environment: dict[str, str]) -> WebKitGTK:
    """A browser made of it, led by its driver."""
    options = Options()
    options.binary_location = program
    for argument in arguments:
        options.add_argument(argument)
    service = Service(_found("WebKitWebDriver"), log_output=str(log), env=environment)
    with warnings.catch_warnings():
        # The package's own way of starting is one that it calls old.
        warnings.simplefilter("ignore", DeprecationWarning)
        browser = WebKitGTK(options=options, service=service)
    browser.set_script_timeout(PATIENCE)
    browser.set_page_load_timeout(PATIENCE)
    browser.set_window_size(320, 740)
    return browser


@contextmanager
def virtual_display() -> Iterator[str]:
    """A display of this run's own, under the first number that is free."""
    reading, writing = os.pipe()
    command = [_found("Xvfb"), "-displayfd", str(writing), "-screen", "0", "800x900x24", "-nolisten", "tcp"]
    process = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    try:
        if not number:
            raise NoWebKitError("Xvfb does not start: is /tmp/.X11-unix writable?")
        yield f":{number}"
    finally:
        process.terminate()
        process.wait()


def _found(program: str) -> str:
    path = shutil.which(program)
    if path is None:
        raise NoWebKitError(f"Missing on this machine: {program}. Install with: {_INSTALL}")
    return path


def _browser() -> str:
    """The one that the driver's package brings along."""
    found = sorted(Path("/usr").glob(_BROWSERS))
    if not found:
        raise NoWebKitError(f"Missing on this machine: MiniBrowser. Install with: {_INSTALL}")
    return str(found[-1])
