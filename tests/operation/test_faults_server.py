"""What may happen to the server's processes: nothing acknowledged is lost, nothing is there twice."""

import os
import select
import signal
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults import Room, fault
from tests.operation.retained import BROKEN, Retaining, require_whole
from tests.operation.served import Line, Served, serve
from tests.servers.databases import Databases, Mould
from tests.servers.processes import await_end
from tests.worlds.phones import HEADERS, World, close, open_app

THREADS = 8  # of a process: deploy/gunicorn.conf.py


@contextmanager
def serving(
    worlds: Mould[World], databases: Databases, folder: Path, *, cold: bool = False, **settings: str
) -> Iterator[Served]:
    """A served world of one's own."""
    with worlds.cast(databases) as (address, first):
        world = replace(first, app=open_app(address, folder))
        served = serve(world, address, folder / "instance", cold=cold, **settings)
        try:
            yield served
        finally:
            served.server.kill()
            close(world)


@pytest.fixture(scope="module", params=["sqlite_files", "postgres_server"], ids=["sqlite", "postgresql"])
def served(
    request: pytest.FixtureRequest,
    migrated_worlds: Mould[World],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Served]:
    """One server over each kind of database for all tests of this file; each uses phones of its own.

    One of the two begins as in operation, and so does every worker that takes the place of another.
    """
    databases = request.getfixturevalue(request.param)
    cold = request.param == "sqlite_files"
    with serving(migrated_worlds, databases, tmp_path_factory.mktemp("served"), cold=cold) as served:
        yield served


# What has nothing to do with the database is tried over one kind.
of_no_database = pytest.mark.parametrize("served", ["sqlite_files"], indirect=True, ids=["sqlite"])


@fault("worker killed before commit", room=Room.SERVER, expect="nothing of it is there; it comes again")
def test_a_worker_killed_before_the_commit_leaves_nothing(served: Served, fired):
    phone, before = served.phone(), served.count()
    phone.log(20)
    spot = served.arm("die-before-commit")

    assert phone.sync() == BROKEN

    fired(not spot.exists(), "the death of the worker")
    assert served.count() == before
    phone.drain()
    assert (served.count(), phone.told_again) == (before + 20, 0)
    require_whole(served.world, phone.acknowledged)


@fault("worker killed after commit", room=Room.SERVER, expect="the receipts are told again, each entry once")
def test_a_worker_killed_after_the_commit_has_kept_everything(served: Served, fired):
    phone, before = served.phone(), served.count()
    phone.log(20)
    spot = served.arm("die-after-commit")

    assert phone.sync() == BROKEN

    fired(not spot.exists(), "the death of the worker")
    assert served.count() == before + 20
    phone.drain()
    assert (served.count(), phone.told_again) == (before + 20, 20)
    require_whole(served.world, phone.acknowledged)


@fault("one item raising", room=Room.SERVER, expect="its neighbours are stored, it comes again")
def test_an_item_that_raises_touches_no_other(served: Served, fired):
    phone, before = served.phone(), served.count()
    phone.log(10)
    spot = served.arm("raise-in-an-item")

    assert phone.sync() == 200

    fired(not spot.exists(), "the fault in an item")
    assert (served.count(), len(phone.acknowledged)) == (before + 9, 9)
    phone.drain()
    assert (served.count(), phone.told_again) == (before + 10, 0)
    require_whole(served.world, phone.acknowledged)


@fault("SIGTERM deploy", room=Room.SERVER, expect="what is under way is answered, no batch is half")
def test_a_deploy_answers_what_is_under_way(served: Served, fired):
    phones = [served.phone(person) for person in (served.world.anna, served.world.bo) for _ in range(6)]
    for phone in phones:
        phone.log(25)
    before = served.count()
    gate = served.arm("wait-before-commit")
    with ThreadPoolExecutor(len(phones)) as pool:
        under_way = [pool.submit(phone.sync) for phone in phones]
        waiting = served.await_file("waiting-*")
        ends = [os.pidfd_open(worker) for worker in served.server.workers()]
        served.server.ask_to_stop()
        gate.unlink()
        statuses = [each.result(timeout=60) for each in under_way]
    for end in ends:
        await_end(end)
    for file in served.server.instance.glob("waiting-*"):
        file.unlink()

    fired(waiting, "batches under way at the deploy")
    assert 200 in statuses
    # Whole batches, each of 25, and none without its answer but those that no worker had begun with.
    assert served.count() - before == 25 * statuses.count(200)
    assert set(statuses) <= {200, BROKEN}

    served.server.stop()
    served.server.start()
    for phone in phones:
        phone.drain()
    assert served.count() - before == 25 * len(phones)
    require_whole(served.world, set().union(*(phone.acknowledged for phone in phones)))


@of_no_database
@fault("secret rotated", room=Room.SERVER, expect="sign-ins and sending go on; open forms are refused")
def test_another_secret_key_loses_nothing(served: Served, fired):
    phone, line = served.phone(), Line(served.server.port)
    phone.log(5)
    phone.drain()
    token = line.get("/logga-in").data.split(b'name="form_token" value="')[1].split(b'"')[0]
    served.server.stop()
    served.server.settings["SECRET_KEY"] = "another one"
    served.server.start()

    phone.log(5)
    phone.drain()
    form = {"Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded"}
    refused = line.post("/logga-in", b"form_token=" + token + b"&email=a&password=b", form)
    fired(refused.status_code == 403, "the change of the key")
    require_whole(served.world, phone.acknowledged)


@pytest.fixture
def sqlite_served(migrated_worlds, sqlite_files, tmp_path: Path, request) -> Iterator[Served]:
    """A server of one's own over SQLite: one process that the master gives five seconds."""
    few = {"WEB_CONCURRENCY": "1", "GUNICORN_CMD_ARGS": "--timeout 5"}
    with serving(migrated_worlds, sqlite_files, tmp_path, cold=False, **few) as served:
        yield served


@fault("time-out", room=Room.SERVER, expect="a stuck worker is replaced, and its batch comes again")
def test_a_stuck_worker_is_replaced(sqlite_served: Served, fired):
    served, phone = sqlite_served, sqlite_served.phone()
    phone.log(20)
    gate = served.arm("wait-before-commit")
    [worker] = served.server.workers()
    end = os.pidfd_open(worker)
    with ThreadPoolExecutor(1) as pool:
        under_way = pool.submit(phone.sync)
        served.await_file("waiting-*")
        os.kill(worker, signal.SIGSTOP)
        await_end(end)
        gate.unlink()
        fired(under_way.result(timeout=60) == BROKEN, "the end of the stuck worker")

    assert served.count() == 0
    phone.drain()
    assert worker not in served.server.workers()
    assert (served.count(), phone.told_again) == (20, 0)
    require_whole(served.world, phone.acknowledged)


@fault(
    "slow loris",
    room=Room.SERVER,
    expect="fewer slow lines than threads hold up nobody; more are what the buffering proxy is for",
)
def test_slow_lines_hold_up_nobody_while_a_thread_is_left(sqlite_served: Served, fired):
    signed_in = HEADERS | {"Cookie": f"faltlogg={sqlite_served.world.anna.secret}", "Content-Length": "1000"}
    head = "".join(f"{name}: {value}\r\n" for name, value in signed_in.items())
    phone = sqlite_served.phone()
    phone.log(50)
    with ExitStack() as held:
        lines = [held.enter_context(_line_to(sqlite_served)) for _ in range(THREADS - 1)]
        for number, line in enumerate(lines):
            line.sendall(b"POST /api/v1/sync HTTP/1.1\r\nHost: localhost\r\n")
            if number % 2:  # some stop in the head, some in the body
                line.sendall(f"{head}\r\n{{".encode())
        phone.drain()
        stalled = [line for line in lines if not select.select([line], [], [], 0)[0]]

    fired(len(stalled) == len(lines), "lines still without an answer when all was sent")
    assert sqlite_served.count() == 50
    require_whole(sqlite_served.world, phone.acknowledged)


def _line_to(served: Served) -> socket.socket:
    return socket.create_connection(("127.0.0.1", served.server.port))


@of_no_database
def test_a_retaining_phone_can_tell_a_broken_line(served: Served):
    phone: Retaining = served.phone()
    phone.phone.client.port = 1  # type: ignore[attr-defined]
    phone.log()
    assert phone.sync() == BROKEN
