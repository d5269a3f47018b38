"""What every door asks about a request: who comes, from where, under which number."""

import secrets

from flask import Flask, Request, Response, current_app, g, request
from flask_login import UserMixin, current_user

from logger import clock
from logger.domain.people.browser_names import name_of
from logger.domain.people.known_browsers import Browser
from logger.domain.people.people import Principal
from logger.domain.people.sign_in_delays import network_of
from logger.domain.refusing.refusals import SignInNeeded
from logger.extensions import db, login_manager
from logger.services.people import signing_in, tokens

SESSION_COOKIE = "faltlogg"
BROWSER_COOKIE = "faltlogg-browser"
_A_YEAR = 365 * 24 * 60 * 60


class Visitor(UserMixin):
    """The signed-in user of a request, as flask-login wants one."""

    def __init__(self, sign_in: signing_in.SignIn) -> None:
        self.sign_in = sign_in
        self.principal = sign_in.principal

    def get_id(self) -> str:
        """The user's id."""
        return self.principal.user_id


def register(app: Flask) -> None:
    """Let the app know its visitors. Not by `init_app`, which would bring the remember cookie along."""
    app.login_manager = login_manager  # type: ignore[attr-defined]
    app.config["REMEMBER_COOKIE_NAME"] = "faltlogg-has-no-remember-cookie"
    login_manager.session_protection = None
    login_manager.request_loader(_load)
    app.after_request(_keep_begun)


def who() -> Principal | None:
    """Whoever asks; None for an anonymous one."""
    principal: Principal | None = getattr(current_user, "principal", None)
    return principal


def signed_in() -> Principal:
    """Whoever asks; raises SignInNeeded for an anonymous one."""
    principal = who()
    if principal is None:
        raise SignInNeeded
    return principal


def sign_in() -> signing_in.SignIn:
    """The sign-in of whoever asks; raises SignInNeeded for an anonymous one."""
    found: signing_in.SignIn | None = getattr(current_user, "sign_in", None)
    if found is None:
        raise SignInNeeded
    return found


def shut_out() -> signing_in.SignIn | None:
    """The sign-in of a user who has been disabled since, where the request carries one."""
    secret = session_secret()
    return signing_in.shut_out(db.session(), secret, clock.now()) if secret else None


def network() -> str:
    """The network the request comes from, for throttling."""
    return network_of(request.remote_addr)


def request_id() -> str:
    """The number of this request, in its answer, its problem and its line in the log."""
    if "request_id" not in g:
        g.request_id = secrets.token_hex(8)
    number: str = g.request_id
    return number


def of_the_api() -> bool:
    """Whether the request is to the API: programs' addresses, where keys count and answers are JSON."""
    return request.path.startswith("/api/")


def bearer() -> str | None:
    """The machine's token that the request carries; with one, cookies count for nothing."""
    authorization = request.authorization
    return authorization.token if authorization and authorization.type == "bearer" else None


def session_secret() -> str | None:
    """The session's random id as the cookie carries it, or will; it may have ended. None beside a token."""
    if bearer() is not None:
        return None
    if "session_begun" in g:
        begun: signing_in.BegunSession = g.session_begun
        return begun.secret
    return request.cookies.get(cookie_name(SESSION_COOKIE))


def browser() -> Browser:
    """The browser that asks, with what it shows of who signed in from it before."""
    return Browser.showing(
        str(current_app.config["SECRET_KEY"]), request.cookies.get(cookie_name(BROWSER_COOKIE), "")
    )


def shown_as() -> str | None:
    """What whoever asks knows their browser by, among their other sign-ins."""
    return name_of(request.headers.get("User-Agent", ""))


def keep_session(response: Response, begun: signing_in.BegunSession) -> Response:
    """Put the cookie of a session just begun on an answer; it outlives the browser, not the session.

    Beside it stands the one by which the browser is known when this person comes again.
    """
    set_cookie(response, SESSION_COOKIE, begun.secret, max_age=begun.seconds)
    known = browser().after(begun.principal.user_id, secrets.token_hex(8))
    set_cookie(response, BROWSER_COOKIE, known, max_age=_A_YEAR)
    return response


def go_on_in(begun: signing_in.BegunSession) -> signing_in.SignIn:
    """Let the rest of the request, and its answer, be in a session just begun; answers the sign-in."""
    g.session_begun = begun
    return signing_in.SignIn(begun.principal, signing_in.hashed(begun.secret), proved_at=clock.now())


def _keep_begun(response: Response) -> Response:
    return keep_session(response, g.session_begun) if "session_begun" in g else response


def drop_session(response: Response) -> Response:
    """Take the session's cookie back."""
    set_cookie(response, SESSION_COOKIE, "", max_age=0)
    return response


def cookie_name(name: str) -> str:
    """The name with the prefix that binds the cookie to this host, where HTTPS lets it."""
    return f"__Host-{name}" if request.is_secure else name


def set_cookie(response: Response, name: str, value: str, *, max_age: int | None) -> None:
    """Set a cookie that no script reads and no other site sends; on plain http://localhost without Secure."""
    response.set_cookie(
        cookie_name(name),
        value,
        max_age=max_age,
        path="/",
        secure=request.is_secure,
        httponly=True,
        samesite="Lax",
    )


def _load(_request: Request) -> Visitor | None:
    token = bearer()
    if token is not None:
        if not of_the_api():
            return None  # pages are for people
        principal = tokens.principal_of(db.session(), token, clock.now())
        return Visitor(signing_in.SignIn(principal)) if principal else None
    secret = session_secret()
    found = signing_in.sign_in_of(db.session(), secret, clock.now()) if secret else None
    return Visitor(found) if found else None
