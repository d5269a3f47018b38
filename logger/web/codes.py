"""Coming with a code: the page on which whoever is invited, or lost a password, chooses one."""

from flask import Blueprint, Response, current_app, make_response, redirect, render_template, request

from logger import clock, visit
from logger.domain.refusing.people_refusals import CodeFailed
from logger.domain.refusing.refusals import PasswordsDiffer, Refusal, TooManyAttempts, WeakPassword
from logger.extensions import db
from logger.services.people import invitations
from logger.services.people.invitations import Choice
from logger.services.people.signing_in import Attempt, BegunSession
from logger.web.refused import answer_to

ADDRESS = "/kod"

blueprint = Blueprint("codes", __name__)


@blueprint.get(ADDRESS)
def form() -> Response:
    return _form("", None)


@blueprint.post(ADDRESS)
def use() -> Response:
    email = request.form.get("email", "")[:254]
    try:
        begun = _used(email)
    except (CodeFailed, WeakPassword, PasswordsDiffer, TooManyAttempts) as refusal:
        return _form(email, refusal)
    return visit.keep_session(make_response(redirect("/", 303)), begun)


def _used(email: str) -> BegunSession:
    choice = Choice(request.form.get("code", ""), request.form.get("new", ""))
    if choice.password != request.form.get("again", ""):
        raise PasswordsDiffer
    here = Attempt(email, "", visit.network(), visit.session_secret(), visit.browser(), visit.shown_as())
    hashing = current_app.config["PASSWORD_HASHING"]
    return invitations.use(db.session(), choice, here, hashing, clock.now())


def _form(email: str, refusal: Refusal | None) -> Response:
    answer = answer_to(refusal) if refusal else None
    html = render_template("code.html", email=email, problem=answer.detail if answer else "")
    response = make_response(html, answer.status if answer else 200)
    if answer and answer.retry_after is not None:
        response.headers["Retry-After"] = str(answer.retry_after)
    return response
