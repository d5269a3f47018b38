"""The app over HTTP, as it is deployed."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.bench.country import FIRST, KEY, SECRETS

ROOT = Path(__file__).parents[2]
BOARD = f"/oversikt/{FIRST}/{KEY}"


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


def asked(ports: Mapping[int, int], times: int) -> dict[int, tuple[list[float], list[float]]]:
    """Milliseconds of boards over HTTP, whole ones and ones that are known already.

    The servers are asked in turn, so that what else the machine does befalls all of them.
    """
    connections = {size: http.client.HTTPConnection("127.0.0.1", port) for size, port in ports.items()}
    found: dict[int, tuple[list[float], list[float]]] = {size: ([], []) for size in ports}
    for _ in range(times):
        for size, connection in connections.items():
            whole, known = found[size]
            taken, tag = _answered(connection)
            whole.append(taken)
            taken, _ = _answered(connection, tag)
            known.append(taken)
    for connection in connections.values():
        connection.close()
    return found


def _answered(connection: http.client.HTTPConnection, tag: str = "") -> tuple[float, str]:
    """How long the board took, and its tag; with a `tag` it has not changed."""
    headers = {"Cookie": f"faltlogg={SECRETS['coordinator']}"} | ({"If-None-Match": tag} if tag else {})
    began = time.perf_counter()
    connection.request("GET", BOARD, headers=headers)
    answer = connection.getresponse()
    answer.read()
    taken = (time.perf_counter() - began) * 1000
    assert answer.status == (304 if tag else 200), answer.status
    return taken, answer.headers["ETag"]
