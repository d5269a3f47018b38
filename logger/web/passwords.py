"""Changing one's own password, on a page of its own."""

import hmac
from hashlib import sha256

from flask import Blueprint, Response, current_app, make_response, redirect, render_template, request

from logger import clock, visit
from logger.domain.refusing.refusals import (
    OldPasswordWrong,
    PasswordsDiffer,
    Refusal,
    TooManyAttempts,
    WeakPassword,
)
from logger.extensions import db
from logger.services.people import passwords
from logger.services.people.passwords import Change
from logger.services.people.signing_in import Attempt, BegunSession
from logger.web.refused import answer_to

blueprint = Blueprint("passwords", __name__)


@blueprint.get("/losenord")
def form() -> Response:
    return _form(None)


@blueprint.post("/losenord")
def change() -> Response:
    visit.sign_in()
    try:
        begun = _changed()
    except (WeakPassword, PasswordsDiffer, OldPasswordWrong, TooManyAttempts) as refusal:
        return _form(refusal)
    told = redirect(f"/losenord?bytt={_mark(begun.secret)}#bytt", 303)
    return visit.keep_session(make_response(told), begun)


def _changed() -> BegunSession:
    wanted = Change(request.form.get("old", ""), request.form.get("new", ""))
    if wanted.new != request.form.get("again", ""):
        raise PasswordsDiffer
    here = Attempt("", "", visit.network(), visit.session_secret(), visit.browser(), visit.shown_as())
    hashing = current_app.config["PASSWORD_HASHING"]
    return passwords.change(db.session(), visit.sign_in(), wanted, here, hashing, clock.now())


def _form(refusal: Refusal | None) -> Response:
    principal = visit.signed_in()
    answer = answer_to(refusal) if refusal else None
    html = render_template(
        "password.html",
        name=principal.name,
        problem=answer.detail if answer else "",
        changed=refusal is None and _has_changed(),
    )
    response = make_response(html, answer.status if answer else 200)
    if answer and answer.retry_after is not None:
        response.headers["Retry-After"] = str(answer.retry_after)
    return response


def _has_changed() -> bool:
    """Whether the address was made by the change that began this sign-in; any other says nothing."""
    mark = _mark(visit.session_secret() or "")
    return hmac.compare_digest(mark.encode(), request.args.get("bytt", "").encode())


def _mark(secret: str) -> str:
    key = str(current_app.config["SECRET_KEY"]).encode()
    return hmac.new(key, f"changed:{secret}".encode(), sha256).hexdigest()[:16]
