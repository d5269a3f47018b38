"""Stands between phone and server at the socket, where faults are real: loses an answer after the commit."""

import socket
import threading
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Message:
    """An HTTP request or answer: its head as bytes, and its body."""

    head: bytes
    body: bytes

    @property
    def whole(self) -> bytes:
        return self.head + self.body


@dataclass
class FaultProxy:
    """Passes requests on to the server.

    `lose_answer_to` names a path whose next answer is thrown away; `portal` answers everything in place of
    the server, as a hotel's network does; `renames` turn a text of the server into one as long, and back.
    """

    server_port: int
    port: int = 0
    lose_answer_to: str | None = None
    portal: bytes | None = None
    renames: tuple[bytes, bytes] | None = None
    only_on: str | None = None  # the one path that `renames` touch
    lost: list[Message] = field(default_factory=list)
    passed: list[Message] = field(default_factory=list)

    def start(self) -> None:
        """Listen on a port of its own and return at once."""
        self._listener = socket.create_server(("127.0.0.1", self.port), backlog=64)
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def stop(self) -> None:
        """Take no more calls: what is open ends with its browser."""
        self._listener.close()

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    def sent_to(self, path: str) -> list[Message]:
        """The requests to a path that reached the server."""
        return [message for message in (*self.passed, *self.lost) if _path(message) == path]

    def _accept(self) -> None:
        while True:
            try:
                phone, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(phone,), daemon=True).start()

    def _serve(self, phone: socket.socket) -> None:
        """One connection of the phone; a server that is away, or a fault, hangs up on it."""
        with phone:
            try:
                while (request := _read(phone)) is not None:
                    answer = self._ask(request)
                    if self.lose_answer_to == _path(request):
                        self.lose_answer_to = None
                        self.lost.append(request)
                        return
                    self.passed.append(request)
                    phone.sendall(answer)
            except OSError:
                return

    def _ask(self, request: Message) -> bytes:
        if self.portal is not None:
            return self.portal
        renames = self.renames if self.only_on in (None, _path(request)) else None
        ours, theirs = renames or (b"", b"")
        if theirs:  # and nothing packed, to find the texts in
            request = Message(request.head.replace(theirs, ours).replace(b"gzip", b"zzzz"), request.body)
        answer = self._answer(request)
        return answer.replace(ours, theirs) if ours else answer

    def _answer(self, request: Message) -> bytes:
        with socket.create_connection(("127.0.0.1", self.server_port)) as server:
            server.sendall(request.whole)
            answer = _read(server)
        if answer is None:
            raise ConnectionResetError
        return answer.whole


def _read(connection: socket.socket) -> Message | None:
    """One message, its body by Content-Length, as gunicorn and browsers send them here; None at the end."""
    data = b""
    while b"\r\n\r\n" not in data:
        piece = connection.recv(65536)
        if not piece:
            return None
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    length = next(
        (int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")), 0
    )
    while len(body) < length:
        piece = connection.recv(65536)
        if not piece:
            return None
        body += piece
    return Message(head + b"\r\n\r\n", body)


def _path(message: Message) -> str:
    return message.head.split(b" ", 2)[1].decode()
