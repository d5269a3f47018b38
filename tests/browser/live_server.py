"""The real app under the real server, which can be stopped: only a server that is gone is truly offline."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from logger.config import from_environment
from logger.extensions import db
from logger.factory import create_app
from tests.browser.warm_start import warm_start
from tests.servers.processes import await_end, children_of

ROOT = Path(__file__).parents[2]
PROGRAMS = Path(sys.executable).parent


class LiveServer:
    """gunicorn on a port of its own over one instance folder; the port stays the same over restarts.

    It comes from a warm start, unless it is to begin `cold`, as a program of its own like in operation.
    """

    def __init__(self, instance: Path, app: str = "app:app", *, cold: bool = False, **settings: str) -> None:
        self.instance = instance
        self.settings = settings
        self._app = app
        self.log = instance / "server.log"
        self.port = 0
        self._cold = cold
        self._process = 0
        self._end_of_it = 0
        self._child: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where a browser finds it; by name, for passkeys and worker take localhost and not a number."""
        return f"http://localhost:{self.port}"

    def start(self) -> None:
        """Serve, and return when the first request is answered."""
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", self.port))
        listener.listen(64)
        self.port = listener.getsockname()[1]
        # Handed over listening: requests wait in its queue until the app is up.
        begin = self._begin_cold if self._cold else self._begin_warm
        self._process = begin(listener, ["--config", "deploy/gunicorn.conf.py", self._app])
        self._end_of_it = os.pidfd_open(self._process)
        listener.close()
        self._await_an_answer()

    def stop(self) -> None:
        """End it as a deploy does."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End it as a crash does: whatever was not committed is gone."""
        self._end(signal.SIGKILL)

    def ask_to_stop(self) -> None:
        """What a deploy does first: no new requests, those under way are to be answered."""
        assert self._process, "the server is not running"
        os.kill(self._process, signal.SIGTERM)

    def workers(self) -> list[int]:
        """The processes that answer."""
        assert self._process, "the server is not running"
        return children_of(self._process)

    def freeze(self) -> None:
        """Let it hang: connections open and nothing answers."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let a frozen one go on."""
        self._signal(signal.SIGCONT)

    def password_of(self, email: str) -> str:
        """The password that the demo gave one of its invented people."""
        for line in (self.instance / "demo-accounts.txt").read_text(encoding="utf-8").splitlines():
            match line.split():
                case [address, password, *_] if address == email:
                    return password
        raise KeyError(email)

    def _begin_warm(self, listener: socket.socket, arguments: list[str]) -> int:
        return warm_start().gunicorn(arguments, self._environment(), listener, self.log)

    def _begin_cold(self, listener: socket.socket, arguments: list[str]) -> int:
        command = [str(PROGRAMS / "gunicorn"), *arguments, "--bind", f"fd://{listener.fileno()}"]
        with self.log.open("ab") as log:
            self._child = subprocess.Popen(
                command,
                pass_fds=[listener.fileno()],
                stdout=log,
                stderr=log,
                cwd=ROOT,
                env=self._environment(),
                start_new_session=True,
            )
        return self._child.pid

    def _environment(self) -> dict[str, str]:
        return environment(self.instance) | self.settings

    def _end(self, how: signal.Signals) -> None:
        if not self._process:
            return
        with contextlib.suppress(ProcessLookupError):  # it has ended by itself
            self._signal(signal.SIGCONT)
            self._signal(how)
        await_end(self._end_of_it)
        if self._child:
            self._child.wait()
        self._process = 0

    def _signal(self, what: signal.Signals) -> None:
        assert self._process, "the server is not running"
        os.killpg(self._process, what)

    def _await_an_answer(self) -> None:
        try:
            with urllib.request.urlopen(f"{self.address}/", timeout=180):
                return
        except urllib.error.HTTPError:
            return
        except OSError as fault:
            self.kill()
            raise RuntimeError(f"The server did not come up:\n{self.log.read_text()}") from fault


def environment(instance: Path) -> dict[str, str]:
    """The environment of a demo installation in a folder, whatever this machine's own settings are."""
    own = {"DATABASE_URL", "SECRET_KEY", "PROXY_HOPS", "HOST", "PORT", "PYTHONDONTWRITEBYTECODE"}
    inherited = {name: value for name, value in os.environ.items() if name not in own}
    return inherited | {"INSTANCE_PATH": str(instance), "WEB_CONCURRENCY": "1"}


def run_flask(instance: Path, *arguments: str) -> str:
    """Run one of the app's own commands on an instance, and return what it printed."""
    done = subprocess.run(
        [PROGRAMS / "flask", "--app", "app", *arguments],
        cwd=ROOT,
        env=environment(instance),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"flask {' '.join(arguments)}\n{done.stdout}{done.stderr}"
    return done.stdout


@contextmanager
def commands(instance: Path) -> Iterator[Callable[..., str]]:
    """Runs the app's commands on an instance like `run_flask`, but in this process: no start for each."""
    settings = from_environment({"INSTANCE_PATH": str(instance)}, ROOT)
    app = create_app(replace(settings, request_log=False))

    def run(*arguments: str) -> str:
        done = app.test_cli_runner().invoke(args=arguments)
        assert done.exit_code == 0, f"flask {' '.join(arguments)}\n{done.output}"
        return done.stdout

    yield run
    with app.app_context():
        for engine in db.engines.values():
            engine.dispose()
