"""What keeping progress costs and saves, over 290 municipalities on PostgreSQL whose commits are on disk.

    python -m tests.bench.bench_progress [--sizes 10000 1000000] [--rounds 5] [--report docs/benchmarks.md]

A database for each size; rounds are interleaved over them, and medians over the rounds are told. Board: one
municipality's, read by its coordinator. Overview: all 290, read by one who follows them. GROUP BY: the same
figures by plain statements over the activities. Database time is what PostgreSQL itself says that it worked
on the statements, rows handed over included; HTTP is gunicorn's. Writing: batches through the sync door, with
what is kept of figures and without.
"""

import argparse
import http.client
import math
import os
import random
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import psycopg
from flask import Flask
from sqlalchemy import text

from logger import clock
from logger.domain.people.people import Principal
from logger.extensions import db
from logger.services.boards.boards import Ask, board_of
from logger.services.boards.overviews import overview_of
from logger.services.kept.keeping import keep_up
from logger.services.people.signing_in import sign_in_of
from logger.services.syncing import settling, sync
from tests.bench.country import CODES, FIRST, KEY, SECRETS, TYPES, id_of, settle
from tests.bench.figures import Figures, told
from tests.servers.postgresql import PostgresServer, make_folder
from tests.worlds.phones import Person, Phone, open_app

ROOT = Path(__file__).parents[2]
BOARD = f"/oversikt/{FIRST}/{KEY}"
REQUESTS = 40
# Every figure of a board by statements over the activities: occasions, sums and days by week and type …
GROUPED = """
    select type, date_trunc('week', started_at) as week, count(*), count(distinct started_at::date),
        count(distinct place), sum((counters->>'breath_tests')::int), max(started_at)
    from activity where municipality = any(:codes) and state = 'current' and started_at >= :first
    group by type, week
"""
# … and presence as the union of intervals, by week.
UNITED = """
    with ordered as (
        select municipality, started_at, ended_at, max(ended_at) over (
            partition by municipality order by started_at
            rows between unbounded preceding and 1 preceding) as known
        from activity where municipality = any(:codes) and state = 'current' and started_at >= :first
    ), islands as (
        select *, count(*) filter (where known is null or started_at > known) over (
            partition by municipality order by started_at) as island from ordered
    ), merged as (
        select municipality, island, min(started_at) as began, max(ended_at) as ended
        from islands group by municipality, island
    )
    select municipality, date_trunc('week', began), sum(ended - began) from merged group by 1, 2
"""
SPENT = """
    select coalesce(sum(total_exec_time), 0) from pg_stat_statements
    where dbid = (select oid from pg_database where datname = current_database())
    and query not like '%pg_stat%'
"""
SERVERS = """
    select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
"""
NATION = """
    select municipality, type, count(*), count(distinct started_at::date), max(started_at)
    from activity where state = 'current' and started_at >= :first group by municipality, type
"""


class Spent(NamedTuple):
    """Milliseconds: as long as it took, and as long as a processor was at it, waiting for one left out."""

    time: float
    processor: float


class Place:
    """A country of one size: the app over it, and what its database says of its statements."""

    def __init__(self, url: str, size: int, folder: Path) -> None:
        self.size, self.url = size, url
        self.app: Flask = open_app(url, folder, batches_a_minute=1_000_000)
        with self.app.app_context():
            db.create_all()
            began = time.perf_counter()
            settle(db.engine, size, clock.now())
            sys.stderr.write(f"{size} activities stand after {time.perf_counter() - began:.0f} s\n")
            address = db.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
        self.watching = psycopg.connect(address, autocommit=True)
        self.watching.execute("create extension pg_stat_statements")

    def board(self, times: int) -> Spent:
        """One board's statements, its pledge read already."""
        ask = Ask(FIRST, KEY)
        return self._database_time(
            "coordinator", times, lambda who: board_of(db.session(), who, ask, clock.today())
        )

    def overview(self, times: int) -> Spent:
        """The overview's statements, its pledges read already."""
        return self._database_time("chief", times, lambda who: overview_of(db.session(), who, clock.today()))

    def grouped(self) -> Spent:
        """The figures of a board by plain statements."""
        first, second = self._asked(GROUPED, [FIRST]), self._asked(UNITED, [FIRST])
        return Spent(first.time + second.time, first.processor + second.processor)

    def nation(self) -> Spent:
        """Those of the overview by one plain statement."""
        return self._asked(NATION, CODES)

    def processor(self) -> float:
        """Milliseconds of a processor that the servers of this database have had so far."""
        pids = [pid for (pid,) in self.watching.execute(SERVERS).fetchall()]
        told = [Path(f"/proc/{pid}/schedstat").read_text().split()[0] for pid in pids]
        return sum(map(int, told)) / 1e6

    def _database_time(self, name: str, times: int, deed: Callable[[Principal], Any]) -> Spent:
        """The medians of one deed: on a busy machine a few are interrupted, and would make up a mean."""
        with self.app.app_context():
            found = sign_in_of(db.session(), SECRETS[name], clock.now())
            assert found is not None
            db.session.remove()
            every = [self._spent_on(lambda: deed(found.principal)) for _ in range(times)]
        return Spent(*(statistics.median(each) for each in zip(*every, strict=True)))

    def _asked(self, statement: str, codes: list[str]) -> Spent:
        first = date(clock.today().year - 1, 1, 1)
        given = {"codes": codes, "first": first} if ":codes" in statement else {"first": first}
        with self.app.app_context():
            return self._spent_on(lambda: db.session.execute(text(statement), given).all())

    def _spent_on(self, deed: Callable[[], Any]) -> Spent:
        """What the database worked on the deed's statements, rows handed over included."""
        db.session.connection()
        before, processor = self._time(), self.processor()
        deed()
        processor = self.processor() - processor
        db.session.remove()
        return Spent(self._time() - before, processor)

    def _time(self) -> float:
        """Milliseconds of all statements so far."""
        [(spent,)] = self.watching.execute(SPENT).fetchall()
        return float(spent)


@contextmanager
def served(url: str, folder: Path) -> Iterator[int]:
    """Gunicorn over a database; the port it answers on."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(64)
    gunicorn = str(Path(sys.executable).parent / "gunicorn")
    command = [gunicorn, "--config", "deploy/gunicorn.conf.py", "--log-level", "error"]
    process = subprocess.Popen(
        [*command, "--workers", "1", "--bind", f"fd://{listener.fileno()}", "app:app"],
        pass_fds=[listener.fileno()],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": url, "INSTANCE_PATH": str(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    port = listener.getsockname()[1]
    listener.close()
    try:
        yield port
    finally:
        process.terminate()
        process.wait()


def asked(port: int, times: int) -> tuple[list[float], list[float]]:
    """Milliseconds of boards over HTTP, whole ones and ones that are known already, in turn."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    whole: list[float] = []
    known: list[float] = []
    tag = ""
    for _ in range(times):
        for durations in (whole, known):
            cookie = {"Cookie": f"faltlogg={SECRETS['coordinator']}"}
            headers = cookie | ({"If-None-Match": tag} if durations is known else {})
            began = time.perf_counter()
            connection.request("GET", BOARD, headers=headers)
            answer = connection.getresponse()
            answer.read()
            durations.append((time.perf_counter() - began) * 1000)
            assert answer.status == (304 if durations is known else 200), answer.status
            tag = answer.headers["ETag"]
    connection.close()
    return whole, known


class Writing:
    """The sync door over a country, with what is kept of figures or without."""

    def __init__(self, country: Place) -> None:
        self.chance = random.Random(1)
        self.country = country
        self.phone = Phone(country.app.test_client(), Person(id_of("officer"), SECRETS["officer"]))
        self.taken: list[Spent] = []
        self._patched(sync, "in_a_deed", self._timed(settling.in_a_deed))

    def _timed(self, deed: Callable[..., Any]) -> Callable[..., Any]:

        def timed(*given: Any) -> Any:
            servers, own = self.country.processor(), time.thread_time()
            began = time.perf_counter()
            answer = deed(*given)
            taken = (time.perf_counter() - began) * 1000
            own = (time.thread_time() - own) * 1000
            self.taken.append(Spent(taken, own + self.country.processor() - servers))
            return answer

        return timed

    @staticmethod
    def _patched(module: ModuleType, name: str, by: Callable[..., Any]) -> None:
        setattr(module, name, by)

    def deeds(self, size: int, times: int, *, keeping: bool) -> Spent:
        """The medians of the deeds that take batches of this size, the database's share included."""
        self._patched(settling, "keep_up", keep_up if keeping else lambda *_: None)
        self.taken.clear()
        for _ in range(times):
            self.phone.pull(*[self._create() for _ in range(size)])
        return Spent(*(statistics.median(each) for each in zip(*self.taken, strict=True)))

    def _create(self) -> dict[str, Any]:
        """An entry of these days, as a phone hands them in."""
        began = clock.now() - timedelta(minutes=self.chance.randint(120, 3 * 24 * 60))
        ended = began + timedelta(minutes=self.chance.randint(10, 120))
        return self.phone.create(
            municipality=CODES[1],
            type=self.chance.choice(TYPES),
            focus=[],
            counters={},
            place=f"plats-{self.chance.randrange(12)}",
            started_at=began.isoformat(),
            ended_at=ended.isoformat(),
            participants=[],
        )


def main() -> None:
    """Measure, print, and write down where asked."""
    options = read_options()
    figures = Figures(options.rounds)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        postgres_folder = make_folder()
        stack.callback(shutil.rmtree, postgres_folder)
        postgres = PostgresServer(postgres_folder)
        postgres.start(fsync=True, watched=True)
        stack.callback(postgres.stop)
        countries = {
            size: Place(postgres.create_database(f"country_{size}"), size, folder) for size in options.sizes
        }
        ports = {size: stack.enter_context(served(each.url, folder)) for size, each in countries.items()}
        writing = Writing(countries[max(countries)])
        for number in range(options.rounds + 1):
            figures.warming = number == 0
            one_round(figures, countries, ports, writing, options.times)
    command = " ".join(["python -m tests.bench.bench_progress", *sys.argv[1:]])
    report = told(figures, sorted(countries), command)
    sys.stdout.write(report)
    if options.report:
        options.report.write_text(report)


def one_round(
    figures: Figures, countries: dict[int, Place], ports: dict[int, int], writing: Writing, times: int
) -> None:
    """Everything once, in turn over the sizes."""
    for size, country in countries.items():
        figures.note("board", size, *country.board(times))
        figures.note("overview", size, *country.overview(max(3, times // 10)))
    for size in countries:
        whole, known = asked(ports[size], times)
        figures.note("http", size, statistics.median(whole))
        figures.note("p99", size, sorted(whole)[math.ceil(len(whole) * 0.99) - 1])
        figures.note("known", size, statistics.median(known))
    for size, country in countries.items():
        figures.note("grouped", size, *country.grouped())
        figures.note("nation", size, *country.nation())
    for batch in (1, 50):
        for keeping in (True, False):
            name = f"{'kept' if keeping else 'plain'} {batch}"
            figures.note(
                name,
                0,
                *writing.deeds(batch, 4 * times if batch == 1 else max(4, times // 5), keeping=keeping),
            )


def read_options() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 1_000_000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--times", type=int, default=REQUESTS)
    parser.add_argument("--report", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    main()
