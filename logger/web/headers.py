"""The headers of every answer, exactly: what a browser may do with it, and who may keep it."""

from flask import Flask, Response, request

from logger import visit

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types faltlogg"
)
_NOTHING_OF_THE_DEVICE = "camera=(), microphone=(), payment=(), usb=()"
NO_POSITION = f"geolocation=(), {_NOTHING_OF_THE_DEVICE}"
# The phone's pages sort the places by nearness; the position never leaves the device.
OWN_POSITION = f"geolocation=(self), {_NOTHING_OF_THE_DEVICE}"

ON_EVERY_ANSWER = {
    # Two years, as the preload lists ask; browsers heed it over HTTPS alone.
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
}


def policy_with_tiles(host: str) -> str:
    """The policy of a page with a map: tiles of one host, and the library's own few pieces of HTML."""
    images = CONTENT_SECURITY_POLICY.replace("img-src 'self' data:", f"img-src 'self' data: {host}")
    return images.replace("trusted-types faltlogg", "trusted-types faltlogg default")


def let_others_frame(response: Response) -> None:
    """Any site may show the page in a frame of its own; it runs no script and sends nothing anywhere."""
    policy = CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", "frame-ancestors *")
    policy = policy.replace("script-src 'self'", "script-src 'none'").replace("connect-src 'self'; ", "")
    response.headers["Content-Security-Policy"] = policy.replace("form-action 'self'", "form-action 'none'")
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"


def register(app: Flask) -> None:
    """Put the headers on every answer of the app."""
    app.after_request(_with_headers)


def _with_headers(response: Response) -> Response:
    for name, value in ON_EVERY_ANSWER.items():
        response.headers.setdefault(name, value)  # a page with a map or for a frame has its own
    response.headers["Permissions-Policy"] = OWN_POSITION if request.blueprint == "phone" else NO_POSITION
    response.headers["X-Request-Id"] = visit.request_id()
    # What may be kept says so itself; all else is somebody's own. An address of the API may never be kept.
    if "Cache-Control" not in response.headers or request.path.startswith("/api/"):
        response.headers["Cache-Control"] = "no-store"
    return response
