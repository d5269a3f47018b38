"""The harm that a network does, each as it looks from the socket: `line.inject(lost)`."""

import json
import socket
import threading
from collections.abc import Callable

from tests.browser.fault_proxy import Call, Harm, HungUp, Message, read_message


def lost(_: Call) -> None:
    """The request never reaches the server."""
    raise HungUp


def as_it_is(call: Call) -> None:
    """No harm: the strike tells that the request was answered."""
    call.reply(call.ask().whole)


def answer_lost(call: Call) -> None:
    """The server does it, and nobody hears."""
    call.ask()
    raise HungUp


def replayed(call: Call) -> None:
    """The network sends the request twice; the phone hears the second answer."""
    call.ask()
    call.reply(call.ask().whole)


def reset(call: Call) -> None:
    """A connection that was kept for more is closed under the request, without a goodbye."""
    call.phone.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    call.phone.close()
    raise HungUp


def is_kept_alive(call: Call) -> bool:
    """Whether the connection has served before."""
    return call.nth > 1


def cut_short(call: Call) -> None:
    """The answer breaks off half-way through what its head promised."""
    answer = call.ask()
    call.reply(answer.head + answer.body[: len(answer.body) // 2])
    raise HungUp


def changed_to(change: Callable[[bytes], bytes]) -> Harm:
    """The answer's body is another, and its head fits that one."""

    def harm(call: Call) -> None:
        answer = call.ask()
        call.reply(whole("200 OK", "application/json", change(answer.body)))

    return harm


def halved(body: bytes) -> bytes:
    """The first half: no JSON any more."""
    return body[: len(body) // 2]


def garbled(body: bytes) -> bytes:
    """One character in the middle of the results is another one: JSON still, or not."""
    place = body.index(b'"results"') + 4
    return body[:place] + b"\xff" + body[place + 1 :]


def with_foreign_digests(body: bytes) -> bytes:
    """Receipts that echo bytes which the phone never sent."""
    answer = json.loads(body)
    return json.dumps(
        answer | {"results": [each | {"sha256": "0" * 64} for each in answer["results"]]}
    ).encode()


def with_half_the_receipts(body: bytes) -> bytes:
    """Every second receipt is missing."""
    answer = json.loads(body)
    return json.dumps(answer | {"results": answer["results"][::2]}).encode()


def page_in_its_place(status: str, text: str, *headers: str) -> Harm:
    """Somebody on the way answers with a page of their own; the server hears nothing."""
    return lambda call: call.reply(whole(status, "text/html; charset=utf-8", text.encode(), *headers))


def problem_in_its_place(status: str, code: str, *headers: str) -> Harm:
    """Somebody on the way refuses as an API does."""
    body = json.dumps({"status": int(status.split(maxsplit=1)[0]), "code": code}).encode()
    return lambda call: call.reply(whole(status, "application/problem+json", body, *headers))


portal = page_in_its_place("200 OK", "<title>Hotell</title>Logga in här.")


def held_before(gate: threading.Event) -> Harm:
    """The request waits on the way until the gate opens; then the server gets it, whoever still waits."""

    def harm(call: Call) -> None:
        gate.wait(120)
        call.reply(call.ask().whole)

    return harm


def held_after(gate: threading.Event) -> Harm:
    """The server does it at once; its answer waits on the way until the gate opens."""

    def harm(call: Call) -> None:
        answer = call.ask()
        gate.wait(120)
        call.reply(answer.whole)

    return harm


def one_way(gate: threading.Event) -> Harm:
    """What the phone says arrives; what the server says does not, and nobody hangs up."""

    def harm(call: Call) -> None:
        call.ask()
        call.await_the_end(gate)
        raise HungUp

    return harm


def stalled_answer(gate: threading.Event) -> Harm:
    """The answer stops in the middle of its body, the connection stays open."""

    def harm(call: Call) -> None:
        answer = call.ask()
        call.reply(answer.head + answer.body[: len(answer.body) // 2])
        call.await_the_end(gate)
        raise HungUp

    return harm


def stalled_request(gate: threading.Event) -> Harm:
    """The server gets half of the request's body and then nothing more, the connections stay open."""

    def harm(call: Call) -> None:
        request = call.request
        with socket.create_connection(("127.0.0.1", call.line.server_port)) as server:
            server.sendall(request.head + request.body[: len(request.body) // 2])
            call.await_the_end(gate)
        raise HungUp

    return harm


def slow(bytes_a_second: int) -> Harm:
    """Both bodies trickle at this rate, a tenth of a second's worth at a time."""
    tick = threading.Event()
    size = max(1, bytes_a_second // 10)

    def trickle(to: socket.socket, data: bytes) -> None:
        for start in range(0, len(data), size):
            to.sendall(data[start : start + size])
            tick.wait(0.1)

    def harm(call: Call) -> None:
        with socket.create_connection(("127.0.0.1", call.line.server_port)) as server:
            trickle(server, call.request.whole)
            answer = read_message(server)
        if answer is None:
            raise HungUp
        call.line.passed.append(call.request)
        trickle(call.phone, answer.whole)

    return harm


def whole(status: str, kind: str, body: bytes, *headers: str) -> bytes:
    """An answer as it goes over the line."""
    head = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}", *headers]
    return Message("\r\n".join([*head, "", ""]).encode(), body).whole
