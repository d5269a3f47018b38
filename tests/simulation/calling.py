"""A request to the app without a socket, as a browser's own page makes it."""

import io
import sys
from dataclasses import dataclass
from typing import Any

import msgspec
from flask import Flask

_ENVIRON = {
    "SCRIPT_NAME": "",
    "QUERY_STRING": "",
    "SERVER_NAME": "localhost",
    "SERVER_PORT": "80",
    "SERVER_PROTOCOL": "HTTP/1.1",
    "HTTP_HOST": "localhost",
    "REMOTE_ADDR": "127.0.0.1",
    "wsgi.url_scheme": "http",
    "wsgi.errors": sys.stderr,
    "wsgi.version": (1, 0),
    "wsgi.multithread": False,
    "wsgi.multiprocess": False,
    "wsgi.run_once": False,
    "CONTENT_TYPE": "application/json",
    "HTTP_SEC_FETCH_SITE": "same-origin",
    "HTTP_X_FALTLOGG": "1",
    "HTTP_X_FALTLOGG_SYNC": "1",
}


@dataclass(frozen=True, slots=True)
class Reply:
    """What left the server: status, the bytes, and Retry-After where it was set."""

    status: int
    data: bytes
    retry_after: str | None = None

    def json(self) -> Any:
        """The JSON in it; None where it is none."""
        try:
            return msgspec.json.decode(self.data)
        except msgspec.DecodeError:
            return None


def called(app: Flask, method: str, path: str, body: bytes, secret: str) -> Reply:
    """What is answered to whoever is signed in by a session's secret."""
    told: list[Any] = []
    result = app.wsgi_app(
        {
            **_ENVIRON,
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "wsgi.input": io.BytesIO(body),
            "CONTENT_LENGTH": str(len(body)),
            "HTTP_COOKIE": f"faltlogg={secret}",
        },
        lambda status, headers, _exc=None: told.extend((status, headers)),  # type: ignore[arg-type]
    )
    data = b"".join(result)
    close = getattr(result, "close", None)
    if close:
        close()
    return Reply(int(told[0][:3]), data, dict(told[1]).get("Retry-After"))
