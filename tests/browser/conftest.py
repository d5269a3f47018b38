"""What browser tests may ask for: a live server over demo content, and a phone that can die."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, expect
from selenium.webdriver import WebKitGTK

from tests.browser.browsers import LAUNCH, PHONE
from tests.browser.fault_proxy import FaultProxy
from tests.browser.installed import NO_LAST_BREATH, InstalledPhones, Lent, unharmed
from tests.browser.live_server import LiveServer, commands
from tests.browser.phone import Phone
from tests.browser.phone_app import serving
from tests.browser.visits import States, Visits
from tests.browser.webkit import webkit
from tests.browser.webkit_phone import WebKitPhone, phone_in
from tests.browser.webkit_profile import WebKitProfile, webkit_profile
from tests.browser.webkit_scripts import BEGINNING
from tests.outcomes import has_passed
from tests.servers.once import once_a_run

# What is awaited comes, or the test fails: a busy machine may take its time, and five seconds are not enough.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def base_url() -> None:
    """None: each test names the server it speaks to."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the browser of this machine."""
    return {**browser_type_launch_args, **LAUNCH}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A phone in Sweden."""
    return {**browser_context_args, **PHONE}


@pytest.fixture
def context(context: BrowserContext) -> Iterator[BrowserContext]:
    """A browser whose pages may not throw; a request that fails is no fault of the page."""
    context.add_init_script(NO_LAST_BREATH)
    with unharmed(context):
        yield context


@pytest.fixture(scope="session")
def installed_phones(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[InstalledPhones]:
    """Phones that have the app already, for all tests of this process."""
    phones = InstalledPhones(browser, browser_context_args)
    yield phones
    phones.close()


@pytest.fixture
def installed(installed_phones: InstalledPhones, request: pytest.FixtureRequest) -> Iterator[Lent]:
    """A phone that has the app of an address and nothing else: `installed.page_at(server.address)`."""
    lent = Lent(installed_phones)
    yield lent
    lent.end(is_sound=has_passed(request))


@pytest.fixture(scope="session")
def demo_instance(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An instance folder migrated and filled with demo content once a run; servers get copies of it."""

    def fill(instance: Path) -> None:
        with commands(instance) as run:
            run("db", "upgrade")
            run("demo", "load")

    return once_a_run(tmp_path_factory, "demo", fill)


@pytest.fixture
def live_server(demo_instance: Path, tmp_path: Path) -> Iterator[LiveServer]:
    """A server of the test's own, running: it may be stopped, killed, frozen and written to."""
    server = LiveServer(Path(shutil.copytree(demo_instance, tmp_path / "instance")))
    server.start()
    yield server
    server.kill()


@pytest.fixture(scope="session")
def reading_server(demo_instance: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    """One server for all tests that only look."""
    folder = tmp_path_factory.mktemp("reading") / "instance"
    server = LiveServer(Path(shutil.copytree(demo_instance, folder)))
    server.start()
    yield server
    server.kill()


@pytest.fixture(scope="module")
def shared_server(demo_instance: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    """One server for the tests of a file, which log beside each other: each on a phone of its own."""
    with serving(demo_instance, tmp_path_factory.mktemp("shared")) as server:
        yield server


@pytest.fixture(scope="session")
def fault_server(demo_instance: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    """One server for the tests of faults that do not strike the server itself."""
    with serving(demo_instance, tmp_path_factory.mktemp("faults")) as server:
        yield server


@pytest.fixture(scope="session")
def fault_line(fault_server: LiveServer) -> Iterator[FaultProxy]:
    """The line to it."""
    line = FaultProxy(fault_server.port)
    line.start()
    yield line
    line.stop()


@pytest.fixture
def harmed(fault_line: FaultProxy) -> Iterator[FaultProxy]:
    """The line to the server of faults, sound before and after the test."""
    yield fault_line
    fault_line.clear()
    fault_line.stop()
    fault_line.start()


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """What is held on the line goes on when this is set, at the latest when the test ends."""
    gate = threading.Event()
    yield gate
    gate.set()


@pytest.fixture
def phone(
    playwright: Playwright,
    tmp_path: Path,
    browser_type_launch_args: dict[str, Any],
    browser_context_args: dict[str, Any],
) -> Iterator[Phone]:
    """A phone that is off; `turn_on()` gives its first page."""
    phone = Phone(playwright, tmp_path / "profile", browser_type_launch_args, browser_context_args)
    yield phone
    phone.turn_off()


@pytest.fixture(scope="module")
def webkit_window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebKitGTK]:
    """A window of the other engine, for the tests of a file."""
    with webkit(tmp_path_factory.mktemp("webkit")) as window:
        yield window


@pytest.fixture(scope="module")
def webkit_on_disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebKitProfile]:
    """A phone with the other engine, for the tests of a file: `turned_on()` gives its window."""
    with webkit_profile(tmp_path_factory.mktemp("webkit") / "profile", BEGINNING) as profile:
        yield profile


@pytest.fixture(scope="module")
def webkit_kept(webkit_on_disk: WebKitProfile, fault_server: LiveServer) -> Iterator[WebKitPhone]:
    """The app in that window, signed in once for the tests of a file; each of them begins it anew."""
    with phone_in(webkit_on_disk.turned_on(), fault_server) as app:
        yield app


@pytest.fixture(scope="session")
def states() -> States:
    """Who has signed in at the reading server."""
    return {}


@pytest.fixture
def visits(
    browser: Browser, reading_server: LiveServer, browser_context_args: dict[str, Any], states: States
) -> Iterator[Visits]:
    """Visits to the reading server: `visits.open(site_page)`."""
    visits = Visits(browser, reading_server, browser_context_args, states)
    yield visits
    visits.close()
