"""A country of one size that stands in a database, and what that database says of its statements."""

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import psycopg
from flask import Flask
from sqlalchemy import text

from logger import clock
from logger.domain.people.people import Principal
from logger.extensions import db
from logger.services.boards.boards import Ask, board_of
from logger.services.boards.overviews import overview_of
from logger.services.people.signing_in import sign_in_of
from logger.store.databases import schema
from logger.store.databases.patience import wait_for_ever
from tests.bench.country import CODES, FIRST, KEY, SECRETS, settle
from tests.worlds.phones import open_app

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


class Country:
    """A country of one size: the app over it, and what its database says of its statements."""

    def __init__(self, url: str, size: int, folder: Path) -> None:
        self.size, self.url = size, url
        self.app: Flask = open_app(url, folder, batches_a_minute=1_000_000)
        with self.app.app_context():
            schema.upgrade(db.engine)
            address = db.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
        self.watching = psycopg.connect(address, autocommit=True)
        self.watching.execute("create extension if not exists pg_stat_statements")

    def fill(self) -> None:
        """Let its activities come, once."""
        began = time.perf_counter()
        with self.app.app_context():
            settle(db.engine, self.size, clock.now())
        sys.stderr.write(f"{self.size} activities stand after {time.perf_counter() - began:.0f} s\n")

    def sign_in_anew(self) -> None:
        """Its people were there long ago, and what is idle for so long is no sign-in any more."""
        self.watching.execute("update session set created_at = now(), seen_at = now()")

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
            # Ten million rows without what is kept of them: longer than a board would be waited for.
            wait_for_ever(db.session.connection())
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
