"""The real app under the real server, which can be stopped: only a server that is gone is truly offline."""

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
from tests.servers.processes import children_of

ROOT = Path(__file__).parents[2]
PROGRAMS = Path(sys.executable).parent


class LiveServer:
    """gunicorn on a port of its own over one instance folder; the port stays the same over restarts."""

    def __init__(self, instance: Path, app: str = "app:app", **settings: str) -> None:
        self.instance = instance
        self.settings = settings
        self._app = app
        self.log = instance / "server.log"
        self.port = 0
        self._process: subprocess.Popen[bytes] | None = None

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
        command = [str(PROGRAMS / "gunicorn"), "--config", "deploy/gunicorn.conf.py", self._app]
        # Handed over listening: requests wait in its queue until the app is up.
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [*command, "--bind", f"fd://{listener.fileno()}"],
                pass_fds=[listener.fileno()],
                stdout=log,
                stderr=log,
                cwd=ROOT,
                env=environment(self.instance) | self.settings,
                start_new_session=True,
            )
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
        self._process.terminate()

    def workers(self) -> list[int]:
        """The processes that answer."""
        assert self._process, "the server is not running"
        return children_of(self._process.pid)

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

    def _end(self, how: signal.Signals) -> None:
        if self._process is None:
            return
        self._signal(signal.SIGCONT)
        self._signal(how)
        self._process.wait(timeout=60)
        self._process = None

    def _signal(self, what: signal.Signals) -> None:
        assert self._process, "the server is not running"
        os.killpg(self._process.pid, what)

    def _await_an_answer(self) -> None:
        try:
            with urllib.request.urlopen(f"{self.address}/", timeout=60):
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
