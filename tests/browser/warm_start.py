"""Servers from a warm start: forked from a process that has read the app's modules, two seconds of work each.

What is forked is gunicorn with its own settings and workers, as in operation; the app is made in the worker,
from the server's own environment. Run as a program this is the process that forks.
"""

import atexit
import gc
import importlib
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

_ROOT = Path(__file__).parents[2]
# What a server reads before it serves, and what its first request would read.
_READ = ("gunicorn.app.wsgiapp", "gunicorn.workers.gthread", "logger.factory")
_LONGEST_ORDER = 1024 * 1024


class WarmStart:
    """The process that has read the modules, and the line to it; it ends when the line does."""

    def __init__(self) -> None:
        self._line, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__, str(theirs.fileno())], pass_fds=[theirs.fileno()], cwd=_ROOT
        )
        theirs.close()

    def gunicorn(
        self, arguments: Sequence[str], environment: Mapping[str, str], listener: socket.socket, log: Path
    ) -> int:
        """Start one that serves this socket, in a session of its own; returns its process."""
        order = json.dumps([list(arguments), dict(environment)]).encode()
        with log.open("ab") as file:
            socket.send_fds(self._line, [order], [listener.fileno(), file.fileno()])
        return int(self._line.recv(64))

    def end(self) -> None:
        """Let it go; whatever it forked goes on for itself."""
        self._line.close()
        self._process.wait()


@cache
def warm_start() -> WarmStart:
    """This process's own, begun when the first server is wanted."""
    one = WarmStart()
    atexit.register(one.end)
    return one


def _main(line: socket.socket) -> None:
    for name in _READ:
        importlib.import_module(name)
    gc.freeze()  # the forked share what was read for as long as nobody counts it anew
    while True:
        order, descriptors, _, _ = socket.recv_fds(line, _LONGEST_ORDER, 2)
        _bury()
        if not order:
            return
        child = os.fork()
        if not child:
            line.close()
            _become_gunicorn(*json.loads(order), *descriptors)
            return
        for each in descriptors:
            os.close(each)
        line.send(str(child).encode())


def _become_gunicorn(arguments: list[str], environment: dict[str, str], listener: int, log: int) -> None:
    os.setsid()
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    for stream in (1, 2):
        os.dup2(log, stream)
    os.close(log)
    sys.argv = ["gunicorn", *arguments, "--bind", f"fd://{listener}"]
    importlib.import_module("gunicorn.app.wsgiapp").run()


def _bury() -> None:
    """Those that ended: nobody else may ask for them."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


if __name__ == "__main__":
    _main(socket.socket(fileno=int(sys.argv[1])))
