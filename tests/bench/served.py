"""The app over HTTP, as it is deployed."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
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
