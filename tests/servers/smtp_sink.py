"""A mail server that keeps what it is handed: enough of SMTP (RFC 5321) for one client at a time."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from typing import Any


class Sink(socketserver.TCPServer):
    """The server; `taken` are the mails in the order they came, `refuses` makes it say no to every one."""

    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Client)
        self.taken: list[Any] = []
        self.refuses = False

    @property
    def address(self) -> str:
        """Where mail is handed in, as MAIL_SERVER says it."""
        return f"smtp://127.0.0.1:{self.server_address[1]}"


@contextmanager
def smtp_sink() -> Iterator[Sink]:
    """A server that runs as long as it is needed."""
    with Sink() as sink:
        thread = threading.Thread(target=sink.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield sink
        finally:
            sink.shutdown()
            thread.join()


class _Client(socketserver.StreamRequestHandler):
    server: Sink

    def handle(self) -> None:
        self._say(220, "sink")
        while line := self.rfile.readline():
            match line.split()[0].upper() if line.split() else b"":
                case b"DATA":
                    self._say(354, "go on")
                    self._keep()
                case b"RCPT" if self.server.refuses:
                    self._say(450, "later")
                case b"QUIT":
                    self._say(221, "bye")
                    return
                case _:
                    self._say(250, "ok")

    def _keep(self) -> None:
        lines = list(iter(self.rfile.readline, b".\r\n"))
        parsed: Any = message_from_bytes(b"".join(lines), policy=policy.default)
        self.server.taken.append(parsed)
        self._say(250, "kept")

    def _say(self, code: int, text: str) -> None:
        self.wfile.write(f"{code} {text}\r\n".encode())
