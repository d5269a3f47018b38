"""The token in every form: bound to the session, or before it to a cookie made for the form."""

import hmac
import secrets
from hashlib import sha256

from flask import Flask, Response, current_app, g, request

from logger import visit
from logger.domain.refusing.refusals import ForeignRequest
from logger.web.guards import SAFE_METHODS, needs_no_page

FIELD = "form_token"
_COOKIE = "faltlogg-form"


def register(app: Flask) -> None:
    """Give the templates `form_token()`, and ask every form of the app for it."""
    app.add_template_global(form_token)
    app.before_request(_check)
    app.after_request(_keep_cookie)


def form_token() -> str:
    """The token for a form on the page that is being made."""
    anchor = visit.session_secret() or _pre_session_cookie() or g.get("new_form_cookie")
    if anchor is None:  # one cookie for all the forms of the page: the browser keeps the last alone
        anchor = g.new_form_cookie = secrets.token_urlsafe(24)
    return _token(anchor)


def _check() -> None:
    if request.method in SAFE_METHODS or request.path.startswith("/api/") or needs_no_page():
        return
    anchor = visit.session_secret() or _pre_session_cookie()
    if anchor is None or not hmac.compare_digest(
        _token(anchor).encode(), request.form.get(FIELD, "").encode()
    ):
        raise ForeignRequest


def _pre_session_cookie() -> str | None:
    return request.cookies.get(visit.cookie_name(_COOKIE))


def _token(anchor: str) -> str:
    key = str(current_app.config["SECRET_KEY"]).encode()
    return hmac.new(key, f"form:{anchor}".encode(), sha256).hexdigest()


def _keep_cookie(response: Response) -> Response:
    if "new_form_cookie" in g:
        visit.set_cookie(response, _COOKIE, g.new_form_cookie, max_age=None)
    return response
