"""Asking for the password once more before a deed on people: the form waits on the page that asks."""

from collections.abc import Iterator

from flask import Response, current_app, make_response, render_template, request

from logger import clock, visit
from logger.domain.refusing.people_refusals import ProofNeeded, ProofWrong
from logger.domain.refusing.refusals import Refusal, TooManyAttempts
from logger.extensions import db
from logger.services.people import proving
from logger.services.people.signing_in import Attempt, SignIn
from logger.web.form_tokens import FIELD
from logger.web.refused import answer_to
from logger.web.settings.settings_frame import around_people

PROOF = "proof"
REFUSALS = (ProofNeeded, ProofWrong, TooManyAttempts)


def proved() -> SignIn:
    """The sign-in of whoever asks, with the password that came along with the form, where one did."""
    signed_in = visit.sign_in()
    if PROOF not in request.form:
        return signed_in
    here = Attempt(
        "",
        request.form[PROOF],
        visit.network(),
        visit.session_secret(),
        visit.browser(),
        visit.shown_as(),
    )
    hashing = current_app.config["PASSWORD_HASHING"]
    return visit.go_on_in(proving.prove(db.session(), signed_in, here, hashing, clock.now()))


def ask(refusal: Refusal, back: str) -> Response:
    """The page that asks, with everything that the form said; nothing has been done yet."""
    answer = answer_to(refusal)
    html = render_template(
        "desk/proof.html",
        problem="" if isinstance(refusal, ProofNeeded) else answer.detail,
        fields=tuple(_carried()),
        action=request.path,
        back=back,
        frame=around_people(visit.signed_in()),
    )
    response = make_response(html, answer.status)
    if answer.retry_after is not None:
        response.headers["Retry-After"] = str(answer.retry_after)
    return response


def _carried() -> Iterator[tuple[str, str]]:
    return (pair for pair in request.form.items(multi=True) if pair[0] not in (FIELD, PROOF))
