"""How many entries a second the sync door takes, over gunicorn, on SQLite and on PostgreSQL.

    python -m tests.bench.bench_sync [--rounds 5] [--batches 160] [--clients 8]

Each round sends the same number of batches of 50 from eight officers' phones in one municipality (the worst
case: one counter), then the same batches again, then single entries. A phone sends the cursors that it was
last told; where the server is busy it comes again when it was told to, and waiting is part of its request.
Rounds on the two databases are interleaved; rows are counted in the database, and what is printed is the
median over the rounds.
"""

import argparse
import http.client
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import msgspec
from sqlalchemy import create_engine, text

from logger import clock
from tests.servers.postgresql import PostgresServer, make_folder
from tests.worlds.phones import HEADERS, Phone, World, another_officer, build_world

ROOT = Path(__file__).parents[2]
BATCH = 50
BUSY = 503
NO_CURSORS = b'"cursors": {}'
UNMODERATED = {"BATCHES_A_MINUTE": "1000000"}


class Answer(msgspec.Struct):
    """What of an answer the next request needs."""

    cursors: msgspec.Raw


ANSWERS = msgspec.json.Decoder(Answer)


@dataclass(frozen=True)
class Work:
    """Requests made beforehand: the phone's cookie and, one by one, the bodies it sends, without cursors."""

    secret: str
    bodies: Sequence[bytes]


@dataclass(frozen=True)
class Sent:
    """How long a request took, and how often it was told to come again meanwhile."""

    seconds: float
    waits: int


@dataclass(frozen=True)
class Told:
    """What the server said, and after how many seconds to come again where it is busy."""

    status: int
    answer: bytes
    retry_after: int


@dataclass(frozen=True)
class Round:
    """Rows a second of one round, and how long the slowest hundredth of the batches took, in milliseconds.

    `waits` is how often the server was busy and said when to come again.
    """

    first: float
    again: float
    single: float
    p99: float
    waits: int


def main() -> None:
    """Measure and print."""
    options = read_options()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        addresses = stack.enter_context(databases(folder))
        servers = {
            name: stack.enter_context(Server(folder / name, url, options.clients))
            for name, url in addresses.items()
        }
        rounds: dict[str, list[Round]] = {name: [] for name in servers}
        for number in range(options.rounds + 1):
            for name, server in servers.items():
                measured = one_round(server, options.batches, options.clients)
                if number:  # the first warms up
                    rounds[name].append(measured)
    for name, every in rounds.items():
        median = {
            field: statistics.median(getattr(each, field) for each in every) for field in vars(every[0])
        }
        sys.stdout.write(
            f"{name}: {median['first']:.0f} rows/s in batches of {BATCH} from {options.clients} clients "
            f"(p99 {median['p99']:.0f} ms), again {median['first'] / median['again']:.2f} of the time, "
            f"one a request {median['single']:.0f}/s; median of {len(every)} rounds; "
            f"told to come again {sum(each.waits for each in every)} times; load {os.getloadavg()[0]:.1f}\n"
        )


def read_options() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--batches", type=int, default=160)
    parser.add_argument("--clients", type=int, default=8)
    return parser.parse_args()


@contextmanager
def databases(folder: Path) -> Iterator[dict[str, str]]:
    """An SQLite file, and a PostgreSQL whose commits are on disk."""
    postgres_folder = make_folder()
    postgres = PostgresServer(postgres_folder)
    postgres.start(fsync=True)
    try:
        url = postgres.create_database("bench")
        yield {"SQLite": f"sqlite:///{folder / 'bench.db'}", "PostgreSQL": url}
    finally:
        postgres.stop()
        shutil.rmtree(postgres_folder)


class Server:
    """gunicorn over one database, with the world in it."""

    def __init__(self, instance: Path, url: str, people: int) -> None:
        instance.mkdir()
        self.url = url
        self.world: World = build_world(url, instance, clock.now())
        self.people = [another_officer(self.world, f"officer-{n}", clock.now()) for n in range(people)]
        listener = socket.socket()
        listener.bind(("127.0.0.1", 0))
        listener.listen(64)
        self.port = listener.getsockname()[1]
        gunicorn = str(Path(sys.executable).parent / "gunicorn")
        command = [gunicorn, "--config", "deploy/gunicorn.conf.py", "--log-level", "error"]
        self.process = subprocess.Popen(
            [*command, "--bind", f"fd://{listener.fileno()}", "app:app"],
            pass_fds=[listener.fileno()],
            cwd=ROOT,
            env=os.environ | {"DATABASE_URL": url, "INSTANCE_PATH": str(instance), **UNMODERATED},
            stdout=subprocess.DEVNULL,
        )
        listener.close()

    def rows(self) -> int:
        """How many operations the database holds."""
        engine = create_engine(self.url)
        with engine.connect() as connection:
            count: int = connection.execute(text("select count(*) from operation")).scalar_one()
        engine.dispose()
        return count

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self.process.terminate()
        self.process.wait()


def one_round(server: Server, batches: int, clients: int) -> Round:
    """New entries in batches, the same ones again, new ones one by one."""
    phones = [server.world.phone(person) for person in server.people]
    works = [work(phone, batches // clients, BATCH) for phone in phones]
    singles = [work(phone, 2 * batches // clients, 1) for phone in phones]
    before = server.rows()
    first, sent = timed(server.port, works)
    new = server.rows() - before
    again, sent_again = timed(server.port, works)
    assert server.rows() - before == new == BATCH * sum(len(each.bodies) for each in works)
    single, sent_singly = timed(server.port, singles)
    one_by_one = server.rows() - before - new
    p99 = statistics.quantiles([each.seconds for each in sent], n=100)[98] * 1000
    waits = sum(each.waits for each in [*sent, *sent_again, *sent_singly])
    return Round(new / first, new / again, one_by_one / single, p99, waits)


def work(phone: Phone, batches: int, size: int) -> Work:
    """That many batches of new entries."""
    bodies = [phone.batch(*[phone.create() for _ in range(size)]) for _ in range(batches)]
    return Work(phone.person.secret, [json.dumps(body).encode() for body in bodies])


def timed(port: int, works: Sequence[Work]) -> tuple[float, list[Sent]]:
    """Send it all, a thread a phone; the seconds it took together, and what became of each request."""
    with ThreadPoolExecutor(len(works)) as pool:
        began = time.perf_counter()
        every = [each for sent in pool.map(sender(port), works) for each in sent]
        return time.perf_counter() - began, every


def sender(port: int) -> Callable[[Work], list[Sent]]:
    """What sends one phone's requests over one connection."""

    def send(each: Work) -> list[Sent]:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        every, cursors = [], b"{}"
        for without in each.bodies:
            body = without.replace(NO_CURSORS, b'"cursors": ' + cursors, 1)
            began, waits = time.perf_counter(), 0
            while (told := asked(connection, body, each.secret)).status == BUSY:
                waits += 1
                time.sleep(told.retry_after)  # noqa: TID251 - as the server asked
            every.append(Sent(time.perf_counter() - began, waits))
            assert told.status == 200, told.answer
            cursors = bytes(ANSWERS.decode(told.answer).cursors)
        connection.close()
        return every

    return send


def asked(connection: http.client.HTTPConnection, body: bytes, secret: str) -> Told:
    """Send it once."""
    connection.request("POST", "/api/v1/sync", body, HEADERS | {"Cookie": f"faltlogg={secret}"})
    response = connection.getresponse()
    return Told(response.status, response.read(), int(response.headers["Retry-After"] or 1))


if __name__ == "__main__":
    main()
