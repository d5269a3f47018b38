"""What every test may ask for: a database of either kind, and the same examples in every run."""

import os
import shutil
from collections.abc import Generator, Iterator

import pytest
from hypothesis import HealthCheck, settings

from logger.web.texts import speaking
from tests.faults import Fired
from tests.outcomes import CALL, has_passed
from tests.readers.html import HtmlValidator
from tests.reliability.results import keep_results
from tests.servers.databases import Databases, SqliteFiles, new_database
from tests.servers.postgresql import PostgresServer, make_folder
from tests.servers.room import make_room
from tests.turns import turn_of

# Before anything imports them: what they find wrong is told as a test's own.
pytest.register_assert_rewrite(
    "tests.browser.books", "tests.browser.fault_phone", "tests.browser.webkit_phone"
)
make_room()

# `check`: the same examples in every run, so that a failure is replayed by running the test again.
# `prove`: many more, from the seed that `make prove` draws and prints; the same seed makes the same ones.
settings.register_profile("check", derandomize=True, deadline=None, database=None, print_blob=True)
settings.register_profile(
    "prove",
    max_examples=5_000,
    deadline=None,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "check")
settings.load_profile(PROFILE)


def pytest_report_header(config: pytest.Config) -> str:
    if PROFILE == "prove":
        return f"examples: many; to replay these: make prove SEED={config.getoption('--hypothesis-seed')}"
    return "examples: the same in every run; to replay a failure: run its test again"


@pytest.fixture(autouse=True)
def _swedish() -> Iterator[None]:
    """Whatever language a test spoke, the next one of its process begins in Swedish."""
    with speaking("sv"):
        yield


@pytest.fixture
def fired(request: pytest.FixtureRequest) -> Iterator[Fired]:
    """Called by a test of a fault with the evidence that the fault happened."""
    evidence = Fired()
    yield evidence
    if has_passed(request):
        assert evidence.evidence, "the fault of this test was never shown to have fired"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let a test's fixtures know how it went."""
    report = yield
    if report.when == "call":
        item.stash[CALL] = report
    if item.get_closest_marker("fault") and (report.when == "call" or not report.passed):
        item.config.stash[OUTCOMES][item.nodeid] = report.outcome
    return report


OUTCOMES = pytest.StashKey[dict[str, str]]()


def pytest_configure(config: pytest.Config) -> None:
    outcomes: dict[str, str] = {}
    config.stash[OUTCOMES] = outcomes


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Leave how the tests of faults ended for docs/reliability.md."""
    outcomes = session.config.stash[OUTCOMES]
    keep_results(outcomes)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is long comes first where a run is shared; a test that names a fault must ask for the evidence."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        items.sort(key=lambda item: turn_of(item.nodeid))
    for item in items:
        if item.get_closest_marker("fault") and "fired" not in getattr(item, "fixturenames", ()):
            raise pytest.UsageError(f"{item.nodeid} names a fault and never asks for `fired`")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """A PostgreSQL of this run's own, durable commits on."""
    folder = make_folder()
    server = PostgresServer(folder)
    server.start()
    try:
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder)


@pytest.fixture(scope="session")
def sqlite_files(tmp_path_factory: pytest.TempPathFactory) -> SqliteFiles:
    """A folder for this run's SQLite files."""
    return SqliteFiles(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(params=["sqlite_files", "postgres_server"], ids=["sqlite", "postgresql"])
def databases(request: pytest.FixtureRequest) -> Databases:
    """Where databases are made; a test that asks for it, or for one of them, runs once on each kind."""
    made: Databases = request.getfixturevalue(request.param)
    return made


@pytest.fixture
def database_url(databases: Databases) -> Iterator[str]:
    """The address of an empty database of either kind, dropped after the test."""
    with new_database(databases) as address:
        yield address


@pytest.fixture
def sqlite_url(sqlite_files: SqliteFiles) -> Iterator[str]:
    """The address of an SQLite file that is not there yet."""
    with new_database(sqlite_files) as address:
        yield address


@pytest.fixture
def postgresql_url(postgres_server: PostgresServer) -> Iterator[str]:
    """The address of an empty PostgreSQL database, dropped after the test."""
    with new_database(postgres_server) as address:
        yield address


@pytest.fixture(scope="session")
def html_validator() -> Iterator[HtmlValidator]:
    """Tells the faults of a page: `assert not html_validator.faults(answer.text, "/oversikt")`."""
    validator = HtmlValidator()
    yield validator
    validator.close()
