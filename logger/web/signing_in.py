"""Signing in and out on a page of its own."""

from flask import Blueprint, Response, current_app, make_response, redirect, render_template, request, url_for

from logger import clock, visit
from logger.domain.refusing.refusals import SignInFailed, TooManyAttempts
from logger.extensions import db
from logger.services.people import signing_in
from logger.services.people.password_hashing import PasswordHashing
from logger.services.refusal_answers import Answer
from logger.web.own_addresses import own_address
from logger.web.refused import answer_to

blueprint = Blueprint("signing_in", __name__)


@blueprint.get("/logga-in")
def form() -> Response:
    return _form(email="", problem=None, status=200)


@blueprint.post("/logga-in")
def sign_in() -> Response:
    email = request.form.get("email", "")[:254]
    attempt = signing_in.Attempt(
        email=email,
        password=request.form.get("password", ""),
        network=visit.network(),
        replaces=visit.session_secret(),
        browser=visit.browser(),
        shown_as=visit.shown_as(),
    )
    hashing: PasswordHashing = current_app.config["PASSWORD_HASHING"]
    try:
        begun = signing_in.sign_in(db.session(), attempt, hashing, clock.now())
    except (SignInFailed, TooManyAttempts) as refusal:
        return _refused(email, answer_to(refusal))
    return visit.keep_session(_go_to(own_address(request.form.get("next"))), begun)


@blueprint.post("/logga-ut")
def sign_out() -> Response:
    secret = visit.session_secret()
    if secret is not None:
        signing_in.sign_out(db.session(), secret, clock.now())
    return visit.drop_session(_go_to(url_for("signing_in.form")))


def _refused(email: str, answer: Answer) -> Response:
    response = _form(email=email, problem=answer.detail, status=answer.status)
    if answer.retry_after is not None:
        response.headers["Retry-After"] = str(answer.retry_after)
    return response


def _go_to(address: str) -> Response:
    return make_response(redirect(address, 303))


def _form(*, email: str, problem: str | None, status: int) -> Response:
    wanted = own_address(request.values.get("next"))
    return make_response(render_template("sign_in.html", email=email, problem=problem, next=wanted), status)
