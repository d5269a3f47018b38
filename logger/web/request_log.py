"""One JSON line per request: its number, route, status, time and a pseudonym; no bodies, no queries."""

import hmac
import sys
import time
from hashlib import sha256

import structlog
from flask import Flask, Response, current_app, g, got_request_exception, request

from logger import clock, visit
from logger.services.syncing.faults import frames_of_fault, kind_of_fault


def register(app: Flask) -> None:
    """Write a line for each request of the app when it is answered, and one for each fault."""
    app.extensions["request_log"] = structlog.wrap_logger(
        structlog.PrintLogger(sys.stderr), processors=[structlog.processors.JSONRenderer(ensure_ascii=False)]
    )
    app.before_request(_begin)
    app.after_request(_end)
    got_request_exception.connect(_fault, app)
    app.logger.disabled = True  # it would write the exception's message, which may quote what somebody wrote


def _begin() -> None:
    g.begun = time.perf_counter()


def _end(response: Response) -> Response:
    _log().info(
        "request",
        status=response.status_code,
        ms=round((time.perf_counter() - g.begun) * 1000, 1),
        **_facts(),
    )
    return response


def _fault(_app: Flask, exception: Exception) -> None:
    _log().error("fault", error=kind_of_fault(exception), where=frames_of_fault(exception), **_facts())


def _log() -> structlog.typing.FilteringBoundLogger:
    log: structlog.typing.FilteringBoundLogger = current_app.extensions["request_log"]
    return log


def _facts() -> dict[str, str | None]:
    rule = request.url_rule
    return {
        "at": clock.now().isoformat(timespec="milliseconds"),
        "request_id": visit.request_id(),
        "method": request.method,
        "route": rule.rule if rule else None,
        "user": _pseudonym(),
    }


def _pseudonym() -> str | None:
    """The same letters for the same user while the secret key stays; never the id itself."""
    if "_login_user" not in g:
        return None
    principal = visit.who()
    if principal is None:
        return None
    key = str(current_app.config["SECRET_KEY"]).encode()
    return hmac.new(key, f"log:{principal.user_id}".encode(), sha256).hexdigest()[:12]
