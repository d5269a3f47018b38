"""Stands between phone and server at the socket, where faults are real: passes requests on, or does harm.

What harm there is to do is in `tests/browser/line_faults.py`; here is the line that it is done to.
"""

import contextlib
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

SYNC = "/api/v1/sync"


class HungUp(OSError):
    """The line ends this connection, as a fault wants it."""


@dataclass(frozen=True, slots=True)
class Message:
    """An HTTP request or answer: its head as bytes, and its body."""

    head: bytes
    body: bytes

    @property
    def whole(self) -> bytes:
        return self.head + self.body

    @property
    def path(self) -> str:
        """The address that a request asks for."""
        return self.head.split(b" ", 2)[1].decode()


@dataclass(frozen=True, slots=True)
class Call:
    """A request on its way, the `nth` of its connection: what a fault may do with it."""

    request: Message
    phone: socket.socket
    line: "FaultProxy"
    nth: int

    def ask(self) -> Message:
        """Let the server do it, and return its answer: whatever was to be committed is."""
        answer = self.line.ask(self.request)
        self.line.passed.append(self.request)
        return answer

    def reply(self, answer: bytes) -> None:
        """Give the phone these bytes."""
        self.phone.sendall(answer)

    def await_the_end(self, gate: threading.Event) -> None:
        """Return when the test opens the gate, or the phone has given up."""
        while not gate.wait(0.05) and not self._is_over():
            pass

    def _is_over(self) -> bool:
        try:
            return self.phone.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT) == b""
        except BlockingIOError:
            return False
        except OSError:
            return True


Harm = Callable[[Call], None]


@dataclass
class Injected:
    """A fault on the line: what it struck, so that a test can show that it fired."""

    harm: Harm
    path: str | None
    times: int | None
    where: Callable[[Call], bool]
    struck: list[Message] = field(default_factory=list)
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def takes(self, call: Call) -> bool:
        """Whether this one is struck; counted here, before the harm is done."""
        with self._changed:
            spent = self.times is not None and len(self.struck) >= self.times
            if spent or self.path not in (None, call.request.path) or not self.where(call):
                return False
            self.struck.append(call.request)
            self._changed.notify_all()
            return True

    def await_strikes(self, count: int = 1) -> None:
        """Return when it has struck so often."""
        with self._changed:
            done = self._changed.wait_for(lambda: len(self.struck) >= count, timeout=60)
        assert done, f"the fault struck {len(self.struck)} times, not {count}"


@dataclass
class FaultProxy:
    """Passes requests on to the server, but for those that an injected fault strikes.

    `renames` turn a text of the server into one as long, and back.
    """

    server_port: int
    port: int = 0
    renames: tuple[bytes, bytes] | None = None
    only_on: str | None = None  # the one path that `renames` touch
    passed: list[Message] = field(default_factory=list)
    _faults: list[Injected] = field(default_factory=list)
    _open: set[socket.socket] = field(default_factory=set)

    def start(self) -> None:
        """Listen on a port of its own, the same again after a cut, and return at once."""
        self._listener = socket.create_server(("127.0.0.1", self.port), backlog=64)
        self.port = self._listener.getsockname()[1]
        self._accepting = threading.Thread(target=self._accept, args=(self._listener,), daemon=True)
        self._accepting.start()

    def stop(self) -> None:
        """Take no more calls and hang up on everybody."""
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)  # or the one who waits in accept() takes one more
        self._accepting.join()
        self._listener.close()
        for phone in tuple(self._open):
            with contextlib.suppress(OSError):
                phone.shutdown(socket.SHUT_RDWR)

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    def inject(
        self,
        harm: Harm,
        *,
        on: str | None = SYNC,
        times: int | None = 1,
        where: Callable[[Call], bool] = lambda _: True,
    ) -> Injected:
        """Strike the next `times` requests to a path (None: every one until `clear`, and all paths)."""
        injected = Injected(harm, on, times, where)
        self._faults.append(injected)
        return injected

    def clear(self) -> None:
        """The line is sound again."""
        self._faults.clear()
        self.renames = self.only_on = None

    def sent_to(self, path: str) -> list[Message]:
        """The requests to a path that reached the server."""
        return [message for message in tuple(self.passed) if message.path == path]

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                phone, _ = listener.accept()
            except OSError:
                return
            self._open.add(phone)
            threading.Thread(target=self._serve, args=(phone,), daemon=True).start()

    def _serve(self, phone: socket.socket) -> None:
        """One connection of the phone; a server that is away, or a fault, hangs up on it."""
        nth = 0
        with phone, contextlib.suppress(OSError):
            while (request := read_message(phone)) is not None:
                nth += 1
                self._pass_on(Call(request, phone, self, nth))
        self._open.discard(phone)

    def _pass_on(self, call: Call) -> None:
        struck = next((fault for fault in tuple(self._faults) if fault.takes(call)), None)
        if struck:
            struck.harm(call)
        else:
            call.reply(call.ask().whole)

    def ask(self, request: Message) -> Message:
        """What the server answers to a request."""
        renames = self.renames if self.only_on in (None, request.path) else None
        ours, theirs = renames or (b"", b"")
        if theirs:  # and nothing packed, to find the texts in
            request = Message(request.head.replace(theirs, ours).replace(b"gzip", b"zzzz"), request.body)
        with socket.create_connection(("127.0.0.1", self.server_port)) as server:
            server.sendall(request.whole)
            answer = read_message(server)
        if answer is None:
            raise HungUp("the server is away")
        return (
            Message(answer.head.replace(ours, theirs), answer.body.replace(ours, theirs)) if ours else answer
        )


def read_message(connection: socket.socket) -> Message | None:
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
